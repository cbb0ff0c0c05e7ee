import { OptionError } from './option-error.ts';

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** The error of Go's csv package. Lines and columns count from 1, columns in bytes. */
function parseError(line: number, column: number, what: string): OptionError {
  return new OptionError(`${line > 1 ? 'record on line 1; ' : ''}parse error on line ${line}, column ${column}: ${what}`);
}

/**
 * The fields of the first CSV record of a flag's value, with the rules and error texts of Go's encoding/csv (spec/cli.md §1):
 * `"a,b",c` has the two fields `a,b` and `c`. Throws OptionError; an empty text is `EOF`.
 */
export function parseCsvRecord(text: string): string[] {
  // Empty lines before the record are skipped.
  const lines = text.replace(/\r\n/g, '\n').replace(/^\n+/, '').split('\n');
  let lineIndex = 0;
  let rest = lines[0] ?? '';
  if (rest === '' && lines.length === 1) throw new OptionError('EOF');
  const fields: string[] = [];
  let column = 1;
  for (;;) {
    if (!rest.startsWith('"')) {
      const comma = rest.indexOf(',');
      const field = comma < 0 ? rest : rest.slice(0, comma);
      const quote = field.indexOf('"');
      if (quote >= 0) throw parseError(lineIndex + 1, column + byteLength(field.slice(0, quote)), 'bare " in non-quoted-field');
      fields.push(field);
      if (comma < 0) return fields;
      column += byteLength(field) + 1;
      rest = rest.slice(comma + 1);
      continue;
    }
    let field = '';
    rest = rest.slice(1);
    column += 1;
    for (;;) {
      const quote = rest.indexOf('"');
      if (quote < 0) {
        // The field goes on in the next line; the end of the text inside quotes is an error.
        column += byteLength(rest);
        const next = lines[lineIndex + 1];
        if (next === undefined) throw parseError(lineIndex + 1, column, 'extraneous or missing " in quoted-field');
        field += `${rest}\n`;
        lineIndex += 1;
        rest = next;
        column = 1;
        continue;
      }
      field += rest.slice(0, quote);
      column += byteLength(rest.slice(0, quote)) + 1;
      rest = rest.slice(quote + 1);
      if (rest.startsWith('"')) {
        field += '"';
        rest = rest.slice(1);
        column += 1;
        continue;
      }
      if (rest === '') {
        fields.push(field);
        return fields;
      }
      if (rest.startsWith(',')) {
        fields.push(field);
        rest = rest.slice(1);
        column += 1;
        break;
      }
      throw parseError(lineIndex + 1, column - 1, 'extraneous or missing " in quoted-field');
    }
  }
}
