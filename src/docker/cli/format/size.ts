/** Go's `%.Ng`: so many significant digits, trailing zeros dropped, an exponent from `digits` places on. */
function general(value: number, digits: number): string {
  if (value === 0) return '0';
  const [mantissa = '0', exponent = '0'] = value.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  const trim = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
  if (power < -4 || power >= digits) return `${trim(mantissa)}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  return trim(value.toFixed(Math.max(0, digits - 1 - power)));
}

function scaled(size: number, base: number, units: readonly string[], digits: number): string {
  let value = size;
  let unit = 0;
  while (value >= base && unit < units.length - 1) {
    value /= base;
    unit += 1;
  }
  return `${general(value, digits)}${units[unit]}`;
}

const decimalUnits = ['B', 'kB', 'MB', 'GB', 'TB', 'PB', 'EB', 'ZB', 'YB'];
const binaryUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB', 'ZiB', 'YiB'];

/** Bytes in powers of 1000 with 4 digits (go-units HumanSize): `187.1MB`. */
export const humanSize = (bytes: number): string => scaled(bytes, 1000, decimalUnits, 4);

/** Bytes in powers of 1000 with 3 digits (go-units HumanSizeWithPrecision): `187MB`. */
export const shortSize = (bytes: number): string => scaled(bytes, 1000, decimalUnits, 3);

/** Bytes in powers of 1024 with 4 digits (go-units BytesSize): `23.53GiB`. */
export const binarySize = (bytes: number): string => scaled(bytes, 1024, binaryUnits, 4);
