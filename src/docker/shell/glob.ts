import { resolvePath } from './program.ts';
import type { HostFiles } from './shell.ts';

/** A shell pattern (`*`, `?`, `[…]`) as a regular expression over a whole text. Backslash takes the next character literally. */
export function globToRegExp(pattern: string, slashes = false): RegExp {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    if (c === '*') source += slashes ? '.*' : '[^/]*';
    else if (c === '?') source += slashes ? '.' : '[^/]';
    else if (c === '[') {
      const close = pattern.indexOf(']', i + 2);
      if (close < 0) source += '\\[';
      else {
        const inner = pattern.slice(i + 1, close).replace(/\\/g, '\\\\');
        source += `[${inner.startsWith('!') ? `^${inner.slice(1)}` : inner}]`;
        i = close;
      }
    } else if (c === '\\' && i + 1 < pattern.length) source += escape(pattern.charAt(++i));
    else source += escape(c);
  }
  try {
    return new RegExp(`^${source}$`, 's');
  } catch {
    return new RegExp(`^${escape(pattern)}$`, 's');
  }
}

/** The paths that a pattern matches, sorted; the pattern itself when there is none, as bash does. */
export function expandGlob(pattern: string, cwd: string, files: HostFiles): string[] {
  const parts = pattern.split('/');
  let found = [pattern.startsWith('/') ? '/' : ''];
  for (const part of parts) {
    if (part === '') continue;
    const next: string[] = [];
    for (const prefix of found) {
      const shown = prefix === '' || prefix === '/' ? prefix : `${prefix}/`;
      if (!/[*?[]/.test(part)) {
        next.push(shown + part);
        continue;
      }
      const expression = globToRegExp(part);
      for (const name of files.list(resolvePath(cwd, prefix === '' ? '.' : prefix)) ?? []) {
        if ((!name.startsWith('.') || part.startsWith('.')) && expression.test(name)) next.push(shown + name);
      }
    }
    found = next;
  }
  const existing = found.filter((path) => {
    const full = resolvePath(cwd, path);
    return files.read(full) !== undefined || files.isFolder(full);
  });
  return existing.length > 0 ? existing.sort() : [pattern];
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
