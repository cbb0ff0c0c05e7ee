import type { JsonObject } from '../../../../base/json.ts';
import { parseByteSize } from '../../../api/parse/byte-size.ts';
import { cut } from '../../options/cut.ts';
import { accepted } from '../../options/option-error.ts';

/** `/dev/sda:10` of `--device-read-bps` and the like, already checked by the flag: a size in bytes, a rate, or a weight. */
export function deviceRate(text: string, kind: 'bytes' | 'Rate' | 'Weight'): JsonObject {
  const { before: path, after: value } = cut(text, ':');
  return kind === 'bytes' ? { Path: path, Rate: accepted(parseByteSize(value)) } : { Path: path, [kind]: Number(value) };
}
