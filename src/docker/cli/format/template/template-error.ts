/** What Go says about a template: the text from `template: ` on. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  constructor(
    message: string,
    readonly kind: 'syntax' | 'execution',
    /** What had been written before execution failed. */
    readonly partial = '',
  ) {
    super(message);
  }
}
