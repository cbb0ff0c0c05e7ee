/** Why a stack file cannot be used, in Docker's words. */
export class StackError extends Error {
  override readonly name = 'StackError';
  constructor(
    /** What `docker stack config` prints. */
    message: string,
    /** What `docker stack deploy` prints where that differs. */
    readonly deployMessage = message,
    /** The place in the file's values, where one is known. */
    readonly path?: readonly string[],
  ) {
    super(message);
  }
}
