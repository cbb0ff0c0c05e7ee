import { commandNamed } from './commands.ts';
import { type ProcessContext, type Program, resolvePath } from './program.ts';
import { runShell } from './shell.ts';
import { runShellSession } from './shell-session.ts';

/** Runs a program by name: a shell, one of the commands we know, or the image's own; 127 when there is none. */
export function* runCommand(process: ProcessContext, argv: readonly string[]): Program {
  const [path = '', ...args] = argv;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (isShell(name)) {
    const script = args.findIndex((arg) => arg.startsWith('-') && arg.includes('c') && !arg.startsWith('--'));
    if (script >= 0) return yield* runShell(process, args[script + 1] ?? '', [args[script + 2] ?? name, ...args.slice(script + 3)], true);
    const file = args.find((arg) => !arg.startsWith('-'));
    if (file !== undefined) {
      const text = process.system.files.read(resolvePath(process.cwd, file));
      if (text === undefined) {
        process.err(`${name}: can't open '${file}': No such file or directory\n`);
        return 2;
      }
      return yield* runShell(process, text, [file, ...args.slice(args.indexOf(file) + 1)]);
    }
    return yield* runShellSession(process, name);
  }
  if (name === 'env' && args.length > 0) {
    const rest = args.findIndex((arg) => !arg.includes('='));
    if (rest >= 0) return yield* runCommand(process, args.slice(rest));
  }
  if (name === 'timeout' || name === 'nohup' || name === 'time' || name === 'nice' || name === 'tini' || name === 'gosu' || name === 'su-exec') {
    const skip = name === 'timeout' || name === 'gosu' || name === 'su-exec' ? 1 : args[0] === '--' ? 1 : 0;
    return yield* runCommand(process, args.slice(skip));
  }
  // The image's own program comes first: /whoami of an image is not the shell's whoami.
  const command = path.startsWith('/') && path === process.system.mainProgram ? undefined : commandNamed(name);
  if (command) return yield* command(process, args);
  if (path === process.system.mainProgram || name === process.system.mainProgram) return yield* process.system.runMain(process, args);
  const script = process.system.files.read(resolvePath(process.cwd, path));
  if (script !== undefined && path.includes('/')) return yield* runShell(process, script, [path, ...args]);
  process.err(`sh: ${path}: not found\n`);
  return 127;
}

/** Whether a program of this name is the image's own, which no shell, prefix or command of ours hides. */
export function isOwnProgram(path: string, mainProgram: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path === mainProgram && !isShell(name) && !PREFIXES.has(name) && commandNamed(name) === undefined;
}

/** Whether a container could run this program at all: what `exec` and the start of a container look for first. */
export function knowsCommand(path: string, mainProgram: string, exists: (path: string) => boolean): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    isShell(name) ||
    PREFIXES.has(name) ||
    commandNamed(name) !== undefined ||
    path === mainProgram ||
    name === mainProgram ||
    (path.includes('/') && exists(path))
  );
}

const PREFIXES = new Set(['timeout', 'nohup', 'time', 'nice', 'tini', 'gosu', 'su-exec', 'env']);

/** Whether a program of this name is a shell. */
export function isShell(name: string): boolean {
  return name === 'sh' || name === 'ash' || name === 'bash' || name === 'dash' || name === 'zsh';
}
