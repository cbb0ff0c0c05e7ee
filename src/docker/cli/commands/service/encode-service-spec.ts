import type { Json, JsonObject } from '../../../../base/json.ts';
import type { ServiceSpec } from '../../../api/specs.ts';

/** How one value is written: as it is, as a map with sorted keys, as a list, or as a struct with fields in their order. */
type Shape = 'value' | 'map' | { readonly list: Shape } | { readonly fields: readonly Field[] };

interface Field {
  readonly name: string;
  readonly shape: Shape;
  /** `filled`: left out when zero (Go's omitempty); `present`: left out when absent (a pointer); else always written, with this zero. */
  readonly when: 'filled' | 'present' | { readonly zero: Json };
}

const struct = (...fields: readonly Field[]): Shape => ({ fields });
const filled = (name: string, shape: Shape = 'value'): Field => ({ name, shape, when: 'filled' });
const present = (name: string, shape: Shape = 'value'): Field => ({ name, shape, when: 'present' });
const always = (name: string, zero: Json, shape: Shape = 'value'): Field => ({ name, shape, when: { zero } });
const values: Shape = { list: 'value' };

const driver = struct(filled('Name'), filled('Options', 'map'));
const fileTarget = struct(always('Name', ''), always('UID', ''), always('GID', ''), always('Mode', 0));
const networks: Shape = { list: struct(filled('Target'), filled('Aliases', values), filled('DriverOpts', 'map')) };
const updateConfig = struct(
  always('Parallelism', 0),
  filled('Delay'),
  filled('FailureAction'),
  filled('Monitor'),
  always('MaxFailureRatio', 0),
  always('Order', ''),
);

const mount = struct(
  filled('Type'),
  filled('Source'),
  filled('Target'),
  filled('ReadOnly'),
  filled('Consistency'),
  present(
    'BindOptions',
    struct(filled('Propagation'), filled('NonRecursive'), filled('CreateMountpoint'), filled('ReadOnlyNonRecursive'), filled('ReadOnlyForceRecursive')),
  ),
  present('VolumeOptions', struct(filled('NoCopy'), filled('Labels', 'map'), filled('Subpath'), present('DriverConfig', driver))),
  present('ImageOptions', struct(filled('Subpath'))),
  present('TmpfsOptions', struct(filled('SizeBytes'), filled('Mode'), filled('Options', { list: values }))),
  present('ClusterOptions', struct()),
);

const privileges = struct(
  always('CredentialSpec', null, struct(always('Config', ''), always('File', ''), always('Registry', ''))),
  always('SELinuxContext', null, struct(always('Disable', false), always('User', ''), always('Role', ''), always('Type', ''), always('Level', ''))),
  present('Seccomp', struct(filled('Mode'), filled('Profile'))),
  present('AppArmor', struct(filled('Mode'))),
  always('NoNewPrivileges', false),
);

const containerSpec = struct(
  filled('Image'),
  filled('Labels', 'map'),
  filled('Command', values),
  filled('Args', values),
  filled('Hostname'),
  filled('Env', values),
  filled('Dir'),
  filled('User'),
  filled('Groups', values),
  present('Privileges', privileges),
  present('Init'),
  filled('StopSignal'),
  filled('TTY'),
  filled('OpenStdin'),
  filled('ReadOnly'),
  filled('Mounts', { list: mount }),
  present('StopGracePeriod'),
  present(
    'Healthcheck',
    struct(filled('Test', values), filled('Interval'), filled('Timeout'), filled('StartPeriod'), filled('StartInterval'), filled('Retries')),
  ),
  filled('Hosts', values),
  present('DNSConfig', struct(filled('Nameservers', values), filled('Search', values), filled('Options', values))),
  filled('Secrets', { list: struct(always('File', null, fileTarget), always('SecretID', ''), always('SecretName', '')) }),
  filled('Configs', { list: struct(present('File', fileTarget), present('Runtime', struct()), always('ConfigID', ''), always('ConfigName', '')) }),
  filled('Isolation'),
  filled('Sysctls', 'map'),
  filled('CapabilityAdd', values),
  filled('CapabilityDrop', values),
  filled('Ulimits', { list: struct(always('Name', ''), always('Hard', 0), always('Soft', 0)) }),
  filled('OomScoreAdj'),
);

const genericResources: Shape = {
  list: struct(
    present('NamedResourceSpec', struct(filled('Kind'), filled('Value'))),
    present('DiscreteResourceSpec', struct(filled('Kind'), filled('Value'))),
  ),
};

const taskSpec = struct(
  present('ContainerSpec', containerSpec),
  present('PluginSpec'),
  present('NetworkAttachmentSpec'),
  present(
    'Resources',
    struct(
      present('Limits', struct(filled('NanoCPUs'), filled('MemoryBytes'), filled('Pids'))),
      present('Reservations', struct(filled('NanoCPUs'), filled('MemoryBytes'), filled('GenericResources', genericResources))),
    ),
  ),
  present('RestartPolicy', struct(filled('Condition'), present('Delay'), present('MaxAttempts'), present('Window'))),
  present(
    'Placement',
    struct(
      filled('Constraints', values),
      filled('Preferences', { list: struct(always('Spread', null, struct(always('SpreadDescriptor', '')))) }),
      filled('MaxReplicas'),
      filled('Platforms', { list: struct(filled('Architecture'), filled('OS')) }),
    ),
  ),
  filled('Networks', networks),
  present('LogDriver', driver),
  always('ForceUpdate', 0),
  filled('Runtime'),
);

const serviceSpec = struct(
  filled('Name'),
  always('Labels', null, 'map'),
  always('TaskTemplate', {}, taskSpec),
  always(
    'Mode',
    {},
    struct(
      present('Replicated', struct(present('Replicas'))),
      present('Global', struct()),
      present('ReplicatedJob', struct(present('MaxConcurrent'), present('TotalCompletions'))),
      present('GlobalJob', struct()),
    ),
  ),
  present('UpdateConfig', updateConfig),
  present('RollbackConfig', updateConfig),
  filled('Networks', networks),
  present(
    'EndpointSpec',
    struct(
      filled('Mode'),
      filled('Ports', {
        list: struct(filled('Name'), filled('Protocol'), filled('TargetPort'), filled('PublishedPort'), filled('PublishMode')),
      }),
    ),
  ),
);

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

function isZero(value: Json): boolean {
  if (value === null || value === false || value === 0 || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.keys(value).length === 0;
}

function encode(value: Json, shape: Shape): Json {
  if (value === null || shape === 'value') return value;
  if (shape === 'map') {
    return isObject(value) ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, value[key]])) : value;
  }
  if ('list' in shape) return Array.isArray(value) ? value.map((item: Json) => encode(item, shape.list)) : value;
  if (!isObject(value)) return value;
  const out: { [key: string]: Json } = {};
  for (const { name, shape: inner, when } of shape.fields) {
    const member = value[name];
    if (typeof when === 'object') out[name] = encode(member ?? when.zero, inner);
    else if (member === undefined || member === null) continue;
    else if (when === 'present' || !isZero(member)) out[name] = encode(member, inner);
  }
  return out;
}

/**
 * A service spec as the CLI puts it on the wire: fields in the API's order, zero values and unknown fields left out, maps
 * sorted (the JSON tags of moby api/types/swarm 1.50). Sent back unchanged, a spec stays the same text.
 */
export function encodeServiceSpec(spec: ServiceSpec): JsonObject {
  const encoded = encode(JSON.parse(JSON.stringify(spec)) as Json, serviceSpec);
  return isObject(encoded) ? encoded : {};
}
