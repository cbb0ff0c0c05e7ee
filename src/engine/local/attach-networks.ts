import type { Container, ContainerNetwork, Refusal } from '../../swarm/agent/container.ts';
import type { Daemon } from '../daemon.ts';
import { attachments } from './endpoints.ts';

/** How long the managers have to let a container in (moby daemon/cluster/networks.go). */
const ATTACH_TIMEOUT_MS = 20_000;

/**
 * Has a container of one's own let in to the networks of the swarm that it is on, one after another: each gives it its
 * address when the task that stands for it has come to this node. `done` gets the first refusal.
 */
export function attachAll(daemon: Daemon, container: Container, done: (refused: Refusal | undefined) => void): void {
  const wanted = [...attachments(daemon, container)];
  const next = (): void => {
    const network = wanted.shift();
    if (network) attachTo(daemon, network, container.id, (refused) => (refused ? done(refused) : next()));
    else done(undefined);
  };
  next();
}

/** The same for one network. On those of this host, and on those that a task has brought, there is nothing to ask for. */
export function attachTo(daemon: Daemon, network: ContainerNetwork, containerId: string, done: (refused: Refusal | undefined) => void): void {
  const { attachments: granted } = daemon.host.containers;
  const managers = daemon.options.attachments;
  if (!managers || network.id === '' || network.address !== '' || daemon.networks.get(network.id) || granted.grant(network.id, containerId))
    return done(undefined);
  let over = false;
  const end = (refused: Refusal | undefined): void => {
    if (over) return;
    over = true;
    cancel();
    if (refused) granted.forget(network.id, containerId);
    done(refused && { ...refused, message: `Could not attach to network ${network.name}: ${refused.message}` });
  };
  const cancel = daemon.after(ATTACH_TIMEOUT_MS, () => end({ status: 500, message: 'context deadline exceeded' }));
  granted.expect(network.id, containerId, () => end(undefined));
  managers.attach(network.id, containerId, (refused) => refused && end(refused));
}

/** Gives a container that has been started its address on a network. */
export function leaseAddress(daemon: Daemon, network: ContainerNetwork, containerId: string): void {
  daemon.networks.lease(network.id, containerId);
  // A container that a restart policy has brought back asks for its place while it runs already.
  attachTo(daemon, network, containerId, () => undefined);
}

export function releaseAddress(daemon: Daemon, networkId: string, containerId: string): void {
  daemon.networks.release(networkId, containerId);
  const grant = daemon.host.containers.attachments.forget(networkId, containerId);
  if (grant) daemon.options.attachments?.detach(grant.taskId);
}
