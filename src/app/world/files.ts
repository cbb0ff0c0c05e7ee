import { create } from 'zustand';
import { COURSE_STACK, STACK_FILE } from '../../run/default-scenario.ts';
import type { Recording } from '../../run/recording.ts';
import { stackNameFor } from './file-name.ts';
import { recordedFiles } from './recorded-files.ts';
import { isEmbedded, useSession } from './session.ts';
import { load, save } from './storage.ts';
import { readFiles, writeFiles } from './stored-files.ts';

/** A file in the editor. */
export interface EditorFile {
  /** Stays the same when the file gets another name: undo belongs to it. */
  readonly id: number;
  /** Absolute path on the hosts. */
  readonly path: string;
  readonly content: string;
  /** What the hosts have, as far as the page knows; undefined: they have no such file. */
  readonly savedContent: string | undefined;
  /** The stack that it is deployed as, once somebody has chosen one. */
  readonly stackName: string | undefined;
}

/** The editor's files. */
export interface FilesState {
  readonly files: readonly EditorFile[];
  /** Path of the file that is shown; empty when none is open. */
  readonly active: string;
  /** What was closed or replaced, the latest first: nothing that was written is lost. */
  readonly closed: readonly { readonly path: string; readonly content: string }[];
}

/** Characters that a file in the editor may have: more than any stack file, less than what makes a browser stand still. */
export const MAX_FILE_LENGTH = 1_000_000;

const NAME = 'files';
const MAX_CLOSED = 10;
const SAVE_AFTER_MS = 300;

function initial(): FilesState {
  // A frame in somebody's page shows its run's files, not those of who looks at it.
  const text = isEmbedded() ? undefined : load(NAME);
  return (
    (text === undefined ? undefined : readFiles(text)) ?? {
      files: [{ id: 1, path: STACK_FILE, content: COURSE_STACK, savedContent: COURSE_STACK, stackName: undefined }],
      active: STACK_FILE,
      closed: [],
    }
  );
}

export const useFiles = create<FilesState>(initial);

let timer: ReturnType<typeof setTimeout> | undefined;
useFiles.subscribe(() => {
  clearTimeout(timer);
  timer = setTimeout(keepFiles, SAVE_AFTER_MS);
});

/** Keeps the files in the browser now; says so when there is no room. What was closed gives way first. */
export function keepFiles(): void {
  if (timer === undefined) return;
  clearTimeout(timer);
  timer = undefined;
  const state = useFiles.getState();
  const kept = save(NAME, writeFiles(state)) || save(NAME, writeFiles({ ...state, closed: [] }));
  const { alarm } = useSession.getState();
  // What is typed is lost sooner than the run, of which a file can be saved: it is said in its place.
  if (!kept && (alarm === undefined || alarm.kind === 'storageFull')) useSession.setState({ alarm: { kind: 'filesNotKept', detail: '' } });
  else if (kept && alarm?.kind === 'filesNotKept') useSession.setState({ alarm: undefined });
}

if (typeof document !== 'undefined') {
  addEventListener('pagehide', keepFiles);
  document.addEventListener('visibilitychange', () => document.hidden && keepFiles());
}

/** The stack that a file is deployed as. */
export function stackNameOf(file: Pick<EditorFile, 'path' | 'stackName'>): string {
  return file.stackName ?? stackNameFor(file.path);
}

/** The file that is shown, if any. */
export function activeFile({ files, active }: Pick<FilesState, 'files' | 'active'>): EditorFile | undefined {
  return files.find((file) => file.path === active) ?? files[0];
}

function change(path: string, change: Partial<EditorFile>): void {
  useFiles.setState(({ files }) => ({ files: files.map((file) => (file.path === path ? { ...file, ...change } : file)) }));
}

/** What was typed. */
export function editFile(path: string, content: string): void {
  change(path, { content });
}

/** The stack that a file is deployed as from now on. */
export function nameStack(path: string, stackName: string): void {
  change(path, { stackName });
}

/** The hosts have this content now. */
export function markSaved(path: string, content: string): void {
  change(path, { savedContent: content });
}

/** Shows a file that is open. */
export function showFile(path: string): void {
  useFiles.setState({ active: path });
}

/** Opens a file and shows it. One with the same path is replaced; what it held can be opened again. */
export function openFile(path: string, content: string, more: Partial<Pick<EditorFile, 'savedContent' | 'stackName'>> = {}): void {
  useFiles.setState(({ files, closed }) => {
    const before = files.find((file) => file.path === path);
    const opened: EditorFile = {
      id: before?.id ?? Math.max(0, ...files.map((file) => file.id)) + 1,
      path,
      content,
      savedContent: 'savedContent' in more ? more.savedContent : before?.savedContent,
      stackName: more.stackName ?? before?.stackName,
    };
    return {
      files: before ? files.map((file) => (file === before ? opened : file)) : [...files, opened],
      active: path,
      closed: before && before.content !== content && before.content !== before.savedContent ? remember(before, closed) : closed,
    };
  });
}

/** A program on a host (nano, vi) asks for the editor. */
export function openFromHost(path: string, content: string): void {
  if (content.length > MAX_FILE_LENGTH) useSession.setState({ alarm: { kind: 'fileTooLong', detail: path } });
  else openFile(path, content, { savedContent: content });
}

/** Gives a file another path; the hosts keep what they have under the old one. */
export function renameFile(path: string, next: string): void {
  useFiles.setState(({ files, active }) => ({
    files: files.map((file) => (file.path === path ? { ...file, path: next, savedContent: undefined } : file)),
    active: active === path ? next : active,
  }));
}

/** Closes a file; its neighbour is shown, and it can be opened again. */
export function closeFile(path: string): void {
  useFiles.setState(({ files, active, closed }) => {
    const at = files.findIndex((file) => file.path === path);
    const file = files[at];
    if (!file) return {};
    const rest = files.filter((each) => each !== file);
    return {
      files: rest,
      active: active === path ? (rest[Math.min(at, rest.length - 1)]?.path ?? '') : active,
      closed: remember(file, closed),
    };
  });
}

/** Opens what was closed last; does nothing when there is nothing. */
export function reopenFile(): void {
  const [last, ...rest] = useFiles.getState().closed;
  if (!last) return;
  useFiles.setState({ closed: rest });
  openFile(last.path, last.content);
}

function remember({ path, content }: EditorFile, closed: FilesState['closed']): FilesState['closed'] {
  if (content.trim() === '') return closed;
  return [{ path, content }, ...closed.filter((each) => each.path !== path || each.content !== content)].slice(0, MAX_CLOSED);
}

/** A run is opened: what the hosts have is what it wrote. The file that it was made with is shown, if it brings one. */
export function takeRecordedFiles(recording: Recording | undefined, show: boolean): void {
  const written = recordedFiles(recording);
  useFiles.setState(({ files }) => ({ files: files.map((file) => ({ ...file, savedContent: written.get(file.path) })) }));
  const course = written.get(STACK_FILE);
  if (show && course !== undefined) openFile(STACK_FILE, course);
}

/** The editor's files that a run does not know: what was typed and is not on the hosts. */
export function draftsOf(recording: Recording): readonly { readonly path: string; readonly content: string }[] {
  const written = recordedFiles(recording);
  return useFiles.getState().files.filter(({ path, content }) => written.get(path) !== content);
}

/** Puts files that a link brought into the editor and shows the first. */
export function takeDrafts(drafts: readonly { readonly path: string; readonly content: string }[]): void {
  for (const { path, content } of drafts) openFile(path, content);
  const [first] = drafts;
  if (first) showFile(first.path);
}
