import { formatGoDuration } from '../../../api/parse/go-duration.ts';
import { apiTimeMs, goTime } from '../age.ts';
import type { TemplateFunction } from './functions.ts';
import { fileModeText } from './go-print.ts';
import { goType } from './go-type.ts';
import { dereference, type GoValue, goFloat, goInt, goString, numberOf, stringOf } from './go-value.ts';

const getter = (call: () => GoValue | undefined): TemplateFunction => ({ parameters: [], call });
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Go's time.Format for the parts of a layout that people use; UTC. */
function formatTime(text: string, layout: string): string {
  const ms = apiTimeMs(text);
  const date = new Date(Math.floor(ms));
  const two = (value: number): string => String(value).padStart(2, '0');
  const fraction = (/\.(\d+)/.exec(text)?.[1] ?? '').padEnd(9, '0').slice(0, 9);
  const month = months[date.getUTCMonth()] ?? '';
  const day = days[date.getUTCDay()] ?? '';
  const hour = date.getUTCHours();
  const parts: { readonly [part: string]: () => string } = {
    January: () => month,
    Jan: () => month.slice(0, 3),
    Monday: () => day,
    Mon: () => day.slice(0, 3),
    MST: () => 'UTC',
    '2006': () => String(date.getUTCFullYear()),
    '06': () => two(date.getUTCFullYear() % 100),
    '01': () => two(date.getUTCMonth() + 1),
    '02': () => two(date.getUTCDate()),
    _2: () => String(date.getUTCDate()).padStart(2, ' '),
    '03': () => two(hour % 12 === 0 ? 12 : hour % 12),
    '04': () => two(date.getUTCMinutes()),
    '05': () => two(date.getUTCSeconds()),
    '15': () => two(hour),
    PM: () => (hour < 12 ? 'AM' : 'PM'),
    pm: () => (hour < 12 ? 'am' : 'pm'),
    '-07:00': () => '+00:00',
    '-0700': () => '+0000',
    'Z07:00': () => 'Z',
    Z0700: () => 'Z',
  };
  return layout.replace(/January|Jan|Monday|Mon|MST|2006|Z07:00|Z0700|-07:00|-0700|01|02|_2|03|04|05|06|15|PM|pm|[.,]0+|[.,]9+/g, (part) => {
    const known = parts[part];
    if (known !== undefined) return known();
    const digits = fraction.slice(0, part.length - 1);
    if (part[1] === '0') return part[0] + digits;
    const trimmed = digits.replace(/0+$/, '');
    return trimmed === '' ? '' : part[0] + trimmed;
  });
}

function timeMethod(value: GoValue, name: string): TemplateFunction | undefined {
  const text = stringOf(value) === '' ? '0001-01-01T00:00:00Z' : stringOf(value);
  const date = new Date(Math.floor(apiTimeMs(text)));
  switch (name) {
    case 'Unix':
      return getter(() => goInt(Math.floor(date.getTime() / 1000)));
    case 'UnixMilli':
      return getter(() => goInt(date.getTime()));
    case 'UnixNano':
      return getter(() => goInt(Math.floor(date.getTime() / 1000) * 1e9 + Number((/\.(\d+)/.exec(text)?.[1] ?? '0').padEnd(9, '0'))));
    case 'Year':
      return getter(() => goInt(date.getUTCFullYear()));
    case 'Month':
      return getter(() => goString(months[date.getUTCMonth()] ?? ''));
    case 'Day':
      return getter(() => goInt(date.getUTCDate()));
    case 'Hour':
      return getter(() => goInt(date.getUTCHours()));
    case 'Minute':
      return getter(() => goInt(date.getUTCMinutes()));
    case 'Second':
      return getter(() => goInt(date.getUTCSeconds()));
    case 'Weekday':
      return getter(() => goString(days[date.getUTCDay()] ?? ''));
    case 'UTC':
    case 'Local':
      return getter(() => value);
    case 'IsZero':
      return getter(() => ({ type: goType('bool'), value: text.startsWith('0001-01-01T00:00:00') }));
    case 'String':
      return getter(() => goString(goTime(text)));
    case 'Format':
      return { parameters: ['string'], call: ([layout]) => goString(formatTime(text, layout === undefined ? '' : stringOf(layout))) };
    default:
      return undefined;
  }
}

function durationMethod(value: GoValue, name: string): TemplateFunction | undefined {
  const ns = numberOf(value);
  switch (name) {
    case 'String':
      return getter(() => goString(formatGoDuration(ns)));
    case 'Nanoseconds':
      return getter(() => goInt(ns));
    case 'Microseconds':
      return getter(() => goInt(Math.trunc(ns / 1e3)));
    case 'Milliseconds':
      return getter(() => goInt(Math.trunc(ns / 1e6)));
    case 'Seconds':
      return getter(() => goFloat(ns / 1e9));
    case 'Minutes':
      return getter(() => goFloat(ns / 6e10));
    case 'Hours':
      return getter(() => goFloat(ns / 3.6e12));
    default:
      return undefined;
  }
}

/** The method of a value that templates may call by this name; undefined when it has none. */
export function methodOf(value: GoValue, name: string): TemplateFunction | undefined {
  const { row } = value;
  if (row !== undefined) {
    const { label } = row;
    if (name === 'Label' && label !== undefined) return { parameters: ['string'], call: ([key]) => goString(label(key === undefined ? '' : stringOf(key))) };
    if (value.type.kind !== 'row') return undefined;
    const found = row.get(name);
    return found === undefined ? undefined : getter(() => found);
  }
  const target = dereference(value);
  switch (target?.type.kind) {
    case 'time':
      return timeMethod(target, name);
    case 'duration':
      return durationMethod(target, name);
    case 'file-mode':
      return name === 'String' ? getter(() => goString(fileModeText(numberOf(target)))) : undefined;
    default:
      return undefined;
  }
}
