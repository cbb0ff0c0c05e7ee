import { splitShellWords } from '../../../api/parse/shell-words.ts';
import { parseByteSize } from '../../../api/parse/byte-size.ts';
import { parseCpus } from '../../../api/parse/cpus.ts';
import { parseGoDuration } from '../../../api/parse/go-duration.ts';
import { parseCredentialSpec } from '../../options/credential-spec.ts';
import { parseNameserver, parseSearchDomain } from '../../options/dns.ts';
import { completeEnv } from '../../options/env.ts';
import { parseExtraHost } from '../../options/extra-host.ts';
import { checkGenericResource } from '../../options/generic-resources.ts';
import { checkLabel } from '../../options/labels.ts';
import { parseMount } from '../../options/mount.ts';
import { parseNetworkAttachment } from '../../options/network-attachment.ts';
import { parseObjectReference } from '../../options/object-reference.ts';
import { accepted, OptionError } from '../../options/option-error.ts';
import { parsePlacementPreference } from '../../options/placement-preference.ts';
import { parsePortSpec } from '../../options/port-spec.ts';
import { parseUlimit } from '../../options/ulimit.ts';

type Check = (value: string) => void;

/** Checks for every flag whose cli.json name, or its name with `-add`, stands in the list. */
function forFlags(check: Check, ...names: readonly string[]): readonly (readonly [string, Check])[] {
  return names.flatMap((name) => [[name, check] as const, [`${name}-add`, check] as const]);
}

function positiveDuration(value: string): void {
  if (accepted(parseGoDuration(value)) < 0) throw new OptionError('duration cannot be negative');
}

const cpus: Check = (value) => accepted(parseCpus(value));
const bytes: Check = (value) => accepted(parseByteSize(value));
const words: Check = (value) => accepted(splitShellWords(value));

const checks: ReadonlyMap<string, Check> = new Map([
  ...forFlags(checkLabel, 'label', 'container-label'),
  ...forFlags((value) => completeEnv(value, {}), 'env', 'log-opt'),
  ...forFlags(parseNameserver, 'dns'),
  ...forFlags(parseSearchDomain, 'dns-search'),
  ...forFlags(parseExtraHost, 'host'),
  ...forFlags((value) => parseMount(value, (path) => path), 'mount'),
  ...forFlags(parsePlacementPreference, 'placement-pref'),
  ...forFlags(parseNetworkAttachment, 'network'),
  ...forFlags((value) => parseObjectReference('secret', value), 'secret'),
  ...forFlags((value) => parseObjectReference('config', value), 'config'),
  ...forFlags(parsePortSpec, 'publish'),
  ...forFlags(parseUlimit, 'ulimit'),
  ...forFlags(checkGenericResource, 'generic-resource'),
  ...['limit-cpu', 'reserve-cpu'].map((name) => [name, cpus] as const),
  ...['limit-memory', 'reserve-memory'].map((name) => [name, bytes] as const),
  ...['entrypoint', 'args'].map((name) => [name, words] as const),
  ...['health-interval', 'health-timeout', 'health-start-period', 'health-start-interval'].map((name) => [name, positiveDuration] as const),
  ['placement-pref-rm', parsePlacementPreference],
  ['publish-rm', parsePortSpec],
  ['credential-spec', parseCredentialSpec],
]);

/**
 * Checks one value of a flag of `service create` or `service update` while flags are being read, as the real CLI does.
 * Throws OptionError with the reason that goes into `invalid argument "…" for "--x" flag: …`; flags without a check pass.
 */
export function checkServiceFlag(name: string, value: string): void {
  checks.get(name)?.(value);
}
