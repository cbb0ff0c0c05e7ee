const rules = new Map<string, Intl.PluralRules>();

/** The form of `n` in a language, with `#` replaced by the number: `plural('en', 2, { one: '# node', other: '# nodes' })`. */
export function plural(locale: string, n: number, forms: { readonly one: string; readonly other: string }): string {
  let rule = rules.get(locale);
  if (!rule) {
    rule = new Intl.PluralRules(locale);
    rules.set(locale, rule);
  }
  const form = rule.select(n) === 'one' ? forms.one : forms.other;
  return form.replaceAll('#', n.toLocaleString(locale));
}
