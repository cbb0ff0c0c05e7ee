import type { Container, ContainerEvent, LogLine, ProbeStep } from './container.ts';

/** Hears of one container. */
export interface ContainerListener {
  heard(event: ContainerEvent): void;
}

type Listen<Args extends unknown[]> = (...args: Args) => void;

/** Who listens to one kind of news. Who begins to listen because of a piece of news does not hear that. */
class Listeners<Args extends unknown[]> {
  private all: readonly Listen<Args>[] = [];

  add(listen: Listen<Args>): () => void {
    this.all = this.all.concat(listen);
    return () => {
      this.all = this.all.filter((other) => other !== listen);
    };
  }

  tell(...args: Args): void {
    for (const listen of this.all) listen(...args);
  }
}

/** Everybody who listens to the containers of a host. */
export class ContainerListeners {
  readonly events = new Listeners<[event: ContainerEvent]>();
  readonly logs = new Listeners<[containerId: string, line: LogLine]>();
  readonly outputs = new Listeners<[containerId: string, stream: LogLine['stream'], text: string]>();
  readonly probes = new Listeners<[container: Container, probe: ProbeStep]>();
  /** By the name of the container: one, as nearly always, or several. */
  private readonly ofOne = new Map<string, ContainerListener | readonly ContainerListener[]>();

  /** Hears the events of the container that has this name then, until `forget`. */
  follow(containerName: string, listener: ContainerListener): void {
    const before = this.ofOne.get(containerName);
    this.ofOne.set(containerName, before === undefined ? listener : [...asList(before), listener]);
  }

  forget(containerName: string, listener: ContainerListener): void {
    const before = this.ofOne.get(containerName);
    if (before === undefined) return;
    const rest = asList(before).filter((other) => other !== listener);
    if (rest.length > 0) this.ofOne.set(containerName, rest);
    else this.ofOne.delete(containerName);
  }

  tellEvent(event: ContainerEvent): void {
    const own = this.ofOne.get(event.container.config.name);
    this.events.tell(event);
    if (own !== undefined) for (const listener of asList(own)) listener.heard(event);
  }
}

function asList(listeners: ContainerListener | readonly ContainerListener[]): readonly ContainerListener[] {
  return Array.isArray(listeners) ? listeners : [listeners as ContainerListener];
}
