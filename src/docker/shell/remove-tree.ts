import { resolvePath } from './program.ts';
import type { HostFiles } from './shell.ts';

/** Removes a file, or a folder with all in it; whether there was one. */
export function removeTree(files: HostFiles, path: string): boolean {
  for (const name of files.list(path) ?? []) removeTree(files, resolvePath(path, name));
  return files.remove(path);
}
