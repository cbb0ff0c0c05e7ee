import type { NodeDescription } from '../../docker/api/specs.ts';
import type { Agent } from '../agent/agent.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';
import type { RootCa } from '../ca/root-ca.ts';
import type { ManagerPeer, SessionMessage } from '../dispatcher/messages.ts';
import type { RaftDisk } from '../raft/raft-disk.ts';

/** How the engine starts its node (moby daemon/cluster/noderunner.go nodeStartConfig). */
export interface NodeStartConfig {
  readonly listenAddr: string;
  /** `10.35.3.145:2377`. */
  readonly advertiseAddr: string;
  /** The advertise address was not given but found out. */
  readonly unadvertised?: boolean;
  /** Manager to join through; empty: found a swarm, or go on with what is on disk. */
  readonly joinAddr: string;
  readonly joinToken: string;
  readonly availability: 'active' | 'pause' | 'drain';
  readonly forceNewCluster: boolean;
  readonly autoLock: boolean;
  /** What the keys on disk are to be opened with; empty: none was given. */
  readonly unlockKey: string;
  readonly defaultAddressPool: readonly string[];
  readonly subnetSize: number;
  readonly dataPathPort: number;
}

/**
 * What a host keeps of its swarm on disk, `/var/lib/docker/swarm`: it outlives engine and power. Written in
 * place by the node and its manager; everything inside is immutable.
 */
export interface StateDir {
  /** docker-state.json. */
  config: NodeStartConfig;
  /** certificates/swarm-node.crt. */
  certificate: NodeCertificate | undefined;
  /** certificates/swarm-root-ca.crt: whom the node trusts. */
  rootCa: RootCa | undefined;
  /** state.json: the managers last known. */
  remotes: readonly ManagerPeer[];
  /** The agent with its database of tasks, worker/tasks.db; made when the node first starts. */
  agent: Agent | undefined;
  /** What that agent asks of the node that runs now. */
  readonly agentSide: { description: () => NodeDescription; managers: () => readonly ManagerPeer[]; onSession: (message: SessionMessage) => void };
  /** The raft log and snapshot; managers only. */
  raft: RaftDisk | undefined;
  /** The unlock key that the node's key is encrypted with; empty: it lies open. */
  keyEncryptionKey: string;
}

/** The disk of a host that has never been in a swarm. */
export function emptyStateDir(): StateDir {
  return {
    config: {
      listenAddr: '0.0.0.0:2377',
      advertiseAddr: '',
      joinAddr: '',
      joinToken: '',
      availability: 'active',
      forceNewCluster: false,
      autoLock: false,
      unlockKey: '',
      defaultAddressPool: [],
      subnetSize: 24,
      dataPathPort: 4789,
    },
    certificate: undefined,
    rootCa: undefined,
    remotes: [],
    agent: undefined,
    agentSide: { description: () => ({}), managers: () => [], onSession: () => {} },
    raft: undefined,
    keyEncryptionKey: '',
  };
}
