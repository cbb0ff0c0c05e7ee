import type { Bash as JustBash } from 'just-bash/browser';
import { type Program, type ProgramContext, refuse, resolvePath } from '../program.ts';

/** Programs that a library brings: too large to write again and to load before somebody wants one. */
const NAMES = [
  'jq',
  'awk',
  'sed',
  'base64',
  'rev',
  'comm',
  'join',
  'fold',
  'expand',
  'unexpand',
  'strings',
  'split',
  'md5sum',
  'sha1sum',
  'sha256sum',
  'find',
  'tree',
  'stat',
  'du',
  'file',
  'expr',
  'gzip',
  'gunzip',
  'zcat',
] as const;

/** Those that never read their input. */
const READS_NOTHING: ReadonlySet<string> = new Set(['find', 'tree', 'stat', 'du', 'file', 'expr']);

/** How much text such a program takes at once (characters). */
const MAX_INPUT = 8_000_000;

const program =
  (name: (typeof NAMES)[number]): Program =>
  async (context, args) => {
    const { Bash } = await context.host.outside(import('just-bash/browser'));
    const files = filesOf(context, args);
    const bash = new Bash({ files, cwd: context.cwd, env: definedOf(context.env) });
    const named = args.slice(1).some((arg) => files[resolvePath(context.cwd, arg)] !== undefined);
    if (!READS_NOTHING.has(name) && !named && treatsLinesAlone(name, args)) return stream(context, bash, name, args);
    const stdin = READS_NOTHING.has(name) || named ? '' : await context.stdin.readAll();
    if (stdin.length > MAX_INPUT) return refuse(context, `${name}: the input is longer than ${MAX_INPUT} characters\n`);
    const status = await run(context, bash, name, args, stdin);
    await keep(context, bash, files);
    return status;
  };

/** The library's programs by name. */
export const justBashPrograms: { readonly [name: string]: Program } = Object.fromEntries(NAMES.map((name) => [name, program(name)]));

async function run(context: ProgramContext, bash: JustBash, name: string, args: readonly string[], stdin: string): Promise<number> {
  const result = await context.host.outside(bash.exec(name, { args: [...args], stdin }));
  context.stdout.write(result.stdout);
  context.stderr.write(result.stderr);
  return result.exitCode;
}

/**
 * Whether a program does the same with each line (or JSON text) whatever came before it, so that a stream that never
 * ends can be handed over as it comes: `docker events | jq .type`. When in doubt it does not.
 */
function treatsLinesAlone(name: string, args: readonly string[]): boolean {
  const script = args.find((arg) => !arg.startsWith('-')) ?? '';
  if (name === 'jq')
    return (
      !args.some((arg) => /^-[a-zA-Z]*[snR]|^--(?:slurp|null-input|raw-input|stream)/.test(arg)) && !/\binputs?\b|\blimit\b|input_line_number/.test(script)
    );
  if (name === 'awk') return !/BEGIN|END|\bNR\b|\bFNR\b|getline|[^=!<>]=[^=~]|\+\+|--/.test(script) && !args.includes('-f') && !args.includes('-v');
  if (name === 'sed')
    return (
      !args.some((arg) => /^-[a-zA-Z]*[iszf]/.test(arg)) &&
      !/^\s*[\d$]|[;{}\n]|,|[^\\](?:[NDPGHhgxqQ])\s*$/.test(
        script.replace(/^(?:\/(?:[^/\\]|\\.)*\/)?s(.)(?:(?!\1)[^\\]|\\.)*\1(?:(?!\1)[^\\]|\\.)*\1[gpIi]*$/, 's'),
      )
    );
  return name === 'rev' || name === 'expand' || name === 'unexpand';
}

async function stream(context: ProgramContext, bash: JustBash, name: string, args: readonly string[]): Promise<number> {
  let status = 0;
  let rest = '';
  let any = false;
  for (let part = await context.stdin.read(); part !== undefined; part = await context.stdin.read()) {
    rest += part;
    const end = rest.lastIndexOf('\n') + 1;
    // JSON may go over many lines: what is not whole yet waits for more.
    if (end === 0 || (name === 'jq' && !isWholeJson(rest.slice(0, end)))) {
      if (rest.length > MAX_INPUT) return refuse(context, `${name}: the input is longer than ${MAX_INPUT} characters\n`);
      continue;
    }
    status = await run(context, bash, name, args, rest.slice(0, end));
    any = true;
    rest = rest.slice(end);
  }
  return rest === '' && any ? status : run(context, bash, name, args, rest);
}

/** Whether every bracket and string in it is closed. */
function isWholeJson(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (inString) {
      if (c === '\\') i++;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') depth--;
  }
  return depth <= 0 && !inString;
}

function filesOf(context: ProgramContext, args: readonly string[]): Record<string, string> {
  const { files } = context.host;
  const all: Record<string, string> = {};
  const collect = (folder: string): void => {
    for (const entry of files.list(folder) ?? []) {
      const path = resolvePath(folder, entry);
      if (path === '/dev' || path === '/proc') continue;
      const text = files.read(path);
      if (text !== undefined) all[path] = text;
      else collect(path);
    }
  };
  collect('/');
  for (const arg of args) {
    const path = resolvePath(context.cwd, arg);
    const text = /^\/(?:dev|proc)\//.test(path) ? files.read(path) : undefined;
    if (text !== undefined) all[path] = text;
  }
  return all;
}

/** Files that the program has written or removed: `sed -i`, `split`, `find -delete`. */
async function keep(context: ProgramContext, bash: JustBash, before: { readonly [path: string]: string }): Promise<void> {
  const { files } = context.host;
  const now = new Set(bash.fs.getAllPaths());
  for (const path of now) {
    if (/^\/(?:dev|proc|bin|usr)\b/.test(path)) continue;
    const stat = await bash.fs.stat(path);
    if (!stat.isFile) continue;
    const text = await bash.fs.readFile(path);
    if (text !== before[path]) files.write(path, text);
  }
  for (const path of Object.keys(before)) if (!now.has(path) && !/^\/(?:dev|proc)\//.test(path)) files.remove(path);
}

function definedOf(env: { readonly [name: string]: string | undefined }): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
