import type { FileTarget } from '../../api/specs.ts';
import { parseCsvRecord } from './csv.ts';
import { cut } from './cut.ts';
import { parseUint } from './go-integer.ts';
import { OptionError } from './option-error.ts';

/** A secret or config as `--secret` and `--config` ask for it: by name, not yet looked up. */
export interface ObjectRequest {
  readonly source: string;
  readonly file: FileTarget;
}

/**
 * One `--secret` or `--config` value: `NAME`, or CSV `source=,target=,uid=,gid=,mode=` (spec/cli.md §10; docker CLI
 * opts/swarmopts). `mode` is a Go integer: `0400` octal, `256` decimal. Throws OptionError.
 */
export function parseObjectReference(kind: 'secret' | 'config', text: string): ObjectRequest {
  const fields = parseCsvRecord(text);
  const first = fields[0] ?? '';
  const file = { Name: '', UID: '0', GID: '0', Mode: 0o444 };
  if (fields.length === 1 && !first.includes('=')) return { source: first, file: { ...file, Name: first } };
  let source = '';
  for (const field of fields) {
    const { before: key, after: value, found } = cut(field, '=');
    if (!found || key === '') throw new OptionError(`invalid field '${field}' must be a key=value pair`);
    switch (key.toLowerCase()) {
      case 'source':
      case 'src':
        source = value;
        break;
      case 'target':
        file.Name = value;
        break;
      case 'uid':
        file.UID = value;
        break;
      case 'gid':
        file.GID = value;
        break;
      case 'mode':
        try {
          file.Mode = parseUint(value, 0, 32);
        } catch (error) {
          throw error instanceof OptionError ? new OptionError(`invalid mode specified: ${error.message}`) : error;
        }
        break;
      default:
        throw new OptionError(`invalid field in ${kind} request: ${key}`);
    }
  }
  if (source === '') throw new OptionError('source is required');
  return { source, file: file.Name === '' ? { ...file, Name: source } : file };
}
