import { fieldsOf } from '../expansion/fields.ts';
import { linesOf } from '../program.ts';
import type { CommandIo, ShellControl } from '../shell-control.ts';
import { type Builtin, complain } from './builtin.ts';

/** read, mapfile (readarray): lines of the input into variables. */
export const readBuiltins: { readonly [name: string]: Builtin } = { read, mapfile, readarray: mapfile };

async function read(shell: ShellControl, io: CommandIo, args: readonly string[]): Promise<number> {
  const { variables } = shell.state;
  let raw = false;
  let prompt = '';
  let array: string | undefined;
  let limit: number | undefined;
  let seconds: number | undefined;
  let delimiter = '\n';
  const names: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string;
    if (names.length > 0 || !/^-./.test(word)) {
      names.push(word);
      continue;
    }
    for (let k = 1; k < word.length; k++) {
      const letter = word.charAt(k);
      if (letter === 'r') raw = true;
      else if ('adnNptui'.includes(letter)) {
        const value = word.slice(k + 1) || (args[++i] ?? '');
        if (letter === 'a') array = value;
        else if (letter === 'p') prompt = value;
        else if (letter === 'd') delimiter = value.slice(0, 1) || '\0';
        else if (letter === 't') seconds = Number(value);
        else if (letter === 'n' || letter === 'N') limit = Number(value);
        break;
      } else if (letter !== 's' && letter !== 'e') return complain(io, `read: -${letter}: invalid option`, 2);
    }
  }
  for (const name of names) if (!/^[A-Za-z_]\w*$/.test(name)) return complain(io, `read: \`${name}': not a valid identifier`);
  if (prompt !== '' && io.terminal) io.stderr.write(prompt);
  const got = await within(seconds, delimiter === '\n' ? line(io, raw) : io.stdin.readAll().then((text) => text.split(delimiter, 1)[0]), shell, io);
  const text = limit === undefined ? (got ?? '') : (got ?? '').slice(0, limit);
  const plain = raw ? text : text.replace(/\\(.)/gs, '$1');
  const ifs = variables.get('IFS') ?? ' \t\n';
  if (array !== undefined) {
    const words = fieldsOf([{ kind: 'text', text: plain, quoted: false, splits: true }], ifs);
    variables.setElements(
      array,
      words.map((word, i) => [String(i), word.text]),
    );
  } else assignWords(names.length > 0 ? names : ['REPLY'], plain, ifs, shell, names.length === 0);
  return got === undefined ? (seconds === undefined ? 1 : 142) : 0;
}

/** Gives each name a word, and the last one all that is left. */
function assignWords(names: readonly string[], text: string, ifs: string, shell: ShellControl, whole: boolean): void {
  const blanks = [...ifs].filter((c) => ' \t\n'.includes(c)).join('');
  const trimmed = (part: string): string => {
    let from = 0;
    let to = part.length;
    while (from < to && blanks.includes(part.charAt(from))) from++;
    while (to > from && blanks.includes(part.charAt(to - 1))) to--;
    return part.slice(from, to);
  };
  let rest = whole ? text : trimmed(text);
  names.forEach((name, i) => {
    const end = i === names.length - 1 ? rest.length : [...rest].findIndex((c) => ifs.includes(c));
    const word = end < 0 ? rest : rest.slice(0, end);
    rest = end < 0 ? '' : trimmed(rest.slice(end));
    if (ifs.includes(rest.charAt(0)) && rest !== '') rest = trimmed(rest.slice(1));
    shell.state.variables.set(name, word);
  });
}

/** A line; without `-r` a backslash at its end takes the next one along. */
async function line(io: CommandIo, raw: boolean): Promise<string | undefined> {
  let text = await io.stdin.readLine();
  while (!raw && text !== undefined && /(?:^|[^\\])(?:\\\\)*\\$/.test(text)) {
    const more = await io.stdin.readLine();
    if (more === undefined) break;
    text = text.slice(0, -1) + more;
  }
  return text;
}

async function within(seconds: number | undefined, reading: Promise<string | undefined>, shell: ShellControl, io: CommandIo): Promise<string | undefined> {
  if (seconds === undefined) return reading;
  return Promise.race([reading, shell.host.clock.sleep(seconds * 1000, io.signal).then(() => undefined)]);
}

async function mapfile(shell: ShellControl, io: CommandIo, args: readonly string[]): Promise<number> {
  const [name = 'MAPFILE'] = args.filter((arg) => !arg.startsWith('-'));
  const text = await io.stdin.readAll();
  const lines = linesOf(text).map((each) => (args.includes('-t') ? each : `${each}\n`));
  shell.state.variables.setElements(
    name,
    lines.map((each, i) => [String(i), each]),
  );
  return 0;
}
