import { valueAt } from './check-hints.ts';
import type { Finding } from './check-stack.ts';
import type { Mend } from './mend.ts';
import { meantCpus } from './mend-value.ts';
import { nearWord } from './near-word.ts';
import { placeInSchema } from './schema-place.ts';
import type { YamlMap } from './yaml/yaml-value.ts';

/** Where in the files an error is that only shows when a service is converted for the engine, and what to do about it. */
export function adviceOnDeployError(service: string, text: string, files: readonly YamlMap[]): Omit<Finding, 'severity' | 'message'> {
  const base = ['services', service];
  const [, mode] = /^Unknown mode: (.*)$/.exec(text) ?? [];
  if (mode !== undefined) return adviceOnWord([...base, 'deploy', 'mode'], mode);
  if (text.startsWith('replicas can only be used')) {
    return { path: [...base, 'deploy', 'replicas'], at: 'key', hint: 'replicas-of-global', mends: [{ kind: 'remove-key' }] };
  }
  const [, cpus] = /^failed to parse (.*) as a rational number$/.exec(text) ?? [];
  if (cpus !== undefined) {
    const meant = meantCpus(cpus);
    const path = placeOf(files, base, ['deploy.resources.limits.cpus', 'deploy.resources.reservations.cpus'], cpus);
    return { path, hint: 'cpus-number', mends: meant === undefined ? [] : [{ kind: 'replace-value', text: `"${meant}"` }] };
  }
  if (/restart policy/.test(text)) return { path: [...base, 'restart'], hint: 'deploy-error' };
  return { path: base, at: 'key', hint: 'deploy-error' };
}

function adviceOnWord(path: readonly string[], written: string): Omit<Finding, 'severity' | 'message'> {
  const words = placeInSchema(path)?.values ?? [];
  const near = nearWord(written, words);
  const mends: Mend[] = near === undefined ? [] : [{ kind: 'replace-value', text: near }];
  return { path, hint: 'allowed-words', words: { words: words.join(', ') }, mends };
}

function placeOf(files: readonly YamlMap[], base: readonly string[], candidates: readonly string[], value: string): readonly string[] {
  const paths = candidates.map((candidate) => [...base, ...candidate.split('.')]);
  return paths.find((path) => files.some((file) => valueAt(file, path) === value)) ?? base;
}
