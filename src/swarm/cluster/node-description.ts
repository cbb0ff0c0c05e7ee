import type { GenericResource, NodeDescription } from '../../docker/api/specs.ts';
import type { HostSpec } from './host.ts';

/** The engine that all hosts run. */
const ENGINE_VERSION = '28.2.2';

const PLUGINS: NonNullable<NonNullable<NodeDescription['Engine']>['Plugins']> = [
  ...['awslogs', 'fluentd', 'gcplogs', 'gelf', 'journald', 'json-file', 'local', 'splunk', 'syslog'].map((Name) => ({ Type: 'Log', Name })),
  ...['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'].map((Name) => ({ Type: 'Network', Name })),
  { Type: 'Volume', Name: 'local' },
];

/** How a host describes itself to its managers (moby daemon/cluster/executor/container/executor.go Describe), without TLS information. */
export function describeNode({ name, cpus, memoryBytes, engineLabels, genericResources }: HostSpec): NodeDescription {
  const generic = genericResources.flatMap(({ kind, value }): GenericResource[] =>
    typeof value === 'number'
      ? [{ DiscreteResourceSpec: { Kind: kind, Value: value } }]
      : value.map((item) => ({ NamedResourceSpec: { Kind: kind, Value: item } })),
  );
  return {
    Hostname: name,
    Platform: { Architecture: 'x86_64', OS: 'linux' },
    Resources: { NanoCPUs: cpus * 1_000_000_000, MemoryBytes: memoryBytes, ...(generic.length > 0 ? { GenericResources: generic } : {}) },
    Engine: { EngineVersion: ENGINE_VERSION, ...(Object.keys(engineLabels).length > 0 ? { Labels: engineLabels } : {}), Plugins: PLUGINS },
  };
}
