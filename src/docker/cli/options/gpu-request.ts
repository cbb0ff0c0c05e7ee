import { parseCsvRecord } from './csv.ts';
import { NumberError, parseInteger } from './go-integer.ts';
import { OptionError } from './option-error.ts';

/** Checks one `--gpus` value: `all`, `2` or `count=2,driver=nvidia` (docker CLI opts/gpus.go). Throws OptionError. */
export function checkGpuRequest(text: string): void {
  const seen = new Set<string>();
  for (const field of parseCsvRecord(text)) {
    const [key = '', value] = field.split(/=(.*)/s);
    if (seen.has(key)) throw new OptionError(`gpu request key '${key}' can be specified only once`);
    seen.add(key);
    if (value === undefined) {
      seen.add('count');
      checkCount(key);
      continue;
    }
    if (key === 'count') checkCount(value);
    else if (!['driver', 'device', 'capabilities', 'options'].includes(key)) throw new OptionError(`unexpected key '${key}' in '${field}'`);
  }
}

function checkCount(text: string): void {
  if (text === 'all') return;
  try {
    parseInteger(text, 10);
  } catch (error) {
    if (!(error instanceof NumberError)) throw error;
    throw new OptionError(`invalid count (${text}): value must be either "all" or an integer: ${error.reason}`);
  }
}
