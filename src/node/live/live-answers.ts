import type { InspectedType } from '../../run/query.ts';
import type { EngineReader } from './engine-reader.ts';

const PATHS: { readonly [type in InspectedType]: (id: string) => string } = {
  node: (id) => `/nodes/${id}`,
  service: (id) => `/services/${id}?insertDefaults=true`,
  task: (id) => `/tasks/${id}`,
  network: (id) => `/networks/${id}`,
  container: (id) => `/containers/${id}/json`,
  secret: (id) => `/secrets/${id}`,
  config: (id) => `/configs/${id}`,
  volume: (id) => `/volumes/${id.slice(id.indexOf('/') + 1)}`,
};
const HIDDEN = '(hidden)';

export function isInspected(type: string): type is InspectedType {
  return Object.hasOwn(PATHS, type);
}

/** The object as `docker inspect` prints it, without what nobody but its owner should read. Rejects with the engine's words. */
export async function liveInspect(engine: EngineReader, type: InspectedType, id: string): Promise<string> {
  return JSON.stringify([redacted(await engine.get(PATHS[type](encodeURIComponent(id))), '')], null, 4);
}

/** The values of variables, the contents of configs, and join tokens: what people put passwords into. */
function redacted(value: unknown, key: string): unknown {
  if (key === 'Env' && Array.isArray(value)) return value.map((entry) => (typeof entry === 'string' ? entry.replace(/=[\s\S]*/, `=${HIDDEN}`) : entry));
  if (key === 'Data' || key === 'JoinTokens' || key === 'UnlockKey' || key === 'SigningCAKey') return HIDDEN;
  if (Array.isArray(value)) return value.map((entry) => redacted(entry, ''));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, redacted(inner, name)]));
  return value;
}

/** The last lines of a log. Rejects with the engine's words. */
export async function liveLogs(engine: EngineReader, type: 'task' | 'service', id: string, tail: number): Promise<readonly string[]> {
  const bytes = await engine.bytes(`/${type}s/${encodeURIComponent(id)}/logs?stdout=1&stderr=1&timestamps=1&tail=${tail}`);
  return logText(bytes)
    .split('\n')
    .filter((line) => line !== '');
}

/** Takes the frames off a log stream (moby pkg/stdcopy): a kind, three zeros, the length, the text. What has none, of a terminal, is text. */
function logText(bytes: Buffer): string {
  if (bytes.length < 8 || bytes[0] === undefined || bytes[0] > 2 || bytes.readUIntBE(1, 3) !== 0) return bytes.toString('utf8');
  const parts: Buffer[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at + 4);
    parts.push(bytes.subarray(at + 8, end));
    at = end;
  }
  return Buffer.concat(parts).toString('utf8');
}
