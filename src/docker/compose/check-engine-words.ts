import { valueAt } from './check-hints.ts';
import type { Report } from './check-stack.ts';
import type { ServiceConfig } from './config.ts';
import type { Mend } from './mend.ts';
import { nearWord } from './near-word.ts';
import { placeInSchema } from './schema-place.ts';
import { isYamlList, type YamlMap } from './yaml/yaml-value.ts';

/** A key whose words docker passes on, and the engine's text for another one (moby daemon/cluster/convert/service.go). */
interface EngineWord {
  readonly key: string;
  readonly read: (deploy: ServiceConfig['deploy']) => string | undefined;
  readonly refusal: (word: string) => string;
}

const action = (word: string): string => `unrecognized update failure action ${word}`;

const engineWords: readonly EngineWord[] = [
  {
    key: 'restart_policy.condition',
    read: (deploy) => deploy.restart_policy?.condition,
    refusal: (word) => `invalid RestartCondition: ${JSON.stringify(word)}`,
  },
  { key: 'update_config.failure_action', read: (deploy) => deploy.update_config?.failure_action, refusal: action },
  { key: 'rollback_config.failure_action', read: (deploy) => deploy.rollback_config?.failure_action, refusal: action },
  { key: 'endpoint_mode', read: (deploy) => deploy.endpoint_mode, refusal: (word) => `invalid resolution mode: ${JSON.stringify(word)}` },
];

/** What people write who know other orchestrators, or `docker run --restart`. */
const meant: { readonly [word: string]: string } = { always: 'any', 'unless-stopped': 'any', never: 'none', no: 'none', 'on-fail': 'on-failure', true: 'any' };

/** Reports words and constraints that docker passes on as they are and the engine refuses, which ends a deploy half way. */
export function checkEngineWords({ name, deploy }: ServiceConfig, files: readonly YamlMap[], report: Report): void {
  const base = ['services', name, 'deploy'];
  for (const { key, read, refusal } of engineWords) {
    const word = read(deploy) ?? '';
    const path = [...base, ...key.split('.')];
    const words = placeInSchema(path)?.values ?? [];
    if (word === '' || words.includes(word)) continue;
    const near = Object.hasOwn(meant, word) && words.includes(meant[word] ?? '') ? meant[word] : nearWord(word, words);
    const mends: Mend[] = near === undefined ? [] : [{ kind: 'replace-value', text: near }];
    report({
      severity: 'error',
      path,
      message: `Error response from daemon: ${refusal(word)}`,
      hint: 'allowed-words',
      words: { words: words.join(', ') },
      mends,
    });
  }
  for (const constraint of deploy.placement.constraints ?? []) {
    if (/==|!=/.test(constraint)) continue;
    const [, key, value] = /^\s*([\w.-]+)\s*(?:=|:|\s)\s*(\S.*?)\s*$/.exec(constraint) ?? [];
    report({
      severity: 'error',
      path: placeOfItem(files, [...base, 'placement', 'constraints'], constraint),
      message: 'Error response from daemon: rpc error: code = Unknown desc = constraint expected one operator from ==, !=',
      hint: 'constraint-format',
      mends: key === undefined ? [] : [{ kind: 'replace-value', text: `${key} == ${value}` }],
    });
    // The engine tells of the first one only.
    break;
  }
}

function placeOfItem(files: readonly YamlMap[], path: readonly string[], item: string): readonly string[] {
  for (const file of files.toReversed()) {
    const list = valueAt(file, path);
    const index = isYamlList(list) ? list.indexOf(item) : -1;
    if (index >= 0) return [...path, String(index)];
  }
  return path;
}
