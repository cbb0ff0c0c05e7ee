import { type ProcessContext, type Program, ProgramInterrupt } from './program.ts';
import { readInput } from './program-input.ts';
import { enterShell, Shell } from './shell.ts';
import { ShellExit } from './shell-exit.ts';
import { parseShell } from './shell-syntax.ts';

/** Why a command is not a whole one yet. */
const UNFINISHED = /unexpected end of file|unterminated/;

/** A shell without a script: reads commands from its input, with prompts when that is a terminal, until its end or `exit`. */
export function* runShellSession(process: ProcessContext, name: string): Program {
  const { terminal } = process;
  enterShell(process);
  const shell = new Shell(process, [name]);
  const history: string[] = [];
  terminal?.print(process.system.shellBanner);
  let script = '';
  for (;;) {
    const line = terminal ? yield* terminal.edit(script === '' ? prompt(process) : '> ', history) : yield* readInput(process.stdin, 'line');
    if (line === undefined) return yield* end(shell, process, script);
    if (line !== '' && line.trim() !== '') history.push(line);
    // Ctrl-C at the prompt takes back what was begun.
    script = terminal ? (line === '' ? '' : `${script}${line}\n`) : script + line;
    const tree = parseShell(script);
    if (typeof tree === 'string') {
      if (UNFINISHED.test(tree)) continue;
      process.err(`${name}: ${tree}\n`);
      script = '';
      if (!terminal) return 2;
      continue;
    }
    script = '';
    try {
      yield* shell.run(tree);
    } catch (stop) {
      if (stop instanceof ShellExit) return stop.code;
      if (!(stop instanceof ProgramInterrupt && terminal)) throw stop;
      terminal.print('\n');
    }
  }
}

function* end(shell: Shell, process: ProcessContext, script: string): Program {
  const tree = parseShell(script);
  if (typeof tree !== 'string') return shell.lastStatus;
  process.err(`sh: ${tree}\n`);
  yield* [];
  return 2;
}

/** ash's `\w \$ `: the working directory, with `~` for the home directory, and whether root is at work. */
function prompt(process: ProcessContext): string {
  const home = process.env.get('HOME') ?? '';
  const { cwd } = process;
  const place = home !== '' && (cwd === home || (home !== '/' && cwd.startsWith(`${home}/`))) ? `~${cwd.slice(home === '/' ? 1 : home.length)}` : cwd;
  return `${place} ${['', '0', 'root'].includes(process.system.user.split(':')[0] ?? '') ? '#' : '$'} `;
}
