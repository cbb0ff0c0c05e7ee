import { type DecodeFault, decodingFailed } from './decode-shape.ts';

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
    /** Where it names several faults at once: each with its own text and place. */
    readonly faults: readonly DecodeFault[] = [],
  ) {
    super(message);
  }
}

/** The error for values at a path that could not be decoded. */
export function decodeError(path: readonly string[], errors: readonly DecodeFault[]): StackError {
  return new StackError(
    decodingFailed(errors),
    undefined,
    path,
    errors.map((error) => ({ text: decodingFailed([error]), path: [...path, ...error.path] })),
  );
}
