import { parseGoDuration } from '../../api/parse/go-duration.ts';
import { goQuote } from '../../api/parse/go-number.ts';
import { OptionError } from './option-error.ts';

/** `2006-01-02[T15[:04[:05[.999]]]][Z|±07:00]`; without a zone it is UTC, the time zone of every host here. */
const datePattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?)?(?:([zZ])|([+-])(\d{2}):(\d{2}))?$/;

/**
 * A `--since`, `--until` or `--tail`-like time as the API takes it: seconds since 1970, with nine decimals when it was a
 * date (moby api/types/time GetTimestamp). A Go duration counts back from `nowMs`. Throws OptionError.
 */
export function parseTimestamp(text: string, nowMs: number): string {
  const duration = parseGoDuration(text);
  if (text !== '0' && duration.ok) return String(Math.floor((nowMs * 1e6 - duration.value) / 1e9));
  const date = datePattern.exec(text);
  if (date !== null) {
    const part = (index: number): number => Number(date[index] ?? '0');
    const offset = (date[9] === '-' ? -1 : 1) * (part(10) * 60 + part(11));
    const ms = Date.UTC(part(1), part(2) - 1, part(3), part(4), part(5) - offset, part(6));
    const valid = part(2) >= 1 && part(2) <= 12 && part(3) >= 1 && part(3) <= 31 && part(4) < 24 && part(5) < 60 && part(6) < 60;
    if (valid) return `${Math.floor(ms / 1000)}.${(date[7] ?? '').padEnd(9, '0')}`;
  }
  if (/^[-+]?\d+(\.[-+]?\d+)?$/.test(text) && !text.includes('-')) return text;
  if (text.includes('-')) throw new OptionError(`parsing time ${goQuote(text)} as "2006-01-02": cannot parse ${goQuote(text)} as "2006"`);
  throw new OptionError(`failed to parse value as time or duration: ${goQuote(text)}`);
}
