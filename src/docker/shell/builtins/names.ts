import { programs } from '../programs/index.ts';
import type { ShellControl } from '../shell-control.ts';
import { type Builtin, complain } from './builtin.ts';
import { DECLARATIONS } from './declare.ts';

const KEYWORDS = [
  'if',
  'then',
  'elif',
  'else',
  'fi',
  'for',
  'while',
  'until',
  'do',
  'done',
  'case',
  'esac',
  'in',
  'function',
  'select',
  'time',
  '{',
  '}',
  '!',
  '[[',
];

type Meaning = { readonly kind: 'alias' | 'keyword' | 'function' | 'builtin' | 'file'; readonly text: string };

/** type, command, builtin, hash, help: what names mean. `builtins` are all of the shell's own. */
export const nameBuiltins = (builtins: ReadonlyMap<string, Builtin>): { readonly [name: string]: Builtin } => ({
  type: (shell, io, args) => {
    let status = 0;
    for (const name of args.filter((arg) => !arg.startsWith('-'))) {
      const meaning = meaningOf(builtins, shell, name);
      if (!meaning) status = args.includes('-t') || args.includes('-p') || args.includes('-P') ? 1 : complain(io, `type: ${name}: not found`);
      else if (args.includes('-t')) io.stdout.write(`${meaning.kind}\n`);
      else if (args.includes('-p') || args.includes('-P')) io.stdout.write(meaning.kind === 'file' ? `${meaning.text}\n` : '');
      else io.stdout.write(`${name} is ${described(meaning)}\n`);
    }
    return status;
  },
  command: (shell, io, args) => {
    const [first = '', ...rest] = args;
    if (first !== '-v' && first !== '-V') return shell.run(first === '-p' ? rest : args, io, { functions: false });
    let status = 0;
    for (const name of rest) {
      const meaning = meaningOf(builtins, shell, name);
      if (!meaning) status = first === '-v' ? 1 : complain(io, `command: ${name}: not found`);
      else if (first === '-V') io.stdout.write(`${name} is ${described(meaning)}\n`);
      else io.stdout.write(meaning.kind === 'file' ? `${meaning.text}\n` : meaning.kind === 'alias' ? `alias ${name}='${meaning.text}'\n` : `${name}\n`);
    }
    return status;
  },
  builtin: (shell, io, [name = '', ...args]) => {
    const found = builtins.get(name);
    return found ? found(shell, io, args) : complain(io, `builtin: ${name}: not a shell builtin`);
  },
  hash: () => 0,
  help: (_shell, io) => {
    io.stdout.write(
      `These commands of the shell are there:\n\n  ${[...builtins.keys(), ...DECLARATIONS]
        .filter((name) => /^[a-z]/.test(name))
        .sort()
        .join(' ')}\n\nAnd these programs:\n\n  ${[...programs.keys()].sort().join(' ')}\n\n'docker --help' tells what docker can do.\n`,
    );
    return 0;
  },
});

function meaningOf(builtins: ReadonlyMap<string, Builtin>, shell: ShellControl, name: string): Meaning | undefined {
  const { aliases, functions } = shell.state;
  const alias = aliases.get(name);
  if (alias !== undefined) return { kind: 'alias', text: alias };
  if (KEYWORDS.includes(name)) return { kind: 'keyword', text: name };
  const known = functions.get(name);
  if (known) return { kind: 'function', text: known.source.slice(known.from, known.to) };
  if (builtins.has(name) || DECLARATIONS.has(name)) return { kind: 'builtin', text: name };
  return programs.has(name) ? { kind: 'file', text: `/usr/bin/${name}` } : undefined;
}

function described({ kind, text }: Meaning): string {
  switch (kind) {
    case 'alias':
      return `aliased to \`${text}'`;
    case 'keyword':
      return 'a shell keyword';
    case 'function':
      return `a function\n${text}`;
    case 'builtin':
      return 'a shell builtin';
    case 'file':
      return text;
  }
}
