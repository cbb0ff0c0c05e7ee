import type { Program } from '../program.ts';
import { resolvePath } from '../program.ts';

/** Programs that a library brings: too large to write again and to load before somebody wants one. */
const NAMES = ['jq', 'awk', 'sed', 'base64', 'rev', 'paste', 'comm', 'fold', 'expand', 'md5sum', 'sha256sum', 'find', 'tree', 'stat', 'expr'] as const;

/** How much text such a program takes at once. */
const MAX_INPUT = 8_000_000;

const program =
  (name: (typeof NAMES)[number]): Program =>
  async (context, args) => {
    const { Bash } = await context.host.outside(import('just-bash/browser'));
    const files: Record<string, string> = {};
    const collect = (folder: string): void => {
      for (const entry of context.host.files.list(folder) ?? []) {
        const path = resolvePath(folder, entry);
        const text = context.host.files.read(path);
        if (text !== undefined) files[path] = text;
        else collect(path);
      }
    };
    collect('/');
    const usesInput =
      name !== 'find' &&
      name !== 'tree' &&
      name !== 'stat' &&
      name !== 'expr' &&
      !args.slice(1).some((arg) => files[resolvePath(context.cwd, arg)] !== undefined);
    const stdin = usesInput ? await context.stdin.readAll() : '';
    if (stdin.length > MAX_INPUT) {
      context.stderr.write(`${name}: the input is longer than ${MAX_INPUT} characters\n`);
      return 1;
    }
    const bash = new Bash({ files, cwd: context.cwd, env: Object.fromEntries(Object.entries(context.env).map(([key, value]) => [key, value ?? ''])) });
    const result = await context.host.outside(bash.exec(name, { args: [...args], stdin }));
    context.stdout.write(result.stdout);
    context.stderr.write(result.stderr);
    return result.exitCode;
  };

/** The library's programs by name. */
export const justBashPrograms: { readonly [name: string]: Program } = Object.fromEntries(NAMES.map((name) => [name, program(name)]));
