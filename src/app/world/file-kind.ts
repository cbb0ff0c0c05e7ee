import { baseName } from './file-name.ts';
import type { EditorFile } from './files.ts';

const STACK_KEY = /^["']?(?:version|services|networks|volumes|secrets|configs)["']?\s*:/m;

/** Whether a file is to be read as a stack file: YAML that is not the content of another file's config, such as prometheus.yml. */
export function isStackFile(file: Pick<EditorFile, 'path' | 'content'>, files: readonly Pick<EditorFile, 'path' | 'content'>[]): boolean {
  if (!/\.ya?ml$/i.test(file.path)) return false;
  if (STACK_KEY.test(file.content)) return true;
  return !files.some((other) => other.path !== file.path && STACK_KEY.test(other.content) && other.content.includes(baseName(file.path)));
}
