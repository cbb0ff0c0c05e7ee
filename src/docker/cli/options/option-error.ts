import type { Parsed } from '../../api/parse/parsed.ts';

/** A value that an option refuses. The message is the reason alone: the caller puts `invalid argument "…" for "--x" flag: ` before it. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/** The value a parser read; throws OptionError with its text when it refused. */
export function accepted<T>(result: Parsed<T>): T {
  if (!result.ok) throw new OptionError(result.error);
  return result.value;
}
