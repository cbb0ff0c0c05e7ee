import { compareText } from '../../base/compare.ts';
import { effectiveCapabilities } from '../api/parse/capabilities.ts';
import { parseCpus } from '../api/parse/cpus.ts';
import type {
  ConfigReference,
  EndpointSpec,
  FileTarget,
  HealthConfig,
  NetworkAttachmentConfig,
  PortConfig,
  Privileges,
  ResourceRequirements,
  RestartPolicy,
  SecretReference,
  ServiceMode,
  ServiceSpec,
  UpdateConfig,
} from '../api/specs.ts';
import type {
  DeployConfig,
  DeployResources,
  DeployRestartPolicy,
  FileObjectConfig,
  FileReference,
  HealthcheckConfig,
  ServiceConfig,
  ServicePort,
  StackConfig,
  UpdateSettings,
} from './config.ts';
import { convertMount } from './convert-mounts.ts';
import { objectName } from './convert-objects.ts';
import { shortestFloat32 } from './float32.ts';
import { goSort } from './go-sort.ts';
import { imageLabel, scopedName, stackLabels } from './namespace.ts';
import { StackError } from './stack-error.ts';

/** A secret or config that a service wants as a file. The engine's id of it is still to be found by its name. */
export interface WantedFile {
  /** Its name in the swarm. */
  readonly source: string;
  readonly file: FileTarget;
}

/** The secrets that a service uses. Throws `StackError`: `undefined secret "s"`. */
export function wantedSecrets(service: ServiceConfig, config: StackConfig, namespace: string): readonly WantedFile[] {
  return (service.secrets ?? []).map((reference) => wantedFile('secret', reference, config.secrets, namespace));
}

/** The configs that a service uses as files, and those that only the engine uses. Throws `StackError`: `undefined config "c"`. */
export function wantedConfigs(
  service: ServiceConfig,
  config: StackConfig,
  namespace: string,
): { readonly files: readonly WantedFile[]; readonly runtime: readonly string[] } {
  const files = (service.configs ?? []).map((reference) => wantedFile('config', reference, config.configs, namespace));
  const key = service.credential_spec.config;
  if (key === '') return { files, runtime: [] };
  return { files, runtime: [objectName(key, definedObject('config', key, config.configs), namespace)] };
}

function definedObject(kind: string, key: string, objects: ReadonlyMap<string, FileObjectConfig>): FileObjectConfig {
  const object = objects.get(key);
  if (object === undefined) throw new StackError(`undefined ${kind} "${key}"`);
  return object;
}

function wantedFile(kind: string, reference: FileReference, objects: ReadonlyMap<string, FileObjectConfig>, namespace: string): WantedFile {
  const object = definedObject(kind, reference.source, objects);
  return {
    source: objectName(reference.source, object, namespace),
    file: {
      Name: reference.target === '' ? reference.source : reference.target,
      UID: reference.uid === '' ? '0' : reference.uid,
      GID: reference.gid === '' ? '0' : reference.gid,
      Mode: reference.mode ?? 0o444,
    },
  };
}

/** References with their engine ids, found by name. */
export interface FoundReferences {
  readonly secrets: readonly SecretReference[];
  readonly configs: readonly ConfigReference[];
}

/**
 * A service of a stack as the spec that is sent to the engine (docker/cli cli/compose/convert; stack.md §10). Words that
 * the engine judges, such as modes of ports, go through as they were written. Throws `StackError` without the service's name.
 */
export function convertService(service: ServiceConfig, config: StackConfig, namespace: string, found: FoundReferences): ServiceSpec {
  const { deploy } = service;
  const mode = convertMode(deploy);
  const mounts = (service.volumes ?? []).map((volume) => convertMount(volume, config, namespace));
  const resources = convertResources(deploy.resources);
  const restartPolicy = convertRestartPolicy(service.restart, deploy.restart_policy);
  const healthcheck = convertHealthcheck(service.healthcheck);
  const networks = convertAttachments(service, config, namespace);
  const privileges: Privileges = { CredentialSpec: convertCredentialSpec(service, namespace, found.configs), SELinuxContext: null, NoNewPrivileges: false };
  const capabilities = effectiveCapabilities(service.cap_add ?? [], service.cap_drop ?? []);
  const dns = service.dns ?? service.dns_search;
  return {
    Name: scopedName(namespace, service.name),
    Labels: { ...stackLabels(namespace, deploy.labels), [imageLabel]: service.image },
    TaskTemplate: {
      ContainerSpec: {
        Image: service.image,
        Labels: stackLabels(namespace, service.labels),
        ...(service.entrypoint === undefined ? {} : { Command: service.entrypoint }),
        ...(service.command === undefined ? {} : { Args: service.command }),
        Hostname: service.hostname,
        Env: [...(service.environment ?? [])].map(([name, value]) => (value === undefined ? name : `${name}=${value}`)).sort(),
        Dir: service.working_dir,
        User: service.user,
        Privileges: privileges,
        ...(service.init === undefined ? {} : { Init: service.init }),
        StopSignal: service.stop_signal,
        TTY: service.tty,
        OpenStdin: service.stdin_open,
        ReadOnly: service.read_only,
        Mounts: mounts,
        ...(service.stop_grace_period === undefined ? {} : { StopGracePeriod: service.stop_grace_period }),
        ...(healthcheck === undefined ? {} : { Healthcheck: healthcheck }),
        Hosts: (service.extra_hosts ?? []).map(hostLine),
        ...(dns === undefined ? {} : { DNSConfig: { Nameservers: service.dns ?? [], Search: service.dns_search ?? [] } }),
        Secrets: [...found.secrets].sort((a, b) => compareText(a.SecretName, b.SecretName)),
        Configs: [...found.configs].sort((a, b) => compareText(a.ConfigName, b.ConfigName)),
        Isolation: service.isolation,
        Sysctls: Object.fromEntries(service.sysctls ?? []),
        CapabilityAdd: capabilities.add,
        CapabilityDrop: capabilities.drop,
        Ulimits: [...(service.ulimits ?? [])]
          .map(([name, limit]) => ({ Name: name, Hard: limit?.single || (limit?.hard ?? 0), Soft: limit?.single || (limit?.soft ?? 0) }))
          .sort((a, b) => compareText(a.Name, b.Name)),
      },
      Resources: resources,
      ...(restartPolicy === undefined ? {} : { RestartPolicy: restartPolicy }),
      Placement: {
        Constraints: deploy.placement.constraints ?? [],
        Preferences: (deploy.placement.preferences ?? []).map((preference) => ({ Spread: { SpreadDescriptor: preference.spread } })),
        MaxReplicas: deploy.placement.max_replicas_per_node,
      },
      Networks: networks,
      ...(service.logging === undefined ? {} : { LogDriver: { Name: service.logging.driver, Options: Object.fromEntries(service.logging.options ?? []) } }),
      ForceUpdate: 0,
    },
    Mode: mode,
    ...(deploy.update_config === undefined ? {} : { UpdateConfig: convertUpdate(deploy.update_config) }),
    ...(deploy.rollback_config === undefined ? {} : { RollbackConfig: convertUpdate(deploy.rollback_config) }),
    EndpointSpec: convertEndpoint(deploy.endpoint_mode, service.ports ?? []),
  };
}

function convertMode(deploy: DeployConfig): ServiceMode {
  const replicas = deploy.replicas === undefined ? {} : { Replicas: deploy.replicas };
  switch (deploy.mode) {
    case 'global':
    case 'global-job':
      if (deploy.replicas !== undefined) throw new StackError('replicas can only be used with replicated or replicated-job mode');
      return deploy.mode === 'global' ? { Global: {} } : { GlobalJob: {} };
    case 'replicated-job':
      return { ReplicatedJob: deploy.replicas === undefined ? {} : { MaxConcurrent: deploy.replicas, TotalCompletions: deploy.replicas } };
    case 'replicated':
    case '':
      return { Replicated: replicas };
    default:
      throw new StackError(`Unknown mode: ${deploy.mode}`);
  }
}

function convertResources(resources: DeployResources): ResourceRequirements {
  const { limits, reservations } = resources;
  const generic = reservations?.generic_resources?.map(({ discrete_resource_spec: spec }) =>
    spec === undefined ? {} : { DiscreteResourceSpec: { Kind: spec.kind, Value: spec.value } },
  );
  return {
    ...(limits === undefined ? {} : { Limits: { NanoCPUs: nanoCpus(limits.cpus), MemoryBytes: limits.memory, Pids: limits.pids } }),
    ...(reservations === undefined
      ? {}
      : {
          Reservations: {
            NanoCPUs: nanoCpus(reservations.cpus),
            MemoryBytes: reservations.memory,
            ...(generic === undefined ? {} : { GenericResources: generic }),
          },
        }),
  };
}

function nanoCpus(text: string): number {
  if (text === '') return 0;
  const cpus = parseCpus(text);
  if (!cpus.ok) throw new StackError(cpus.error);
  return cpus.value;
}

function convertRestartPolicy(restart: string, policy: DeployRestartPolicy | undefined): RestartPolicy | undefined {
  if (policy !== undefined) {
    return {
      Condition: policy.condition as Exclude<RestartPolicy['Condition'], undefined>,
      ...(policy.delay === undefined ? {} : { Delay: policy.delay }),
      ...(policy.max_attempts === undefined ? {} : { MaxAttempts: policy.max_attempts }),
      ...(policy.window === undefined ? {} : { Window: policy.window }),
    };
  }
  const [, name = '', count = ''] = /^([^:]*)(?::([\s\S]*))?$/.exec(restart) ?? [];
  if (name === '' && restart !== '') throw new StackError('invalid restart policy format: no policy provided before colon');
  if (count !== '' && !/^[+-]?\d+$/.test(count)) throw new StackError('invalid restart policy format: maximum retry count must be an integer');
  switch (name) {
    case '':
    case 'no':
      return undefined;
    case 'always':
    case 'unless-stopped':
      return { Condition: 'any' };
    case 'on-failure':
      return { Condition: 'on-failure', MaxAttempts: Number(count) };
    default:
      throw new StackError(`unknown restart policy: ${restart}`);
  }
}

function convertHealthcheck(check: HealthcheckConfig | undefined): HealthConfig | undefined {
  if (check === undefined) return undefined;
  if (check.disable) {
    if ((check.test ?? []).length > 0) throw new StackError("test and disable can't be set at the same time");
    return { Test: ['NONE'] };
  }
  return {
    Test: check.test ?? [],
    Interval: check.interval ?? 0,
    Timeout: check.timeout ?? 0,
    StartPeriod: check.start_period ?? 0,
    StartInterval: check.start_interval ?? 0,
    Retries: check.retries ?? 0,
  };
}

function convertAttachments(service: ServiceConfig, config: StackConfig, namespace: string): readonly NetworkAttachmentConfig[] {
  const wanted = service.networks === undefined || service.networks.size === 0 ? new Map([['default', undefined]]) : service.networks;
  const attachments = [...wanted].map(([key, attachment]) => {
    const network = config.networks.get(key);
    if (network === undefined && key !== 'default') throw new StackError(`undefined network "${key}"`);
    const target = network === undefined || network.name === '' ? scopedName(namespace, key) : network.name;
    const aliases = attachment?.aliases ?? [];
    return {
      Target: target,
      Aliases: isUserDefinedNetwork(target) ? [...aliases, service.name] : aliases,
      ...(attachment?.driver_opts === undefined ? {} : { DriverOpts: Object.fromEntries(attachment.driver_opts) }),
    };
  });
  return attachments.sort((a, b) => compareText(a.Target, b.Target));
}

/** Whether the name is not one of the networks that every engine has (moby container.NetworkMode). */
export function isUserDefinedNetwork(name: string): boolean {
  return !['default', 'bridge', 'host', 'none'].includes(name) && !name.startsWith('container:');
}

function convertCredentialSpec(
  service: ServiceConfig,
  namespace: string,
  configs: readonly ConfigReference[],
): Exclude<Privileges['CredentialSpec'], undefined> {
  const spec = service.credential_spec;
  const given = (['config', 'file', 'registry'] as const)
    .filter((name) => spec[name] !== '')
    .map((name) => `"${name.charAt(0).toUpperCase()}${name.slice(1)}"`);
  if (given.length === 0) return null;
  if (given.length === 2) throw new StackError(`invalid credential spec: cannot specify both ${given[0]} and ${given[1]}`);
  if (given.length > 2) throw new StackError(`invalid credential spec: cannot specify both ${given.slice(0, -1).join(', ')}, and ${given.at(-1)}`);
  if (spec.config === '') return { Config: '', File: spec.file, Registry: spec.registry };
  const reference =
    configs.find((config) => config.ConfigName === spec.config) ?? configs.find((config) => config.ConfigName === scopedName(namespace, spec.config));
  if (reference === undefined) throw new StackError(`invalid credential spec: spec specifies config ${spec.config}, but no such config can be found`);
  return { Config: reference.ConfigID, File: '', Registry: '' };
}

function convertUpdate(settings: UpdateSettings): UpdateConfig {
  return {
    Parallelism: settings.parallelism ?? 1,
    Delay: settings.delay,
    FailureAction: settings.failure_action as Exclude<UpdateConfig['FailureAction'], undefined>,
    Monitor: settings.monitor,
    MaxFailureRatio: shortestFloat32(settings.max_failure_ratio),
    Order: settings.order as Exclude<UpdateConfig['Order'], undefined>,
  };
}

function convertEndpoint(mode: string, ports: readonly ServicePort[]): EndpointSpec {
  const converted = ports.map((port) => ({
    Protocol: port.protocol as Exclude<PortConfig['Protocol'], undefined>,
    TargetPort: port.target,
    PublishedPort: port.published,
    PublishMode: port.mode as Exclude<PortConfig['PublishMode'], undefined>,
  }));
  return {
    Mode: mode.toLowerCase() as Exclude<EndpointSpec['Mode'], undefined>,
    Ports: goSort(converted, (a, b) => a.PublishedPort < b.PublishedPort),
  };
}

/** `host:address` as SwarmKit writes it: `address host`. */
function hostLine(pair: string): string {
  const at = pair.indexOf(':');
  return `${pair.slice(at + 1)} ${pair.slice(0, at)}`;
}
