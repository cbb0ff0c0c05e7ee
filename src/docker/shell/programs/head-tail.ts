import { eachLine, options, type Program, readInput, refuse, resolvePath, textOf } from '../program.ts';

/** How often `tail -f` looks for more, in virtual milliseconds. */
const FOLLOW_MS = 1000;

const MULTIPLES: { readonly [suffix: string]: number } = { '': 1, b: 512, k: 1024, K: 1024, kB: 1000, M: 1_048_576, MB: 1_000_000, G: 1_073_741_824 };

/** `10`, `-5`, `+3`, `1K`. */
function countOf(word: string): number | undefined {
  const match = /^([-+]?\d+)([a-zA-Z]{0,2})$/.exec(word);
  const multiple = match && Object.hasOwn(MULTIPLES, match[2] ?? '') ? MULTIPLES[match[2] ?? ''] : undefined;
  return match && multiple !== undefined ? Number(match[1]) * multiple : undefined;
}

/** head -n, -c. */
export const head: Program = async (context, args) => {
  const parsed = options(context, 'head', args, 'qvz', 'nc', { lines: 'n', bytes: 'c', quiet: 'q', silent: 'q', verbose: 'v' });
  if (!parsed) return 1;
  const bytes = parsed.values.get('c');
  const word = bytes ?? parsed.values.get('n') ?? '10';
  const limit = countOf(word);
  if (limit === undefined) return refuse(context, `head: invalid number of ${bytes === undefined ? 'lines' : 'bytes'}: ‘${word}’\n`);
  const paths = parsed.rest.length > 0 ? parsed.rest : ['-'];
  const titled = (paths.length > 1 && !parsed.flags.has('q')) || parsed.flags.has('v');
  let status = 0;
  for (const [i, path] of paths.entries()) {
    if (titled) context.stdout.write(`${i > 0 ? '\n' : ''}==> ${path === '-' ? 'standard input' : path} <==\n`);
    if (bytes !== undefined) {
      const text = await beginning(context, path, limit);
      if (text === undefined) status = 1;
      else context.stdout.write(text);
    } else if (limit > 0) {
      let seen = 0;
      const from = path === '-' ? [] : [path];
      status = Math.max(
        status,
        await eachLine(context, 'head', from, (line) => {
          context.stdout.write(`${line}\n`);
          return ++seen < limit;
        }),
      );
    } else if (limit < 0) {
      const lines: string[] = [];
      status = Math.max(status, await eachLine(context, 'head', path === '-' ? [] : [path], (line) => void lines.push(line)));
      context.stdout.write(textOf(lines.slice(0, limit)));
    }
  }
  return status;
};

/** The first `limit` bytes, read no further than that; all but the last when it is negative. */
async function beginning(context: Parameters<Program>[0], path: string, limit: number): Promise<string | undefined> {
  if (path !== '-' || limit < 0) {
    const text = await readInput(context, 'head', path);
    return text === undefined ? undefined : cut(text, limit);
  }
  let text = '';
  while (text.length < limit) {
    const more = await context.stdin.read();
    if (more === undefined) break;
    text += more;
  }
  return cut(text, limit);
}

function cut(text: string, limit: number): string {
  const bytes = new TextEncoder().encode(text);
  return new TextDecoder().decode(bytes.slice(0, limit < 0 ? Math.max(0, bytes.length + limit) : limit));
}

/** tail -n, -c, -f: what comes to a file later is looked for once a second. */
export const tail: Program = async (context, args) => {
  const parsed = options(context, 'tail', args, 'fFqvz', 'ncs', { lines: 'n', bytes: 'c', follow: 'f', quiet: 'q', retry: 'F' });
  if (!parsed) return 1;
  const bytes = parsed.values.get('c');
  const word = bytes ?? parsed.values.get('n') ?? '10';
  const count = countOf(word);
  if (count === undefined) return refuse(context, `tail: invalid number of ${bytes === undefined ? 'lines' : 'bytes'}: ‘${word}’\n`);
  const paths = parsed.rest.length > 0 ? parsed.rest : ['-'];
  const titled = paths.length > 1 && !parsed.flags.has('q');
  const follows = parsed.flags.has('f') || parsed.flags.has('F');
  let status = 0;
  for (const [i, path] of paths.entries()) {
    if (titled) context.stdout.write(`${i > 0 ? '\n' : ''}==> ${path} <==\n`);
    const text = await readInput(context, 'tail', path);
    if (text === undefined) status = 1;
    else
      context.stdout.write(
        bytes === undefined ? lastLines(text, word, count) : word.startsWith('+') ? text.slice(count - 1) : count === 0 ? '' : text.slice(-Math.abs(count)),
      );
  }
  if (follows && parsed.rest.length > 0 && status === 0) await follow(context, parsed.rest);
  return status;
};

function lastLines(text: string, word: string, count: number): string {
  const lines = text.split(/(?<=\n)/);
  if (word.startsWith('+')) return lines.slice(Math.max(0, count - 1)).join('');
  return count === 0 ? '' : lines.slice(-Math.abs(count)).join('');
}

async function follow(context: Parameters<Program>[0], paths: readonly string[]): Promise<void> {
  const read = (path: string): string => context.host.files.read(resolvePath(context.cwd, path)) ?? '';
  const shown = new Map(paths.map((path) => [path, read(path).length]));
  for (;;) {
    await context.host.clock.sleep(FOLLOW_MS, context.signal);
    for (const path of paths) {
      const text = read(path);
      const from = shown.get(path) ?? 0;
      if (text.length < from) context.stderr.write(`tail: ${path}: file truncated\n`);
      if (text.length !== from) context.stdout.write(text.slice(text.length < from ? 0 : from));
      shown.set(path, text.length);
    }
  }
}
