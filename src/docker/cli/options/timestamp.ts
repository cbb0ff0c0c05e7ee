import { parseGoDuration } from '../../api/parse/go-duration.ts';
import { goQuote } from '../../api/parse/go-number.ts';
import { parseGoTime } from './go-time.ts';
import { OptionError } from './option-error.ts';

/** The layout that fits what a text looks like. Without a zone it is UTC, the time zone of every host here. */
function layoutOf(text: string): string {
  const zoned = /[zZ+]/.test(text) || text.split('-').length === 4;
  const zone = zoned ? 'Z07:00' : '';
  if (text.includes('.')) return `2006-01-02T15:04:05.999999999${zone}`;
  if (!text.includes('T')) return `2006-01-02${zone}`;
  const colons = text.split(':').length - 1;
  // A zone such as +02:00 has a colon of its own.
  const ofTime = zoned && !/[zZ]/.test(text) && colons > 0 ? colons - 1 : colons;
  return `2006-01-02T${['15', '15:04'][ofTime] ?? '15:04:05'}${zone}`;
}

/**
 * A `--since`, `--until` or `--tail`-like time as the API takes it: seconds since 1970, with nine decimals when it was a
 * date (moby api/types/time GetTimestamp). A Go duration counts back from `nowMs`. Throws OptionError.
 */
export function parseTimestamp(text: string, nowMs: number): string {
  const duration = parseGoDuration(text);
  if (text !== '0' && duration.ok) return String(Math.floor((nowMs * 1e6 - duration.value) / 1e9));
  try {
    const { seconds, nanoseconds } = parseGoTime(layoutOf(text), text);
    return `${seconds}.${String(nanoseconds).padStart(9, '0')}`;
  } catch (error) {
    if (!(error instanceof OptionError) || text.includes('-')) throw error;
  }
  if (/^[-+]?\d+(\.[-+]?\d+)?$/.test(text)) return text;
  throw new OptionError(`failed to parse value as time or duration: ${goQuote(text)}`);
}
