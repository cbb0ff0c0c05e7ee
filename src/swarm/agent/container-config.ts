import type { ContainerSpec, Mount, NodeDescription, TaskSpec } from '../../docker/api/specs.ts';
import type { Network, Task } from '../objects/objects.ts';
import { expandContainerSpec } from '../template/expand.ts';
import { TemplateError } from '../template/template-value.ts';
import type { ContainerConfig } from './container.ts';
import { TaskContainerConfig } from './task-container-config.ts';

/** What the agent makes of a task before anything is done for it: its expanded spec, or why there can be none. */
export function resolveContainerSpec(task: Task, description: NodeDescription): ContainerSpec | string {
  const spec = task.spec.ContainerSpec;
  if (!spec) return task.spec.Runtime ? `unsupported runtime type: ${JSON.stringify(task.spec.Runtime)}` : 'exec: unsupported runtime';
  if (!spec.Image) return 'dockerexec: image required';
  const fault = mountFault(spec.Mounts ?? []);
  if (fault !== undefined) return fault;
  const expanded = expandContainerSpec(task, description);
  return expanded instanceof TemplateError ? expanded.text : expanded;
}

/** moby daemon/cluster/executor/container/validate.go. */
function mountFault(mounts: readonly Mount[]): string | undefined {
  for (const { Type = 'bind', Source = '', Target = '' } of mounts) {
    if (!Target.startsWith('/') && Type !== 'npipe') return `invalid mount target, must be an absolute path: ${Target}`;
    switch (Type) {
      case 'bind':
        if (!Source.startsWith('/')) return `invalid bind mount source, must be an absolute path: ${Source}`;
        break;
      case 'volume':
        if (Source.startsWith('/')) return `invalid volume mount source, must not be an absolute path: ${Source}`;
        break;
      case 'tmpfs':
        if (Source !== '') return 'invalid tmpfs source, source must be empty';
        break;
      case 'npipe':
        if (Source === '') return 'invalid npipe source, source must not be empty';
        break;
      case 'cluster':
        break;
      default:
        return `invalid mount type: ${Type}`;
    }
  }
  return undefined;
}

/** A container for a task (moby daemon/cluster/executor/container/container.go). `networks` are those of its attachments. */
export function containerConfig(
  name: string,
  task: Task,
  spec: ContainerSpec,
  networks: readonly Network[],
  files: NonNullable<ContainerConfig['files']>,
): ContainerConfig {
  const hostNetwork = networks.some((network) => network.predefined && network.spec.Name === 'host');
  const common = commonConfig(task, spec, hostNetwork, files);
  const ports = task.endpoint?.ports ?? [];
  return new TaskContainerConfig(
    common,
    name,
    task,
    ports.length === 0 ? common.ports : ports.filter((port) => port.PublishMode === 'host'),
    hostNetwork || task.networks.length === 0 ? common.networks : containerNetworks(task, networks),
  );
}

/** What a configuration shares with those of other containers; the whole of it, if it shares nothing. */
export function sharedPart(config: ContainerConfig): ContainerConfig {
  return config instanceof TaskContainerConfig ? config.common : config;
}

/** A configuration with changes. */
export function changedConfig(config: ContainerConfig, changes: Partial<ContainerConfig>): ContainerConfig {
  return { ...(config instanceof TaskContainerConfig ? config.toJSON() : config), ...changes };
}

interface CommonConfig {
  readonly taskSpec: TaskSpec;
  readonly logDriver: Task['logDriver'];
  readonly hostNetwork: boolean;
  readonly config: ContainerConfig;
}

/** What was made for a spec last: the tasks of a service share it. */
const made = new WeakMap<ContainerSpec, CommonConfig>();

/** All that is the same for the containers of tasks with this spec; what differs is left empty. */
function commonConfig(task: Task, spec: ContainerSpec, hostNetwork: boolean, files: NonNullable<ContainerConfig['files']>): ContainerConfig {
  const last = made.get(spec);
  if (last && files.length === 0 && last.taskSpec === task.spec && last.logDriver === task.logDriver && last.hostNetwork === hostNetwork) return last.config;
  const limits = task.spec.Resources?.Limits;
  const logDriver = task.logDriver ?? task.spec.LogDriver;
  const credential = credentialSpec(spec);
  const config: ContainerConfig = {
    name: '',
    image: spec.Image ?? '',
    ...(spec.Command && spec.Command.length > 0 ? { entrypoint: spec.Command } : {}),
    ...(spec.Args && spec.Args.length > 0 ? { command: spec.Args } : {}),
    env: spec.Env ?? [],
    labels: {
      ...spec.Labels,
      'com.docker.swarm.node.id': '',
      'com.docker.swarm.service.id': '',
      'com.docker.swarm.service.name': '',
      'com.docker.swarm.task': '',
      'com.docker.swarm.task.id': '',
      'com.docker.swarm.task.name': '',
    },
    ...(spec.Hostname ? { hostname: spec.Hostname } : {}),
    ...(spec.User ? { user: spec.User } : {}),
    ...(spec.Groups ? { groups: spec.Groups } : {}),
    ...(spec.Dir ? { workingDir: spec.Dir } : {}),
    tty: spec.TTY === true,
    openStdin: spec.OpenStdin === true,
    ...(spec.ReadOnly ? { readOnly: true } : {}),
    ...(spec.Init === undefined ? {} : { init: spec.Init }),
    ...(spec.Healthcheck ? { health: spec.Healthcheck } : {}),
    ...(spec.StopSignal ? { stopSignal: spec.StopSignal } : {}),
    mounts: spec.Mounts ?? [],
    ...(limits?.NanoCPUs ? { nanoCpus: limits.NanoCPUs } : {}),
    ...(limits?.MemoryBytes ? { memoryBytes: limits.MemoryBytes } : {}),
    ...(limits?.Pids ? { pidsLimit: limits.Pids } : {}),
    ...(spec.Ulimits ? { ulimits: spec.Ulimits } : {}),
    ...(spec.CapabilityAdd ? { capAdd: spec.CapabilityAdd } : {}),
    ...(spec.CapabilityDrop ? { capDrop: spec.CapabilityDrop } : {}),
    ...(spec.Sysctls ? { sysctls: spec.Sysctls } : {}),
    // Others are `default` by the time that they come out of the store (moby daemon/cluster/convert).
    ...(spec.Isolation === 'hyperv' || spec.Isolation === 'process' ? { isolation: spec.Isolation } : {}),
    ...(credential === undefined ? {} : { securityOptions: [`credentialspec=${credential}`] }),
    ports: [],
    networks: [],
    networkMode: hostNetwork ? 'host' : 'bridge',
    ...(spec.DNSConfig
      ? { dns: { nameservers: spec.DNSConfig.Nameservers ?? [], search: spec.DNSConfig.Search ?? [], options: spec.DNSConfig.Options ?? [] } }
      : {}),
    ...(spec.Hosts ? { extraHosts: spec.Hosts.map(hostEntry) } : {}),
    ...(logDriver?.Name ? { logDriver: { name: logDriver.Name, options: logDriver.Options ?? {} } } : {}),
    ...(files.length > 0 ? { files } : {}),
    task: { id: '', serviceId: '', serviceName: '' },
  };
  if (files.length === 0) made.set(spec, { taskSpec: task.spec, logDriver: task.logDriver, hostNetwork, config });
  return config;
}

/** For Windows only, and refused by other engines. */
function credentialSpec({ Privileges }: ContainerSpec): string | undefined {
  const { Config: config, File: file, Registry: registry } = Privileges?.CredentialSpec ?? {};
  return config ? `config://${config}` : file ? `file://${file}` : registry ? `registry://${registry}` : undefined;
}

function containerNetworks(task: Task, networks: readonly Network[]): ContainerConfig['networks'] {
  return task.networks.flatMap(({ networkId, addresses, aliases }) => {
    const network = networks.find(({ id }) => id === networkId);
    return network ? [{ id: networkId, name: network.spec.Name, address: addresses[0] ?? '', aliases }] : [];
  });
}

/** `address name…` of a hosts file as `name:address`. */
function hostEntry(entry: string): string {
  const [address = '', name = ''] = entry.trim().split(/\s+/);
  return name === '' ? entry : `${name}:${address}`;
}

/** Whether a task's container takes part in load balancing: it is on a network that is not node-local. */
export function hasServiceBinding(task: Task, networks: readonly Network[]): boolean {
  return task.networks.some(({ networkId }) => {
    const network = networks.find(({ id }) => id === networkId);
    return network !== undefined && network.driver !== '' && network.driver !== 'bridge' && network.driver !== 'host';
  });
}
