import { ShellError } from '../shell-error.ts';
import { SHELL_PID, type ShellState } from '../state.ts';

/** Value of `$name`, `$1`, `$?`, `$#` …; undefined when unset. Those that are several (`$@`) come joined by blanks. */
export function parameter(name: string, state: ShellState): string | undefined {
  switch (name) {
    case '?':
      return String(state.status);
    case '#':
      return String(state.positional.length);
    case '@':
      return state.positional.join(' ');
    case '*':
      return state.positional.join((state.variables.get('IFS') ?? ' ').slice(0, 1));
    case '$':
      return String(SHELL_PID);
    case '!':
      return state.jobs.last === undefined ? '' : String(state.jobs.last.pid);
    case '-':
      return `${state.options.errexit ? 'e' : ''}h${state.options.nounset ? 'u' : ''}${state.options.xtrace ? 'x' : ''}B`;
    case '_':
      return '';
    case '0':
      return state.name;
    default:
      return /^\d+$/.test(name) ? state.positional[Number(name) - 1] : state.variables.get(name);
  }
}

/** The same, where `set -u` makes an unset one an error. @throws ShellError */
export function demanded(name: string, state: ShellState): string {
  const value = parameter(name, state);
  if (value === undefined && state.options.nounset) throw new ShellError(`${/^\d+$/.test(name) ? `$${name}` : name}: unbound variable`, 127, true);
  return value ?? '';
}
