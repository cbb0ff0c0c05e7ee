import { testExpression } from '../test-command.ts';
import { aliasBuiltins } from './aliases.ts';
import type { Builtin } from './builtin.ts';
import { directoryBuiltins } from './directories.ts';
import { echo, printf } from './echo.ts';
import { flowBuiltins } from './flow.ts';
import { jobBuiltins } from './job-control.ts';
import { nameBuiltins } from './names.ts';
import { readBuiltins } from './read.ts';
import { settingBuiltins } from './settings.ts';

const own = new Map<string, Builtin>([
  ...Object.entries({
    ':': () => 0,
    true: () => 0,
    false: () => 1,
    test: (shell, _io, args) => (testExpression(args, shell) ? 0 : 1),
    '[': (shell, io, args) => {
      if (args.at(-1) === ']') return testExpression(args.slice(0, -1), shell) ? 0 : 1;
      io.stderr.write("bash: [: missing `]'\n");
      return 2;
    },
    echo,
    printf,
    history: (shell, io, args) => {
      const { history } = shell.state;
      if (args.includes('-c')) history.length = 0;
      const count = Number(args.find((arg) => /^\d+$/.test(arg)) ?? history.length);
      const from = Math.max(0, history.length - count);
      if (!args.includes('-c')) history.slice(from).forEach((line, i) => io.stdout.write(`${String(from + i + 1).padStart(5)}  ${line}\n`));
      return 0;
    },
  } satisfies { readonly [name: string]: Builtin }),
  ...Object.entries(directoryBuiltins),
  ...Object.entries(flowBuiltins),
  ...Object.entries(settingBuiltins),
  ...Object.entries(readBuiltins),
  ...Object.entries(jobBuiltins),
  ...Object.entries(aliasBuiltins),
]);

for (const [name, builtin] of Object.entries(nameBuiltins(own))) own.set(name, builtin);

/** The shell's own commands by name. */
export const builtins: ReadonlyMap<string, Builtin> = own;
