import { eachLine, options, type Program, readInput, refuse, resolvePath, textOf } from '../program.ts';
import { characterSet } from './character-set.ts';

/** wc, uniq, tr, tee, tac, nl, cat, seq: small programs over lines. Those that can, pass each on as it comes. */
export const linePrograms: { readonly [name: string]: Program } = {
  cat: async (context, args) => {
    const parsed = options(context, 'cat', args, 'nbsAEevtTu', '', { number: 'n', 'number-nonblank': 'b', 'show-all': 'A', 'show-ends': 'E' });
    if (!parsed) return 1;
    const { flags } = parsed;
    const plain = flags.size === 0 || (flags.size === 1 && flags.has('u'));
    let status = 0;
    let number = 0;
    const numbered = (line: string): string => {
      const count = flags.has('b') ? line !== '' : flags.has('n');
      return `${count ? `${String(++number).padStart(6)}\t` : ''}${line}${flags.has('A') || flags.has('E') || flags.has('e') ? '$' : ''}`;
    };
    for (const path of parsed.rest.length > 0 ? parsed.rest : ['-']) {
      if (path === '-' && plain) for (let part = await context.stdin.read(); part !== undefined; part = await context.stdin.read()) context.stdout.write(part);
      else if (plain) {
        const text = await readInput(context, 'cat', path);
        if (text === undefined) status = 1;
        else context.stdout.write(text);
      } else status = Math.max(status, await eachLine(context, 'cat', path === '-' ? [] : [path], (line) => context.stdout.write(`${numbered(line)}\n`)));
    }
    return status;
  },
  wc: async (context, args) => {
    const parsed = options(context, 'wc', args, 'lwcmL', '', { lines: 'l', words: 'w', bytes: 'c', chars: 'm', 'max-line-length': 'L' });
    if (!parsed) return 1;
    const { flags } = parsed;
    const wanted = (letter: string): boolean => flags.has(letter) || (flags.size === 0 && 'lwc'.includes(letter));
    const paths = parsed.rest.length > 0 ? parsed.rest : ['-'];
    const rows: { readonly name: string; readonly counts: readonly number[] }[] = [];
    let status = 0;
    let bytes = 0;
    for (const path of paths) {
      const text = await readInput(context, 'wc', path);
      if (text === undefined) status = 1;
      else {
        const lines = text.split('\n');
        const all = {
          l: lines.length - 1,
          w: text.split(/\s+/).filter((word) => word !== '').length,
          m: [...text].length,
          c: new TextEncoder().encode(text).length,
          L: lines.reduce((longest, line) => Math.max(longest, line.length), 0),
        };
        bytes += all.c;
        rows.push({
          name: parsed.rest.length > 0 ? path : '',
          counts: Object.entries(all)
            .filter(([letter]) => wanted(letter))
            .map(([, count]) => count),
        });
      }
    }
    if (paths.length > 1)
      rows.push({ name: 'total', counts: (rows[0]?.counts ?? []).map((_, i) => rows.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0)) });
    const single = rows.length === 1 && rows[0]?.counts.length === 1;
    const width = single ? 1 : parsed.rest.length === 0 ? 7 : String(bytes).length;
    for (const { name, counts } of rows)
      context.stdout.write(`${counts.map((count) => String(count).padStart(width)).join(' ')}${name === '' ? '' : ` ${name}`}\n`);
    return status;
  },
  uniq: async (context, args) => {
    const parsed = options(context, 'uniq', args, 'cdui', 'fsw', { count: 'c', repeated: 'd', unique: 'u', 'ignore-case': 'i', 'skip-fields': 'f' });
    if (!parsed) return 1;
    const { flags } = parsed;
    const skip = Number(parsed.values.get('f') ?? 0) || 0;
    const key = (line: string): string => {
      const rest =
        skip === 0
          ? line
          : line
              .split(/(?<=\S)(?=\s)/)
              .slice(skip)
              .join('');
      return flags.has('i') ? rest.toLowerCase() : rest;
    };
    const groups: { readonly line: string; count: number }[] = [];
    const status = await eachLine(context, 'uniq', parsed.rest.slice(0, 1), (line) => {
      const last = groups.at(-1);
      if (last && key(last.line) === key(line)) last.count++;
      else groups.push({ line, count: 1 });
    });
    for (const { line, count } of groups) {
      if ((flags.has('d') && count === 1) || (flags.has('u') && count > 1)) continue;
      context.stdout.write(flags.has('c') ? `${String(count).padStart(7)} ${line}\n` : `${line}\n`);
    }
    return status;
  },
  tr: async (context, args) => {
    const parsed = options(context, 'tr', args, 'dscC', '', { delete: 'd', 'squeeze-repeats': 's', complement: 'c' });
    if (!parsed) return 1;
    const { flags } = parsed;
    const [first, second] = parsed.rest;
    if (first === undefined) return refuse(context, "tr: missing operand\nTry 'tr --help' for more information.\n");
    const complement = flags.has('c') || flags.has('C');
    const from = characterSet(first);
    const to = second === undefined ? [] : characterSet(second);
    const known = new Map(from.map((c, i) => [c, i]));
    const squeezed = new Set(second === undefined ? from : to);
    let last = '';
    for (let part = await context.stdin.read(); part !== undefined; part = await context.stdin.read()) {
      let result = '';
      for (const c of part) {
        const at = known.get(c);
        const inside = (at !== undefined) !== complement;
        if (flags.has('d') && inside) continue;
        const mapped = inside && to.length > 0 && !flags.has('d') ? (to[complement ? to.length - 1 : Math.min(at ?? 0, to.length - 1)] ?? c) : c;
        const drops = flags.has('s') && mapped === last && (second === undefined ? inside : squeezed.has(mapped));
        if (!drops) result += mapped;
        last = mapped;
      }
      context.stdout.write(result);
    }
    return 0;
  },
  tee: async (context, args) => {
    const parsed = options(context, 'tee', args, 'ai', '', { append: 'a' });
    if (!parsed) return 1;
    const { files } = context.host;
    const paths = parsed.rest.map((path) => resolvePath(context.cwd, path)).filter((path) => path !== '/dev/null');
    const folder = paths.find((path) => files.isFolder(path));
    if (folder !== undefined) context.stderr.write(`tee: ${folder}: Is a directory\n`);
    const targets = paths.filter((path) => !files.isFolder(path));
    if (!parsed.flags.has('a')) for (const path of targets) files.write(path, '');
    for (let part = await context.stdin.read(); part !== undefined; part = await context.stdin.read()) {
      context.stdout.write(part);
      for (const path of targets) files.write(path, (files.read(path) ?? '') + part);
    }
    return folder === undefined ? 0 : 1;
  },
  tac: async (context, args) => {
    const lines: string[] = [];
    const status = await eachLine(context, 'tac', args, (line) => void lines.push(line));
    context.stdout.write(textOf(lines.reverse()));
    return status;
  },
  nl: async (context, args) => {
    const parsed = options(context, 'nl', args, '', 'bwvs');
    if (!parsed) return 1;
    let n = 0;
    const all = parsed.values.get('b') === 'a';
    return eachLine(context, 'nl', parsed.rest, (line) => context.stdout.write(line === '' && !all ? '       \n' : `${String(++n).padStart(6)}\t${line}\n`));
  },
  seq: async (context, args) => {
    const words = args.filter((arg, i) => !/^-[a-z]/.test(arg) && !/^-[sf]$/.test(args[i - 1] ?? ''));
    const separator =
      /^-s(.+)$/.exec(args.find((arg) => /^-s./.test(arg)) ?? '')?.[1] ?? (args.includes('-s') ? args[args.indexOf('-s') + 1] : undefined) ?? '\n';
    const wrong = words.find((word) => !/^[-+]?\d*\.?\d+$/.test(word));
    if (wrong !== undefined) return refuse(context, `seq: invalid floating point argument: ‘${wrong}’\nTry 'seq --help' for more information.\n`);
    const [a, b, c] = words;
    if (a === undefined) return refuse(context, "seq: missing operand\nTry 'seq --help' for more information.\n");
    const first = Number(b === undefined ? 1 : a);
    const step = Number(c === undefined ? 1 : b);
    const last = Number(c ?? b ?? a);
    if (step === 0) return refuse(context, `seq: invalid Zero increment value: ‘${b ?? ''}’\n`);
    const digits = words.reduce((most, word) => Math.max(most, word.split('.')[1]?.length ?? 0), 0);
    const width = args.includes('-w') ? Math.max(first.toFixed(digits).length, last.toFixed(digits).length) : 0;
    const count = Math.floor((last - first) / step + 1e-9) + 1;
    for (let i = 0; i < count; i += 1000) {
      await context.pay(context.signal);
      const numbers = Array.from({ length: Math.min(1000, count - i) }, (_, k) => (first + (i + k) * step).toFixed(digits).padStart(width, '0'));
      context.stdout.write(numbers.join(separator) + (i + 1000 < count ? separator : '\n'));
    }
    return 0;
  },
};
