import { bareText, yamlEntries } from './yaml-entries.ts';

/** A place of a stack file that has a name. */
export interface OutlineEntry {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** 0: a section; 1: what it defines. */
  readonly depth: 0 | 1;
  readonly name: string;
  /** What tells it from others: a service's image and replicas. */
  readonly about: string;
}

/** The sections of a file and what they define, in the order of the text. */
export function outlineOf(text: string): OutlineEntry[] {
  const entries = yamlEntries(text.split('\n'));
  const valueAt = (...path: readonly string[]): string =>
    bareText(entries.find((entry) => entry.key !== undefined && [...entry.path, entry.key].join('\u0000') === path.join('\u0000'))?.value ?? '');
  return entries.flatMap(({ line, column, path, key, value }): readonly OutlineEntry[] => {
    if (key === undefined || path.length > 1) return [];
    if (path.length === 0) return [{ line: line + 1, column: column + 1, depth: 0, name: key, about: bareText(value) }];
    if (typeof path[0] !== 'string' || path[0].startsWith('x-')) return [];
    const replicas = valueAt('services', key, 'deploy', 'replicas');
    const about = path[0] === 'services' ? [valueAt('services', key, 'image'), replicas === '' ? '' : `×${replicas}`].filter(Boolean).join(' ') : '';
    return [{ line: line + 1, column: column + 1, depth: 1, name: key, about }];
  });
}
