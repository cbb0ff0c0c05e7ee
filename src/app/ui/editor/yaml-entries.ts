/** A line of a stack file that says something: a key, an item of a list, or an item that is a key. Lines and columns from 0. */
export interface YamlEntry {
  readonly line: number;
  /** Where the key or the item's text begins. */
  readonly column: number;
  /** Keys and list indices down to what holds it. */
  readonly path: readonly (string | number)[];
  /** Absent: a plain item of a list. */
  readonly key: string | undefined;
  /** What stands behind the colon or the dash, without a comment. */
  readonly value: string;
}

const KEY = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s#:"'[\]{},][^#:]*?)\s*:(?:\s+|$)/;

interface Level {
  readonly column: number;
  /** Where items of this level's list stand, once one was seen. */
  dash: number | undefined;
  index: number;
  readonly path: readonly (string | number)[];
}

/**
 * The keys and items of a file by indentation alone, in one pass: it works on files that are not valid at this moment. Block
 * style only; the lines of block scalars (`|`, `>`) are skipped.
 */
export function yamlEntries(lines: readonly string[]): YamlEntry[] {
  const entries: YamlEntry[] = [];
  // Open levels, outermost first: a key opens one for what is indented more than itself.
  let levels: Level[] = [{ column: -1, dash: undefined, index: -1, path: [] }];
  let scalar = Number.POSITIVE_INFINITY;
  for (const [line, text] of lines.entries()) {
    const blank = text.trim() === '';
    let column = text.length - text.trimStart().length;
    if (column > scalar || (blank && scalar !== Number.POSITIVE_INFINITY)) continue;
    scalar = Number.POSITIVE_INFINITY;
    if (blank || text[column] === '#') continue;
    let held = enter(levels, column, text[column] === '-');
    let dash = /^-(\s+|$)/.exec(text.slice(column));
    let isItem = false;
    while (dash) {
      isItem = true;
      levels = levels.slice(0, levels.indexOf(held) + 1);
      held.index = held.dash === column ? held.index + 1 : 0;
      held.dash = column;
      const item: Level = { column, dash: undefined, index: -1, path: [...held.path, held.index] };
      levels.push(item);
      held = item;
      column += dash[0].length;
      dash = /^-(\s+|$)/.exec(text.slice(column));
    }
    levels = levels.slice(0, levels.indexOf(held) + 1);
    const rest = text.slice(column);
    const key = KEY.exec(rest);
    if (!key) {
      if (isItem) entries.push({ line, column, path: held.path, key: undefined, value: plain(rest) });
      continue;
    }
    const name = bareText(key[1] ?? '');
    const value = plain(rest.slice(key[0].length));
    entries.push({ line, column, path: held.path, key: name, value });
    levels.push({ column, dash: undefined, index: -1, path: [...held.path, name] });
    if (/^(?:[&!]\S+\s+)*[|>][-+\d]*$/.test(value)) scalar = column;
  }
  return entries;
}

/** The innermost level that a line at this column belongs to. A list may stand in the column of its key, a mapping may not. */
function enter(levels: readonly Level[], column: number, isList: boolean): Level {
  for (let i = levels.length - 1; i > 0; i--) {
    const level = levels[i] as Level;
    if (isList ? level.column < column || (level.column === column && level.path.length > 0 && typeof level.path.at(-1) === 'string') : level.column < column) {
      return level;
    }
  }
  return levels[0] as Level;
}

/** A key or value without its quotes. */
export function bareText(text: string): string {
  return /^(["']).*\1$/.test(text) && text.length > 1 ? text.slice(1, -1) : text;
}

/** The names in a list on one line, `[a, "b"]`; a single plain value is one name. */
export function flowNames(value: string): string[] {
  const inner = /^\[(.*)\]$/.exec(value)?.[1] ?? value;
  return inner
    .split(',')
    .map((part) => bareText(part.trim()))
    .filter((part) => part !== '');
}

function plain(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith('#')) return '';
  if (/^["']/.test(trimmed)) return trimmed;
  return trimmed.replace(/\s+#.*$/, '');
}
