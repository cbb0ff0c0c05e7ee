import { Interrupted } from '../../api/client.ts';
import { Pipe, TextInput } from '../pipe.ts';
import { linesOf, type OtherStreams, type Program, type ProgramContext, print, refuse, resolvePath } from '../program.ts';

const SECONDS: { readonly [unit: string]: number } = { '': 1, s: 1, m: 60, h: 3600, d: 86_400 };

/** `5`, `0.5s`, `2m` in milliseconds; undefined when it is none. */
function duration(word: string): number | undefined {
  const match = /^(\d*\.?\d+)([smhd]?)$/.exec(word);
  return match ? Number(match[1]) * (SECONDS[match[2] ?? ''] ?? 0) * 1000 : word === 'infinity' ? Number.MAX_SAFE_INTEGER / 2 : undefined;
}

/** sh, bash …: a text with -c, a script, what the input holds, or a new shell in the terminal. */
const shell =
  (program: string): Program =>
  async (context, args) => {
    const flags = args.filter((arg, i) => arg.startsWith('-') && args.slice(0, i).every((before) => before.startsWith('-')));
    const rest = args.slice(flags.length);
    const settings = [...flags.join('').replace(/-/g, '')].filter((letter) => 'eux'.includes(letter)).join('');
    const prefix = settings === '' ? '' : `set -${settings}; `;
    if (flags.some((flag) => /^-[a-z]*c$/.test(flag))) {
      const [text, name = program, ...positional] = rest;
      return text === undefined ? refuse(context, 'bash: -c: option requires an argument\n', 2) : context.script(name, prefix + text, positional);
    }
    const readsInput = flags.includes('-s') || rest[0] === undefined;
    const [path, ...positional] = rest[0] === '--' ? rest.slice(1) : rest;
    if (readsInput && !(context.keyboard && context.terminal))
      return context.script(program, prefix + (await context.stdin.readAll()), path === undefined ? [] : [path, ...positional]);
    if (path === undefined) return nested(context);
    const text = context.host.files.read(resolvePath(context.cwd, path));
    return text === undefined ? refuse(context, `bash: ${path}: No such file or directory\n`, 127) : context.script(path, prefix + text, positional);
  };

/** Programs that run other programs or wait: sudo, env, xargs, watch, timeout, sleep, sh … */
export const runners: { readonly [name: string]: Program } = {
  sudo: async (context, args) => {
    let i = 0;
    for (; /^-/.test(args[i] ?? ''); i++) {
      const word = args[i] as string;
      if (word === '--') {
        i++;
        break;
      }
      if (/^-[ugCghpRT]$/.test(word)) i++;
      if (word === '-i' || word === '-s')
        return args.length > i + 1 ? context.exec(args.slice(i + 1), {}, { missing: (name) => `sudo: ${name}: command not found` }) : nested(context);
      if (word === '-v' || word === '-k' || word === '-n') continue;
      if (word === '-l') return print(context, `User root may run the following commands on ${context.host.name}:\n    (ALL : ALL) ALL\n`);
    }
    const { env, rest } = assignments(args.slice(i));
    return rest.length === 0
      ? refuse(context, 'usage: sudo -h | -K | -k | -V\nusage: sudo [-u user] [VAR=value] [command [arg ...]]\n')
      : context.exec(rest, {}, { env, missing: (name) => `sudo: ${name}: command not found` });
  },
  su: async (context, args) => {
    const at = args.findIndex((arg) => arg === '-c' || arg.startsWith('--command'));
    return at >= 0 ? context.shell(args[at + 1] ?? '') : nested(context);
  },
  newgrp: async () => 0,
  env: async (context, args) => {
    const empty = args[0] === '-i' || args[0] === '-';
    const { env, rest } = assignments(empty ? args.slice(1) : args);
    const given = empty ? { ...Object.fromEntries(Object.keys(context.env).map((name) => [name, undefined])), ...env } : env;
    if (rest.length > 0) return context.exec(rest, {}, { env: given, missing: (name) => `env: ‘${name}’: No such file or directory` });
    for (const [name, value] of Object.entries(empty ? env : { ...context.env, ...env })) context.stdout.write(`${name}=${value ?? ''}\n`);
    return 0;
  },
  printenv: async (context, args) => {
    if (args.length === 0) for (const [name, value] of Object.entries(context.env)) context.stdout.write(`${name}=${value ?? ''}\n`);
    for (const name of args) if (context.env[name] !== undefined) context.stdout.write(`${context.env[name]}\n`);
    return args.every((name) => context.env[name] !== undefined) ? 0 : 1;
  },
  nohup: (context, args) => context.exec(args, {}, { missing: (name) => `nohup: failed to run command '${name}': No such file or directory` }),
  nice: (context, args) => context.exec(/^-n?$/.test(args[0] ?? '') ? args.slice(2) : args.filter((arg, i) => i > 0 || !arg.startsWith('-'))),
  setsid: (context, args) => context.exec(args),
  stdbuf: (context, args) => context.exec(args.filter((arg, i) => !(arg.startsWith('-') && args.slice(0, i).every((before) => before.startsWith('-'))))),
  sh: shell('sh'),
  bash: shell('bash'),
  dash: shell('dash'),
  ash: shell('ash'),
  xargs,
  watch,
  timeout: async (context, args) => {
    const words = args.filter((arg, i) => !(arg.startsWith('-') && args.slice(0, i).every((before) => before.startsWith('-'))));
    const ms = duration(words[0] ?? '');
    if (ms === undefined || words.length < 2)
      return refuse(context, words.length < 2 ? "Try 'timeout --help' for more information.\n" : `timeout: invalid time interval ‘${words[0]}’\n`, 125);
    const abort = new AbortController();
    const interrupt = (): void => abort.abort();
    context.signal.addEventListener('abort', interrupt);
    const sleeping = new AbortController();
    let late = false;
    void context.host.clock.sleep(ms, sleeping.signal).then(
      () => {
        late = true;
        interrupt();
      },
      () => {},
    );
    try {
      const status = await context.exec(
        words.slice(1),
        { signal: abort.signal },
        { missing: (name) => `timeout: failed to run command ‘${name}’: No such file or directory` },
      );
      return late ? 124 : status;
    } catch (error) {
      if (late && !context.signal.aborted && error instanceof Interrupted) return 124;
      throw error;
    } finally {
      sleeping.abort();
      context.signal.removeEventListener('abort', interrupt);
    }
  },
  sleep: async (context, args) => {
    let ms = 0;
    for (const arg of args) {
      const each = duration(arg);
      if (each === undefined) return refuse(context, `sleep: invalid time interval ‘${arg}’\nTry 'sleep --help' for more information.\n`);
      ms += each;
    }
    if (args.length === 0) return refuse(context, "sleep: missing operand\nTry 'sleep --help' for more information.\n");
    await context.host.clock.sleep(Math.min(ms, Number.MAX_SAFE_INTEGER / 4), context.signal);
    return 0;
  },
  yes: async (context, args) => {
    const line = `${args.join(' ') || 'y'}\n`;
    for (;;) {
      if (context.signal.aborted) throw new Interrupted();
      context.stdout.write(line);
      await context.pay(context.signal);
    }
  },
};

/** Assignments before a command: `env A=1 program`. */
function assignments(words: readonly string[]): { readonly env: { readonly [name: string]: string }; readonly rest: readonly string[] } {
  const env: { [name: string]: string } = {};
  let i = 0;
  for (; /^[A-Za-z_]\w*=/.test(words[i] ?? ''); i++) {
    const word = words[i] as string;
    env[word.slice(0, word.indexOf('='))] = word.slice(word.indexOf('=') + 1);
  }
  return { env, rest: words.slice(i) };
}

/** A new shell in this terminal; what there is to read otherwise. */
async function nested(context: ProgramContext): Promise<number> {
  const inner = context.keyboard && context.terminal && context.enter ? await context.host.shellOf(context.host.name) : undefined;
  if (!inner) return context.shell(await context.stdin.readAll());
  context.enter?.(inner, 'exit\n');
  return 0;
}

async function xargs(context: ProgramContext, args: readonly string[]): Promise<number> {
  let i = 0;
  let size = Number.POSITIVE_INFINITY;
  let replace: string | undefined;
  let delimiter: string | undefined;
  let skipEmpty = false;
  let shows = false;
  for (; /^-./.test(args[i] ?? ''); i++) {
    const word = args[i] as string;
    const value = (): string => word.slice(2) || (args[++i] ?? '');
    if (/^-[nLP]/.test(word)) {
      const count = Number(value());
      if (!Number.isInteger(count) || count < 0 || (count === 0 && !word.startsWith('-P')))
        return refuse(context, `xargs: value ${count} for ${word.slice(0, 2)} option should be >= 1\nTry 'xargs --help' for more information.\n`);
      if (!word.startsWith('-P')) size = count;
    } else if (word.startsWith('-I')) replace = value();
    else if (word.startsWith('-i')) replace = word.slice(2) || '{}';
    else if (word.startsWith('-d')) delimiter = value().replace('\\n', '\n').replace('\\t', '\t').replace('\\0', '\0');
    else if (word === '-0' || word === '--null') delimiter = '\0';
    else if (word === '-r' || word === '--no-run-if-empty') skipEmpty = true;
    else if (word === '-t' || word === '--verbose') shows = true;
    else if (word === '-a') {
      context.stderr.write('xargs: -a: not available here: use < file\n');
      return 1;
    } else
      return refuse(
        context,
        `xargs: ${word.startsWith('--') ? `unrecognized option '${word}'` : `invalid option -- '${word.charAt(1)}'`}\nTry 'xargs --help' for more information.\n`,
      );
  }
  const command = args.slice(i).length > 0 ? args.slice(i) : ['echo'];
  const text = await context.stdin.readAll();
  const items =
    delimiter === undefined
      ? replace === undefined
        ? wordsOf(text)
        : linesOf(text)
            .map((line) => line.trim())
            .filter((line) => line !== '')
      : text.replace(new RegExp(`${delimiter === '\n' ? '\\n' : '\\0'}$`), '').split(delimiter);
  if (items.length === 0 && (skipEmpty || replace !== undefined)) return 0;
  let status = 0;
  const run = async (words: readonly string[]): Promise<void> => {
    if (shows) context.stderr.write(`${words.join(' ')}\n`);
    const code = await context.exec(words, { stdin: new TextInput('') }, { missing: (name) => `xargs: ${name}: No such file or directory` });
    if (code !== 0) status = code === 127 || code === 126 ? code : 123;
  };
  if (replace !== undefined) for (const item of items) await run(command.map((word) => word.split(replace ?? '').join(item)));
  else for (let at = 0; at === 0 || at < items.length; at += size) await run([...command, ...items.slice(at, at + size)]);
  return status;
}

/** Words as xargs sees them: blanks divide, quotes and backslashes protect. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(/(?:[^\s"'\\]|\\[\s\S]|"[^"\n]*"|'[^'\n]*')+/g)].map(([word]) =>
    word.replace(/\\([\s\S])|"([^"]*)"|'([^']*)'/g, (_, escaped?: string, double?: string, single?: string) => escaped ?? double ?? single ?? ''),
  );
}

async function watch(context: ProgramContext, args: readonly string[]): Promise<number> {
  let i = 0;
  let seconds = 2;
  let titled = true;
  for (; /^-./.test(args[i] ?? ''); i++) {
    const word = args[i] as string;
    const long = /^--(interval)=(.*)$/.exec(word);
    if (word.startsWith('-n') || word === '--interval') seconds = Number((word.startsWith('--') ? '' : word.slice(2)) || args[++i]);
    else if (long) seconds = Number(long[2]);
    else if (word === '-t' || word === '--no-title') titled = false;
    else if (!/^-[dtcebxg]+$|^--(?:differences|color|exec|beep)$/.test(word)) return refuse(context, `watch: unrecognized option '${word}'\n`);
  }
  const text = args.slice(i).join(' ');
  if (text === '') return refuse(context, 'Usage:\n watch [options] command\n');
  if (!(seconds > 0)) return refuse(context, `watch: failed to parse argument: '${args[i - 1] ?? ''}'\n`);
  for (;;) {
    const screen = new Pipe();
    const streams: OtherStreams = { stdout: screen, stderr: screen, terminal: undefined, stdin: new TextInput('') };
    await context.shell(text, streams);
    screen.end();
    const rows = context.terminal ? context.terminal.rows - (titled ? 3 : 1) : Number.POSITIVE_INFINITY;
    const lines = linesOf(await screen.readAll()).slice(0, rows);
    const title = titled ? `Every ${seconds.toFixed(1)}s: ${text}\n\n` : '';
    context.stdout.write(`${context.terminal ? '\u001b[H\u001b[2J' : ''}${title}${lines.join('\n')}\n`);
    await context.host.clock.sleep(Math.max(100, seconds * 1000), context.signal);
  }
}
