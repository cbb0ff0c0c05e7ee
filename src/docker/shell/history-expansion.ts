/** What `!` and `^` at the beginning make of a typed line, from the lines before it; undefined `line` with the event that there is none of. */
export function expandHistory(text: string, history: readonly string[]): { readonly line: string; readonly changed: boolean } | { readonly missing: string } {
  const quick = /^\^([^^]+)\^([^^]*)\^?$/.exec(text);
  const last = history.at(-1);
  if (quick) {
    const [, from = '', to = ''] = quick;
    return last?.includes(from) ? { line: last.replace(from, () => to), changed: true } : { missing: `:s${text}: substitution failed` };
  }
  let line = '';
  let changed = false;
  let single = false;
  let double = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === '\\' && !single) {
      line += c + text.charAt(++i);
      continue;
    }
    if (c === "'" && !double) single = !single;
    if (c === '"' && !single) double = !double;
    if (c !== '!' || single) {
      line += c;
      continue;
    }
    const event = /^!(?:!|-?\d+|\?[^?\n]+\??|[$^*]|[A-Za-z][^\s;|&<>()"':]*)(?::(?:\d+|[$^*]))?/.exec(text.slice(i));
    if (!event || (double && event[0] === '!"')) {
      line += c;
      continue;
    }
    const found = eventText(event[0], history);
    if (found === undefined) return { missing: `${event[0]}: event not found` };
    line += found;
    changed = true;
    i += event[0].length - 1;
  }
  return { line, changed };
}

function eventText(event: string, history: readonly string[]): string | undefined {
  const [name = '', designator] = event.slice(1).split(':');
  if (/^[$^*]$/.test(name)) return wordsOf(history.at(-1), name);
  const line =
    name === '!'
      ? history.at(-1)
      : /^-?\d+$/.test(name)
        ? Number(name) < 0
          ? history.at(Number(name))
          : history[Number(name) - 1]
        : name.startsWith('?')
          ? history.findLast((entry) => entry.includes(name.replace(/^\?|\?$/g, '')))
          : history.findLast((entry) => entry.startsWith(name));
  return designator === undefined ? line : wordsOf(line, designator);
}

function wordsOf(line: string | undefined, designator: string): string | undefined {
  const words = line?.trim().split(/\s+/);
  if (!words) return undefined;
  if (designator === '$') return words.at(-1);
  if (designator === '^') return words[1] ?? '';
  return designator === '*' ? words.slice(1).join(' ') : words[Number(designator)];
}
