import { describe, expect, it } from 'vitest';
import type { ServiceSpec } from '../api/specs.ts';
import type { StackConfig } from './config.ts';
import { convertConfigs, convertNetworks, convertSecrets } from './convert-objects.ts';
import { convertService, wantedConfigs, wantedSecrets } from './convert-service.ts';
import { loadStack } from './load-stack.ts';

function load(text: string): StackConfig {
  const result = loadStack([{ name: 'a.yml', text }], { env: {}, workingDir: '/w', readFile: () => undefined });
  if ('error' in result) throw result.error;
  return result.config;
}

/** The spec of the service `web` of stack `s`, or the error. */
function convert(lines: string, rest = ''): ServiceSpec | string {
  const config = load(`services:\n  web:\n    image: nginx\n${lines.replace(/^/gm, '    ')}\n${rest}`);
  const [service] = config.services;
  if (service === undefined) throw new Error('no service');
  try {
    const secrets = wantedSecrets(service, config, 's').map((wanted) => ({ File: wanted.file, SecretID: 'id', SecretName: wanted.source }));
    const wanted = wantedConfigs(service, config, 's');
    const configs = [
      ...wanted.files.map((file) => ({ File: file.file, ConfigID: 'id', ConfigName: file.source })),
      ...wanted.runtime.map((name) => ({ Runtime: {}, ConfigID: 'id', ConfigName: name })),
    ];
    return convertService(service, config, 's', { secrets, configs });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const spec = (lines: string, rest = ''): ServiceSpec => {
  const converted = convert(lines, rest);
  if (typeof converted === 'string') throw new Error(converted);
  return converted;
};

describe('services (stack.md §10)', () => {
  it('names and labels them', () => {
    const { Name, Labels, TaskTemplate } = spec('deploy: {labels: {a: b}}\nlabels: [c]');
    expect([Name, Labels, TaskTemplate.ContainerSpec?.Labels]).toEqual([
      's_web',
      { a: 'b', 'com.docker.stack.namespace': 's', 'com.docker.stack.image': 'nginx' },
      { c: '', 'com.docker.stack.namespace': 's' },
    ]);
  });

  it.each([
    ['tty: true', { Replicated: {} }],
    ['deploy: {replicas: 0}', { Replicated: { Replicas: 0 } }],
    ['deploy: {mode: global}', { Global: {} }],
    ['deploy: {mode: replicated-job, replicas: 3}', { ReplicatedJob: { MaxConcurrent: 3, TotalCompletions: 3 } }],
    ['deploy: {mode: global-job}', { GlobalJob: {} }],
  ])('mode: %s', (lines, mode) => expect(spec(lines).Mode).toEqual(mode));

  it.each([
    ['tty: true', undefined],
    ['restart: "no"', undefined],
    ['restart: unless-stopped', { Condition: 'any' }],
    ['restart: on-failure:4', { Condition: 'on-failure', MaxAttempts: 4 }],
    ['restart: always\ndeploy: {restart_policy: {condition: none, delay: 1s}}', { Condition: 'none', Delay: 1_000_000_000 }],
    ['deploy: {restart_policy: {max_attempts: 0, window: 2s}}', { Condition: '', MaxAttempts: 0, Window: 2_000_000_000 }],
  ])('restart: %s', (lines, policy) => expect(spec(lines).TaskTemplate.RestartPolicy).toEqual(policy));

  it('fills update settings', () => {
    expect(spec('deploy: {update_config: {}}').UpdateConfig).toEqual({
      Parallelism: 1,
      Delay: 0,
      FailureAction: '',
      Monitor: 0,
      MaxFailureRatio: 0,
      Order: '',
    });
    expect(spec('deploy: {rollback_config: {parallelism: 0, max_failure_ratio: 0.3}}').RollbackConfig).toMatchObject({ Parallelism: 0, MaxFailureRatio: 0.3 });
    expect(spec('tty: true').UpdateConfig).toBeUndefined();
  });

  it('sorts ports, networks, environment and limits', () => {
    const { EndpointSpec, TaskTemplate } = spec(
      'ports: ["90:90", "80:80"]\nnetworks: [z, a]\nenvironment: {B: 1, A: , C: ""}\nulimits: {nproc: 5, core: {soft: 1, hard: 2}}',
      'networks:\n  z:\n  a: {name: own}\n',
    );
    expect(EndpointSpec?.Ports?.map((port) => port.PublishedPort)).toEqual([80, 90]);
    expect(TaskTemplate.Networks).toEqual([
      { Target: 'own', Aliases: ['web'] },
      { Target: 's_z', Aliases: ['web'] },
    ]);
    expect(TaskTemplate.ContainerSpec?.Env).toEqual(['A', 'B=1', 'C=']);
    expect(TaskTemplate.ContainerSpec?.Ulimits).toEqual([
      { Name: 'core', Hard: 2, Soft: 1 },
      { Name: 'nproc', Hard: 5, Soft: 5 },
    ]);
  });

  it('gives no alias on the networks of every engine', () => {
    const { TaskTemplate } = spec('networks: {h: {aliases: [x]}}', 'networks: {h: {external: true, name: host}}');
    expect(TaskTemplate.Networks).toEqual([{ Target: 'host', Aliases: ['x'] }]);
  });

  it('makes mounts', () => {
    const { TaskTemplate } = spec(
      'volumes: ["data:/d:nocopy", "out:/o", /anon, "/x:/y:ro,rslave", {type: tmpfs, target: /t, tmpfs: {size: 5}}]',
      'volumes:\n  data: {driver: local, labels: {l: m}}\n  out: {external: true, name: outside}\n',
    );
    expect(TaskTemplate.ContainerSpec?.Mounts).toEqual([
      {
        Type: 'volume',
        Source: 's_data',
        Target: '/d',
        VolumeOptions: { NoCopy: true, Subpath: '', Labels: { l: 'm', 'com.docker.stack.namespace': 's' }, DriverConfig: { Name: 'local', Options: {} } },
      },
      { Type: 'volume', Source: 'outside', Target: '/o', VolumeOptions: {} },
      { Type: 'volume', Target: '/anon' },
      { Type: 'bind', Source: '/x', Target: '/y', ReadOnly: true, BindOptions: { Propagation: 'rslave' } },
      { Type: 'tmpfs', Target: '/t', TmpfsOptions: { SizeBytes: 5 } },
    ]);
  });

  it('refers to secrets and configs', () => {
    const { TaskTemplate } = spec(
      'secrets: [z, {source: a, target: /t, uid: "5", mode: 0400}]\nconfigs: [c]',
      'secrets: {z: {file: f}, a: {external: true, name: out}}\nconfigs: {c: {file: f}}\n',
    );
    expect(TaskTemplate.ContainerSpec?.Secrets).toEqual([
      { File: { Name: '/t', UID: '5', GID: '0', Mode: 0o400 }, SecretID: 'id', SecretName: 'out' },
      { File: { Name: 'z', UID: '0', GID: '0', Mode: 0o444 }, SecretID: 'id', SecretName: 's_z' },
    ]);
    expect(TaskTemplate.ContainerSpec?.Configs?.[0]?.ConfigName).toBe('s_c');
  });

  it.each([
    ['networks: [n]', 'undefined network "n"'],
    ['volumes: ["vol:/x"]', 'undefined volume "vol"'],
    ['secrets: [s]', 'undefined secret "s"'],
    ['configs: [c]', 'undefined config "c"'],
    ['deploy: {mode: foo}', 'Unknown mode: foo'],
    ['deploy: {mode: global, replicas: 2}', 'replicas can only be used with replicated or replicated-job mode'],
    ['restart: foo', 'unknown restart policy: foo'],
    ['restart: on-failure:x', 'invalid restart policy format: maximum retry count must be an integer'],
    ['restart: ":5"', 'invalid restart policy format: no policy provided before colon'],
    ['healthcheck: {test: x, disable: true}', "test and disable can't be set at the same time"],
    ['deploy: {resources: {limits: {cpus: x}}}', 'failed to parse x as a rational number'],
    ['volumes: [{type: foo}]', 'volume type must be volume, bind, tmpfs, npipe, or cluster'],
    ['volumes: [{type: tmpfs, source: x}]', 'invalid tmpfs source, source must be empty'],
    ['volumes: [{type: npipe}]', 'invalid npipe source, source cannot be empty'],
    ['volumes: [{type: volume, tmpfs: {size: 5}}]', 'tmpfs options are incompatible with type volume'],
    ['volumes: [{type: bind, source: /a, volume: {nocopy: true}}]', 'volume options are incompatible with type bind'],
    ['credential_spec: {file: a, registry: b}', 'invalid credential spec: cannot specify both "File" and "Registry"'],
  ])('refuses %s', (lines, message) => expect(convert(lines)).toBe(message));
});

describe('other objects', () => {
  const config = load(
    'services:\n  a: {image: x}\n  b: {image: x, networks: [n, e]}\nnetworks:\n  n: {driver_opts: {k: v}, ipam: {config: [{subnet: 10.0.0.0/24}]}, internal: true}\n  e: {external: true}\n  unused:\nsecrets:\n  s: {file: /f, template_driver: golang}\n  d: {driver: vault}\n  e: {external: true}\nconfigs:\n  c: {file: /dir}\n',
  );

  it('creates the networks that are used', () => {
    const networks = convertNetworks(config, 's');
    expect(networks.external).toEqual(['e']);
    expect(networks.create.map((network) => [network.Name, network.Driver, network.Internal, network.Options, network.IPAM])).toEqual([
      ['s_default', 'overlay', false, null, null],
      ['s_n', 'overlay', true, { k: 'v' }, { Driver: '', Options: null, Config: [{ Subnet: '10.0.0.0/24' }] }],
    ]);
  });

  it('reads the files of secrets and configs', () => {
    expect(convertSecrets(config, 's', () => 'é\n')).toEqual([
      { Name: 's_s', Labels: { 'com.docker.stack.namespace': 's' }, Data: 'w6kK', Templating: { Name: 'golang' } },
      { Name: 's_d', Labels: { 'com.docker.stack.namespace': 's' }, Driver: { Name: 'vault' } },
    ]);
    expect(() => convertSecrets(config, 's', () => undefined)).toThrow('open /f: no such file or directory');
    const directory = (path: string): string => {
      throw new Error(`read ${path}: is a directory`);
    };
    expect(() => convertConfigs(config, 's', directory)).toThrow('read /dir: is a directory');
  });
});
