const rules = new Map<string, Intl.PluralRules>();

/** The form of `n` in a language, with `#` replaced by the number: `plural('en', 2, { one: '# node', other: '# nodes' })`. */
export function plural(locale: string, n: number, forms: { readonly one: string; readonly other: string }): string {
  let rule = rules.get(locale);
  if (!rule) {
    rule = new Intl.PluralRules(locale);
    rules.set(locale, rule);
  }
  const form = rule.select(n) === 'one' ? forms.one : forms.other;
  // Most numbers are small, and formatting by locale is dear.
  return form.replaceAll('#', n < 1000 ? String(n) : n.toLocaleString(locale));
}
