import type { SwarmSpec } from '../../../api/specs.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { parseExternalCa } from '../../options/external-ca.ts';

/** The spec with the fields that these flags change (docker CLI swarm/opts.go mergeSwarmSpec). */
export function mergedSwarmSpec(context: CommandContext, spec: SwarmSpec, flags: Flags): SwarmSpec {
  const given = (name: string): boolean => flags.changed(name);
  return {
    ...spec,
    Orchestration: { ...spec.Orchestration, ...(given('task-history-limit') ? { TaskHistoryRetentionLimit: flags.int('task-history-limit') } : {}) },
    Raft: {
      ...spec.Raft,
      ...(given('snapshot-interval') ? { SnapshotInterval: flags.int('snapshot-interval') } : {}),
      ...(given('max-snapshots') ? { KeepOldSnapshots: flags.int('max-snapshots') } : {}),
    },
    Dispatcher: { ...spec.Dispatcher, ...(given('dispatcher-heartbeat') ? { HeartbeatPeriod: flags.duration('dispatcher-heartbeat') } : {}) },
    CAConfig: mergedCaConfig(context, spec.CAConfig, flags),
    EncryptionConfig: { ...spec.EncryptionConfig, ...(given('autolock') ? { AutoLockManagers: flags.bool('autolock') } : {}) },
  };
}

/** The CA's part: `--cert-expiry` and `--external-ca`. */
export function mergedCaConfig(context: CommandContext, config: SwarmSpec['CAConfig'], flags: Flags): SwarmSpec['CAConfig'] {
  return {
    ...config,
    ...(flags.changed('cert-expiry') ? { NodeCertExpiry: flags.duration('cert-expiry') } : {}),
    ...(flags.changed('external-ca') ? { ExternalCAs: flags.list('external-ca').map((text) => parseExternalCa(text, context.files)) } : {}),
  };
}
