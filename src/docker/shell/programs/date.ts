import { type Program, print, refuse } from '../program.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A time, in Unix milliseconds, in the form of strftime; UTC, as the hosts' clocks are. */
export function dateText(format: string, ms: number): string {
  const date = new Date(ms);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = DAYS[date.getUTCDay()] as string;
  const month = MONTHS[date.getUTCMonth()] as string;
  const iso = date.toISOString();
  const hour12 = date.getUTCHours() % 12 || 12;
  const fields: { readonly [letter: string]: () => string } = {
    Y: () => String(date.getUTCFullYear()),
    y: () => two(date.getUTCFullYear() % 100),
    C: () => two(Math.floor(date.getUTCFullYear() / 100)),
    m: () => two(date.getUTCMonth() + 1),
    d: () => two(date.getUTCDate()),
    e: () => String(date.getUTCDate()).padStart(2),
    j: () => String(Math.floor((ms - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1).padStart(3, '0'),
    H: () => two(date.getUTCHours()),
    I: () => two(hour12),
    l: () => String(hour12).padStart(2),
    M: () => two(date.getUTCMinutes()),
    S: () => two(date.getUTCSeconds()),
    s: () => String(Math.floor(ms / 1000)),
    N: () => `${String(date.getUTCMilliseconds()).padStart(3, '0')}000000`,
    p: () => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
    a: () => day.slice(0, 3),
    A: () => day,
    b: () => month.slice(0, 3),
    h: () => month.slice(0, 3),
    B: () => month,
    u: () => String(date.getUTCDay() || 7),
    w: () => String(date.getUTCDay()),
    Z: () => 'UTC',
    z: () => '+0000',
    F: () => iso.slice(0, 10),
    T: () => iso.slice(11, 19),
    X: () => iso.slice(11, 19),
    R: () => iso.slice(11, 16),
    D: () => `${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())}/${two(date.getUTCFullYear() % 100)}`,
    c: () => `${day.slice(0, 3)} ${month.slice(0, 3)} ${String(date.getUTCDate()).padStart(2)} ${iso.slice(11, 19)} ${date.getUTCFullYear()}`,
    n: () => '\n',
    t: () => '\t',
    '%': () => '%',
  };
  return format.replace(/%(-?)(?:(\d)(?=N))?([A-Za-z%])/g, (whole, plain: string, digits: string | undefined, letter: string) => {
    const text = Object.hasOwn(fields, letter) ? fields[letter]?.() : undefined;
    if (text === undefined) return whole;
    return digits === undefined ? (plain === '' ? text : text.replace(/^[0 ]+(?=.)/, '')) : text.slice(0, Number(digits));
  });
}

/** date: now, or what -d says; the hosts' clocks cannot be set. */
export const date: Program = async (context, args) => {
  let ms = context.host.clock.now();
  let format = '%a %b %e %T UTC %Y';
  for (let i = 0; i < args.length; i++) {
    const word = args[i] as string;
    const given = /^(?:-d|--date=)(.*)$/s.exec(word);
    if (given || word === '--date') {
      const text = given?.[1] || (args[++i] ?? '');
      const parsed = parseDate(text, ms);
      if (parsed === undefined) return refuse(context, `date: invalid date ‘${text}’\n`);
      ms = parsed;
    } else if (word.startsWith('+')) format = word.slice(1);
    else if (word === '-Iseconds' || word === '--iso-8601=seconds') format = '%FT%T+00:00';
    else if (word === '-I' || word === '--iso-8601') format = '%F';
    else if (word === '-R' || word === '--rfc-email') format = '%a, %d %b %Y %T +0000';
    else if (!['-u', '--utc', '--universal'].includes(word))
      return refuse(context, word.startsWith('-') ? `date: invalid option -- '${word.slice(1)}'\n` : 'date: cannot set date: Operation not permitted\n');
  }
  return print(context, `${dateText(format, ms)}\n`);
};

/** `@seconds`, an ISO time, `now`, `yesterday`, `10 minutes ago`, `+2 days`. */
function parseDate(text: string, now: number): number | undefined {
  const word = text.trim();
  if (/^@-?\d+$/.test(word)) return Number(word.slice(1)) * 1000;
  const named: { readonly [name: string]: number } = { '': 0, now: 0, today: 0, yesterday: -86_400_000, tomorrow: 86_400_000 };
  if (Object.hasOwn(named, word)) return now + (named[word] as number);
  const relative = /^(?:now\s*)?([-+]?\s*\d+)\s*(second|sec|minute|min|hour|day|week)s?(\s+ago)?$/.exec(word);
  if (relative) {
    const units: { readonly [unit: string]: number } = {
      second: 1000,
      sec: 1000,
      minute: 60_000,
      min: 60_000,
      hour: 3_600_000,
      day: 86_400_000,
      week: 604_800_000,
    };
    return now + Number((relative[1] ?? '').replace(/\s/g, '')) * (units[relative[2] ?? ''] ?? 0) * (relative[3] ? -1 : 1);
  }
  const parsed = Date.parse(/\d$/.test(word) && !/[zZ]|[-+]\d\d:?\d\d$/.test(word) ? `${word.replace(' ', 'T')}${word.includes(':') ? 'Z' : ''}` : word);
  return Number.isNaN(parsed) ? undefined : parsed;
}
