import type { JsonObject } from '../../../../base/json.ts';
import { CommandError } from '../../command.ts';

/** `vendor.com/class=name`: a device that the engine looks up itself (container-device-interface, parser.go). */
const qualified = /^[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?\/[A-Za-z](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?=[A-Za-z0-9](?:[A-Za-z0-9_.:-]*[A-Za-z0-9])?$/;

/** Read, write, mknod: each letter at most once. */
const isMode = (text: string): boolean => text !== '' && /^[rwm]+$/.test(text) && new Set(text).size === text.length;

/** `path`, cleaned as Go's path.Clean does. */
function clean(path: string): string {
  const rooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (!rooted) parts.push(part);
  }
  return `${rooted ? '/' : ''}${parts.join('/')}` || '.';
}

/** One `--device` value `HOST[:CONTAINER][:MODE]` of a Linux engine (docker CLI container/opts.go). Throws CommandError. */
function mapping(text: string): JsonObject {
  const parts = text.split(':');
  if (parts.length > 3 || parts[0] === '') throw new CommandError(`bad format for path: ${text}`);
  const [first = '', second = '', third = ''] = parts;
  let fields: readonly [host: string, container: string, mode: string];
  if (parts.length === 1) fields = [clean(first), '', 'rwm'];
  else if (parts.length === 2) fields = isMode(second) ? [clean(first), '', second] : [first, clean(second), 'rwm'];
  else fields = [first, second, third];
  if (parts.length === 3 && !isMode(third)) throw new CommandError(`bad mode specified: ${third}`);
  const inside = parts.length === 1 || (parts.length === 2 && isMode(second)) ? first : second;
  if (!inside.startsWith('/')) throw new CommandError(`${inside} is not an absolute path`);
  const [host, container, mode] = fields;
  return { PathOnHost: host, PathInContainer: container === '' ? host : container, CgroupPermissions: mode };
}

/** What `--device` values ask for: devices of the host, and names that the engine's device interface knows. Throws CommandError. */
export function containerDevices(texts: readonly string[]): { readonly devices: readonly JsonObject[]; readonly named: readonly string[] } {
  return { devices: texts.filter((text) => !qualified.test(text)).map(mapping), named: texts.filter((text) => qualified.test(text)) };
}
