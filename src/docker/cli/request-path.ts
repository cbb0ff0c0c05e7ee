/** What has names in its paths, and is refused without one. */
const NAMED = new Map([
  ['containers', 'container'],
  ['networks', 'network'],
  ['volumes', 'volume'],
  ['services', 'service'],
  ['nodes', 'node'],
  ['tasks', 'task'],
  ['configs', 'config'],
  ['secrets', 'secret'],
]);

/**
 * A path with a typed name in it, as the request carries it: blanks around the name go, `.`, `..` and empty parts are
 * resolved (Go's path.Join), a percent sign is escaped. A name of nothing but blanks is a problem
 * (moby client/utils.go trimID).
 */
export function requestPath(path: string, method = 'GET'): { readonly path: string } | { readonly problem: string } {
  const [, kind = '', name, ...rest] = path.split('/');
  const word = NAMED.get(kind);
  if (word !== undefined && name !== undefined && name.trim() === '') {
    // Misspelt in docker 28.2.2.
    return { problem: `invalid ${word === 'config' && method === 'GET' ? 'contig' : word} name or ID: value is empty` };
  }
  const parts: string[] = [];
  for (const part of [kind, ...(name === undefined ? [] : [word === undefined ? name : name.trim()]), ...rest]) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part.replace(/%/g, '%25'));
  }
  return { path: `/${parts.join('/')}` };
}
