import type { Input } from '../../run/input.ts';
import { troubleNote } from '../../run/trouble-note.ts';
import type { Messages } from './messages.ts';
import { noteText } from './note-text.ts';

/** An input in one line: what was typed as it was typed, everything else in words. */
export function inputText(m: Messages, input: Input): string {
  switch (input.kind) {
    case 'line':
      return `${input.host}$ ${input.text}`;
    case 'keys':
      return m.input.keys(input.host, input.data === '\u0003' ? 'Ctrl-C' : input.data === '\u0004' ? 'Ctrl-D' : input.data);
    case 'resize':
      return m.input.resize(input.host, input.columns, input.rows);
    case 'fault':
      return `${input.host}: ${m.act.fault[input.fault]}`;
    case 'link':
      return m.input.link(input.a, input.b, input.cut);
    case 'partition':
    case 'quality':
    case 'slow':
    case 'memory':
    case 'image':
    case 'character':
      return noteText(m, { at: 0, ...troubleNote(input) });
    case 'add-host':
      return m.note['host-added'](input.name);
    case 'remove-host':
      return m.note['host-removed'](input.host);
    case 'file':
      return m.input.file(input.path);
  }
}
