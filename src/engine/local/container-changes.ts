import type { Container } from '../../swarm/agent/container.ts';
import type { ProgramFiles } from '../../swarm/agent/program/program.ts';
import type { Daemon } from '../daemon.ts';

/** The paths of a container without what is mounted into it: texts of files, nothing for directories. */
type Tree = ReadonlyMap<string, string | undefined>;

/** What a container of one's own began with, by its id. */
const begun = new WeakMap<Daemon, Map<string, Tree>>();

/** A path that differs from the image's: changed, added or deleted (moby api/types/container FilesystemChange). */
export interface FileChange {
  readonly Path: string;
  readonly Kind: 0 | 1 | 2;
}

const [CHANGED, ADDED, DELETED] = [0, 1, 2] as const;

/** Remembers the files of a container that has just been made. */
export function rememberFiles(daemon: Daemon, container: Container): void {
  const all = begun.get(daemon) ?? new Map<string, Tree>();
  begun.set(daemon, all);
  const alive = new Set(daemon.host.containers.list().map(({ id }) => id));
  for (const id of all.keys()) if (!alive.has(id)) all.delete(id);
  all.set(container.id, treeOf(daemon, container));
}

/** What `docker diff` shows, by path; a directory in which something has come or gone is changed. */
export function changesOf(daemon: Daemon, container: Container): readonly FileChange[] {
  const before = begun.get(daemon)?.get(container.id);
  if (!before) return [];
  const now = treeOf(daemon, container);
  const kinds = new Map<string, FileChange['Kind']>();
  const parentChanged = (path: string): void => {
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (parent !== '' && before.has(parent) && now.has(parent) && !kinds.has(parent)) {
      kinds.set(parent, CHANGED);
      parentChanged(parent);
    }
  };
  for (const [path, text] of now) {
    if (!before.has(path)) kinds.set(path, ADDED);
    else if (before.get(path) !== text) kinds.set(path, CHANGED);
    else continue;
    parentChanged(path);
  }
  for (const path of before.keys()) {
    const parent = path.slice(0, path.lastIndexOf('/'));
    if (now.has(path)) continue;
    parentChanged(path);
    // What lay in a directory that is gone is gone with it.
    if (parent === '' || now.has(parent)) kinds.set(path, DELETED);
  }
  return [...kinds].map(([Path, Kind]) => ({ Path, Kind })).sort((a, b) => (a.Path < b.Path ? -1 : 1));
}

function treeOf(daemon: Daemon, { id, config }: Container): Tree {
  const files = daemon.host.containers.files(id);
  const tree = new Map<string, string | undefined>();
  const mounted = new Set(config.mounts.map(({ Target = '' }) => Target));
  if (files) walk(files, '', mounted, tree);
  return tree;
}

function walk(files: ProgramFiles, directory: string, mounted: ReadonlySet<string>, tree: Map<string, string | undefined>): void {
  for (const name of files.list(directory === '' ? '/' : directory)) {
    const path = `${directory}/${name}`;
    if (mounted.has(path)) continue;
    const text = files.read(path);
    tree.set(path, text);
    if (text === undefined) walk(files, path, mounted, tree);
  }
}
