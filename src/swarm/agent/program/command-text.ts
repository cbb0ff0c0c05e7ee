/** Backslash escapes of `echo -e` and `printf`. */
export function unescape(text: string): string {
  const escapes: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r', '\\': '\\', a: '\x07', '0': '\0' };
  return text.replace(/\\([ntr\\a0])/g, (_all, letter: string) => escapes[letter] ?? letter);
}

/** What `printf` prints; the format is used again while arguments are left. */
export function printf(format: string, args: readonly string[]): string {
  let text = '';
  let next = 0;
  do {
    text += unescape(format).replace(/%(-?\d*)([sdiuxc%])/g, (_all, width: string, letter: string) => {
      if (letter === '%') return '%';
      const arg = args[next++] ?? '';
      const value =
        letter === 's'
          ? arg
          : letter === 'c'
            ? arg.charAt(0)
            : letter === 'x'
              ? (Number.parseInt(arg, 10) || 0).toString(16)
              : String(Number.parseInt(arg, 10) || 0);
      return width.startsWith('-') ? value.padEnd(Number(width.slice(1))) : value.padStart(Number(width));
    });
  } while (next > 0 && next < args.length);
  return text;
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `date` in UTC, from Unix milliseconds, without the platform's clock. */
export function dateText(unixMs: number, format = '+%a %b %e %H:%M:%S UTC %Y'): string {
  const seconds = Math.floor(unixMs / 1000);
  const days = Math.floor(seconds / 86_400);
  const { year, month, day } = civil(days);
  const two = (n: number): string => String(n).padStart(2, '0');
  const rest = seconds - days * 86_400;
  const [h, m, s] = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60];
  const fields: { readonly [letter: string]: string } = {
    Y: String(year),
    m: two(month),
    d: two(day),
    e: String(day).padStart(2),
    H: two(h),
    M: two(m),
    S: two(s),
    s: String(seconds),
    a: DAYS[(days + 4) % 7] ?? '',
    b: MONTHS[month - 1] ?? '',
    F: `${year}-${two(month)}-${two(day)}`,
    T: `${two(h)}:${two(m)}:${two(s)}`,
    N: `${String(unixMs % 1000).padStart(3, '0')}000000`,
    Z: 'UTC',
  };
  return format.replace(/^\+/, '').replace(/%([A-Za-z])/g, (all, letter: string) => fields[letter] ?? all);
}

/** Year, month and day of a number of days since 1970-01-01 (Howard Hinnant's civil_from_days, integers only). */
function civil(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 };
}
