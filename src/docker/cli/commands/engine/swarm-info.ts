import type { SwarmSpec } from '../../../api/specs.ts';
import { humanDuration } from '../../format/age.ts';

/** The `Swarm` part of `GET /info`. */
export interface SwarmInfoAnswer {
  readonly NodeID?: string;
  readonly NodeAddr?: string;
  readonly LocalNodeState?: string;
  readonly ControlAvailable?: boolean;
  readonly Error?: string;
  readonly RemoteManagers?: readonly { readonly Addr: string }[] | null;
  readonly Nodes?: number;
  readonly Managers?: number;
  readonly Cluster?: {
    readonly ID?: string;
    readonly Spec?: Partial<SwarmSpec>;
    readonly RootRotationInProgress?: boolean;
    readonly DefaultAddrPool?: readonly string[] | null;
    readonly SubnetSize?: number;
    readonly DataPathPort?: number;
  } | null;
}

function clusterLines(swarm: SwarmInfoAnswer, cluster: NonNullable<SwarmInfoAnswer['Cluster']>): string[] {
  const spec = cluster.Spec ?? {};
  const raft = spec.Raft;
  const authority = spec.CAConfig ?? {};
  const lines = [`  ClusterID: ${cluster.ID ?? ''}`, `  Managers: ${swarm.Managers ?? 0}`, `  Nodes: ${swarm.Nodes ?? 0}`];
  const pools = cluster.DefaultAddrPool;
  if (pools !== undefined && pools !== null) {
    lines.push(`  Default Address Pool: ${pools.map((pool) => `${pool}  `).join('')}`, `  SubnetSize: ${cluster.SubnetSize ?? 0}`);
  }
  if ((cluster.DataPathPort ?? 0) > 0) lines.push(`  Data Path Port: ${cluster.DataPathPort ?? 0}`);
  lines.push('  Orchestration:', `   Task History Retention Limit: ${spec.Orchestration?.TaskHistoryRetentionLimit ?? 0}`);
  lines.push('  Raft:', `   Snapshot Interval: ${raft?.SnapshotInterval ?? 0}`);
  if (raft?.KeepOldSnapshots !== undefined) lines.push(`   Number of Old Snapshots to Retain: ${raft.KeepOldSnapshots}`);
  lines.push(`   Heartbeat Tick: ${raft?.HeartbeatTick ?? 0}`, `   Election Tick: ${raft?.ElectionTick ?? 0}`);
  lines.push('  Dispatcher:', `   Heartbeat Period: ${humanDuration((spec.Dispatcher?.HeartbeatPeriod ?? 0) / 1e6)}`);
  lines.push(
    '  CA Configuration:',
    `   Expiry Duration: ${humanDuration((authority.NodeCertExpiry ?? 0) / 1e6)}`,
    `   Force Rotate: ${authority.ForceRotate ?? 0}`,
  );
  const certificate = (authority.SigningCACert ?? '').trim();
  if (certificate !== '') lines.push(`   Signing CA Certificate: \n${certificate}\n`);
  const external = authority.ExternalCAs ?? [];
  if (external.length > 0) lines.push('   External CAs:', ...external.map((one) => `     ${one.Protocol}: ${one.URL}`));
  lines.push(
    `  Autolock Managers: ${spec.EncryptionConfig?.AutoLockManagers === true}`,
    `  Root Rotation In Progress: ${cluster.RootRotationInProgress === true}`,
  );
  return lines;
}

/** The swarm's lines of `docker info` (docker CLI system/info.go printSwarmInfo; spec/cli.md §15). */
export function swarmInfoLines(swarm: SwarmInfoAnswer): readonly string[] {
  const state = swarm.LocalNodeState ?? '';
  const lines = [` Swarm: ${state}`];
  if (state === 'inactive' || state === 'locked') return lines;
  lines.push(`  NodeID: ${swarm.NodeID ?? ''}`);
  const failure = swarm.Error ?? '';
  if (failure !== '') lines.push(`  Error: ${failure}`);
  lines.push(`  Is Manager: ${swarm.ControlAvailable === true}`);
  const { Cluster: cluster } = swarm;
  if (cluster !== undefined && cluster !== null && swarm.ControlAvailable === true && failure === '' && state !== 'error')
    lines.push(...clusterLines(swarm, cluster));
  lines.push(`  Node Address: ${swarm.NodeAddr ?? ''}`);
  const managers = (swarm.RemoteManagers ?? []).map((manager) => manager.Addr).sort();
  if (managers.length > 0) lines.push('  Manager Addresses:', ...managers.map((address) => `   ${address}`));
  return lines;
}
