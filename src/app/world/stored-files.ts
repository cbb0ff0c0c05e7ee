import type { EditorFile, FilesState } from './files.ts';

/** The editor's files as text for the browser's storage. */
export function writeFiles({ files, active, closed }: FilesState): string {
  return JSON.stringify({
    // What the hosts have is known from the run.
    files: files.map(({ path, content, stackName }) => ({ path, content, stackName })),
    active,
    closed,
  });
}

/** Reads what `writeFiles` wrote, or the form before it; undefined when nothing of it can be used. */
export function readFiles(text: string): Pick<FilesState, 'files' | 'active' | 'closed'> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(json)) return undefined;
  const files: EditorFile[] = [];
  for (const each of list(json['files'])) {
    const { path, content, stackName } = each;
    if (typeof path !== 'string' || typeof content !== 'string' || files.some((file) => file.path === path)) continue;
    // Before stacks had their names by file, there was one for all.
    const name = typeof stackName === 'string' ? stackName : files.length === 0 ? json['stackName'] : undefined;
    files.push({ id: files.length + 1, path, content, savedContent: undefined, stackName: typeof name === 'string' && name !== '' ? name : undefined });
  }
  if (files.length === 0 && list(json['closed']).length === 0) return undefined;
  const active = files.some((file) => file.path === json['active']) ? String(json['active']) : (files[0]?.path ?? '');
  const closed = list(json['closed']).flatMap(({ path, content }) => (typeof path === 'string' && typeof content === 'string' ? [{ path, content }] : []));
  return { files, active, closed };
}

function list(value: unknown): readonly { readonly [key: string]: unknown }[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
