import type { Mark } from './cursor.ts';

/** Stops the reading of a YAML text. The message is Go's, as `docker` prints it, with its `yaml: ` in front. */
export class YamlFault extends Error {
  override readonly name = 'YamlFault';
  constructor(
    message: string,
    /** Where an editor should point. */
    readonly mark: Mark,
  ) {
    super(`yaml: ${message}`);
  }
}

/** A fault of the scanner: Go names the line of the context, or else of the place, and no line when both are the first one. */
export function scannerFault(problem: string, context: Mark, place: Mark): YamlFault {
  const line = context.line !== 0 ? context.line + 1 : place.line !== 0 ? place.line + 1 : 0;
  return new YamlFault(withLine(problem, line), place);
}

/** A fault of the parser: here Go counts from 0, so that the line it names is one above the one meant. */
export function parserFault(problem: string, context: Mark | undefined, place: Mark): YamlFault {
  const line = context !== undefined && context.line !== 0 ? context.line : place.line;
  return new YamlFault(withLine(problem, line), place);
}

function withLine(problem: string, line: number): string {
  return line === 0 ? problem : `line ${line}: ${problem}`;
}
