import type { JsonObject } from '../../../base/json.ts';
import { parseCsvRecord } from './csv.ts';
import { cut } from './cut.ts';
import { NumberError, parseInteger } from './go-integer.ts';
import { keyValues } from './labels.ts';
import { OptionError } from './option-error.ts';

/** One `--gpus` value: `all`, `2` or `count=2,driver=nvidia` (docker CLI opts/gpus.go). Throws OptionError. */
export function parseGpuRequest(text: string): JsonObject {
  const seen = new Set<string>();
  let [driver, count] = ['', 0];
  let devices: readonly string[] | null = null;
  let capabilities: readonly string[] = ['gpu'];
  let options: JsonObject = {};
  for (const field of parseCsvRecord(text)) {
    const { before: key, after: value, found } = cut(field, '=');
    if (seen.has(key)) throw new OptionError(`gpu request key '${key}' can be specified only once`);
    seen.add(key);
    if (!found) {
      seen.add('count');
      count = readCount(key);
      continue;
    }
    if (key === 'count') count = readCount(value);
    else if (key === 'driver') driver = value;
    else if (key === 'device') devices = value.split(',');
    else if (key === 'capabilities') capabilities = [...value.split(','), 'gpu'];
    else if (key === 'options') options = keyValues(readOptions(value));
    else throw new OptionError(`unexpected key '${key}' in '${field}'`);
  }
  if (!seen.has('count') && devices === null) count = 1;
  return { Driver: driver, Count: count, DeviceIDs: devices, Capabilities: [capabilities], Options: options };
}

function readOptions(text: string): readonly string[] {
  try {
    return parseCsvRecord(text);
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    throw new OptionError(`failed to read gpu options: ${error.message}`);
  }
}

function readCount(text: string): number {
  if (text === 'all') return -1;
  try {
    return parseInteger(text, 10);
  } catch (error) {
    if (!(error instanceof NumberError)) throw error;
    throw new OptionError(`invalid count (${text}): value must be either "all" or an integer: ${error.reason}`);
  }
}
