import { civilFromDays, daysFromCivil } from '../base/calendar.ts';

/** What Go prints for a time that was never set. */
export const NEVER = '0001-01-01T00:00:00Z';

const DAY_MS = 86_400_000;

/** RFC 3339 in UTC with as many decimals as needed, as Go marshals a time. @param unixMs integer milliseconds since 1970. */
export function rfc3339(unixMs: number): string {
  const ms = mod(unixMs, 1000);
  if (ms === 0) return `${toSeconds(unixMs)}Z`;
  return `${toSeconds(unixMs)}.${String(ms).padStart(3, '0').replace(/0+$/, '')}Z`;
}

/** RFC 3339 without decimals: creation times of volumes. */
export function rfc3339Seconds(unixMs: number): string {
  return `${toSeconds(unixMs)}Z`;
}

/** RFC 3339 with nine decimals: time stamps of log lines. */
export function rfc3339Nano(unixMs: number): string {
  return `${toSeconds(unixMs)}.${String(mod(unixMs, 1000)).padStart(3, '0')}000000Z`;
}

/** Hours and minutes of the day, e.g. `23:29`. */
export function hourMinute(unixMs: number): string {
  return toSeconds(unixMs).slice(11, 16);
}

/**
 * The time in a `since` or `until` parameter: Unix seconds with decimals (`1795475951.25`), or RFC 3339 in UTC. The answer is
 * Unix milliseconds; undefined when it cannot be read.
 */
export function readTimestamp(text: string): number | undefined {
  const unix = /^(\d+)(?:\.(\d{1,9}))?$/.exec(text);
  if (unix) return Number(unix[1]) * 1000 + Number((unix[2] ?? '').padEnd(3, '0').slice(0, 3));
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?Z?$/.exec(text);
  if (!parts) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = ''] = parts;
  const days = daysFromCivil({ year: Number(year), month: Number(month), date: Number(day) });
  return days * DAY_MS + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3));
}

/** Seconds whose text is known: lists name the same ones again and again. */
const known = new Map<number, string>();
const MAX_KNOWN = 1024;

function toSeconds(unixMs: number): string {
  const second = Math.floor(unixMs / 1000);
  let text = known.get(second);
  if (text === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    text = secondText(unixMs);
    known.set(second, text);
  }
  return text;
}

function secondText(unixMs: number): string {
  const day = Math.floor(unixMs / DAY_MS);
  const seconds = Math.floor(mod(unixMs, DAY_MS) / 1000);
  const { year, month, date } = civilFromDays(day);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}T${clock}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function mod(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
