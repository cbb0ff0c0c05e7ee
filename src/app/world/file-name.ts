import { STACK_FILE } from '../../run/default-scenario.ts';

/** Where the editor's files lie on every host; shells begin here. */
export const HOME = '/root/';

const MAX_NAME_LENGTH = 200;

/** What is wrong with a file's name as somebody types it (relative to /root, or absolute); undefined when it can be used. */
export type NameProblem = 'empty' | 'too-long' | 'control' | 'folder' | 'taken';

/** Checks a typed name. `taken` are the absolute paths of other files. */
export function nameProblem(name: string, taken: readonly string[]): NameProblem | undefined {
  const trimmed = name.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > MAX_NAME_LENGTH) return 'too-long';
  if (/\p{Cc}/u.test(trimmed)) return 'control';
  const parts = trimmed.split('/');
  if (parts.slice(trimmed.startsWith('/') ? 1 : 0).some((part) => part === '' || part === '.' || part === '..')) return 'folder';
  return taken.includes(absolutePath(trimmed)) ? 'taken' : undefined;
}

/** The absolute path of a name as somebody types it. */
export function absolutePath(name: string): string {
  const trimmed = name.trim();
  return trimmed.startsWith('/') ? trimmed : HOME + trimmed;
}

/** A path as somebody in /root would type it. */
export function shortPath(path: string): string {
  return path.startsWith(HOME) ? path.slice(HOME.length) : path;
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A name for a file that comes from outside: without folders and control characters, and not one of `taken` (absolute paths). */
export function freeName(wanted: string, taken: readonly string[]): string {
  const clean =
    baseName(wanted.replaceAll('\\', '/'))
      .replace(/\p{Cc}/gu, '')
      .trim()
      .slice(-MAX_NAME_LENGTH + 4) || 'stack.yml';
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [clean.slice(0, dot), clean.slice(dot)] : [clean, ''];
  let name = clean;
  for (let n = 2; taken.includes(HOME + name); n++) name = `${stem}-${n}${extension}`;
  return name;
}

/** Whether docker takes a text as the name of a stack. */
export function isStackName(name: string): boolean {
  return /^[A-Za-z0-9][\w-]*$/.test(name);
}

/** A stack's name after its file: `voting.stack.yml` → `voting`; `stack` where the file's name says nothing. */
export function stackNameFor(path: string): string {
  if (path === STACK_FILE) return 'mystack';
  const stem = baseName(path)
    .replace(/\.ya?ml$/i, '')
    .replace(/^(docker-)?(compose|stack)$/i, '')
    .replace(/[.-](stack|compose)$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\w-]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
    .toLowerCase();
  return isStackName(stem) ? stem : 'stack';
}
