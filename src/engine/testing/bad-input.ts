import fc from 'fast-check';
import type { Json, JsonObject } from '../../base/json.ts';
import type { EngineRequest } from '../../docker/api/client.ts';
import { ENDPOINTS } from './endpoints.ts';

/** Bodies that are taken as they are; what is fed to an engine is made of them. */
const BODIES: { readonly [path: string]: Json } = {
  '/services/create': {
    Name: 'web',
    Labels: { a: 'b' },
    TaskTemplate: {
      ContainerSpec: {
        Image: 'nginx:latest',
        Command: ['sleep'],
        Args: ['10'],
        Env: ['A=1'],
        User: '0',
        Mounts: [{ Type: 'volume', Source: 'v', Target: '/v', VolumeOptions: { Labels: {}, DriverConfig: { Name: 'local' } } }],
        Healthcheck: { Test: ['CMD-SHELL', 'true'], Interval: 1_000_000_000, Retries: 2 },
        StopGracePeriod: 1_000_000_000,
        Hosts: ['10.0.0.1 h'],
        DNSConfig: { Nameservers: ['8.8.8.8'] },
        Sysctls: { 'net.core.somaxconn': '1024' },
        Ulimits: [{ Name: 'nofile', Soft: 1, Hard: 2 }],
      },
      Resources: { Limits: { NanoCPUs: 500_000_000, MemoryBytes: 52_428_800 }, Reservations: { NanoCPUs: 100_000_000, MemoryBytes: 10_485_760 } },
      RestartPolicy: { Condition: 'any', Delay: 1_000_000_000, MaxAttempts: 2, Window: 0 },
      Placement: { Constraints: ['node.role==manager'], Preferences: [{ Spread: { SpreadDescriptor: 'node.labels.zone' } }], MaxReplicas: 2 },
      Networks: [{ Target: 'net', Aliases: ['w'] }],
      LogDriver: { Name: 'json-file', Options: {} },
      ForceUpdate: 0,
    },
    Mode: { Replicated: { Replicas: 2 } },
    UpdateConfig: { Parallelism: 1, Delay: 1_000_000_000, FailureAction: 'pause', Monitor: 1_000_000_000, MaxFailureRatio: 0, Order: 'stop-first' },
    EndpointSpec: { Mode: 'vip', Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }] },
  },
  '/networks/create': {
    Name: 'net',
    Driver: 'overlay',
    Attachable: true,
    IPAM: { Driver: 'default', Config: [{ Subnet: '10.9.0.0/24', Gateway: '10.9.0.1' }] },
    Labels: {},
  },
  '/networks/{x}/connect': { Container: 'box', EndpointConfig: { Aliases: ['x'], IPAMConfig: { IPv4Address: '10.9.0.9' } } },
  '/networks/{x}/disconnect': { Container: 'box', Force: true },
  '/configs/create': { Name: 'conf', Labels: {}, Data: 'YWJj', Templating: { Name: 'golang' } },
  '/secrets/create': { Name: 'sec', Labels: {}, Data: 'YWJj' },
  '/volumes/create': { Name: 'vol', Driver: 'local', DriverOpts: {}, Labels: {} },
  '/containers/create': {
    Image: 'busybox',
    Cmd: ['sh', '-c', 'echo hi; sleep 1'],
    Env: ['A=1'],
    Labels: {},
    Tty: false,
    OpenStdin: true,
    Healthcheck: { Test: ['CMD', 'true'], Interval: 1_000_000_000 },
    HostConfig: {
      NetworkMode: 'bridge',
      Binds: ['v:/v'],
      PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '8090' }] },
      RestartPolicy: { Name: 'on-failure', MaximumRetryCount: 2 },
      AutoRemove: false,
      Memory: 10_000_000,
      Mounts: [{ Type: 'tmpfs', Target: '/t' }],
    },
    NetworkingConfig: { EndpointsConfig: {} },
  },
  '/containers/{x}/exec': { AttachStdin: true, AttachStdout: true, AttachStderr: true, Tty: true, Cmd: ['sh'], Env: ['A=1'], WorkingDir: '/' },
  '/exec/{x}/start': { Detach: false, Tty: true },
  '/nodes/{x}/update': { Labels: { a: 'b' }, Role: 'worker', Availability: 'drain' },
  '/swarm/init': {
    ListenAddr: '0.0.0.0:2377',
    AdvertiseAddr: '10.35.3.145',
    DefaultAddrPool: ['10.20.0.0/16'],
    SubnetSize: 26,
    Spec: {},
    ForceNewCluster: false,
  },
  '/swarm/join': { ListenAddr: '0.0.0.0:2377', AdvertiseAddr: '', RemoteAddrs: ['10.35.3.145:2377'], JoinToken: 'SWMTKN-1-x', Availability: 'active' },
  '/swarm/update': {
    Name: 'default',
    Labels: {},
    Orchestration: { TaskHistoryRetentionLimit: 2 },
    Raft: {},
    Dispatcher: {},
    CAConfig: {},
    EncryptionConfig: {},
  },
  '/swarm/unlock': { UnlockKey: 'SWMKEY-1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' },
  '/auth': { username: 'a', password: 'b', serveraddress: 'localhost:5000' },
};
const bodyOf = (path: string): Json => BODIES[path.replace(/^\/(services|configs|secrets)\/\{x\}\/update$/, '/$1/create')] ?? {};

/** Names of objects that the bodies make, and others. */
const NAMES = ['web', 'net', 'conf', 'sec', 'vol', 'box', 'DC2-N1', 'nginx:latest', 'ingress', 'self', 'nope', '..', '%2e%2e', ' ', '%00', 'a%2Fb', 'ü'];
const VALUES = [
  '',
  '0',
  '1',
  'true',
  'false',
  '-1',
  'abc',
  '99999999999999999999',
  '1e9',
  'NaN',
  'all',
  'running',
  '{}',
  '[]',
  '{"label":{"a=b":true}}',
  '{"name":["web"]}',
  '{"foo":{"x":true}}',
  '{"status":{"x":true}}',
  '{"until":{"1h":true}}',
  'SIGTERM',
  '/etc/passwd',
  '\u0000',
  '\u001b[31m',
  '10m',
];

const strings = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(...VALUES, ...NAMES, '\u202e', '\ud800', 'x'.repeat(70), '{{.Node.Hostname}}', '{{', 'node.id==', '__proto__', 'constructor'),
);
const numbers = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -1, 2 ** 31, 2 ** 53, 1e300, -1e300, 0.5));
const anyJson: fc.Arbitrary<Json> = fc.oneof(
  strings,
  numbers,
  fc.boolean(),
  fc.constant(null),
  fc.array(strings, { maxLength: 3 }),
  fc.dictionary(strings, fc.oneof(strings, numbers, fc.constant(null)), { maxKeys: 3 }),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

/** A body with some of its values replaced, dropped or doubled. */
function mutated(body: Json): fc.Arbitrary<Json> {
  return fc.array(fc.tuple(fc.nat(), anyJson), { maxLength: 3 }).map((changes) => changes.reduce<Json>((value, [at, by]) => replaceAt(value, at, by), body));
}

/** Replaces one of all values below, counted from the whole on. */
function replaceAt(body: Json, at: number, by: Json): Json {
  const total = countOf(body);
  let left = at % (total + 1);
  const walk = (value: Json): Json => {
    if (left-- === 0) return by;
    if (Array.isArray(value)) return (value as readonly Json[]).map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value as JsonObject).map(([key, member]) => [key, walk(member ?? null)]));
  };
  return walk(body);
}

function countOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, member) => sum + 1 + countOf((member ?? null) as Json), 0);
}

/** A request to one of the endpoints, or to somewhere near it, with whatever somebody may send. */
export const requests: fc.Arbitrary<EngineRequest> = fc.constantFrom(...ENDPOINTS).chain((endpoint) =>
  fc
    .record({
      name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: strings.map(encodeURIComponentOrNot) }),
      query: fc.dictionary(fc.constantFrom('x', ...endpoint.query), fc.oneof(fc.constantFrom(...VALUES), strings), { maxKeys: 4 }),
      body:
        endpoint.method === 'POST' || endpoint.method === 'PUT'
          ? fc.option(fc.oneof({ weight: 4, arbitrary: mutated(bodyOf(endpoint.path)) }, { weight: 1, arbitrary: anyJson }), { nil: undefined, freq: 10 })
          : fc.constant(undefined),
      version: fc.constantFrom(undefined, undefined, undefined, '1.50', '1.41', '1.24', '1.23', '1.99', '0.1', '9.9'),
    })
    .map(({ name, query, body, version }) => ({
      method: endpoint.method,
      path: endpoint.path.replace('{x}', name),
      query,
      ...(body === undefined ? {} : { body }),
      ...(version === undefined ? {} : { apiVersion: version }),
    })),
);

function encodeURIComponentOrNot(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text.replace(/[\s/?#]/g, '');
  }
}
