import type { Labels, Mount } from '../../docker/api/specs.ts';
import type { Container, ContainerEvent } from '../../swarm/agent/container.ts';
import type { Daemon } from '../daemon.ts';
import type { EngineEvent } from '../event-journal.ts';
import { leaseAddress, releaseAddress } from './attach-networks.ts';
import { attachments } from './endpoints.ts';
import { hexOf } from './made-up.ts';

/**
 * Follows the containers of the host: makes engine events of theirs and of their volumes and networks, and gives them
 * addresses on local networks while they run. The order of events is the recorded one (recording events).
 */
export function followContainers(daemon: Daemon): void {
  const volumes = daemon.knownVolumes;
  daemon.host.containers.onEvent((event) => {
    const { container } = event;
    switch (event.action) {
      case 'create':
        // Its own network, where it has no others, is of this host.
        if (container.config.networks.length > 0 || daemon.connected.size > 0)
          for (const network of attachments(daemon, container)) announceOverlay(daemon, network);
        announceVolumes(daemon, volumes);
        publish(daemon, event);
        return;
      case 'start':
        for (const mount of volumeMounts(container)) volumeEvent(daemon, 'mount', container, mount);
        for (const network of attachments(daemon, container)) {
          leaseAddress(daemon, network, container.id);
          networkEvent(daemon, 'connect', container, network);
        }
        publish(daemon, event);
        return;
      case 'die':
        publish(daemon, event);
        for (const network of attachments(daemon, container)) {
          releaseAddress(daemon, network.id, container.id);
          networkEvent(daemon, 'disconnect', container, network);
        }
        for (const mount of volumeMounts(container)) volumeEvent(daemon, 'unmount', container, mount);
        forgetOverlays(daemon, container);
        return;
      case 'destroy':
        publish(daemon, event);
        daemon.connected.delete(container.id);
        daemon.disconnected.delete(container.id);
        return;
      default:
        publish(daemon, event);
    }
  });
  daemon.host.containers.onProbe((container, probe) => {
    const execID = hexOf(`probe/${container.id}/${probe.number}`);
    const action = probe.step === 'die' ? 'exec_die' : `exec_${probe.step}: ${spoken(probe.command)}`;
    const attributes = { ...containerAttributes(container), execID, ...(probe.step === 'die' ? { exitCode: String(probe.exitCode) } : {}) };
    daemon.events.publish({ type: 'container', action, id: container.id, attributes, scope: 'local' });
  });
}

/** A command in the action of an event: the program, a blank, and its arguments, if any (moby daemon/exec.go). */
export function spoken([program = '', ...args]: readonly string[]): string {
  return `${program} ${args.join(' ')}`;
}

/** An overlay is made on a host for its first container there; ingress was, when the host entered the swarm. */
function announceOverlay(daemon: Daemon, { id, name }: { readonly id: string; readonly name: string }): void {
  if (name === 'ingress' || daemon.networks.get(id) || daemon.overlaysHere.has(id)) return;
  daemon.overlaysHere.add(id);
  daemon.events.publish({ type: 'network', action: 'create', id, attributes: { name, type: 'overlay' }, scope: 'local' });
}

/** When its last container has ended, an overlay leaves the host. */
function forgetOverlays(daemon: Daemon, gone: Container): void {
  for (const { id } of attachments(daemon, gone)) {
    if (!daemon.overlaysHere.has(id)) continue;
    const used = daemon.host.containers
      .list()
      .some(
        (other) => other.id !== gone.id && ['created', 'running', 'paused'].includes(other.state) && other.config.networks.some((network) => network.id === id),
      );
    if (!used) daemon.forgetNetwork(id);
  }
}

/** The mounts of a container that are volumes. */
function volumeMounts(container: Container): readonly Mount[] {
  return container.config.mounts.filter((mount) => mount.Type === 'volume');
}

/** What every event of a container says of it: its labels, image and name. */
export function containerAttributes(container: Pick<Container, 'config'>): Labels {
  return { ...container.config.labels, image: container.config.image, name: container.config.name };
}

function publish(daemon: Daemon, { action, container, attributes }: ContainerEvent): void {
  const details =
    action === 'die'
      ? { exitCode: String(container.exitCode), execDuration: String(Math.floor((daemon.now - (container.startedAt ?? daemon.now)) / 1000)), ...attributes }
      : attributes;
  daemon.events.add(new ContainerEngineEvent(daemon.now, action, container.id, container.config, details));
}

/** An event of a container. What it says is put together when someone wants to read it: most are forgotten unread. */
class ContainerEngineEvent implements EngineEvent {
  constructor(
    readonly at: number,
    readonly action: string,
    readonly id: string,
    private readonly config: Container['config'],
    private readonly details: Labels,
  ) {}

  get type(): 'container' {
    return 'container';
  }

  get scope(): 'local' {
    return 'local';
  }

  get attributes(): Labels {
    return { ...containerAttributes({ config: this.config }), ...this.details };
  }
}

/** Tells of the volumes that have come since the last look: containers bring theirs with them. */
function announceVolumes(daemon: Daemon, known: Set<string>): void {
  for (const { name, driver } of daemon.host.containers.volumes()) {
    if (known.has(name)) continue;
    known.add(name);
    daemon.events.publish({ type: 'volume', action: 'create', id: name, attributes: { driver }, scope: 'local' });
  }
}

function volumeEvent(daemon: Daemon, action: 'mount' | 'unmount', container: Container, mount: Mount): void {
  const details = action === 'mount' ? { destination: mount.Target ?? '', propagation: '', 'read/write': mount.ReadOnly ? 'false' : 'true' } : {};
  const attributes = { container: container.id, driver: 'local', ...details };
  daemon.events.publish({ type: 'volume', action, id: mount.Source ?? '', attributes, scope: 'local' });
}

function networkEvent(daemon: Daemon, action: 'connect' | 'disconnect', container: Container, network: { readonly id: string; readonly name: string }): void {
  const type = daemon.networks.get(network.id)?.driver ?? 'overlay';
  daemon.events.add(new NetworkEngineEvent(daemon.now, action, network.id, container.id, network.name, type));
}

/** A container comes to a network, or leaves it. Every container does. */
class NetworkEngineEvent implements EngineEvent {
  constructor(
    readonly at: number,
    readonly action: string,
    readonly id: string,
    private readonly container: string,
    private readonly name: string,
    private readonly driver: string,
  ) {}

  get type(): 'network' {
    return 'network';
  }

  get scope(): 'local' {
    return 'local';
  }

  get attributes(): Labels {
    return { container: this.container, name: this.name, type: this.driver };
  }
}
