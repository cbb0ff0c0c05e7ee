import type {
  ContainerSpec,
  Placement,
  PortConfig,
  Resources,
  RestartPolicy,
  ServiceMode,
  ServiceSpec,
  TaskSpec,
  UpdateConfig,
} from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';

const SECOND = 1_000_000_000;
const MIB = 1024 ** 2;
/** The label that steps set on nodes, and its values. */
export const NODE_LABEL = 'disk';
export const NODE_LABEL_VALUES = ['ssd', 'hdd', ''] as const;

/** Programs that run until they are told to stop. `sleep` does not listen to the stop signal and is killed after 10 s. */
const SERVING: readonly ContainerSpec[] = [
  { Image: 'nginx:1.25' },
  { Image: 'nginx:1.26' },
  { Image: 'redis:7' },
  { Image: 'alpine:latest', Command: ['sleep', '1000000'], StopGracePeriod: 2 * SECOND },
  { Image: 'nginx:1.27', Labels: { 'swarmarium.start-after': '3s' }, Healthcheck: { Test: ['CMD-SHELL', 'true'], Interval: SECOND } },
];

/** Programs that end by themselves, or never begin. */
const ENDING: readonly ContainerSpec[] = [
  { Image: 'alpine:latest', Command: ['sh', '-c', 'sleep 5; exit 1'] },
  { Image: 'alpine:latest', Command: ['sh', '-c', 'sleep 20; exit 1'] },
  { Image: 'alpine:latest', Command: ['sh', '-c', 'sleep 3; exit 0'] },
  { Image: 'alpine:latest', Command: ['sh', '-c', 'exit 3'] },
  { Image: 'missing/image:1' },
];

/** What a job can do: end well, or fail first. */
const WORKING: readonly ContainerSpec[] = [
  { Image: 'alpine:latest', Command: ['sh', '-c', 'sleep 4; exit 0'] },
  { Image: 'alpine:latest', Command: ['sh', '-c', 'sleep 15; exit 0'] },
  { Image: 'alpine:latest', Command: ['true'] },
];

/** Runs until it is stopped (`serve`), ends well by itself (`end`), or fails. */
export function behaviourOf({ Image, Command }: ContainerSpec): 'serve' | 'end' | 'fail' {
  const same = (spec: ContainerSpec): boolean => spec.Image === Image && JSON.stringify(spec.Command) === JSON.stringify(Command);
  if (SERVING.some(same)) return 'serve';
  const last = Command?.at(-1) ?? '';
  return Command?.[0] === 'true' || last.endsWith('exit 0') ? 'end' : 'fail';
}

/** Draws a service. */
export function makeService(random: RandomStream, name: string): ServiceSpec {
  const mode = makeMode(random);
  const job = 'ReplicatedJob' in mode || 'GlobalJob' in mode;
  const container = job ? pick(random, random.chance(0.15) ? ENDING : WORKING) : pick(random, random.chance(0.8) ? SERVING : ENDING);
  const ports = job ? [] : makePorts(random, name);
  return {
    Name: name,
    Labels: {},
    TaskTemplate: makeTask(random, container),
    Mode: mode,
    ...(job || random.chance(0.4) ? {} : { UpdateConfig: makeUpdateConfig(random) }),
    ...(job || random.chance(0.6) ? {} : { RollbackConfig: { ...makeUpdateConfig(random), FailureAction: pick(random, ['pause', 'continue'] as const) } }),
    ...(ports.length > 0 ? { EndpointSpec: { Mode: 'vip', Ports: ports } } : {}),
  };
}

/** Draws a change of a service: most often of its scale or its image. */
export function changeService(random: RandomStream, spec: ServiceSpec): ServiceSpec {
  const task = spec.TaskTemplate;
  const { Mode: mode } = spec;
  const job = mode.ReplicatedJob !== undefined || mode.GlobalJob !== undefined;
  switch (random.below(10)) {
    case 0:
    case 1:
    case 2:
      return mode.Replicated
        ? { ...spec, Mode: { Replicated: { Replicas: random.below(9) } } }
        : { ...spec, TaskTemplate: { ...task, ForceUpdate: (task.ForceUpdate ?? 0) + 1 } };
    case 3:
    case 4:
      return { ...spec, TaskTemplate: { ...task, ContainerSpec: job ? pick(random, WORKING) : pick(random, random.chance(0.8) ? SERVING : ENDING) } };
    case 5:
      return { ...spec, TaskTemplate: { ...task, ForceUpdate: (task.ForceUpdate ?? 0) + 1 } };
    case 6:
      return { ...spec, TaskTemplate: { ...task, Placement: makePlacement(random) } };
    case 7:
      return { ...spec, TaskTemplate: { ...task, Resources: { Reservations: makeReservations(random) } } };
    case 8: {
      if (job) return { ...spec, Labels: { changed: String(random.below(100)) } };
      const { EndpointSpec: _, ...rest } = spec;
      const ports = makePorts(random, spec.Name);
      return { ...rest, ...(ports.length > 0 ? { EndpointSpec: { Mode: 'vip', Ports: ports } } : {}) };
    }
    default:
      return { ...spec, TaskTemplate: { ...task, RestartPolicy: makeRestartPolicy(random) }, ...(job ? {} : { UpdateConfig: makeUpdateConfig(random) }) };
  }
}

function makeMode(random: RandomStream): ServiceMode {
  const kind = random.below(100);
  if (kind < 55) return { Replicated: { Replicas: random.below(8) } };
  if (kind < 78) return { Global: {} };
  if (kind < 92) {
    const total = random.between(1, 6);
    return { ReplicatedJob: { MaxConcurrent: random.between(1, total), TotalCompletions: total } };
  }
  return { GlobalJob: {} };
}

function makeTask(random: RandomStream, container: ContainerSpec): TaskSpec {
  return {
    ContainerSpec: container,
    ...(random.chance(0.5) ? { Resources: { Reservations: makeReservations(random) } } : {}),
    RestartPolicy: random.chance(0.7) ? { Condition: 'any', Delay: pick(random, [0, SECOND, 5 * SECOND]) } : makeRestartPolicy(random),
    ...(random.chance(0.5) ? { Placement: makePlacement(random) } : {}),
    ...(random.chance(0.3) ? { Networks: [{ Target: random.chance(0.5) ? 'front' : 'back' }] } : {}),
    ForceUpdate: 0,
  };
}

function makeReservations(random: RandomStream): Resources {
  return {
    ...(random.chance(0.7) ? { NanoCPUs: pick(random, [100_000_000, 250_000_000, 500_000_000, 1_000_000_000, 3_000_000_000]) } : {}),
    ...(random.chance(0.5) ? { MemoryBytes: pick(random, [64 * MIB, 512 * MIB, 1024 * MIB]) } : {}),
    ...(random.chance(0.15) ? { GenericResources: [{ DiscreteResourceSpec: { Kind: 'gpu', Value: random.between(1, 2) } }] } : {}),
  };
}

function makeRestartPolicy(random: RandomStream): RestartPolicy {
  return {
    Condition: pick(random, ['any', 'any', 'on-failure', 'none'] as const),
    Delay: pick(random, [0, SECOND, 5 * SECOND]),
    ...(random.chance(0.4) ? { MaxAttempts: random.between(1, 3) } : {}),
    ...(random.chance(0.2) ? { Window: 20 * SECOND } : {}),
  };
}

function makePlacement(random: RandomStream): Placement {
  const constraints = [
    'node.role==worker',
    'node.role==manager',
    'node.hostname!=N2',
    `node.labels.${NODE_LABEL}==ssd`,
    `node.labels.${NODE_LABEL}!=hdd`,
    'engine.labels.zone==a',
  ];
  return {
    ...(random.chance(0.6) ? { Constraints: [pick(random, constraints)] } : {}),
    ...(random.chance(0.3) ? { Preferences: [{ Spread: { SpreadDescriptor: 'engine.labels.zone' } }] } : {}),
    ...(random.chance(0.3) ? { MaxReplicas: random.between(1, 2) } : {}),
  };
}

function makePorts(random: RandomStream, name: string): readonly PortConfig[] {
  const own = 8000 + Number(name.slice(1)) * 10;
  if (random.chance(0.6)) return [];
  // A few services want the same port.
  const port = random.chance(0.25) ? 8000 : own;
  return [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: port, PublishMode: random.chance(0.5) ? 'host' : 'ingress' }];
}

function makeUpdateConfig(random: RandomStream): UpdateConfig {
  return {
    Parallelism: random.below(4),
    Delay: pick(random, [0, SECOND, 10 * SECOND]),
    FailureAction: pick(random, ['pause', 'continue', 'rollback'] as const),
    Monitor: pick(random, [SECOND, 5 * SECOND]),
    MaxFailureRatio: pick(random, [0, 0.5]),
    Order: pick(random, ['stop-first', 'stop-first', 'start-first'] as const),
  };
}

/** One of several. */
export function pick<T>(random: RandomStream, from: readonly T[]): T {
  return from[random.below(from.length)] as T;
}
