import { bareText } from './yaml-entries.ts';

/** Where in a stack file a cursor stands. */
export interface YamlPlace {
  /** Keys and list indices (always 0: which one does not matter here) down to the mapping or list that is written in. */
  readonly path: readonly (string | number)[];
  /** What is being written: a key (or an item of a list), or the value of `key`. */
  readonly at: 'key' | 'value';
  readonly key: string;
  /** What is written of it so far, and the column (from 0) where it begins. */
  readonly typed: string;
  readonly from: number;
  /** Column of the key. */
  readonly indent: number;
  /** The mappings around, outermost first, and the column of their keys. */
  readonly outer: readonly { readonly path: readonly (string | number)[]; readonly column: number }[];
}

interface Line {
  readonly dashes: readonly number[];
  readonly column: number;
  readonly rest: string;
}

const KEY = /^("[^"]*"|'[^']*'|[^\s#:"'][^#:]*?)\s*:(?:\s+|$)/;

/**
 * Finds the place by indentation alone, so that it works on files that are not valid at this moment, which is what
 * a file is while somebody types. Block style only; inside `{…}` and `[…]` it knows no more than the line's key.
 * @param line from 0
 * @param column from 0: characters before the cursor
 */
export function placeAt(lines: readonly string[], line: number, column: number): YamlPlace {
  const own = readLine((lines[line] ?? '').slice(0, column));
  const value = KEY.exec(own.rest);
  const { path, columns } = pathOf(lines, line, own);
  const outer = columns.flatMap((keys, i) => (keys === undefined ? [] : [{ path: path.slice(0, i), column: keys }]));
  if (!value) return { path, at: 'key', key: '', typed: own.rest, from: own.column, indent: own.column, outer };
  const from = own.column + value[0].length;
  return { path, at: 'value', key: bareText(value[1] ?? ''), typed: own.rest.slice(value[0].length), from, indent: own.column, outer };
}

/** The path of the key that is written on a line, itself included; undefined when there is none or the column is not on it. */
export function keyAt(
  lines: readonly string[],
  line: number,
  column: number,
): { readonly path: readonly (string | number)[]; readonly from: number; readonly to: number } | undefined {
  const own = readLine(lines[line] ?? '');
  const key = KEY.exec(own.rest)?.[1];
  if (key === undefined || column < own.column || column > own.column + key.length) return undefined;
  return { path: [...pathOf(lines, line, own).path, bareText(key)], from: own.column, to: own.column + key.length };
}

function readLine(text: string): Line {
  const dashes: number[] = [];
  let column = text.length - text.trimStart().length;
  let dash = /^-(\s+|$)/.exec(text.slice(column));
  while (dash) {
    dashes.push(column);
    column += dash[0].length;
    dash = /^-(\s+|$)/.exec(text.slice(column));
  }
  return { dashes, column, rest: text.slice(column) };
}

/** The path, and for each of its keys the column in which the key stands (undefined: the part is an index). */
function pathOf(
  lines: readonly string[],
  line: number,
  own: Line,
): { readonly path: readonly (string | number)[]; readonly columns: readonly (number | undefined)[] } {
  const path: (string | number)[] = [];
  const columns: (number | undefined)[] = [];
  let indent = own.column;
  // Looking for the key that holds a list (which may stand in the list's own column) or a mapping (which may not).
  let list = false;
  const enterItems = (dashes: readonly number[], below: number): void => {
    for (const dash of dashes.toReversed()) {
      if (dash >= below) continue;
      path.unshift(0);
      columns.unshift(undefined);
      indent = dash;
      list = true;
    }
  };
  enterItems(own.dashes, Number.POSITIVE_INFINITY);
  for (let i = line - 1; i >= 0 && (indent > 0 || list); i--) {
    const text = lines[i] ?? '';
    if (/^\s*(#|$)/.test(text)) continue;
    const above = readLine(text);
    const key = KEY.exec(above.rest)?.[1];
    if (!list && above.column >= indent && above.dashes.some((dash) => dash < indent)) enterItems(above.dashes, indent);
    else if (key !== undefined && (list ? above.column <= indent && above.dashes.every((dash) => dash < indent) : above.column < indent)) {
      path.unshift(bareText(key));
      columns.unshift(above.column);
      indent = above.column;
      list = false;
      enterItems(above.dashes, Number.POSITIVE_INFINITY);
    }
  }
  return { path, columns };
}
