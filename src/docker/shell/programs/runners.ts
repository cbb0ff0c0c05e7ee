import { Interrupted } from '../../api/client.ts';
import { Pipe, TextInput } from '../pipe.ts';
import { linesOf, options, type Program } from '../program.ts';

/** Programs that run other programs: sudo, xargs, watch, timeout, sh … */
export const runners: { readonly [name: string]: Program } = {
  sudo: (context, args) => {
    const rest = args.filter((arg, i) => !(arg.startsWith('-') && args.slice(0, i).every((before) => before.startsWith('-'))));
    return rest.length === 0 ? say(context, 'usage: sudo command [arg ...]\n', 1) : context.exec(rest);
  },
  env: async (context, args) => {
    if (args.length > 0) return context.exec(args.filter((arg) => !arg.includes('=')));
    for (const name of Object.keys(context.env)) context.stdout.write(`${name}=${context.env[name] ?? ''}\n`);
    return 0;
  },
  nohup: (context, args) => context.exec(args),
  time: (context, args) => context.exec(args),
  command: (context, args) => context.exec(args),
  exec: (context, args) => context.exec(args),
  sh: shell,
  bash: shell,
  xargs: async (context, args) => {
    let i = 0;
    let size = Number.POSITIVE_INFINITY;
    let replace: string | undefined;
    let skipEmpty = false;
    for (; i < args.length && (args[i] as string).startsWith('-'); i++) {
      const word = args[i] as string;
      if (word.startsWith('-n')) size = Number(word.slice(2) || args[++i]);
      else if (word.startsWith('-I')) replace = word.slice(2) || args[++i];
      else if (word.startsWith('-L')) size = Number(word.slice(2) || args[++i]);
      else if (word === '-r' || word === '--no-run-if-empty') skipEmpty = true;
      else if (word.startsWith('-P')) i += word === '-P' ? 1 : 0;
      else if (word !== '-t' && word !== '-0') return say(context, `xargs: invalid option -- '${word.slice(1)}'\n`, 1);
    }
    const command = args.slice(i).length > 0 ? args.slice(i) : ['echo'];
    const text = await context.stdin.readAll();
    const items = replace === undefined ? text.split(/\s+/).filter((item) => item !== '') : linesOf(text).filter((line) => line.trim() !== '');
    if (items.length === 0 && (skipEmpty || replace !== undefined)) return 0;
    let status = 0;
    const run = async (words: readonly string[]): Promise<void> => {
      if ((await context.exec(words, { stdin: new TextInput('') })) !== 0) status = 123;
    };
    if (replace !== undefined) for (const item of items) await run(command.map((word) => word.split(replace).join(item)));
    else for (let at = 0; at === 0 || at < items.length; at += size) await run([...command, ...items.slice(at, at + size)]);
    return status;
  },
  watch: async (context, args) => {
    let i = 0;
    let seconds = 2;
    for (; i < args.length && (args[i] as string).startsWith('-'); i++) {
      const word = args[i] as string;
      if (word.startsWith('-n')) seconds = Number(word.slice(2) || args[++i]);
      else if (!/^-[dtceb]+$/.test(word)) return say(context, `watch: unrecognized option '${word}'\n`, 1);
    }
    const text = args.slice(i).join(' ');
    if (text === '') return say(context, 'Usage: watch [-n seconds] command\n', 1);
    if (!Number.isFinite(seconds)) return say(context, 'watch: the interval must be a number of seconds\n', 1);
    for (;;) {
      const screen = new Pipe();
      await context.shell(text, { stdout: screen, stderr: screen, terminal: undefined });
      screen.end();
      const rows = context.terminal ? context.terminal.rows - 3 : Number.POSITIVE_INFINITY;
      const lines = linesOf(await screen.readAll()).slice(0, rows);
      const title = `Every ${seconds.toFixed(1)}s: ${text}`;
      context.stdout.write(`${context.terminal ? '\u001b[H\u001b[2J' : ''}${title}\n\n${lines.join('\n')}\n`);
      await context.host.clock.sleep(Math.max(100, seconds * 1000), context.signal);
    }
  },
  timeout: async (context, args) => {
    const [limit = '', ...words] = args;
    const match = /^(\d+(?:\.\d+)?)([smh]?)$/.exec(limit);
    if (!match || words.length === 0) return say(context, 'Usage: timeout DURATION COMMAND [ARG]...\n', 125);
    const ms = Number(match[1]) * { '': 1000, s: 1000, m: 60_000, h: 3_600_000 }[match[2] as '' | 's' | 'm' | 'h'];
    let status: number | undefined;
    await Promise.race([
      context.exec(words).then((code) => {
        status = code;
      }),
      context.host.clock.sleep(ms, context.signal),
    ]);
    return status ?? 124;
  },
  sleep: async (context, args) => {
    let ms = 0;
    for (const arg of args) {
      const match = /^(\d*\.?\d+)([smhd]?)$/.exec(arg);
      if (!match) return say(context, `sleep: invalid time interval '${arg}'\n`, 1);
      ms += Number(match[1]) * { '': 1000, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }[match[2] as '' | 's' | 'm' | 'h' | 'd'];
    }
    if (args.length === 0) return say(context, 'sleep: missing operand\n', 1);
    await context.host.clock.sleep(ms, context.signal);
    return 0;
  },
  yes: async (context, args) => {
    const line = `${args.join(' ') || 'y'}\n`;
    for (let i = 0; ; i++) {
      if (context.signal.aborted) throw new Interrupted();
      context.stdout.write(line);
      if (i % 50 === 49) await context.host.clock.sleep(1, context.signal);
    }
  },
};

async function shell(context: Parameters<Program>[0], args: readonly string[]): Promise<number> {
  const parsed = options(context, 'bash', args.slice(0, 2), 'lixe', 'c');
  const text = parsed?.values.get('c');
  if (text !== undefined) return context.shell(text);
  const path = args.find((arg) => !arg.startsWith('-'));
  if (path !== undefined) return context.exec(['.', path]);
  return context.shell(await context.stdin.readAll());
}

function say(context: Parameters<Program>[0], text: string, status: number): Promise<number> {
  context.stderr.write(text);
  return Promise.resolve(status);
}
