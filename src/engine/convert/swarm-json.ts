import type { JsonObject } from '../../base/json.ts';
import type { SwarmSpec } from '../../docker/api/specs.ts';
import type { Cluster, Config, Secret } from '../../swarm/objects/objects.ts';
import { asJson, sortedMap } from './as-json.ts';
import { metaJson, type TimeText } from './meta-json.ts';
import { tlsInfoJson } from './tls-info.ts';

/** The swarm as `/info` shows it: without its join tokens. */
export function clusterInfoJson(cluster: Cluster, time: TimeText): JsonObject {
  const pools = cluster.defaultAddressPool;
  return {
    ...metaJson(cluster, time),
    Spec: swarmSpecJson(cluster.spec),
    TLSInfo: tlsInfoJson(cluster.rootCa.certificate, cluster.rootCa.rotation?.certificate),
    RootRotationInProgress: cluster.rootCa.rotation !== undefined,
    DefaultAddrPool: pools.length === 0 ? null : pools,
    SubnetSize: cluster.subnetSize,
    DataPathPort: cluster.dataPathPort,
  };
}

/** `GET /swarm`. */
export function swarmJson(cluster: Cluster, time: TimeText): JsonObject {
  const { worker, manager } = cluster.rootCa.joinTokens;
  return { ...clusterInfoJson(cluster, time), JoinTokens: { Worker: worker, Manager: manager } };
}

/** The spec in Go's order; the two numbers that are pointers there are always shown (moby convert/swarm.go SwarmFromGRPC). */
function swarmSpecJson(spec: SwarmSpec): JsonObject {
  const { Raft: raft, CAConfig: ca } = spec;
  return {
    Name: spec.Name,
    Labels: sortedMap(spec.Labels),
    Orchestration: { TaskHistoryRetentionLimit: spec.Orchestration.TaskHistoryRetentionLimit ?? 0 },
    Raft: {
      ...(raft.SnapshotInterval ? { SnapshotInterval: raft.SnapshotInterval } : {}),
      KeepOldSnapshots: raft.KeepOldSnapshots ?? 0,
      ...(raft.LogEntriesForSlowFollowers ? { LogEntriesForSlowFollowers: raft.LogEntriesForSlowFollowers } : {}),
      ElectionTick: raft.ElectionTick,
      HeartbeatTick: raft.HeartbeatTick,
    },
    Dispatcher: spec.Dispatcher.HeartbeatPeriod ? { HeartbeatPeriod: spec.Dispatcher.HeartbeatPeriod } : {},
    CAConfig: {
      ...(ca.NodeCertExpiry ? { NodeCertExpiry: ca.NodeCertExpiry } : {}),
      ...(ca.ExternalCAs?.length ? { ExternalCAs: asJson(ca.ExternalCAs) } : {}),
      ...(ca.SigningCACert ? { SigningCACert: ca.SigningCACert } : {}),
      ...(ca.ForceRotate ? { ForceRotate: ca.ForceRotate } : {}),
    },
    TaskDefaults: asJson(spec.TaskDefaults),
    EncryptionConfig: { AutoLockManagers: spec.EncryptionConfig.AutoLockManagers },
  };
}

/** A config or a secret; the data of a secret never comes back. */
export function payloadJson(object: Config | Secret, time: TimeText, showData: boolean): JsonObject {
  const { Name, Labels, Data, Templating } = object.spec;
  const driver = 'Driver' in object.spec ? object.spec.Driver : undefined;
  return {
    ...metaJson(object, time),
    Spec: {
      Name,
      Labels: sortedMap(Labels),
      ...(showData && Data !== undefined ? { Data } : {}),
      ...(driver ? { Driver: asJson(driver) } : {}),
      ...(Templating ? { Templating: asJson(Templating) } : {}),
    },
  };
}
