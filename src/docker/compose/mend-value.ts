import { parseByteSize } from '../api/parse/byte-size.ts';
import { parseGoDuration } from '../api/parse/go-duration.ts';
import { parsePortSpec } from '../api/parse/port-spec.ts';

const units: { readonly [unit: string]: { readonly unit: string; readonly factor: number } } = {
  ms: { unit: 'ms', factor: 1 },
  s: { unit: 's', factor: 1 },
  sec: { unit: 's', factor: 1 },
  secs: { unit: 's', factor: 1 },
  second: { unit: 's', factor: 1 },
  seconds: { unit: 's', factor: 1 },
  m: { unit: 'm', factor: 1 },
  min: { unit: 'm', factor: 1 },
  mins: { unit: 'm', factor: 1 },
  minute: { unit: 'm', factor: 1 },
  minutes: { unit: 'm', factor: 1 },
  h: { unit: 'h', factor: 1 },
  hr: { unit: 'h', factor: 1 },
  hrs: { unit: 'h', factor: 1 },
  hour: { unit: 'h', factor: 1 },
  hours: { unit: 'h', factor: 1 },
  d: { unit: 'h', factor: 24 },
  day: { unit: 'h', factor: 24 },
  days: { unit: 'h', factor: 24 },
};

/** The Go duration that a text such as `10`, `10 s`, `5min` or `1 day` was probably meant to be; undefined when it is not clear. */
export function meantDuration(text: string): string | undefined {
  const parts = [
    ...text
      .trim()
      .toLowerCase()
      .matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)\s*/g),
  ];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text.trim().toLowerCase()) return undefined;
  let duration = '';
  for (const [, number = '', word = ''] of parts) {
    const known = word === '' && parts.length === 1 ? units['s'] : Object.hasOwn(units, word) ? units[word] : undefined;
    if (known === undefined) return undefined;
    duration += `${known.factor === 1 ? number : String(Number(number) * known.factor)}${known.unit}`;
  }
  return duration !== text && parseGoDuration(duration).ok ? duration : undefined;
}

/** The size that a text such as `50mbs`, `1,5 GB` or `64 megabytes` was probably meant to be; undefined when it is not clear. */
export function meantSize(text: string): string | undefined {
  const [, number = '', unit = ''] =
    /^\s*(\d+(?:[.,]\d+)?)\s*([kmgtp]?)(?:i?b?s?|ilo(?:byte)?s?|ega(?:byte)?s?|iga(?:byte)?s?|igs?|egs?|era(?:byte)?s?|bytes?|o)\s*$/i.exec(text) ?? [];
  const size = `${number.replace(',', '.')}${unit.toUpperCase()}`;
  return number !== '' && size !== text && parseByteSize(size).ok ? size : undefined;
}

/** The port text without what keeps it from being one: blanks, `http://`, a capital protocol. */
export function meantPort(text: string): string | undefined {
  const port = text
    .replace(/\s+/g, '')
    .replace(/^https?:\/\//, '')
    .replace(/->/, ':')
    .toLowerCase();
  return port !== text && parsePortSpec(port).ok ? port : undefined;
}

/** `true` or `false` for what people write instead: yes, on, 1, "True" …; undefined for anything else. */
export function meantBoolean(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (['yes', 'y', 'on', 'true', '1', 'enabled'].includes(word)) return 'true';
  return ['no', 'n', 'off', 'false', '0', 'disabled'].includes(word) ? 'false' : undefined;
}

/** CPUs for thousandths of a CPU, `250m`, as Kubernetes writes them. */
export function meantCpus(text: string): string | undefined {
  const [, thousandths = ''] = /^(\d+)m$/.exec(text.trim()) ?? [];
  return thousandths === '' ? undefined : String(Number(thousandths) / 1000);
}

/** Whether readers of YAML 1.1 take the text for a number of base 60: `22:22`. */
export function isBase60(text: string): boolean {
  return /^[1-9]\d*(?::[0-5]?\d)+$/.test(text);
}
