import { quoted } from '../quoted.ts';
import { type Builtin, complain } from './builtin.ts';

/** alias, unalias. */
export const aliasBuiltins: { readonly [name: string]: Builtin } = {
  alias: (shell, io, args) => {
    const { aliases } = shell.state;
    const line = (name: string): string => `alias ${name}='${(aliases.get(name) ?? '').replace(/'/g, "'\\''")}'\n`;
    for (const word of args.length > 0 ? args : [...aliases.keys()].sort()) {
      const equals = word.indexOf('=');
      if (equals > 0) aliases.set(word.slice(0, equals), word.slice(equals + 1));
      else if (aliases.has(word)) io.stdout.write(line(word));
      else return complain(io, `alias: ${quoted(word)}: not found`);
    }
    return 0;
  },
  unalias: (shell, io, args) => {
    const { aliases } = shell.state;
    if (args[0] === '-a') aliases.clear();
    else for (const word of args) if (!aliases.delete(word)) return complain(io, `unalias: ${word}: not found`);
    return 0;
  },
};
