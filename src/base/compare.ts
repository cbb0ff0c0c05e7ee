/** Total order of strings by UTF-16 code unit: what the core uses instead of `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares objects by their `id`: the last word of every comparator, so that no two objects are ever equal. */
export function compareId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}
