import type { Input } from '../../run/input.ts';
import { editorWords } from '../i18n/editor-words.ts';
import { useMirror } from '../mirror/mirror-store.ts';
import { baseName, shortPath } from '../world/file-name.ts';
import { type EditorFile, markSaved, stackNameOf, useFiles } from '../world/files.ts';
import { send } from '../world/world.ts';
import { clickLine, echo } from './action.ts';
import { managerOf } from './managers.ts';
import { quoteWord } from './quote-word.ts';

/** The command that deploys a file, as somebody in /root types it. */
export function deployLine(path: string, stackName: string, prune = false): string {
  return `docker stack deploy ${prune ? '--prune ' : ''}-c ${quoteWord(shortPath(path))} ${quoteWord(stackName)}`;
}

/** The command of ours that prints the plan of that deploy. */
export function planLine(path: string, stackName: string, prune = false): string {
  return deployLine(path, stackName, prune).replace(/^docker stack deploy/, 'swarmarium plan');
}

/** The files in the editor that a stack file speaks of: contents of secrets and configs, files of environment variables. */
export function filesBeside(file: EditorFile, files: readonly EditorFile[]): EditorFile[] {
  return files.filter((each) => each !== file && file.content.includes(baseName(each.path)));
}

/** Writes a file on every host. */
export function saveFile(path: string): void {
  const file = useFiles.getState().files.find((each) => each.path === path);
  if (!file) return;
  send(writing(file));
  markSaved(path, file.content);
  echo(editorWords().editor.save, shortPath(path), undefined, editorWords().editor.saved);
}

/** Writes a stack file and the files it speaks of on every host, and deploys it from a manager; `prune` removes what it does not have. */
export function deployFile(path: string, prune = false): void {
  const { files } = useFiles.getState();
  const file = files.find((each) => each.path === path);
  const { hosts } = useMirror.getState();
  const host = (managerOf(hosts) ?? hosts.find((each) => each.power))?.id;
  if (!file || host === undefined) return;
  const unsaved = [...filesBeside(file, files), file].filter((each) => each.savedContent !== each.content);
  const line = deployLine(path, stackNameOf(file), prune);
  // At one moment: in the past, it is one other future that begins.
  send(...unsaved.map(writing), clickLine(host, line));
  for (const each of unsaved) markSaved(each.path, each.content);
  echo(editorWords().editor.deploy, host, line);
}

function writing({ path, content }: EditorFile): Input {
  return { kind: 'file', path, content };
}
