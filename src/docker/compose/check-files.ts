import type { Report } from './check-stack.ts';
import type { StackConfig } from './config.ts';
import { absolutePath } from './path.ts';

/** Reports the files that a stack reads and that are not there: of secrets, configs, and env files. Only errors show what a file holds. */
export function checkFiles(config: StackConfig, workingDir: string, exists: (path: string) => boolean, report: Report): void {
  const check = (file: string, path: readonly string[]): void => {
    const full = absolutePath(workingDir, file);
    if (exists(full)) return;
    report({ severity: 'error', path, message: `open ${full}: no such file or directory`, hint: 'missing-file', words: { file: full } });
  };
  for (const service of config.services) for (const file of service.env_file ?? []) check(file, ['services', service.name, 'env_file']);
  for (const section of ['secrets', 'configs'] as const) {
    for (const [name, object] of config[section]) {
      if (!object.external.external && object.driver === '' && object.file !== workingDir) check(object.file, [section, name, 'file']);
    }
  }
}
