/** What a parser of a short text answers: the value, or Docker's own text about what is wrong. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** The value was read. */
export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value };
}

/** The text was refused, in Docker's words. */
export function refused(error: string): { readonly ok: false; readonly error: string } {
  return { ok: false, error };
}
