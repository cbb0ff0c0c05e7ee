import { StackError } from './stack-error.ts';
import { decodeYaml, YamlTypeFault } from './yaml/decode.ts';
import { parseYamlTree, type YamlNode } from './yaml/tree.ts';
import { YamlFault } from './yaml/yaml-fault.ts';
import { isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

/** A stack file's values, and the tree that knows where they stand in the text. */
export interface ParsedStackFile {
  readonly value: YamlMap;
  readonly tree: YamlNode;
}

/** A fault of the YAML itself, with its place in the text. */
export class StackSyntaxError extends StackError {
  constructor(readonly fault: YamlFault) {
    super(fault.message);
  }
}

/** The longest text that is read, in characters: a stack of thousands of services. */
const longestText = 1_000_000;

/** A text that is too long to be a stack file. Docker has no such limit; here the answer must not make anybody wait. */
export class StackTooLarge extends StackError {
  constructor(length: number) {
    super(`stack file is too large: ${(length / 1e6).toFixed(1)} MB; at most ${longestText / 1e6} MB is read here`);
  }
}

/** Reads the first document of a stack file (docker/cli loader ParseYAML). Throws `StackError`. */
export function parseStackFile(text: string): ParsedStackFile {
  if (text.length > longestText) throw new StackTooLarge(text.length);
  try {
    const tree = parseYamlTree(text);
    const value = tree === undefined ? undefined : decodeYaml(tree);
    if (tree === undefined || !isYamlMap(value)) throw new StackError('top-level object must be a mapping');
    return { value, tree };
  } catch (error) {
    if (error instanceof YamlFault || error instanceof YamlTypeFault) throw new StackSyntaxError(error);
    throw error;
  }
}
