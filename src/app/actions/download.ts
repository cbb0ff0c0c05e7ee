import { baseName, HOME } from '../world/file-name.ts';
import { type EditorFile, useFiles } from '../world/files.ts';
import { filesBeside } from './deploy.ts';

/** Hands a text to the browser as a file of the user's disk. */
function download(name: string, data: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([data], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

/** Saves a file of the editor to disk, byte for byte what docker is given. */
export function downloadFile(file: Pick<EditorFile, 'path' | 'content'>): void {
  download(baseName(file.path), file.content, 'application/octet-stream');
}

/** The files of a zip by their paths in it: a stack file and those it speaks of, placed so that its relative paths hold. */
export function zipEntries(file: EditorFile, files: readonly EditorFile[]): { readonly [path: string]: string } {
  const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
  const placed = (path: string): string =>
    path.startsWith(folder) ? path.slice(folder.length) : path.startsWith(HOME) ? path.slice(HOME.length) : path.slice(1);
  return Object.fromEntries([file, ...filesBeside(file, files)].map((each) => [placed(each.path), each.content]));
}

/** Saves a stack file and the files it speaks of as a zip; unpacked, `docker stack deploy -c FILE STACK` takes it as it is. */
export async function downloadZip(file: EditorFile): Promise<void> {
  const { strToU8, zipSync } = await import('fflate');
  const entries = Object.entries(zipEntries(file, useFiles.getState().files)).map(([path, content]) => [path, strToU8(content)]);
  download(`${baseName(file.path).replace(/\.ya?ml$/i, '')}.zip`, zipSync(Object.fromEntries(entries), { level: 9 }) as BlobPart, 'application/zip');
}
