import type { Json, JsonObject } from '../../../base/json.ts';
import { leftOut } from './same-answer.ts';
import { piecesOf } from './text-pieces.ts';

/**
 * Compares streams of events by which kinds of events they hold: how often a probe was run meanwhile, and what came first
 * of things that go on beside each other, is chance. A kind is an event without its ids, times and durations, with all
 * its members in their order. The answer: one line for each kind that only one of both has; where the recorder has cut the
 * stream short, only for those that we lack.
 */
export function compareEvents(recorded: Json, ours: readonly Json[]): readonly string[] {
  const { jsonStream } = (recorded ?? { jsonStream: [] }) as { readonly jsonStream: readonly Json[] };
  const wanted = kindsOf(jsonStream.filter((event) => leftOut(event) === 0));
  const heard = kindsOf(ours);
  const cut = jsonStream.some((event) => leftOut(event) > 0);
  const unexpected = cut ? [] : [...heard].filter((kind) => !wanted.has(kind));
  return [...[...wanted].filter((kind) => !heard.has(kind)).map((kind) => `missing ${kind}`), ...unexpected.map((kind) => `unexpected ${kind}`)];
}

function kindsOf(events: readonly Json[]): ReadonlySet<string> {
  return new Set(events.map((event) => JSON.stringify(plain(event, ''))));
}

function plain(value: Json, name: string): Json {
  if (name === 'execDuration' || typeof value === 'number') return '…';
  if (typeof value === 'string')
    return piecesOf(value)
      .map((piece) => (piece.kind === 'words' ? piece.text : piece.kind))
      .join('');
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value as JsonObject).map(([key, member]) => [key, plain(member ?? null, key)]));
}
