import { list, map, type Struct, struct } from './shape.ts';

const labels = map('string');
const driver = struct('Driver', [
  ['Name', 'string', 'omit'],
  ['Options', labels, 'omit'],
]);
const platform = struct('Platform', [
  ['Architecture', 'string', 'omit'],
  ['OS', 'string', 'omit'],
]);
const empty = struct('struct {}', []);

/** A mount, of a task's container or of one's own. */
export const mountShape = struct('Mount', [
  ['Type', 'string', 'omit'],
  ['Source', 'string', 'omit'],
  ['Target', 'string', 'omit'],
  ['ReadOnly', 'bool', 'omit'],
  ['Consistency', 'string', 'omit'],
  [
    'BindOptions',
    struct('BindOptions', [
      ['Propagation', 'string', 'omit'],
      ['NonRecursive', 'bool', 'omit'],
      ['CreateMountpoint', 'bool', 'omit'],
      ['ReadOnlyNonRecursive', 'bool', 'omit'],
      ['ReadOnlyForceRecursive', 'bool', 'omit'],
    ]),
    'pointer',
  ],
  [
    'VolumeOptions',
    struct('VolumeOptions', [
      ['NoCopy', 'bool', 'omit'],
      ['Labels', labels, 'omit'],
      ['Subpath', 'string', 'omit'],
      ['DriverConfig', driver, 'pointer'],
    ]),
    'pointer',
  ],
  ['ImageOptions', struct('ImageOptions', [['Subpath', 'string', 'omit']]), 'pointer'],
  [
    'TmpfsOptions',
    struct('TmpfsOptions', [
      ['SizeBytes', 'int', 'omit'],
      ['Mode', 'uint', 'omit'],
      ['Options', list(list('string')), 'omit'],
    ]),
    'pointer',
  ],
  ['ClusterOptions', empty, 'pointer'],
]);

const file = struct('SecretReferenceFileTarget', [
  ['Name', 'string', 'keep'],
  ['UID', 'string', 'keep'],
  ['GID', 'string', 'keep'],
  ['Mode', 'uint', 'keep'],
]);

const privileges = struct('Privileges', [
  [
    'CredentialSpec',
    struct('CredentialSpec', [
      ['Config', 'string', 'keep'],
      ['File', 'string', 'keep'],
      ['Registry', 'string', 'keep'],
    ]),
    'null',
  ],
  [
    'SELinuxContext',
    struct('SELinuxContext', [
      ['Disable', 'bool', 'keep'],
      ['User', 'string', 'keep'],
      ['Role', 'string', 'keep'],
      ['Type', 'string', 'keep'],
      ['Level', 'string', 'keep'],
    ]),
    'null',
  ],
  [
    'Seccomp',
    struct('SeccompOpts', [
      ['Mode', 'string', 'omit'],
      ['Profile', 'bytes', 'omit'],
    ]),
    'pointer',
  ],
  ['AppArmor', struct('AppArmorOpts', [['Mode', 'string', 'omit']]), 'pointer'],
  ['NoNewPrivileges', 'bool', 'keep'],
]);

const health = struct('HealthConfig', [
  ['Test', list('string'), 'omit'],
  ['Interval', 'int', 'omit'],
  ['Timeout', 'int', 'omit'],
  ['StartPeriod', 'int', 'omit'],
  ['StartInterval', 'int', 'omit'],
  ['Retries', 'int', 'omit'],
]);

const container = struct('ContainerSpec', [
  ['Image', 'string', 'omit'],
  ['Labels', labels, 'omit'],
  ['Command', list('string'), 'omit'],
  ['Args', list('string'), 'omit'],
  ['Hostname', 'string', 'omit'],
  ['Env', list('string'), 'omit'],
  ['Dir', 'string', 'omit'],
  ['User', 'string', 'omit'],
  ['Groups', list('string'), 'omit'],
  ['Privileges', privileges, 'pointer'],
  ['Init', 'bool', 'pointer'],
  ['StopSignal', 'string', 'omit'],
  ['TTY', 'bool', 'omit'],
  ['OpenStdin', 'bool', 'omit'],
  ['ReadOnly', 'bool', 'omit'],
  ['Mounts', list(mountShape), 'omit'],
  ['StopGracePeriod', 'int', 'pointer'],
  ['Healthcheck', health, 'pointer'],
  ['Hosts', list('string'), 'omit'],
  [
    'DNSConfig',
    struct('DNSConfig', [
      ['Nameservers', list('string'), 'omit'],
      ['Search', list('string'), 'omit'],
      ['Options', list('string'), 'omit'],
    ]),
    'pointer',
  ],
  [
    'Secrets',
    list(
      struct('SecretReference', [
        ['File', file, 'pointer'],
        ['SecretID', 'string', 'keep'],
        ['SecretName', 'string', 'keep'],
      ]),
    ),
    'omit',
  ],
  [
    'Configs',
    list(
      struct('ConfigReference', [
        ['File', file, 'pointer'],
        ['Runtime', empty, 'pointer'],
        ['ConfigID', 'string', 'keep'],
        ['ConfigName', 'string', 'keep'],
      ]),
    ),
    'omit',
  ],
  ['Isolation', 'string', 'omit'],
  ['Sysctls', labels, 'omit'],
  ['CapabilityAdd', list('string'), 'omit'],
  ['CapabilityDrop', list('string'), 'omit'],
  [
    'Ulimits',
    list(
      struct('Ulimit', [
        ['Name', 'string', 'keep'],
        ['Hard', 'int', 'keep'],
        ['Soft', 'int', 'keep'],
      ]),
    ),
    'omit',
  ],
  ['OomScoreAdj', 'int', 'omit'],
]);

/** GenericResources of reservations and of nodes. */
export const genericResources = list(
  struct('GenericResource', [
    [
      'NamedResourceSpec',
      struct('NamedGenericResource', [
        ['Kind', 'string', 'omit'],
        ['Value', 'string', 'omit'],
      ]),
      'pointer',
    ],
    [
      'DiscreteResourceSpec',
      struct('DiscreteGenericResource', [
        ['Kind', 'string', 'omit'],
        ['Value', 'int', 'omit'],
      ]),
      'pointer',
    ],
  ]),
);

const resources = struct('ResourceRequirements', [
  [
    'Limits',
    struct('Limit', [
      ['NanoCPUs', 'int', 'omit'],
      ['MemoryBytes', 'int', 'omit'],
      ['Pids', 'int', 'omit'],
    ]),
    'pointer',
  ],
  [
    'Reservations',
    struct('Resources', [
      ['NanoCPUs', 'int', 'omit'],
      ['MemoryBytes', 'int', 'omit'],
      ['GenericResources', genericResources, 'omit'],
    ]),
    'pointer',
  ],
]);

const networks = list(
  struct('NetworkAttachmentConfig', [
    ['Target', 'string', 'omit'],
    ['Aliases', list('string'), 'omit'],
    ['DriverOpts', labels, 'omit'],
  ]),
);

const plugin = struct('PluginSpec', [
  ['name', 'string', 'omit'],
  ['remote', 'string', 'omit'],
  ['disabled', 'bool', 'omit'],
  ['env', list('string'), 'omit'],
]);

const task = struct('TaskSpec', [
  ['ContainerSpec', container, 'pointer'],
  ['PluginSpec', plugin, 'pointer'],
  ['NetworkAttachmentSpec', struct('NetworkAttachmentSpec', [['ContainerID', 'string', 'keep']]), 'pointer'],
  ['Resources', resources, 'pointer'],
  [
    'RestartPolicy',
    struct('RestartPolicy', [
      ['Condition', 'string', 'omit'],
      ['Delay', 'int', 'pointer'],
      ['MaxAttempts', 'uint', 'keep'],
      ['Window', 'int', 'pointer'],
    ]),
    'pointer',
  ],
  [
    'Placement',
    struct('Placement', [
      ['Constraints', list('string'), 'omit'],
      ['Preferences', list(struct('PlacementPreference', [['Spread', struct('SpreadOver', [['SpreadDescriptor', 'string', 'keep']]), 'pointer']])), 'omit'],
      ['MaxReplicas', 'uint', 'omit'],
      ['Platforms', list(platform), 'omit'],
    ]),
    'pointer',
  ],
  ['Networks', networks, 'omit'],
  ['LogDriver', driver, 'pointer'],
  ['ForceUpdate', 'uint', 'keep'],
  ['Runtime', 'string', 'omit'],
]);

const update = struct('UpdateConfig', [
  ['Parallelism', 'uint', 'keep'],
  ['Delay', 'int', 'omit'],
  ['FailureAction', 'string', 'omit'],
  ['Monitor', 'int', 'omit'],
  ['MaxFailureRatio', 'float', 'keep'],
  ['Order', 'string', 'keep'],
]);

const job = struct('ReplicatedJob', [
  ['MaxConcurrent', 'uint', 'pointer'],
  ['TotalCompletions', 'uint', 'pointer'],
]);

/** ServiceSpec of the Engine API (moby api/types/swarm/service.go, task.go, container.go). */
export const serviceShape: Struct = struct('ServiceSpec', [
  ['Name', 'string', 'keep'],
  ['Labels', labels, 'keep'],
  ['TaskTemplate', task, 'keep'],
  [
    'Mode',
    struct('ServiceMode', [
      ['Replicated', struct('ReplicatedService', [['Replicas', 'uint', 'pointer']]), 'pointer'],
      ['Global', empty, 'pointer'],
      ['ReplicatedJob', job, 'pointer'],
      ['GlobalJob', empty, 'pointer'],
    ]),
    'keep',
  ],
  ['UpdateConfig', update, 'pointer'],
  ['RollbackConfig', update, 'pointer'],
  ['Networks', networks, 'omit'],
  [
    'EndpointSpec',
    struct('EndpointSpec', [
      ['Mode', 'string', 'omit'],
      [
        'Ports',
        list(
          struct('PortConfig', [
            ['Name', 'string', 'omit'],
            ['Protocol', 'string', 'omit'],
            ['TargetPort', 'uint', 'omit'],
            ['PublishedPort', 'uint', 'omit'],
            ['PublishMode', 'string', 'omit'],
          ]),
        ),
        'omit',
      ],
    ]),
    'pointer',
  ],
]);
