import { assign, type ReadyAssignment } from '../assignment.ts';
import type { CommandIo, ShellControl } from '../shell-control.ts';
import type { Attributes } from '../variables.ts';
import { complain } from './builtin.ts';

/** The commands whose words may be assignments. */
export const DECLARATIONS: ReadonlySet<string> = new Set(['declare', 'typeset', 'local', 'export', 'readonly']);

/** declare, typeset, local, export, readonly. */
export async function declare(command: string, words: readonly (string | ReadyAssignment)[], io: CommandIo, shell: ShellControl): Promise<number> {
  const { variables, functions } = shell.state;
  const letters = words.filter((word) => typeof word === 'string' && /^[-+][A-Za-z]+$/.test(word)).join('');
  const off = letters.includes('+');
  const names = words.filter((word) => typeof word !== 'string' || (!/^[-+][A-Za-z]+$/.test(word) && word !== '--'));
  if (command === 'local' && !variables.inFunction) return complain(io, 'local: can only be used in a function');
  if (/[fF]/.test(letters)) {
    const shown = names.length > 0 ? names.map(nameOf) : [...functions.keys()].sort();
    for (const name of shown) {
      const known = functions.get(name);
      if (known) io.stdout.write(letters.includes('F') ? `declare -f ${name}\n` : `${known.source.slice(known.from, known.to)}\n`);
    }
    return shown.every((name) => functions.has(name)) ? 0 : 1;
  }
  const attributes: Attributes = {
    ...(letters.includes('A') ? { kind: 'map' as const } : letters.includes('a') ? { kind: 'list' as const } : {}),
    ...(command === 'export' ? { exported: !letters.includes('n') } : letters.includes('x') ? { exported: !off } : {}),
    ...(letters.includes('i') ? { integer: !off } : {}),
  };
  const fixed = command === 'readonly' || letters.includes('r');
  if (names.length === 0 || letters.includes('p')) return show(command, names.map(nameOf), io, shell);
  let status = 0;
  for (const word of names) {
    const name = nameOf(word);
    if (!/^[A-Za-z_]\w*$/.test(name)) {
      status = complain(io, `${command}: \`${typeof word === 'string' ? word : name}': not a valid identifier`);
      continue;
    }
    if (variables.inFunction && command !== 'export' && command !== 'readonly' && !letters.includes('g')) variables.cover(name);
    variables.mark(name, attributes);
    const ready = typeof word === 'string' ? textAssignment(word) : word;
    if (ready) await assign(ready, shell.expansion(io));
    if (fixed) variables.mark(name, { fixed: true });
  }
  return status;
}

function show(command: string, names: readonly string[], io: CommandIo, shell: ShellControl): number {
  const { variables } = shell.state;
  let status = 0;
  for (const name of names.length > 0 ? names : variables.names()) {
    const line = variables.declaration(name);
    if (line === undefined) status = complain(io, `${command}: ${name}: not found`);
    else if (names.length > 0 || wanted(command, line)) io.stdout.write(`${line}\n`);
  }
  return status;
}

function wanted(command: string, line: string): boolean {
  const letters = line.split(' ', 2)[1] ?? '';
  return command === 'export' ? letters.includes('x') : command === 'readonly' ? letters.includes('r') : true;
}

function nameOf(word: string | ReadyAssignment): string {
  return typeof word === 'string' ? (word.split('=', 1)[0] ?? '') : word.name;
}

/** `name=value` that came out of an expansion. */
function textAssignment(word: string): ReadyAssignment | undefined {
  const equals = word.indexOf('=');
  return equals < 0 ? undefined : { name: word.slice(0, equals), key: undefined, append: false, value: word.slice(equals + 1) };
}
