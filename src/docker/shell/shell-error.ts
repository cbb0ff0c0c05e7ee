/** What ends a command with a message of the shell, in bash's words; the text goes behind `bash: `. */
export class ShellError extends Error {
  override readonly name = 'ShellError';
  constructor(
    message: string,
    readonly status = 1,
    /** Whether all of the line, or the script, ends with it, and not the command alone. */
    readonly ends = false,
  ) {
    super(message);
  }
}
