import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandContext, CommandError } from '../../command.ts';
import { parseEngineAddress } from '../../engine-address.ts';
import { cut } from '../../options/cut.ts';
import { parseBool } from '../../options/go-integer.ts';
import { readFile } from '../../read-file.ts';
import { defaultAddress, missingContext, storedContext } from './context-store.ts';

/** The engine that a context stands for. */
export interface Endpoint {
  readonly host: string;
  readonly skipTlsVerify: boolean;
}

const KEYS = ['from', 'host', 'ca', 'cert', 'key', 'skip-tls-verify'];

/** Reads `--docker host=…,skip-tls-verify=true` (docker CLI context/options.go). Throws CommandError. */
export function readEndpoint(context: CommandContext, texts: readonly string[]): Endpoint {
  const refuse = (why: string): CommandError => new CommandError(`unable to create docker endpoint config: ${why}`);
  const fields = new Map(texts.map((text) => [cut(text, '=').before, cut(text, '=').after]));
  const unknown = [...fields.keys()].filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) throw refuse(unknown.map((key) => `unrecognized config key: ${key}`).join('\n'));
  const from = fields.get('from');
  if (from !== undefined) {
    if (from === 'default') return { host: defaultAddress(context), skipTlsVerify: false };
    const other = storedContext(context, from);
    if (other === undefined) throw refuse(missingContext(context, from));
    return other;
  }
  for (const key of ['ca', 'cert', 'key']) {
    const path = fields.get(key) ?? '';
    const read = path === '' ? undefined : readFile(context.files, path);
    if (read !== undefined && 'problem' in read) throw refuse(read.problem);
  }
  const skip = fields.get('skip-tls-verify');
  const skipTlsVerify = skip === undefined ? false : parseBool(skip);
  if (skipTlsVerify === undefined) throw refuse(`skip-tls-verify: parsing ${goQuote(skip ?? '')}: invalid syntax`);
  const host = fields.get('host') ?? '';
  if (host !== '' && !/^(?:tcp|unix|ssh|npipe|fd|http|https):\/\//.test(host))
    throw refuse(`unable to apply docker endpoint options: unable to parse docker host \`${host}\``);
  const read = host === '' ? undefined : parseEngineAddress(host);
  if (read !== undefined && 'problem' in read && !read.ofEndpoint) throw refuse(`unable to apply docker endpoint options: ${read.problem}`);
  return { host, skipTlsVerify };
}
