import { create } from 'zustand';
import { COURSE_STACK, STACK_FILE } from '../../run/default-scenario.ts';
import { load, save } from './storage.ts';

/** A file in the editor. */
export interface EditorFile {
  /** Absolute path on the hosts. */
  readonly path: string;
  readonly content: string;
  /** What the hosts have, as far as the page knows. */
  readonly savedContent: string | undefined;
}

/** The editor's files; the stack file is always the first. */
export interface FilesState {
  readonly files: readonly EditorFile[];
  readonly active: string;
  readonly stackName: string;
}

const NAME = 'files';

function initial(): FilesState {
  const fresh: FilesState = { files: [{ path: STACK_FILE, content: COURSE_STACK, savedContent: COURSE_STACK }], active: STACK_FILE, stackName: 'mystack' };
  const text = load(NAME);
  if (text === undefined) return fresh;
  try {
    const kept = JSON.parse(text) as { files?: readonly { path?: unknown; content?: unknown }[]; active?: unknown; stackName?: unknown };
    const files = (kept.files ?? []).flatMap(({ path, content }) =>
      typeof path === 'string' && typeof content === 'string' ? [{ path, content, savedContent: undefined }] : [],
    );
    if (!files.some((file) => file.path === STACK_FILE)) return fresh;
    return {
      files,
      active: files.some((file) => file.path === kept.active) ? (kept.active as string) : STACK_FILE,
      stackName: typeof kept.stackName === 'string' && kept.stackName !== '' ? kept.stackName : 'mystack',
    };
  } catch {
    return fresh;
  }
}

export const useFiles = create<FilesState>(initial);

let timer: ReturnType<typeof setTimeout> | undefined;
useFiles.subscribe(({ files, active, stackName }) => {
  clearTimeout(timer);
  timer = setTimeout(() => save(NAME, JSON.stringify({ files: files.map(({ path, content }) => ({ path, content })), active, stackName })), 300);
});

/** What was typed. */
export function editFile(path: string, content: string): void {
  useFiles.setState(({ files }) => ({ files: files.map((file) => (file.path === path ? { ...file, content } : file)) }));
}

/** A program on a host (nano, vi) asks for the editor. */
export function openFromHost(path: string, content: string): void {
  useFiles.setState(({ files }) => ({
    files: files.some((file) => file.path === path)
      ? files.map((file) => (file.path === path ? { ...file, content, savedContent: content } : file))
      : [...files, { path, content, savedContent: content }],
    active: path,
  }));
}

/** The hosts have this content now. */
export function markSaved(path: string, content: string): void {
  useFiles.setState(({ files }) => ({ files: files.map((file) => (file.path === path ? { ...file, savedContent: content } : file)) }));
}

/** Closes a file; the stack file stays. */
export function closeFile(path: string): void {
  if (path === STACK_FILE) return;
  useFiles.setState(({ files, active }) => ({ files: files.filter((file) => file.path !== path), active: active === path ? STACK_FILE : active }));
}

/** The last content that a run's text writes to a path: so that a link also brings the file it was made with. */
export function fileInRecording(text: string, path: string): string | undefined {
  try {
    const json = JSON.parse(text) as { i?: unknown; s?: unknown };
    const inputs = Array.isArray(json.i) ? (json.i as unknown[]) : [];
    for (const packed of inputs.toReversed()) {
      if (Array.isArray(packed) && packed[1] === 'w' && packed[2] === path && typeof packed[3] === 'string') return packed[3];
    }
    const scenario = json.s as { setup?: readonly { kind?: unknown; path?: unknown; content?: unknown }[] } | string | undefined;
    if (typeof scenario !== 'object') return path === STACK_FILE ? COURSE_STACK : undefined;
    const written = scenario.setup?.findLast((input) => input.kind === 'file' && input.path === path)?.content;
    return typeof written === 'string' ? written : undefined;
  } catch {
    return undefined;
  }
}
