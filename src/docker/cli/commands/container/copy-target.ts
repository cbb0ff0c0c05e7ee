import { CommandError } from '../../command.ts';

/** One end of a copy. The path is absolute and keeps a slash or `/.` at its end. */
export interface CopyPlace {
  readonly path: string;
  readonly exists: boolean;
  readonly folder: boolean;
}

/** Folder and last part of a path; `.` is the last part of `/tmp/.`, of a slash at the end nothing is left. */
export function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const clean = path.length > 1 ? path.replace(/\/+$/, '') : path;
  const slash = clean.lastIndexOf('/');
  return { folder: slash < 0 ? '.' : clean.slice(0, slash) || '/', name: clean.slice(slash + 1) || '/' };
}

/**
 * Where an archive of `from` is unpacked so that it ends up as `to`, and under which other name (moby/go-archive copy.go
 * PrepareArchiveCopy). Throws CommandError.
 */
export function copyTarget(from: CopyPlace, to: CopyPlace): { readonly into: string; readonly rename: string | undefined } {
  if (to.exists && to.folder) return { into: to.path, rename: undefined };
  const { folder, name } = splitPath(to.path);
  if (to.exists && from.folder) throw new CommandError('cannot copy directory');
  if (!to.exists && !from.folder && to.path.endsWith('/')) throw new CommandError('no such directory');
  return { into: folder, rename: name };
}
