import { parseGoDuration } from '../../docker/api/parse/go-duration.ts';
import { goQuote } from '../../docker/api/parse/go-number.ts';
import type { Labels } from '../../docker/api/specs.ts';
import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { type Filters, readFilters } from '../filters.ts';
import { readTimestamp } from '../json-time.ts';

const NANOSECONDS_PER_MS = 1e6;

/** What a prune may take away: all filters, and whether an object passes `label`, `label!` and `until`. */
export interface PruneFilter {
  readonly filters: Filters;
  /** @param createdAt virtual milliseconds; what has no age is as old as can be */
  readonly takes: (labels: Labels | undefined, createdAt?: number) => boolean;
}

/** Reads the filters of `POST …/prune` (moby daemon/prune.go matchLabels, getUntilFromPruneFilters). @param more keys beside labels, e.g. `until` */
export function readPruneFilter(daemon: Daemon, call: Call, ...more: readonly string[]): PruneFilter | Refusal {
  const filters = readFilters(call.query('filters'), ['label', 'label!', ...more]);
  if (isRefusal(filters)) return filters;
  const [text, second] = filters.get('until');
  if (second !== undefined) return { status: 400, message: 'more than one until filter specified' };
  const until = text === undefined ? undefined : untilTime(text, daemon.unixNow);
  if (text !== undefined && until === undefined) return { status: 400, message: `failed to parse value as time or duration: ${goQuote(text)}` };
  const takes = (labels: Labels | undefined, createdAt?: number): boolean => {
    if (until !== undefined && createdAt !== undefined && daemon.options.epochMs + createdAt > until) return false;
    const wanted = filters.get('label').every((term) => fits(term, labels));
    return wanted && !(filters.has('label!') && filters.get('label!').every((term) => fits(term, labels)));
  };
  return { filters, takes };
}

/** Unix milliseconds of a Go duration that counts back from now, or of a time. */
function untilTime(text: string, now: number): number | undefined {
  const duration = parseGoDuration(text);
  return duration.ok && text !== '0' ? now - duration.value / NANOSECONDS_PER_MS : readTimestamp(text);
}

/** `k`, or `k=v` to the letter (moby api/types/filters MatchKVList). */
function fits(term: string, labels: Labels | undefined): boolean {
  const equals = term.indexOf('=');
  const value = labels?.[equals < 0 ? term : term.slice(0, equals)];
  return value !== undefined && (equals < 0 || value === term.slice(equals + 1));
}
