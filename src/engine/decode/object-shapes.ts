import { list, map, type Struct, struct } from './shape.ts';

const labels = map('string');
const driver = struct('Driver', [
  ['Name', 'string', 'omit'],
  ['Options', labels, 'omit'],
]);

/** NodeSpec. */
export const nodeShape: Struct = struct('NodeSpec', [
  ['Name', 'string', 'omit'],
  ['Labels', labels, 'keep'],
  ['Role', 'string', 'keep'],
  ['Availability', 'string', 'keep'],
]);

/** ConfigSpec and SecretSpec. */
export const payloadShape: Struct = struct('SecretSpec', [
  ['Name', 'string', 'keep'],
  ['Labels', labels, 'keep'],
  ['Data', 'bytes', 'omit'],
  ['Driver', driver, 'pointer'],
  ['Templating', driver, 'pointer'],
]);

/** The `Spec` of a swarm, as `swarm update` sends it. */
export const swarmShape: Struct = struct('Spec', [
  ['Name', 'string', 'keep'],
  ['Labels', labels, 'keep'],
  ['Orchestration', struct('OrchestrationConfig', [['TaskHistoryRetentionLimit', 'int', 'pointer']]), 'keep'],
  [
    'Raft',
    struct('RaftConfig', [
      ['SnapshotInterval', 'uint', 'omit'],
      ['KeepOldSnapshots', 'uint', 'pointer'],
      ['LogEntriesForSlowFollowers', 'uint', 'omit'],
      ['ElectionTick', 'int', 'keep'],
      ['HeartbeatTick', 'int', 'keep'],
    ]),
    'keep',
  ],
  ['Dispatcher', struct('DispatcherConfig', [['HeartbeatPeriod', 'int', 'omit']]), 'keep'],
  [
    'CAConfig',
    struct('CAConfig', [
      ['NodeCertExpiry', 'int', 'omit'],
      [
        'ExternalCAs',
        list(
          struct('ExternalCA', [
            ['Protocol', 'string', 'keep'],
            ['URL', 'string', 'keep'],
            ['Options', labels, 'omit'],
            ['CACert', 'string', 'keep'],
          ]),
        ),
        'omit',
      ],
      ['SigningCACert', 'string', 'omit'],
      ['SigningCAKey', 'string', 'omit'],
      ['ForceRotate', 'uint', 'omit'],
    ]),
    'keep',
  ],
  ['TaskDefaults', struct('TaskDefaults', [['LogDriver', driver, 'pointer']]), 'keep'],
  ['EncryptionConfig', struct('EncryptionConfig', [['AutoLockManagers', 'bool', 'keep']]), 'keep'],
]);

/** Body of `POST /swarm/init`. */
export const initShape: Struct = struct('InitRequest', [
  ['ListenAddr', 'string', 'keep'],
  ['AdvertiseAddr', 'string', 'keep'],
  ['DataPathAddr', 'string', 'keep'],
  ['DataPathPort', 'uint', 'keep'],
  ['ForceNewCluster', 'bool', 'keep'],
  ['Spec', swarmShape, 'keep'],
  ['AutoLockManagers', 'bool', 'keep'],
  ['Availability', 'string', 'keep'],
  ['DefaultAddrPool', list('string'), 'keep'],
  ['SubnetSize', 'uint', 'keep'],
]);

/** Body of `POST /swarm/join`. */
export const joinShape: Struct = struct('JoinRequest', [
  ['ListenAddr', 'string', 'keep'],
  ['AdvertiseAddr', 'string', 'keep'],
  ['DataPathAddr', 'string', 'keep'],
  ['RemoteAddrs', list('string'), 'keep'],
  ['JoinToken', 'string', 'keep'],
  ['Availability', 'string', 'keep'],
]);

/** Body of `POST /swarm/unlock`. */
export const unlockShape: Struct = struct('UnlockRequest', [['UnlockKey', 'string', 'keep']]);

/** Body of `POST /networks/create`. */
export const networkShape: Struct = struct('CreateRequest', [
  ['Driver', 'string', 'keep'],
  ['Scope', 'string', 'keep'],
  ['EnableIPv4', 'bool', 'pointer'],
  ['EnableIPv6', 'bool', 'pointer'],
  [
    'IPAM',
    struct('IPAM', [
      ['Driver', 'string', 'keep'],
      ['Options', labels, 'keep'],
      [
        'Config',
        list(
          struct('IPAMConfig', [
            ['Subnet', 'string', 'omit'],
            ['IPRange', 'string', 'omit'],
            ['Gateway', 'string', 'omit'],
            ['AuxiliaryAddresses', labels, 'omit'],
          ]),
        ),
        'keep',
      ],
    ]),
    'pointer',
  ],
  ['Internal', 'bool', 'keep'],
  ['Attachable', 'bool', 'keep'],
  ['Ingress', 'bool', 'keep'],
  ['ConfigOnly', 'bool', 'keep'],
  ['ConfigFrom', struct('ConfigReference', [['Network', 'string', 'keep']]), 'pointer'],
  ['Options', labels, 'keep'],
  ['Labels', labels, 'keep'],
  ['Name', 'string', 'keep'],
]);

/** Body of `POST /volumes/create`. */
export const volumeShape: Struct = struct('CreateOptions', [
  ['Driver', 'string', 'keep'],
  ['DriverOpts', labels, 'omit'],
  ['Labels', labels, 'omit'],
  ['Name', 'string', 'keep'],
  [
    'ClusterVolumeSpec',
    struct('ClusterVolumeSpec', [
      [
        'Secrets',
        list(
          struct('Secret', [
            ['Key', 'string', 'keep'],
            ['Secret', 'string', 'keep'],
          ]),
        ),
        'omit',
      ],
    ]),
    'pointer',
  ],
]);
