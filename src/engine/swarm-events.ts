import type { Labels, ServiceSpec } from '../docker/api/specs.ts';
import type { Host } from '../swarm/cluster/host.ts';
import type { Node, Service } from '../swarm/objects/objects.ts';
import type { Change } from '../swarm/store/change.ts';
import type { Store } from '../swarm/store/store.ts';
import type { EventJournal } from './event-journal.ts';

/** Makes swarm-scoped events from what changes in this manager's replica (moby daemon/events.go ProcessClusterNotifications). */
export class SwarmEvents {
  private followed: Store | undefined;
  private stop: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly journal: EventJournal,
  ) {}

  /** Attaches to the replica that the host has now: it comes and goes with the role. */
  follow(): void {
    const store = this.host.swarm.replicaStore;
    if (store === this.followed) return;
    this.stop?.();
    this.followed = store;
    this.stop = store?.watch((changes) => {
      for (const change of changes) this.publish(change);
    });
  }

  private publish(change: Change): void {
    if (change.kind === 'task' || change.kind === 'cluster') return;
    const type = change.kind;
    const name = change.kind === 'node' ? (change.object.description?.Hostname ?? '') : change.object.spec.Name;
    const action = change.action === 'delete' ? 'remove' : change.action;
    this.journal.publish({ type, action, id: change.object.id, attributes: { name, ...differences(change) }, scope: 'swarm' });
  }
}

function differences(change: Change): Labels {
  if (change.action !== 'update') return {};
  if (change.kind === 'service') return serviceDifferences(change.object, change.old);
  return change.kind === 'node' ? nodeDifferences(change.object, change.old) : {};
}

function serviceDifferences(now: Service, before: Service): Labels {
  return {
    ...changed('image', image(now.spec), image(before.spec)),
    ...changed('replicas', replicas(now.spec), replicas(before.spec)),
    ...changed('updatestate', now.updateStatus?.state ?? '', before.updateStatus?.state ?? ''),
  };
}

function nodeDifferences(now: Node, before: Node): Labels {
  return {
    ...changed('availability', now.spec.Availability, before.spec.Availability),
    ...changed('role', now.role, before.role),
    ...changed('state', now.status.state, before.status.state),
  };
}

/** Both values where they differ; one that was not there before, or is gone, is left out; nothing now: no difference. */
function changed(key: string, now: string, before: string): Labels {
  if (now === before || now === '') return {};
  return { [`${key}.new`]: now, ...(before === '' ? {} : { [`${key}.old`]: before }) };
}

function image(spec: ServiceSpec): string {
  return spec.TaskTemplate.ContainerSpec?.Image ?? '';
}

function replicas(spec: ServiceSpec): string {
  return spec.Mode.Replicated ? String(spec.Mode.Replicated.Replicas ?? 1) : '';
}
