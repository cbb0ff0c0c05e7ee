import { parseByteSize } from '../api/parse/byte-size.ts';
import { parseCpus } from '../api/parse/cpus.ts';
import { parseGoDuration } from '../api/parse/go-duration.ts';
import { parseGoFloat } from '../api/parse/go-number.ts';
import { splitShellWords } from '../api/parse/shell-words.ts';
import type { CommandContext } from './command.ts';
import type { FlagDefinition } from './command-tree.ts';
import { checkFilter } from './filters.ts';
import { checkBytesDevice, checkDeviceRule, checkLink, checkRateDevice, checkStream, checkSysctl, checkWeightDevice } from './options/container-limits.ts';
import { parseCredentialSpec } from './options/credential-spec.ts';
import { parseCsvRecord } from './options/csv.ts';
import { parseNameserver, parseSearchDomain } from './options/dns.ts';
import { completeEnv } from './options/env.ts';
import { parseExternalCa, parsePem } from './options/external-ca.ts';
import { parseExtraHost } from './options/extra-host.ts';
import { checkGenericResource } from './options/generic-resources.ts';
import { NumberError, parseBool, parseInteger, parseUint } from './options/go-integer.ts';
import { parseGpuRequest } from './options/gpu-request.ts';
import { checkLabel } from './options/labels.ts';
import { parseMount } from './options/mount.ts';
import { parseNetworkAttachment } from './options/network-attachment.ts';
import { parseNodeAddress, parseSubnet } from './options/node-address.ts';
import { parseObjectReference } from './options/object-reference.ts';
import { accepted, OptionError } from './options/option-error.ts';
import { parsePlacementPreference } from './options/placement-preference.ts';
import { parsePortSpec } from './options/port-spec.ts';
import { parseUlimit } from './options/ulimit.ts';

/** A flag's value: a scalar, or what one occurrence adds to a list. */
export type FlagValue = boolean | number | string | readonly string[];

type Surroundings = Pick<CommandContext, 'files' | 'env'>;
/** `before`: the value that an earlier occurrence or the default left. */
type Reader = (text: string, context: Surroundings, before?: FlagValue) => FlagValue;

/** Keeps the text as it is, after something has looked at it. */
const checked =
  (check: (text: string, context: Surroundings) => unknown): Reader =>
  (text, context) => {
    check(text, context);
    return [text];
  };

/** Lists that docker checks word by word, by the name of the flag. */
const listChecks: { readonly [name: string]: Reader } = {
  label: checked(checkLabel),
  'label-add': checked(checkLabel),
  'container-label': checked(checkLabel),
  'container-label-add': checked(checkLabel),
  env: checked((text, context) => completeEnv(text, context.env)),
  'env-add': checked((text, context) => completeEnv(text, context.env)),
  dns: checked(parseNameserver),
  'dns-add': checked(parseNameserver),
  'dns-search': checked(parseSearchDomain),
  'dns-search-add': checked(parseSearchDomain),
  host: checked(parseExtraHost),
  'host-add': checked(parseExtraHost),
  'add-host': checked(parseExtraHost),
  'generic-resource': checked(checkGenericResource),
  'generic-resource-add': checked(checkGenericResource),
  'blkio-weight-device': checked(checkWeightDevice),
  'device-read-bps': checked(checkBytesDevice),
  'device-write-bps': checked(checkBytesDevice),
  'device-read-iops': checked(checkRateDevice),
  'device-write-iops': checked(checkRateDevice),
  'device-cgroup-rule': checked(checkDeviceRule),
  attach: checked(checkStream),
  link: checked(checkLink),
};

const bool: Reader = (text) => {
  const value = parseBool(text);
  if (value === undefined) throw new NumberError('ParseBool', text, 'invalid syntax');
  return value;
};

const commaSeparated: Reader = (text) => (text === '' ? [] : parseCsvRecord(text));

/** `k=v`, or several in one CSV record (pflag's stringToString). */
function pairs(text: string): readonly string[] {
  const fields = text.split('=').length === 2 ? [text.replace(/^"+|"+$/g, '')] : text.includes('=') ? parseCsvRecord(text) : [text];
  for (const field of fields) if (!field.includes('=')) throw new OptionError(`${field} must be formatted as key=value`);
  return fields;
}

const readers: { readonly [type: string]: Reader } = {
  bool,
  string: (text) => text,
  int: (text) => parseInteger(text, 0),
  uint: (text) => parseUint(text, 0),
  uint16: (text) => parseUint(text, 0, 16),
  uint32: (text) => parseUint(text, 0, 32),
  float: (text) => {
    const value = accepted(parseGoFloat(text));
    // These flags keep 32 bits.
    if (Number.isFinite(value) && !Number.isFinite(Math.fround(value))) throw new NumberError('ParseFloat', text, 'value out of range');
    return value;
  },
  duration: (text) => accepted(parseGoDuration(text)),
  bytes: (text) => accepted(parseByteSize(text)),
  decimal: (text) => accepted(parseCpus(text)),
  command: (text) => {
    accepted(splitShellWords(text));
    return text;
  },
  filter: (text) => [checkFilter(text)],
  list: (text) => [text],
  strings: commaSeparated,
  map: (text) => [text],
  stringToString: pairs,
  ipNetSlice: (text) => (text === '' ? [] : parseCsvRecord(text)).map((part) => parseSubnet(part.trim())),
  mount: checked((text, context) => parseMount(text, (path) => context.files.resolve(path))),
  network: checked(parseNetworkAttachment),
  port: checked(parsePortSpec),
  pref: checked(parsePlacementPreference),
  ulimit: checked(parseUlimit),
  secret: checked((text) => parseObjectReference('secret', text)),
  config: checked((text) => parseObjectReference('config', text)),
  'credential-spec': (text) => {
    parseCredentialSpec(text);
    return text;
  },
  'external-ca': checked((text, context) => parseExternalCa(text, context.files)),
  'pem-file': (text, context) => parsePem(text, context.files),
  'node-addr': (text, _context, before) => parseNodeAddress(text, typeof before === 'string' && before !== '' ? before : undefined),
  'gpu-request': checked(parseGpuRequest),
};

const scalarTypes = new Set([
  'bool',
  'string',
  'int',
  'uint',
  'uint16',
  'uint32',
  'float',
  'duration',
  'bytes',
  'decimal',
  'command',
  'credential-spec',
  'pem-file',
  'node-addr',
]);

/** Whether a flag keeps only the last value it was given. */
export function isScalar(definition: FlagDefinition): boolean {
  return scalarTypes.has(definition.type);
}

/** Reads one value of a flag. Throws OptionError with the reason alone. */
export function readFlagValue(definition: FlagDefinition, text: string, context: Surroundings, before?: FlagValue): FlagValue {
  const ofContainer = definition.command === 'container run' || definition.command === 'container create';
  // Containers are asked whether they like it, only when all flags are known.
  if (definition.name.startsWith('health-') && definition.type === 'duration' && !ofContainer) {
    const value = accepted(parseGoDuration(text));
    if (value < 0) throw new OptionError('duration cannot be negative');
    return value;
  }
  // The engine's address has the name of a list of hosts, and is none.
  const check = definition.type === 'list' && definition.shorthand !== 'H' ? listChecks[definition.name] : undefined;
  // A service's log options are read as variables are.
  if (definition.name === 'log-opt' && !ofContainer) return checked((option, { env }) => completeEnv(option, env))(text, context);
  // Swap may be without limit; only this flag of the sizes knows so.
  if (definition.name === 'memory-swap' && text === '-1') return -1;
  if (ofContainer && definition.name === 'sysctl') return checked(checkSysctl)(text, context);
  if (definition.command === 'node update' && definition.name === 'label-add') return [text];
  const read = check ?? readers[definition.type];
  if (read === undefined) throw new OptionError(`flags of type ${definition.type} are not supported`);
  return read(text, context, before);
}

/** What a flag is worth that was not given. */
export function defaultFlagValue(definition: FlagDefinition, context: Surroundings): FlagValue {
  if (!isScalar(definition)) return [];
  if (definition.defaultText !== '') return readFlagValue(definition, definition.defaultText, context);
  switch (definition.type) {
    case 'bool':
      return false;
    case 'string':
    case 'command':
    case 'credential-spec':
    case 'pem-file':
    case 'node-addr':
      return '';
    default:
      return 0;
  }
}
