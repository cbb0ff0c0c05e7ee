import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Refused } from './exchange-player.ts';
import { RECORDINGS } from './recording.ts';
import { piecesOf } from './text-pieces.ts';

/** The errors of errors.tsv that engine 28.2.2 gave, one line each, as `lineOf` writes them. */
export function errorTable(): readonly { readonly line: string; readonly form: string }[] {
  const [, ...rows] = readFileSync(join(RECORDINGS, '../errors.tsv'), 'utf8').trim().split('\n');
  return rows.flatMap((row) => {
    const [method = '', path = '', status = '', message = '', engines = '', form = ''] = row.split('\t');
    if (!engines.includes('28.2.2')) return [];
    return [{ line: lineOf({ method, path, status: Number(status), message: message.replaceAll('\\n', '\n') }), form }];
  });
}

/** An error as a line that does not depend on ids, the names of objects in the path, and ports. */
export function lineOf({ method, path, status, message }: Refused): string {
  const [plain = ''] = path.replace(/^\/v\d+\.\d+(?=\/)/, '').split('?');
  const named = plain.replace(
    /^(\/(?:containers|images|networks|volumes|services|tasks|nodes|secrets|configs|plugins|distribution)\/)(?!create|json|prune|search)(.+?)(?=\/\w+$|$)/,
    '$1{id}',
  );
  const text = piecesOf(message.replace(/(?<=read udp )\[::1\]:\d+->\[::1\]:53/, '…'))
    .map((piece) => ({ 'swarm-id': '{id}', hex64: '{hex64}', hex12: '{hex12}' })[piece.kind as string] ?? piece.text)
    .join('');
  return `${method} ${named} ${status} ${text.trim()}`;
}
