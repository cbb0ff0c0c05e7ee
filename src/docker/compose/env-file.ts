import { type Parsed, parsed, refused } from '../api/parse/parsed.ts';

/**
 * Reads the lines `K=V` of an env file (docker/cli pkg/kvfile): values verbatim, `K` alone takes the value of the CLI's
 * environment or is left out. The error comes without the file's name.
 */
export function parseEnvFile(text: string, lookup: (name: string) => string | undefined): Parsed<readonly (readonly [string, string])[]> {
  const entries: (readonly [string, string])[] = [];
  for (const [index, raw] of text.replace(/\n$/, '').split('\n').entries()) {
    const line = (index === 0 ? raw.replace(/^\ufeff/, '') : raw).replace(/\r$/, '').replace(/^[\s\u0085]+/, '');
    if (line === '' || line.startsWith('#')) continue;
    const at = line.indexOf('=');
    const name = at < 0 ? line : line.slice(0, at);
    if (name === '') return refused(`no variable name on line '${line}'`);
    if (/[ \t]/.test(name)) return refused(`variable '${name}' contains whitespaces`);
    const value = at < 0 ? lookup(line) : line.slice(at + 1);
    if (value !== undefined) entries.push([name, value]);
  }
  return parsed(entries);
}
