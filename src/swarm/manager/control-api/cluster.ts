import type { SwarmSpec } from '../../../docker/api/specs.ts';
import { generateJoinToken } from '../../ca/join-token.ts';
import { generateRootCa } from '../../ca/root-ca.ts';
import { generateUnlockKey } from '../../keymanager/unlock-key.ts';
import type { Cluster } from '../../objects/objects.ts';
import { withoutExpired } from './blacklist.ts';
import { type Committed, type ControlContext, transact } from './control-context.ts';
import { fitting } from './message-size.ts';
import { type RpcStatus, rpcStatus } from './rpc-status.ts';

const MIN_CERTIFICATE_EXPIRY_NS = 3_600_000_000_000;

/** A request to change the swarm: the whole spec, and which secrets are to be replaced. */
export interface ClusterUpdate {
  readonly version: number;
  readonly spec: SwarmSpec;
  readonly rotateWorkerToken: boolean;
  readonly rotateManagerToken: boolean;
  readonly rotateManagerUnlockKey: boolean;
}

/** Changes the cluster object (swarmkit controlapi/cluster.go UpdateCluster; orchestrator.md §10.3, §7.7). */
export function updateCluster(context: ControlContext, request: ClusterUpdate, done: Committed): void {
  const refused = validateClusterSpec(request.spec);
  if (refused) {
    done(refused);
    return;
  }
  transact(
    context,
    (tx) => {
      const cluster = tx.cluster();
      if (!cluster) return rpcStatus('NotFound', 'cluster default not found');
      tx.update('cluster', {
        ...cluster,
        meta: { ...cluster.meta, version: request.version },
        spec: fitting(request.spec),
        blacklist: withoutExpired(cluster.blacklist, context.now),
        rootCa: nextRootCa(context, cluster, request),
        unlockKey: nextUnlockKey(context, cluster, request),
      });
      return undefined;
    },
    done,
  );
}

/** What is wrong with a spec of the swarm (swarmkit controlapi/cluster.go validateClusterSpec). */
export function validateClusterSpec(spec: SwarmSpec): RpcStatus | undefined {
  const expiry = spec.CAConfig.NodeCertExpiry;
  if (expiry !== undefined && expiry < MIN_CERTIFICATE_EXPIRY_NS) return rpcStatus('InvalidArgument', 'minimum certificate expiry time is: 1h0m0s');
  if ((spec.Dispatcher.HeartbeatPeriod ?? 0) < 0) return rpcStatus('InvalidArgument', 'heartbeat time period cannot be a negative duration');
  if (spec.Name !== 'default') return rpcStatus('InvalidArgument', 'modification of cluster name is not allowed');
  return undefined;
}

/** New tokens where asked for, and a new root to rotate to when `ForceRotate` has changed. */
function nextRootCa(context: ControlContext, { rootCa }: Cluster, request: ClusterUpdate): Cluster['rootCa'] {
  const token = (old: string, rotate: boolean): string => (rotate ? generateJoinToken(rootCa.digest, context.random) : old);
  const joinTokens = {
    worker: token(rootCa.joinTokens.worker, request.rotateWorkerToken),
    manager: token(rootCa.joinTokens.manager, request.rotateManagerToken),
  };
  const forced = request.spec.CAConfig.ForceRotate ?? 0;
  if (forced === rootCa.lastForcedRotation) return { ...rootCa, joinTokens };
  return { ...rootCa, joinTokens, rotation: generateRootCa(context.random, context.unixNow), lastForcedRotation: forced };
}

function nextUnlockKey(context: ControlContext, cluster: Cluster, request: ClusterUpdate): string {
  if (!request.spec.EncryptionConfig.AutoLockManagers) return '';
  return cluster.unlockKey === '' || request.rotateManagerUnlockKey ? generateUnlockKey(context.random) : cluster.unlockKey;
}
