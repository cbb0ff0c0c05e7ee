import { eachLine, linesOf, options, type Program, type ProgramContext, readInput, resolvePath } from '../program.ts';

/** Programs over lines of text. Those that can, pass each line on as it comes. */
export const textPrograms: { readonly [name: string]: Program } = {
  echo: async (context, args) => {
    let i = 0;
    let newline = true;
    let escapes = false;
    for (; i < args.length && /^-[neE]+$/.test(args[i] as string); i++) {
      if (args[i]?.includes('n')) newline = false;
      if (args[i]?.includes('e')) escapes = true;
    }
    const text = args.slice(i).join(' ');
    context.stdout.write((escapes ? unescape(text) : text) + (newline ? '\n' : ''));
    return 0;
  },
  printf: async (context, [format = '', ...args]) => {
    let rest = args;
    do {
      const used = { count: 0 };
      context.stdout.write(formatOnce(format, rest, used));
      if (used.count === 0) break;
      rest = rest.slice(used.count);
    } while (rest.length > 0);
    return 0;
  },
  grep,
  egrep: (context, args) => grep(context, ['-E', ...args]),
  fgrep: (context, args) => grep(context, ['-F', ...args]),
  head: async (context, args) => {
    const parsed = options(context, 'head', args, 'q', 'nc', { lines: 'n', bytes: 'c' });
    if (!parsed) return 1;
    const bytes = parsed.values.get('c');
    if (bytes !== undefined) {
      context.stdout.write(((await readInput(context, 'head', parsed.rest[0] ?? '-')) ?? '').slice(0, Number(bytes)));
      return 0;
    }
    const limit = Number(parsed.values.get('n') ?? 10);
    if (limit < 0) {
      const lines: string[] = [];
      const status = await eachLine(context, 'head', parsed.rest, (line) => void lines.push(line));
      context.stdout.write(join(lines.slice(0, limit)));
      return status;
    }
    let seen = 0;
    if (limit === 0) return 0;
    return eachLine(context, 'head', parsed.rest, (line) => {
      context.stdout.write(`${line}\n`);
      return ++seen < limit;
    });
  },
  tail: async (context, args) => {
    const parsed = options(context, 'tail', args, 'fqF', 'n', { lines: 'n', follow: 'f' });
    if (!parsed) return 1;
    const wanted = parsed.values.get('n') ?? '10';
    const lines: string[] = [];
    const status = await eachLine(context, 'tail', parsed.rest, (line) => void lines.push(line));
    context.stdout.write(join(wanted.startsWith('+') ? lines.slice(Number(wanted) - 1) : lines.slice(-Math.abs(Number(wanted)) || lines.length)));
    return status;
  },
  wc: async (context, args) => {
    const parsed = options(context, 'wc', args, 'lwcm', '', { lines: 'l', words: 'w', bytes: 'c', chars: 'm' });
    if (!parsed) return 1;
    const all = !['l', 'w', 'c', 'm'].some((flag) => parsed.flags.has(flag));
    const totals = [0, 0, 0];
    let status = 0;
    const paths = parsed.rest.length > 0 ? parsed.rest : ['-'];
    const print = (counts: readonly number[], name: string): void => {
      const shown = counts.filter((_, i) => all || parsed.flags.has('lwc'.charAt(i)) || (i === 2 && parsed.flags.has('m')));
      const width = shown.length > 1 || paths.length > 1 ? 7 : 1;
      context.stdout.write(`${shown.map((n) => String(n).padStart(width)).join(' ')}${name === '-' ? '' : ` ${name}`}\n`);
    };
    for (const path of paths) {
      const text = await readInput(context, 'wc', path);
      if (text === undefined) {
        status = 1;
        continue;
      }
      const counts = [text.split('\n').length - 1, text.split(/\s+/).filter((word) => word !== '').length, new TextEncoder().encode(text).length];
      counts.forEach((n, i) => {
        totals[i] = (totals[i] as number) + n;
      });
      print(counts, path);
    }
    if (paths.length > 1) print(totals, 'total');
    return status;
  },
  sort: async (context, args) => {
    const parsed = options(context, 'sort', args, 'rnuhVfb', 'kt', { reverse: 'r', 'numeric-sort': 'n', unique: 'u' });
    if (!parsed) return 2;
    const lines: string[] = [];
    const status = await eachLine(context, 'sort', parsed.rest, (line) => void lines.push(line));
    const field = Number(/^\d+/.exec(parsed.values.get('k') ?? '')?.[0] ?? 0);
    const numeric = parsed.flags.has('n') || /^\d+n/.test(parsed.values.get('k') ?? '');
    const separator = parsed.values.get('t');
    const key = (line: string): string =>
      field === 0
        ? line
        : separator === undefined
          ? line
              .trim()
              .split(/\s+/)
              .slice(field - 1)
              .join(' ')
          : line
              .split(separator)
              .slice(field - 1)
              .join(separator);
    const order = (a: string, b: string): number => {
      const x = key(a);
      const y = key(b);
      const byNumber = numeric || parsed.flags.has('h') ? (Number.parseFloat(x) || 0) - (Number.parseFloat(y) || 0) : 0;
      return byNumber !== 0 ? byNumber : x < y ? -1 : x > y ? 1 : a < b ? -1 : a > b ? 1 : 0;
    };
    lines.sort(order);
    if (parsed.flags.has('r')) lines.reverse();
    context.stdout.write(join(parsed.flags.has('u') ? lines.filter((line, i) => i === 0 || key(line) !== key(lines[i - 1] as string)) : lines));
    return status;
  },
  uniq: async (context, args) => {
    const parsed = options(context, 'uniq', args, 'cdu', '', { count: 'c', repeated: 'd', unique: 'u' });
    if (!parsed) return 1;
    const groups: { readonly line: string; count: number }[] = [];
    const status = await eachLine(context, 'uniq', parsed.rest.slice(0, 1), (line) => {
      const last = groups.at(-1);
      if (last?.line === line) last.count++;
      else groups.push({ line, count: 1 });
    });
    for (const { line, count } of groups) {
      if ((parsed.flags.has('d') && count === 1) || (parsed.flags.has('u') && count > 1)) continue;
      context.stdout.write(parsed.flags.has('c') ? `${String(count).padStart(7)} ${line}\n` : `${line}\n`);
    }
    return status;
  },
  cut: async (context, args) => {
    const parsed = options(context, 'cut', args, 's', 'dfcb', { delimiter: 'd', fields: 'f', characters: 'c' });
    if (!parsed) return 1;
    const list = parsed.values.get('f') ?? parsed.values.get('c') ?? parsed.values.get('b');
    if (list === undefined) {
      context.stderr.write('cut: you must specify a list of bytes, characters, or fields\n');
      return 1;
    }
    const wanted = ranges(list);
    const delimiter = parsed.values.get('d') ?? '\t';
    return eachLine(context, 'cut', parsed.rest, (line) => {
      if (!parsed.values.has('f')) context.stdout.write(`${[...line].filter((_, i) => wanted(i + 1)).join('')}\n`);
      else if (line.includes(delimiter))
        context.stdout.write(
          `${line
            .split(delimiter)
            .filter((_, i) => wanted(i + 1))
            .join(delimiter)}\n`,
        );
      else if (!parsed.flags.has('s')) context.stdout.write(`${line}\n`);
    });
  },
  tr: async (context, args) => {
    const parsed = options(context, 'tr', args, 'dsc');
    if (!parsed) return 1;
    const from = characterSet(unescape(parsed.rest[0] ?? ''));
    const to = characterSet(unescape(parsed.rest[1] ?? ''));
    const text = await context.stdin.readAll();
    let result = '';
    for (const c of text) {
      const at = from.indexOf(c);
      const inSet = parsed.flags.has('c') ? at < 0 : at >= 0;
      if (parsed.flags.has('d') && inSet) continue;
      const mapped = inSet && to !== '' && !parsed.flags.has('d') ? (to[parsed.flags.has('c') ? to.length - 1 : Math.min(at, to.length - 1)] as string) : c;
      if (parsed.flags.has('s') && result.endsWith(mapped) && (to === '' ? inSet : to.includes(mapped))) continue;
      result += mapped;
    }
    context.stdout.write(result);
    return 0;
  },
  tee: async (context, args) => {
    const parsed = options(context, 'tee', args, 'a', '', { append: 'a' });
    if (!parsed) return 1;
    const paths = parsed.rest.map((path) => resolvePath(context.cwd, path));
    const texts = paths.map((path) => (parsed.flags.has('a') ? (context.host.files.read(path) ?? '') : ''));
    for (let line = await context.stdin.readLine(); line !== undefined; line = await context.stdin.readLine()) {
      context.stdout.write(`${line}\n`);
      paths.forEach((path, i) => {
        texts[i] += `${line}\n`;
        context.host.files.write(path, texts[i] as string);
      });
    }
    return 0;
  },
  tac: async (context, args) => {
    const lines: string[] = [];
    const status = await eachLine(context, 'tac', args, (line) => void lines.push(line));
    context.stdout.write(join(lines.reverse()));
    return status;
  },
  nl: async (context, args) => {
    let n = 0;
    return eachLine(context, 'nl', args, (line) => context.stdout.write(line === '' ? '\n' : `${String(++n).padStart(6)}\t${line}\n`));
  },
  column: async (context, args) => {
    const parsed = options(context, 'column', args, 't', 's');
    if (!parsed) return 1;
    const separator = parsed.values.get('s');
    const rows = linesOf(await context.stdin.readAll()).map((line) => (separator === undefined ? line.trim().split(/\s+/) : line.split(separator)));
    const widths: number[] = [];
    for (const row of rows) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
    for (const row of rows) context.stdout.write(`${row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] as number))).join('  ')}\n`);
    return 0;
  },
  seq: async (context, args) => {
    const numbers = args.map(Number);
    const [first, step, last] = numbers.length === 1 ? [1, 1, numbers[0]] : numbers.length === 2 ? [numbers[0], 1, numbers[1]] : numbers;
    if (first === undefined || step === undefined || last === undefined || ![first, step, last].every(Number.isFinite) || step === 0) {
      context.stderr.write('seq: invalid operand\n');
      return 1;
    }
    const count = Math.min(1_000_000, Math.floor((last - first) / step) + 1);
    for (let i = 0; i < count && !context.signal.aborted; i++) context.stdout.write(`${first + i * step}\n`);
    return 0;
  },
};

async function grep(context: ProgramContext, args: readonly string[]): Promise<number> {
  const parsed = options(context, 'grep', args, 'ivcnqEFowlhrHsPG', 'eABCm', {
    'ignore-case': 'i',
    'invert-match': 'v',
    count: 'c',
    'line-number': 'n',
    quiet: 'q',
    'only-matching': 'o',
    'line-buffered': 's',
    'extended-regexp': 'E',
    'fixed-strings': 'F',
    color: 's',
  });
  if (!parsed) return 2;
  const { flags, values } = parsed;
  const rest = [...parsed.rest];
  const pattern = values.get('e') ?? rest.shift();
  if (pattern === undefined) {
    context.stderr.write("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n");
    return 2;
  }
  let expression: RegExp;
  try {
    const source = flags.has('F') ? escapeRegExp(pattern) : flags.has('E') || flags.has('P') ? posixClasses(pattern) : basicToExtended(posixClasses(pattern));
    expression = new RegExp(flags.has('w') ? `\\b(?:${source})\\b` : source, flags.has('i') ? 'gi' : 'g');
  } catch {
    context.stderr.write(`grep: Invalid regular expression\n`);
    return 2;
  }
  const before = Number(values.get('B') ?? values.get('C') ?? 0);
  const after = Number(values.get('A') ?? values.get('C') ?? 0);
  const limit = Number(values.get('m') ?? Number.POSITIVE_INFINITY);
  const many = rest.length > 1 && !flags.has('h');
  let found = 0;
  let number = 0;
  let trailing = 0;
  let lastPath: string | undefined;
  let held: string[] = [];
  const counts = new Map<string, number>();
  const status = await eachLine(context, 'grep', rest, (line, path) => {
    if (path !== lastPath) {
      number = 0;
      held = [];
      trailing = 0;
      lastPath = path;
    }
    number++;
    const prefix = (separator: string): string => (many ? `${path}${separator}` : '') + (flags.has('n') ? `${number}${separator}` : '');
    expression.lastIndex = 0;
    const matches = expression.test(line) !== flags.has('v');
    if (matches) {
      found++;
      counts.set(path, (counts.get(path) ?? 0) + 1);
      if (flags.has('q')) return false;
      if (flags.has('c') || flags.has('l')) return true;
      for (const earlier of held) context.stdout.write(`${earlier}\n`);
      held = [];
      trailing = after;
      if (flags.has('o')) for (const match of line.match(expression) ?? []) context.stdout.write(`${prefix(':')}${match}\n`);
      else context.stdout.write(`${prefix(':')}${line}\n`);
      return found < limit;
    }
    if (trailing > 0) {
      trailing--;
      context.stdout.write(`${prefix('-')}${line}\n`);
    } else if (before > 0) {
      held.push(`${prefix('-')}${line}`);
      if (held.length > before) held.shift();
    }
    return true;
  });
  if (flags.has('l')) for (const path of counts.keys()) context.stdout.write(`${path === '-' ? '(standard input)' : path}\n`);
  else if (flags.has('c')) for (const path of rest.length > 0 ? rest : ['-']) context.stdout.write(`${many ? `${path}:` : ''}${counts.get(path) ?? 0}\n`);
  return status !== 0 ? 2 : found > 0 ? 0 : 1;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function posixClasses(pattern: string): string {
  return pattern
    .replace(/\[:digit:\]/g, '0-9')
    .replace(/\[:alpha:\]/g, 'A-Za-z')
    .replace(/\[:alnum:\]/g, 'A-Za-z0-9')
    .replace(/\[:space:\]/g, '\\s')
    .replace(/\[:upper:\]/g, 'A-Z')
    .replace(/\[:lower:\]/g, 'a-z');
}

/** In basic expressions `+ ? | ( ) { }` are literal, and operators when escaped. */
function basicToExtended(pattern: string): string {
  let result = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '\\' && '+?|(){}'.includes(pattern.charAt(i + 1)) && i + 1 < pattern.length) result += pattern.charAt(++i);
    else if (c === '\\' && i + 1 < pattern.length) result += c + pattern.charAt(++i);
    else if ('+?|(){}'.includes(c)) result += `\\${c}`;
    else if (c === '*' && (result === '' || result === '^')) result += '\\*';
    else result += c;
  }
  return result;
}

function ranges(list: string): (n: number) => boolean {
  const parts = list.split(',').map((part) => {
    const [from = '', to] = part.split('-');
    return to === undefined ? [Number(from), Number(from)] : [from === '' ? 1 : Number(from), to === '' ? Number.POSITIVE_INFINITY : Number(to)];
  });
  return (n) => parts.some(([from, to]) => n >= (from as number) && n <= (to as number));
}

function characterSet(text: string): string {
  return posixClasses(text.replace(/^\[(\[:\w+:\])\]$/, '$1')).replace(/(.)-(.)/gs, (_, a: string, b: string) => {
    let set = '';
    for (let code = a.charCodeAt(0); code <= b.charCodeAt(0); code++) set += String.fromCharCode(code);
    return set;
  });
}

function unescape(text: string): string {
  return text.replace(/\\(n|t|r|\\|a|b|e|0?[0-7]{1,3}|x[0-9a-fA-F]{1,2})/g, (_, code: string) => {
    const known: { readonly [c: string]: string } = { n: '\n', t: '\t', r: '\r', '\\': '\\', a: '\u0007', b: '\b', e: '\u001b' };
    return known[code] ?? String.fromCharCode(code.startsWith('x') ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8));
  });
}

function formatOnce(format: string, args: readonly string[], used: { count: number }): string {
  return unescape(format).replace(/%(-?0?\d*)(?:\.(\d+))?([sdiqxXofcb%])/g, (_, flags: string, precision: string | undefined, verb: string) => {
    if (verb === '%') return '%';
    const value = args[used.count++] ?? '';
    let text = value;
    if (verb === 'd' || verb === 'i') text = String(Math.trunc(Number(value)) || 0);
    else if (verb === 'x') text = (Number(value) || 0).toString(16);
    else if (verb === 'X') text = (Number(value) || 0).toString(16).toUpperCase();
    else if (verb === 'o') text = (Number(value) || 0).toString(8);
    else if (verb === 'f') text = (Number(value) || 0).toFixed(precision === undefined ? 6 : Number(precision));
    else if (verb === 'c') text = value.slice(0, 1);
    else if (verb === 'b') text = unescape(value);
    else if (verb === 'q') text = /^[\w./:-]+$/.test(value) ? value : `'${value.replace(/'/g, "'\\''")}'`;
    else if (precision !== undefined) text = value.slice(0, Number(precision));
    const width = Number(flags.replace(/^-/, '')) || 0;
    return flags.startsWith('-') ? text.padEnd(width) : text.padStart(width, flags.startsWith('0') && verb !== 's' ? '0' : ' ');
  });
}

function join(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
