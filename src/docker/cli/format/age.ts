/** A time that has passed, in docker's words (docker/go-units HumanDuration; spec/cli.md §5.4). In milliseconds; integer division everywhere. */
export function humanDuration(ms: number): string {
  const seconds = Math.trunc(ms / 1000);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  const minutes = Math.trunc(ms / 60_000);
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  const hours = Math.trunc(ms / 3_600_000 + 0.5);
  if (hours === 1) return 'About an hour';
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 14) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 60) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(ms / 3_600_000 / 24 / 365)} years`;
}

/** How long ago something was, seen at `now` (both milliseconds since 1970): `2 minutes ago`. */
export function ago(then: number, now: number): string {
  return `${humanDuration(now - then)} ago`;
}

/** Seconds whose time is known: lists name the same ones again and again. */
const known = new Map<string, number>();
const MAX_KNOWN = 1024;

function secondMs(text: string): number {
  let ms = known.get(text);
  if (ms === undefined) {
    if (known.size >= MAX_KNOWN) known.clear();
    ms = Date.parse(text);
    known.set(text, ms);
  }
  return ms;
}

/** An API time (RFC 3339, up to nine decimals) as milliseconds since 1970, with the fraction of a millisecond. */
export function apiTimeMs(text: string | undefined): number {
  if (text === undefined || text === '') return Number.NEGATIVE_INFINITY;
  // The usual form, cut at its places.
  if (text.endsWith('Z') && text.charAt(19) === '.') return secondMs(`${text.slice(0, 19)}Z`) + Number(text.slice(19, -1)) * 1000;
  const match = /^(\d+-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (match === null) return Number.NaN;
  return secondMs(`${match[1]}${match[3]}`) + Number(`0.${match[2] ?? '0'}`) * 1000;
}

/** An API time as Go prints it: `2026-01-02 03:04:05.678901234 +0000 UTC`; the zero time for an absent one. */
export function goTime(text: string | undefined): string {
  const match = /^(\d+-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text ?? '');
  if (match === null) return '0001-01-01 00:00:00 +0000 UTC';
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  const zone = match[4] === 'Z' || match[4] === '+00:00' ? '+0000 UTC' : `${(match[4] ?? '').replace(':', '')} ${(match[4] ?? '').replace(':', '')}`;
  return `${match[1]} ${match[2]}${fraction === '' ? '' : `.${fraction}`} ${zone}`;
}
