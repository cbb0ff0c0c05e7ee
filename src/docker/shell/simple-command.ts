import type { Command } from 'unbash';
import { assign, type ReadyAssignment, readyAssignment } from './assignment.ts';
import { DECLARATIONS, declare } from './builtins/declare.ts';
import { builtins } from './builtins/index.ts';
import { expandWords } from './expansion/words.ts';
import { Jump } from './jump.ts';
import { type ProgramContext, resolvePath } from './program.ts';
import { programs } from './programs/index.ts';
import { quoted } from './quoted.ts';
import { redirected } from './redirect.ts';
import type { CommandIo, RunOptions, ShellControl } from './shell-control.ts';
import { ShellError } from './shell-error.ts';
import type { ShellFunction } from './state.ts';

/** How deep functions may call functions. */
const MAX_DEPTH = 500;

/** Runs a simple command: alias, words, assignments, redirections, then what its first word names. */
export async function runSimple(node: Command, io: CommandIo, shell: ShellControl): Promise<number> {
  const { state } = shell;
  const { name: first } = node;
  const alias = first && !first.parts && first.text === first.value && !shell.expanding.has(first.value) ? state.aliases.get(first.value) : undefined;
  if (first && alias !== undefined) return runAlias(first.value, alias, node, io, shell);
  const context = shell.expansion(io);
  const assignments: ReadyAssignment[] = [];
  const words: string[] = [];
  const declared: (string | ReadyAssignment)[] = [];
  if (node.name) for (const text of await expandWords([node.name], context)) words.push(text);
  for (const argument of node.args) {
    if (argument.type === 'Word') {
      const texts = await expandWords([argument], context);
      for (const text of texts) {
        words.push(text);
        declared.push(text);
      }
    } else {
      const ready = await readyAssignment(argument, context);
      declared.push(ready);
      words.push(typeof ready.value === 'string' ? `${ready.name}${ready.append ? '+' : ''}=${ready.value}` : argument.text);
    }
  }
  for (const prefix of node.prefix) {
    if (prefix.type !== 'Assignment') continue;
    const ready = await readyAssignment(prefix, context);
    assignments.push(ready);
    // Each sees those before it.
    if (words.length === 0) await assign(ready, context);
  }
  if (state.options.xtrace)
    io.stderr.write(
      `+ ${[...assignments.map(({ name, value }) => `${name}=${typeof value === 'string' ? quoted(value) : '(…)'}`), ...words.map(quoted)].join(' ')}\n`,
    );
  const inner = node.redirects.length > 0 ? await redirected(node.redirects, io, shell) : io;
  const [name] = words;
  if (name === undefined) {
    // The status of a command substitution in it is its own.
    return context.substituted ?? 0;
  }
  if (name === 'exec' && words.length === 1) {
    shell.replace(io, inner);
    return 0;
  }
  if (DECLARATIONS.has(name) && !state.functions.has(name)) return declare(name, declared, inner, shell);
  if (assignments.length === 0) return runWords(words, inner, shell);
  // For one command only: as variables of a function that hides the others.
  state.variables.enter();
  try {
    for (const assignment of assignments) {
      state.variables.cover(assignment.name);
      await assign(assignment, context);
      state.variables.mark(assignment.name, { exported: true });
    }
    return await runWords(words, inner, shell);
  } finally {
    state.variables.leave();
  }
}

/** Runs words as a command: a function, one of the shell's own, a program, or a script by its path. */
export async function runWords(words: readonly string[], io: CommandIo, shell: ShellControl, { functions = true, missing }: RunOptions = {}): Promise<number> {
  const { state, processes } = shell;
  const [name, ...args] = words;
  if (name === undefined) return 0;
  const body = functions ? state.functions.get(name) : undefined;
  if (body) return runFunction(name, body, args, io, shell);
  const builtin = builtins.get(name);
  if (builtin) {
    await processes.pay('builtin', io.signal);
    return builtin(shell, io, args);
  }
  await processes.pay(name === 'docker' ? 'docker' : 'program', io.signal);
  const program = programs.get(name.replace(/^\/(?:usr\/(?:local\/)?)?s?bin\//, ''));
  if (program) return program(programContext(io, shell), args);
  return runScript(name, args, io, shell, missing);
}

async function runFunction(name: string, { body, source }: ShellFunction, args: readonly string[], io: CommandIo, shell: ShellControl): Promise<number> {
  const { state } = shell;
  if (state.depth >= MAX_DEPTH) throw new ShellError(`${name}: maximum function nesting level exceeded (${MAX_DEPTH})`, 1, true);
  const outer = { positional: state.positional, source: shell.source };
  state.positional = args;
  state.depth++;
  state.returns++;
  state.variables.enter();
  shell.source = source;
  try {
    return body.type === 'CompoundList' ? await shell.list(body, io) : await shell.command(body, io);
  } catch (error) {
    if (error instanceof Jump && error.kind === 'return') return error.status;
    throw error;
  } finally {
    state.variables.leave();
    state.positional = outer.positional;
    state.depth--;
    state.returns--;
    shell.source = outer.source;
  }
}

async function runScript(name: string, args: readonly string[], io: CommandIo, shell: ShellControl, missing: RunOptions['missing']): Promise<number> {
  const { files } = shell.host;
  const path = resolvePath(shell.state.cwd, name);
  const text = name.includes('/') ? files.read(path) : undefined;
  if (text === undefined) {
    const reason = !name.includes('/') ? 'command not found' : files.isFolder(path) ? 'Is a directory' : 'No such file or directory';
    io.stderr.write(`${missing?.(name) ?? `bash: ${name}: ${reason}`}\n`);
    return files.isFolder(path) && name.includes('/') ? 126 : 127;
  }
  const interpreter = /^#!\s*(?:\/usr\/bin\/env\s+)?(\S+)/.exec(text)?.[1];
  if (interpreter !== undefined && !/(?:^|\/)(?:ba|da|a|z|k)?sh$/.test(interpreter)) {
    io.stderr.write(`bash: ${name}: ${interpreter}: bad interpreter: No such file or directory\n`);
    return 126;
  }
  return shell.process(name, args).whole(text, io);
}

/** What a program is given; its own commands and scripts run in shells of their own. */
function programContext(io: CommandIo, shell: ShellControl): ProgramContext {
  const env = shell.state.variables.environment();
  return {
    host: shell.host,
    ...io,
    env,
    cwd: shell.state.cwd,
    pay: (signal) => shell.processes.pay('program', signal),
    exec: (words, over, how = {}) => shell.process('bash', [], how.env).run(words, { ...io, ...over }, how),
    shell: (text, over) => shell.process('bash', []).whole(text, { ...io, ...over }),
    script: (name, text, args) => shell.process(name, args).whole(text, io),
    enter: shell.enter,
  };
}

/** A plain alias gives words, any other a text with what was typed behind it. */
async function runAlias(name: string, alias: string, node: Command, io: CommandIo, shell: ShellControl): Promise<number> {
  shell.expanding.add(name);
  try {
    const parsed = shell.parse(alias);
    const only = parsed.commands.length === 1 && !parsed.errors?.length ? parsed.commands[0]?.command : undefined;
    if (only?.type === 'Command' && only.name) {
      const prefix = [...only.prefix, ...node.prefix];
      const suffix = [...only.suffix, ...node.suffix];
      return await runSimple(
        { ...only, prefix, suffix, name: only.name, args: [...only.args, ...node.args], redirects: [...only.redirects, ...node.redirects] },
        io,
        shell,
      );
    }
    return await shell.text(`${alias}${shell.source.slice(node.name?.end ?? node.end, node.end)}`, io);
  } finally {
    shell.expanding.delete(name);
  }
}
