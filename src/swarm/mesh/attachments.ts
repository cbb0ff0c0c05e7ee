import type { Refusal } from '../agent/container.ts';
import type { Host } from '../cluster/host.ts';
import { httpRefusal } from '../manager/control-api/rpc-status.ts';
import type { LeaderAccess } from '../manager/leader-access.ts';
import { attachNetwork, detachNetwork } from '../manager/resource-api/attachments.ts';
import type { MeshWorld, ServiceNetwork } from './service-network.ts';

/** The way of an engine, of a worker too, to the managers for containers that are attached to networks by hand (swarmkit agent/resource.go). */
export class Attachments {
  constructor(
    private readonly world: MeshWorld,
    private readonly services: ServiceNetwork,
  ) {}

  /** Asks for a container to be let in. `done` gets the refusal; undefined: the task that stands for it has been made. */
  attach(host: Host, networkId: string, containerId: string, done: (refused: Refusal | undefined) => void): void {
    const { kernel } = this.world;
    const random = kernel.random(`${host.spec.name}/attachments`);
    this.withLeader(
      host,
      ({ store }) =>
        attachNetwork({ store, random, now: kernel.now }, { nodeId: host.swarm.nodeId, networkId, containerId }, (result) =>
          done(typeof result === 'string' ? undefined : httpRefusal(result)),
        ),
      done,
    );
  }

  /** Says that the container has left; when nobody hears it, the node's agent reports the end of the task later. */
  detach(host: Host, taskId: string): void {
    const { nodeId } = host.swarm;
    this.withLeader(
      host,
      ({ store }) => detachNetwork(store, taskId, nodeId),
      () => undefined,
    );
  }

  private withLeader(host: Host, use: (leader: LeaderAccess) => void, fail: (refused: Refusal) => void): void {
    const manager = host.swarm.isManager
      ? host
      : this.world.hosts().find((other) => other.engineUp && other.swarm.isManager && this.services.reaches(host, other));
    // Without a manager nobody answers: the engine waits until its time is over.
    if (host.engineUp && host.swarm.nodeId !== '' && manager) manager.withLeader(use, fail);
  }
}
