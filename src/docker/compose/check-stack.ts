import { checkFile } from './check-file.ts';
import { checkFiles } from './check-files.ts';
import { adviceOnFault, valueAt } from './check-hints.ts';
import { checkReferences } from './check-references.ts';
import { syntaxProblems } from './check-syntax.ts';
import { loadParsedStack } from './load-stack.ts';
import { locate } from './locate.ts';
import { makeFixes } from './make-fixes.ts';
import type { Mend } from './mend.ts';
import { parseStackFile } from './parse-stack-file.ts';
import { cleanPath } from './path.ts';
import { type ParsedDocument, StackDocument, spanOfPath } from './stack-document.ts';
import { StackError } from './stack-error.ts';
import type { StackHint } from './stack-hints.ts';
import type { HintWords, StackProblem, StackText } from './stack-problem.ts';
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

/** A problem of a file's values, before it has a place in the text. */
export interface Finding {
  readonly severity: StackProblem['severity'];
  /** The value, or the key, that it is about. */
  readonly path: readonly string[];
  readonly at?: 'key' | 'value';
  readonly message: string;
  readonly hint: StackHint;
  readonly words?: HintWords;
  /** What would mend it, the likeliest first. */
  readonly mends?: readonly Mend[];
}

export type Report = (finding: Finding) => void;

/** A file that is YAML, with the values after interpolation once it was checked. */
export interface CheckedFile extends ParsedDocument {
  readonly value: YamlMap;
}

const noWords: HintWords = {};

/** More than anybody looks at. */
const mostProblems = 500;

/**
 * All that is wrong with the files of a stack (as of several `-c`), and what is worth a hint (stack.md §14): the errors that
 * Docker would print first, one after the other, each at its place. No variables are set. `read` gives the text of another file
 * by its absolute path, undefined when there is none; without it no other file is asked for.
 * Ordered by file and place, errors first.
 */
export function checkStack(files: readonly StackText[], read?: (path: string) => string | undefined): readonly StackProblem[] {
  const problems: StackProblem[] = [];
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const document = new StackDocument(file);
    try {
      const { value, tree } = parseStackFile(file.content);
      const own = { document, tree, value };
      if (checkFile(value, (finding) => problems.push(placed(finding, own)))) checked.push(own);
    } catch (error) {
      if (!(error instanceof StackError)) throw error;
      problems.push(...syntaxProblems(document, error));
    }
  }
  if (checked.length === files.length && checked.length > 0)
    checkTogether(checked, read, (finding) => problems.push(placed(finding, fileOf(finding.path, checked))));
  const order = files.map((file) => file.path);
  const rank = (problem: StackProblem): number => (problem.severity === 'error' ? 0 : 1);
  return problems
    .slice(0, mostProblems)
    .sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path) || a.line - b.line || a.column - b.column || rank(a) - rank(b));
}

/** What only shows when all files are read: conversions, references between sections. */
function checkTogether(files: readonly CheckedFile[], read: ((path: string) => string | undefined) | undefined, report: Report): void {
  const values = files.map((file) => file.value);
  const workingDir = cleanPath(`${files[0]?.document.file.path ?? ''}/..`);
  const loaded = loadParsedStack(values, { env: { HOME: '/root' }, workingDir, readFile: (path) => read?.(path) ?? '' });
  for (const warning of loaded.warnings) {
    const [, kind = '', name = ''] = /^(network|volume|secret|config) (\S+): /.exec(warning) ?? [];
    const common = { severity: 'warning', message: warning } as const;
    if (kind !== '')
      report({
        ...common,
        path: [`${kind}s`, name, 'external'],
        at: 'key',
        hint: 'outdated-external',
        mends: [{ kind: 'external-name', name: String(valueIn(values, [`${kind}s`, name, 'external', 'name'])) }],
      });
    else report({ ...common, path: portWithAddress(values, warning), hint: 'address-ignored' });
  }
  if ('error' in loaded) {
    const { path = [], message, faults } = loaded.error;
    if (faults.length === 0) report({ severity: 'error', path, at: 'key', message, hint: 'bad-value' });
    for (const fault of faults) {
      const file = values.findLast((value) => valueAt(value, fault.path) !== undefined) ?? values[0] ?? new Map();
      report({ severity: 'error', message: fault.text, ...adviceOnFault(fault, file) });
    }
  } else {
    checkReferences(loaded.config, values, report);
    if (read !== undefined) checkFiles(loaded.config, workingDir, (path) => read(path) !== undefined, report);
  }
}

function valueIn(files: readonly YamlMap[], path: readonly string[]): YamlValue | undefined {
  return files.map((file) => valueAt(file, path)).findLast((value) => value !== undefined);
}

/** The path of the port text whose address the warning names. */
function portWithAddress(files: readonly YamlMap[], warning: string): readonly string[] {
  const address = /^ignoring IP-address \(\[?([0-9a-fA-F:.]+?)\]?:[\d-]*:/.exec(warning)?.[1] ?? '';
  for (const file of files) {
    const services = file.get('services');
    for (const [name, service] of isYamlMap(services) ? services : []) {
      const ports = isYamlMap(service) ? service.get('ports') : undefined;
      const index = isYamlList(ports) ? ports.findIndex((port) => typeof port === 'string' && address !== '' && port.includes(address)) : -1;
      if (index >= 0) return ['services', name, 'ports', String(index)];
    }
  }
  return ['services'];
}

/** The file that has most of a path; the last of them, as a later file wins. */
function fileOf(path: readonly string[], files: readonly CheckedFile[]): ParsedDocument {
  let best: { readonly file: ParsedDocument; readonly depth: number } | undefined;
  for (const file of files) {
    const { depth } = locate(file.tree, path);
    if (best === undefined || depth >= best.depth) best = { file, depth };
  }
  if (best === undefined) throw new Error('a stack has a file');
  return best.file;
}

function placed(finding: Finding, file: ParsedDocument): StackProblem {
  const { severity, path, at = 'value', message, hint, words = noWords, mends = [] } = finding;
  return {
    path: file.document.file.path,
    severity,
    message,
    hint,
    words,
    fixes: makeFixes(mends, path, file),
    ...file.document.range(spanOfPath(file, path, at)),
  };
}
