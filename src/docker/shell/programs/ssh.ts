import { TextInput } from '../pipe.ts';
import { type Program, type ProgramContext, refuse, resolvePath } from '../program.ts';
import type { HostShell } from '../shell.ts';

/** Options of ssh and scp that take a value. */
const WITH_VALUE = 'bcDEeFIiJLlmOoPpQRSWw';

/** ssh HOST: goes there, until exit. With a command: runs it there. */
export const ssh: Program = async (context, args) => {
  let i = 0;
  for (; /^-./.test(args[i] ?? ''); i++) if (WITH_VALUE.includes((args[i] ?? '').slice(-1)) && (args[i] ?? '').length === 2) i++;
  const [target, ...command] = args.slice(i);
  if (target === undefined)
    return refuse(context, 'usage: ssh [-i identity_file] [-l login_name] [-o option] [-p port] destination [command [argument ...]]\n', 255);
  const name = nameOf(target);
  const shell = await shellOf(context, 'ssh', name);
  if (!shell) return 255;
  const streams = { stdin: context.stdin, stdout: context.stdout, stderr: context.stderr, terminal: undefined, signal: context.signal };
  if (command.length > 0) return shell.run(command.join(' '), streams);
  if (context.keyboard && context.terminal && context.enter) {
    context.enter(shell, `logout\nConnection to ${name} closed.\n`);
    return 0;
  }
  return shell.run(await context.stdin.readAll(), { ...streams, stdin: new TextInput('') });
};

/** scp FILE HOST:PATH and back. */
export const scp: Program = async (context, args) => {
  const paths: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string;
    if (/^-[A-Za-z]$/.test(word) && WITH_VALUE.includes(word.charAt(1))) i++;
    else if (!word.startsWith('-')) paths.push(word);
  }
  const to = paths.pop();
  if (to === undefined || paths.length === 0) return refuse(context, 'usage: scp [-r] source ... target\n');
  for (const from of paths) {
    const text = await fetch(context, from);
    if (text === undefined || !(await store(context, to, from.split(/[/:]/).at(-1) ?? 'file', text))) return 1;
  }
  return 0;
};

function nameOf(target: string): string {
  return target
    .replace(/^ssh:\/\//, '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '');
}

async function shellOf(context: ProgramContext, program: string, name: string): Promise<HostShell | undefined> {
  const { host } = context;
  const found = host
    .hosts()
    .find((other) => other.name.toLowerCase() === name.toLowerCase() || other.address === name || (name === 'localhost' && other.name === host.name));
  if (!found) {
    context.stderr.write(`${program}: Could not resolve hostname ${name}: Name or service not known\n`);
    return undefined;
  }
  const shell = found.name === host.name || host.answersPing(found.address) ? await host.shellOf(found.name) : undefined;
  if (!shell) context.stderr.write(`${program}: connect to host ${name} port 22: No route to host\n`);
  return shell;
}

/** `host:path` in two; undefined for a path of this host. */
function remote(place: string): { readonly host: string; readonly path: string } | undefined {
  const match = /^(?:[^/:@]+@)?([^/:]+):(.*)$/s.exec(place);
  return match ? { host: match[1] ?? '', path: match[2] || '.' } : undefined;
}

async function fetch(context: ProgramContext, place: string): Promise<string | undefined> {
  const there = remote(place);
  if (!there) {
    const text = context.host.files.read(resolvePath(context.cwd, place));
    if (text === undefined) context.stderr.write(`scp: stat local "${place}": No such file or directory\n`);
    return text;
  }
  const shell = await shellOf(context, 'ssh', there.host);
  let text = '';
  const status = await shell?.run(`cat -- '${there.path.replace(/'/g, "'\\''")}'`, {
    stdin: new TextInput(''),
    stdout: { write: (part) => (text += part) },
    stderr: { write: () => {} },
    terminal: undefined,
    signal: context.signal,
  });
  if (shell && status !== 0) context.stderr.write(`scp: ${there.path}: No such file or directory\n`);
  return status === 0 ? text : undefined;
}

async function store(context: ProgramContext, place: string, name: string, text: string): Promise<boolean> {
  const there = remote(place);
  if (!there) {
    const full = resolvePath(context.cwd, place);
    context.host.files.write(context.host.files.isFolder(full) ? resolvePath(full, name) : full, text);
    return true;
  }
  const shell = await shellOf(context, 'ssh', there.host);
  const path = `'${there.path.replace(/'/g, "'\\''")}'`;
  const line = `if [ -d ${path} ]; then cat > ${path}/${name}; else cat > ${path}; fi`;
  const status = await shell?.run(line, {
    stdin: new TextInput(text),
    stdout: { write: () => {} },
    stderr: context.stderr,
    terminal: undefined,
    signal: context.signal,
  });
  return status === 0;
}
