import { editorWords } from '../i18n/editor-words.ts';
import { openingWords } from '../share/opening-words.ts';
import { tell } from './editor-notice.ts';
import { absolutePath, baseName, freeName } from './file-name.ts';
import { MAX_FILE_LENGTH, openFile, showFile, useFiles } from './files.ts';
import { openEditor } from './open-panel.ts';
import { useSession } from './session.ts';
import { sizeText } from './size-text.ts';
import { textOfBytes } from './text-of-bytes.ts';

/** Longer than its characters: a character takes up to three bytes of UTF-8 for each of its units. */
const MAX_BYTES = 3 * MAX_FILE_LENGTH;

/** Asks the user for files of the disk and opens them. */
export function pickFiles(): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.addEventListener('change', () => void takeFiles([...(input.files ?? [])]));
  input.click();
}

/** Opens files of the user's disk, dropped or chosen; says which cannot be, and why. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  const refused: string[] = [];
  for (const file of files) {
    const problem = await takeOne(file);
    if (problem !== undefined) refused.push(problem);
  }
  openEditor();
  if (refused.length > 0) tell(refused.join(' '));
}

async function takeOne(file: File): Promise<string | undefined> {
  const words = editorWords().incoming;
  if (file.size > MAX_BYTES) return words.tooLong(file.name, sizeText(file.size), sizeText(MAX_FILE_LENGTH));
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    // A folder, or a file that went away meanwhile.
    return words.unreadable(file.name);
  }
  const read = textOfBytes(bytes);
  if ('problem' in read) return words[read.problem](file.name);
  if (isRun(file.name, read.text)) {
    const { openRunFile } = await import('./open.ts');
    try {
      openRunFile(read.text);
      return undefined;
    } catch (error) {
      return `${file.name}: ${openingWords(error)}`;
    }
  }
  return addFile(file.name, read.text);
}

/** Opens a text as a new file beside the others; the same text under the same name only shows it. Answers what is wrong, if anything. */
export function addFile(name: string, text: string, stackName?: string): string | undefined {
  if (text.length > MAX_FILE_LENGTH) return editorWords().incoming.tooLong(baseName(name), sizeText(text.length), sizeText(MAX_FILE_LENGTH));
  const { files } = useFiles.getState();
  const same = files.find((file) => baseName(file.path) === baseName(name) && file.content === text);
  if (same) showFile(same.path);
  else {
    const free = freeName(
      name,
      files.map((file) => file.path),
    );
    openFile(absolutePath(free), text, stackName === undefined ? {} : { stackName });
  }
  return undefined;
}

/** A text that was pasted into the page, not into a field: a stack file is opened, an address is asked about. Anything else is left alone. */
export function takePastedText(text: string): void {
  const trimmed = text.trim();
  if (/^https?:\/\/\S+$/.test(trimmed) && trimmed.length < 2000) useSession.setState({ dialog: 'open-address', wantedAddress: trimmed });
  else if (/^["']?(?:services|version)["']?\s*:/m.test(text)) {
    const problem = addFile('pasted.yml', text.endsWith('\n') ? text : `${text}\n`);
    openEditor();
    if (problem !== undefined) tell(problem);
  }
}

/** Whether a file is a run of this page, as its Share dialog saves it. */
function isRun(name: string, text: string): boolean {
  return /\.json$/i.test(name) && /^\s*\{\s*"(?:v|swarmarium)"\s*:/.test(text);
}
