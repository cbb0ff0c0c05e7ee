import { evaluateText } from '../expansion/arithmetic.ts';
import { quoted } from '../quoted.ts';
import type { ShellOptions } from '../state.ts';
import { type Builtin, complain } from './builtin.ts';

const LETTERS: { readonly [letter: string]: keyof ShellOptions } = { e: 'errexit', u: 'nounset', x: 'xtrace', f: 'noglob', n: 'noexec' };

/** Letters and names that change nothing here: history, job control and the like. */
const IGNORED = 'aBbCEHhkmPptTv';
const IGNORED_NAMES = [
  'allexport',
  'braceexpand',
  'emacs',
  'errtrace',
  'functrace',
  'hashall',
  'histexpand',
  'history',
  'monitor',
  'noclobber',
  'notify',
  'posix',
  'verbose',
  'vi',
];

/** set, unset, shift, shopt, let, getopts, umask, ulimit: the shell's own settings and variables. */
export const settingBuiltins: { readonly [name: string]: Builtin } = {
  set: (shell, io, args) => {
    const { state } = shell;
    if (args.length === 0) {
      for (const name of state.variables.names()) io.stdout.write(`${name}=${quoted(state.variables.get(name) ?? '')}\n`);
      return 0;
    }
    for (let i = 0; i < args.length; i++) {
      const word = args[i] as string;
      if (word === '--' || word === '-') {
        state.positional = args.slice(i + 1);
        return 0;
      }
      if (!/^[-+]/.test(word)) {
        state.positional = args.slice(i);
        return 0;
      }
      const on = word.startsWith('-');
      for (const letter of word.slice(1)) {
        const name = letter === 'o' ? args[++i] : Object.hasOwn(LETTERS, letter) ? LETTERS[letter] : undefined;
        if (letter === 'o' && name === undefined) {
          for (const [option, value] of Object.entries(state.options)) io.stdout.write(`${option.padEnd(15)}\t${value ? 'on' : 'off'}\n`);
        } else if (name !== undefined && Object.hasOwn(state.options, name)) state.options = { ...state.options, [name]: on };
        else if (letter === 'o' ? !IGNORED_NAMES.includes(name ?? '') : !IGNORED.includes(letter))
          return complain(io, letter === 'o' ? `set: ${name}: invalid option name` : `set: ${word.charAt(0)}${letter}: invalid option`, 2);
      }
    }
    return 0;
  },
  unset: (shell, io, args) => {
    const { variables, functions } = shell.state;
    const kind = args[0] === '-f' || args[0] === '-v' ? args[0] : undefined;
    for (const word of kind ? args.slice(1) : args) {
      const match = /^([A-Za-z_]\w*)(?:\[(.+)\])?$/.exec(word);
      if (!match && kind === '-v') return complain(io, `unset: \`${word}': not a valid identifier`);
      const [, name = word, key] = match ?? [];
      if (match && kind !== '-f') variables.unset(name, key);
      if (kind !== '-v') functions.delete(name);
    }
    return 0;
  },
  shift: (shell, io, [count = '1']) => {
    const { state } = shell;
    if (!/^\d+$/.test(count)) return complain(io, `shift: ${count}: numeric argument required`);
    if (Number(count) > state.positional.length) return 1;
    state.positional = state.positional.slice(Number(count));
    return 0;
  },
  shopt: (shell, io, args) => {
    const names = args.filter((arg) => !arg.startsWith('-'));
    const on = args.includes('-s') ? true : args.includes('-u') ? false : undefined;
    for (const name of names) {
      if (on !== undefined && (name === 'nullglob' || name === 'dotglob')) shell.state.options = { ...shell.state.options, [name]: on };
      if (on === undefined) io.stdout.write(`${name.padEnd(15)}\t${name === 'nullglob' ? (shell.state.options.nullglob ? 'on' : 'off') : 'off'}\n`);
    }
    return 0;
  },
  let: async (shell, io, args) => {
    let last = 0n;
    for (const arg of args) last = await evaluateText(arg, shell.expansion(io));
    return last === 0n ? 1 : 0;
  },
  getopts: (shell, io, [letters = '', name = '', ...given]) => {
    const { variables, positional } = shell.state;
    const words = given.length > 0 ? given : positional;
    const [index = 1, inside = 1] = (variables.get('OPTIND') ?? '1').split('.').map(Number);
    const at = index - 1;
    const word = words[at];
    if (word === undefined || !/^-./.test(word) || word === '--') {
      variables.set(name, '?');
      variables.set('OPTIND', String(word === '--' ? index + 1 : index));
      return 1;
    }
    const letter = word.charAt(inside);
    const takes = letters.charAt(letters.indexOf(letter) + 1) === ':' && letters.includes(letter);
    let next = inside + 1 < word.length ? `${index}.${inside + 1}` : String(index + 1);
    if (!letters.includes(letter) || letter === ':') {
      if (!letters.startsWith(':')) complain(io, `illegal option -- ${letter}`);
      variables.set(name, '?');
      variables.set('OPTARG', letters.startsWith(':') ? letter : '');
    } else {
      variables.set(name, letter);
      if (takes) {
        const glued = word.slice(inside + 1);
        const value = glued === '' ? words[at + 1] : glued;
        if (value === undefined) {
          if (!letters.startsWith(':')) complain(io, `option requires an argument -- ${letter}`);
          variables.set(name, letters.startsWith(':') ? ':' : '?');
          variables.set('OPTARG', letters.startsWith(':') ? letter : '');
        } else variables.set('OPTARG', value);
        next = String(index + (glued === '' ? 2 : 1));
      }
    }
    variables.set('OPTIND', next);
    return 0;
  },
  umask: (_shell, io, args) => {
    if (args.length === 0) io.stdout.write('0022\n');
    return 0;
  },
  ulimit: (_shell, io, args) => {
    if (args.length <= 1) io.stdout.write(args[0] === '-n' ? '1024\n' : 'unlimited\n');
    return 0;
  },
};
