import { resolvePath } from '../program.ts';
import type { HostFiles } from '../shell.ts';
import { Pattern } from './pattern.ts';

/** What decides which names a pattern finds. */
export interface PathOptions {
  /** `*` finds names that begin with a dot too. */
  readonly dotglob: boolean;
}

/** The paths that a pattern matches, sorted; empty when there is none. Names that begin with a dot want one in the pattern. */
export function matchingPaths(pattern: string, cwd: string, files: HostFiles, options: PathOptions): readonly string[] {
  const parts = pattern.split('/');
  let found = [pattern.startsWith('/') ? '/' : ''];
  for (const part of parts) {
    if (part === '') continue;
    const plain = !/[*?[(]/.test(part);
    const expression = Pattern.of(part);
    const next: string[] = [];
    for (const prefix of found) {
      const shown = prefix === '' || prefix === '/' ? prefix : `${prefix}/`;
      if (plain) {
        next.push(shown + part.replace(/\\(.)/gs, '$1'));
        continue;
      }
      for (const name of files.list(resolvePath(cwd, prefix === '' ? '.' : prefix)) ?? []) {
        if ((!name.startsWith('.') || part.startsWith('.') || options.dotglob) && expression.matches(name)) next.push(shown + name);
      }
    }
    found = next;
  }
  const folders = pattern.endsWith('/');
  return found
    .filter((path) => {
      const full = resolvePath(cwd, path);
      return files.isFolder(full) || (!folders && files.read(full) !== undefined);
    })
    .map((path) => (folders ? `${path}/` : path))
    .sort();
}
