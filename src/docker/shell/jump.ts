/** `break`, `continue` and `return` on their way to the loop or function they end. */
export class Jump extends Error {
  override readonly name = 'Jump';
  constructor(
    readonly kind: 'break' | 'continue' | 'return',
    readonly status: number,
    /** How many loops `break` and `continue` still have to leave. */
    readonly levels = 1,
  ) {
    super(kind);
  }
}
