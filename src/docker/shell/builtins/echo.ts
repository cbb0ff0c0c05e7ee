import { formatted } from '../programs/printf-format.ts';
import { unescaped } from '../programs/unescaped.ts';
import { type Builtin, complain } from './builtin.ts';

/** echo: `-n`, `-e`, `-E`. */
export const echo: Builtin = (_shell, io, args) => {
  let i = 0;
  let newline = true;
  let escapes = false;
  for (; /^-[neE]+$/.test(args[i] ?? ''); i++) {
    if (args[i]?.includes('n')) newline = false;
    if (args[i]?.includes('e')) escapes = true;
    if (args[i]?.includes('E')) escapes = false;
  }
  const text = args.slice(i).join(' ');
  const [shown, stopped] = escapes ? unescaped(text, 'echo') : [text, false];
  io.stdout.write(shown + (newline && !stopped ? '\n' : ''));
  return 0;
};

/** printf; `-v name` puts the text into a variable. */
export const printf: Builtin = (shell, io, args) => {
  const into = args[0] === '-v' ? args[1] : undefined;
  const [format, ...values] = args.slice(into === undefined ? (args[0] === '--' ? 1 : 0) : 2);
  if (format === undefined) return complain(io, 'printf: usage: printf [-v var] format [arguments]', 2);
  const { text, complaint } = formatted(format, values, shell.host.clock.now());
  if (into !== undefined) shell.state.variables.set(into, text);
  else io.stdout.write(text);
  return complaint === undefined ? 0 : complain(io, `printf: ${complaint}`);
};
