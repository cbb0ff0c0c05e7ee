/** Splits at the first separator, as Go's strings.Cut does: without one all is `before`, `after` is empty and `found` false. */
export function cut(text: string, separator: string): { readonly before: string; readonly after: string; readonly found: boolean } {
  const at = text.indexOf(separator);
  if (at < 0) return { before: text, after: '', found: false };
  return { before: text.slice(0, at), after: text.slice(at + separator.length), found: true };
}
