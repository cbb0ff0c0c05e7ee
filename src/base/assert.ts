/** A broken invariant: a bug in Swarmarium, never something that a user did. It stops the run. */
export class AssertionFailed extends Error {
  override readonly name = 'AssertionFailed';
}

/** Throws `AssertionFailed` when what must always hold does not. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailed(message);
}

/** The end of an exhaustive switch: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new AssertionFailed(`unexpected case ${JSON.stringify(value)}`);
}
