import type {
  BuildConfig,
  ClusterVolumeConfig,
  DeployConfig,
  DeployLimits,
  DeployPlacement,
  DeployReservations,
  DeployResources,
  DeployRestartPolicy,
  DiscreteResource,
  ExternalConfig,
  FileObjectBody,
  FileReference,
  HealthcheckConfig,
  LoggingConfig,
  NetworkBody,
  ServiceBody,
  ServiceNetwork,
  ServicePort,
  ServiceVolume,
  UlimitConfig,
  UpdateSettings,
  VolumeBody,
} from './config.ts';
import { bool, field, float32, hooked, int, list, map, pointer, string, struct, uint32, uint64 } from './shape.ts';
import {
  buildForm,
  commandForm,
  durationForm,
  environmentForm,
  externalForm,
  healthTestForm,
  hostsForm,
  labelsForm,
  networksForm,
  portsForm,
  printedListForm,
  sizeForm,
  sourceForm,
  textListForm,
  textMapForm,
  ulimitForm,
  volumeForm,
} from './short-forms.ts';

const duration = hooked('duration', durationForm);
const bytes = hooked('bytes', sizeForm);
const texts = list(string);
const textList = list(string, 'append', textListForm);
const hosts = list(string, 'append', hostsForm);
const command = list(string, 'replace', commandForm);
const labels = map(string, labelsForm);
const textMap = map(string, textMapForm);
const environment = map(pointer(string), environmentForm);

const build = struct<BuildConfig>(
  {
    context: field(string, 'Context'),
    dockerfile: field(string, 'Dockerfile'),
    args: field(environment, 'Args'),
    labels: field(labels, 'Labels'),
    cache_from: field(textList, 'cache_from'),
    extra_hosts: field(hosts, 'extra_hosts'),
    network: field(string, 'Network'),
    target: field(string, 'Target'),
  },
  { hook: buildForm },
);

const fileReference = struct<FileReference>(
  {
    source: field(string, 'Source'),
    target: field(string, 'Target'),
    uid: field(string, 'UID'),
    gid: field(string, 'GID'),
    mode: field(pointer(uint32), 'Mode'),
  },
  { hook: sourceForm },
);

const updateConfig = struct<UpdateSettings>({
  parallelism: field(pointer(uint64), 'Parallelism'),
  delay: field(duration, 'Delay'),
  failure_action: field(string, 'failure_action'),
  monitor: field(duration, 'Monitor'),
  max_failure_ratio: field(float32, 'max_failure_ratio'),
  order: field(string, 'Order'),
});

const genericResources = list(
  struct<{ discrete_resource_spec: DiscreteResource | undefined }>({
    discrete_resource_spec: field(
      pointer(struct<DiscreteResource>({ kind: field(string, 'Kind', false), value: field(int, 'Value', false) })),
      'discrete_resource_spec',
    ),
  }),
);

const resources = struct<DeployResources>({
  limits: field(pointer(struct<DeployLimits>({ cpus: field(string, 'cpus'), memory: field(bytes, 'memory'), pids: field(int, 'pids') })), 'Limits'),
  reservations: field(
    pointer(
      struct<DeployReservations>({
        cpus: field(string, 'cpus'),
        memory: field(bytes, 'memory'),
        generic_resources: field(genericResources, 'generic_resources'),
      }),
    ),
    'Reservations',
  ),
});

const deploy = struct<DeployConfig>({
  mode: field(string, 'Mode'),
  replicas: field(pointer(uint64), 'Replicas'),
  labels: field(labels, 'Labels'),
  update_config: field(pointer(updateConfig), 'update_config'),
  rollback_config: field(pointer(updateConfig), 'rollback_config'),
  resources: field(resources, 'Resources'),
  restart_policy: field(
    pointer(
      struct<DeployRestartPolicy>({
        condition: field(string, 'Condition'),
        delay: field(pointer(duration), 'Delay'),
        max_attempts: field(pointer(uint64), 'max_attempts'),
        window: field(pointer(duration), 'Window'),
      }),
    ),
    'restart_policy',
  ),
  placement: field(
    struct<DeployPlacement>({
      constraints: field(texts, 'Constraints'),
      preferences: field(list(struct<{ spread: string }>({ spread: field(string, 'Spread') })), 'Preferences'),
      max_replicas_per_node: field(uint64, 'max_replicas_per_node'),
    }),
    'Placement',
  ),
  endpoint_mode: field(string, 'endpoint_mode'),
});

const healthcheck = struct<HealthcheckConfig>({
  test: field(list(string, 'append', healthTestForm), 'Test'),
  timeout: field(pointer(duration), 'Timeout'),
  interval: field(pointer(duration), 'Interval'),
  retries: field(pointer(uint64), 'Retries'),
  start_period: field(pointer(duration), 'start_period'),
  start_interval: field(pointer(duration), 'start_interval'),
  disable: field(bool, 'Disable'),
});

const serviceNetwork = struct<ServiceNetwork>(
  {
    aliases: field(texts, 'Aliases'),
    driver_opts: field(textMap, 'driver_opts'),
    ipv4_address: field(string, 'ipv4_address'),
    ipv6_address: field(string, 'ipv6_address'),
  },
  { merge: 'service-network' },
);

const port = struct<ServicePort>({
  mode: field(string, 'Mode'),
  target: field(uint32, 'Target'),
  published: field(uint32, 'Published'),
  protocol: field(string, 'Protocol'),
});

const volume = struct<ServiceVolume>(
  {
    type: field(string, 'Type'),
    source: field(string, 'Source'),
    target: field(string, 'Target'),
    read_only: field(bool, 'read_only'),
    consistency: field(string, 'Consistency'),
    bind: field(pointer(struct<{ propagation: string }>({ propagation: field(string, 'Propagation') })), 'Bind'),
    volume: field(pointer(struct<{ nocopy: boolean; subpath: string }>({ nocopy: field(bool, 'nocopy'), subpath: field(string, 'subpath') })), 'Volume'),
    image: field(pointer(struct<{ subpath: string }>({ subpath: field(string, 'subpath') })), 'Image'),
    tmpfs: field(pointer(struct<{ size: number }>({ size: field(int, 'Size') })), 'Tmpfs'),
    cluster: field(pointer(struct<Record<never, never>>({})), 'Cluster'),
  },
  { hook: volumeForm },
);

const ulimit = struct<UlimitConfig>({ single: field(int, 'Single'), soft: field(int, 'Soft'), hard: field(int, 'Hard') }, { hook: ulimitForm, merge: 'whole' });

const logging = struct<LoggingConfig>({ driver: field(string, 'Driver'), options: field(textMap, 'Options') }, { merge: 'logging' });

/** `services.X`, in the order in which `stack config` prints it. */
export const serviceShape = struct<ServiceBody>({
  build: field(build, 'Build'),
  cap_add: field(texts, 'cap_add'),
  cap_drop: field(texts, 'cap_drop'),
  cgroupns_mode: field(string, 'cgroupns_mode'),
  cgroup_parent: field(string, 'cgroup_parent'),
  command: field(command, 'Command'),
  configs: field(list(fileReference, { by: 'source' }), 'Configs'),
  container_name: field(string, 'container_name'),
  credential_spec: field(
    struct<{ config: string; file: string; registry: string }>({
      config: field(string, 'Config'),
      file: field(string, 'File'),
      registry: field(string, 'Registry'),
    }),
    'credential_spec',
  ),
  depends_on: field(texts, 'depends_on'),
  deploy: field(deploy, 'Deploy'),
  devices: field(texts, 'Devices'),
  dns: field(textList, 'DNS'),
  dns_search: field(textList, 'dns_search'),
  domainname: field(string, 'domainname'),
  entrypoint: field(command, 'Entrypoint'),
  environment: field(environment, 'Environment'),
  env_file: field(textList, 'env_file'),
  expose: field(list(string, 'append', printedListForm), 'Expose'),
  external_links: field(texts, 'external_links'),
  extra_hosts: field(hosts, 'extra_hosts'),
  hostname: field(string, 'Hostname'),
  healthcheck: field(pointer(healthcheck), 'HealthCheck'),
  image: field(string, 'Image'),
  init: field(pointer(bool), 'Init'),
  ipc: field(string, 'Ipc'),
  isolation: field(string, 'isolation'),
  labels: field(labels, 'Labels'),
  links: field(texts, 'Links'),
  logging: field(pointer(logging), 'Logging'),
  mac_address: field(string, 'mac_address'),
  network_mode: field(string, 'network_mode'),
  networks: field(map(pointer(serviceNetwork), networksForm), 'Networks'),
  pid: field(string, 'Pid'),
  ports: field(list(port, { by: 'published' }, portsForm), 'Ports'),
  privileged: field(bool, 'Privileged'),
  read_only: field(bool, 'read_only'),
  restart: field(string, 'Restart'),
  secrets: field(list(fileReference, { by: 'source' }), 'Secrets'),
  security_opt: field(texts, 'security_opt'),
  shm_size: field(string, 'shm_size'),
  stdin_open: field(bool, 'stdin_open'),
  stop_grace_period: field(pointer(duration), 'stop_grace_period'),
  stop_signal: field(string, 'stop_signal'),
  sysctls: field(labels, 'Sysctls'),
  tmpfs: field(textList, 'Tmpfs'),
  tty: field(bool, 'Tty'),
  ulimits: field(map(pointer(ulimit)), 'Ulimits'),
  user: field(string, 'User'),
  userns_mode: field(string, 'userns_mode'),
  volumes: field(list(volume, { by: 'target' }), 'Volumes'),
  working_dir: field(string, 'working_dir'),
});

const external = struct<ExternalConfig>({ name: field(string, 'Name'), external: field(bool, 'External') }, { hook: externalForm });

/** `networks.N`. */
export const networkShape = struct<NetworkBody>({
  name: field(string, 'Name'),
  driver: field(string, 'Driver'),
  driver_opts: field(textMap, 'driver_opts'),
  ipam: field(
    struct<NetworkBody['ipam']>({
      driver: field(string, 'Driver'),
      config: field(list(pointer(struct<{ subnet: string }>({ subnet: field(string, 'Subnet') }))), 'Config'),
    }),
    'Ipam',
  ),
  external: field(external, 'External'),
  internal: field(bool, 'Internal'),
  attachable: field(bool, 'Attachable'),
  labels: field(labels, 'Labels'),
});

const segments = list(struct<{ segments: unknown }>({ segments: field(labels, 'Segments') }));

const clusterVolume = struct<ClusterVolumeConfig>({
  group: field(string, 'Group'),
  access_mode: field(
    pointer(
      struct<NonNullable<ClusterVolumeConfig['access_mode']>>({
        scope: field(string, 'Scope'),
        sharing: field(string, 'Sharing'),
        mount_volume: field(
          pointer(struct<{ fs_type: string; mount_flags: unknown }>({ fs_type: field(string, 'fs_type'), mount_flags: field(texts, 'mount_flags') })),
          'mount_volume',
        ),
        block_volume: field(pointer(struct<Record<never, never>>({})), 'block_volume'),
      }),
    ),
    'access_mode',
  ),
  accessibility_requirements: field(
    pointer(struct<{ requisite: unknown; preferred: unknown }>({ requisite: field(segments, 'Requisite'), preferred: field(segments, 'Preferred') })),
    'accessibility_requirements',
  ),
  capacity_range: field(
    pointer(
      struct<{ required_bytes: number; limit_bytes: number }>({ required_bytes: field(bytes, 'required_bytes'), limit_bytes: field(bytes, 'limit_bytes') }),
    ),
    'capacity_range',
  ),
  secrets: field(list(struct<{ key: string; secret: string }>({ key: field(string, 'Key'), secret: field(string, 'Secret') })), 'Secrets'),
  availability: field(string, 'Availability'),
});

/** `volumes.N`. */
export const volumeShape = struct<VolumeBody>({
  name: field(string, 'Name'),
  driver: field(string, 'Driver'),
  driver_opts: field(textMap, 'driver_opts'),
  external: field(external, 'External'),
  labels: field(labels, 'Labels'),
  'x-cluster-spec': field(pointer(clusterVolume), 'x-cluster-spec'),
});

/** `secrets.N` and `configs.N`. */
export const fileObjectShape = struct<FileObjectBody>({
  name: field(string, 'Name'),
  file: field(string, 'File'),
  external: field(external, 'External'),
  labels: field(labels, 'Labels'),
  driver: field(string, 'Driver'),
  driver_opts: field(textMap, 'driver_opts'),
  template_driver: field(string, 'template_driver'),
});
