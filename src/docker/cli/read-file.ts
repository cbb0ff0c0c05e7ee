import type { FileAccess } from './command.ts';

/** A file's text, or why it can't be read in the words of Go's os package: `open F: no such file or directory`. */
export function readFile(files: FileAccess, path: string): { readonly text: string } | { readonly problem: string } {
  const missing = { problem: `open ${path}: no such file or directory` };
  if (path === '') return missing;
  try {
    const text = files.read(path);
    return text === undefined ? missing : { text };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
