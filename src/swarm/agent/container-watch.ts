import type { ContainerEvent } from './container.ts';
import type { ContainerListener } from './container-listeners.ts';
import type { Operation } from './operation.ts';

/** What of a controller hears of its container. */
export interface WatchedBy {
  heardWhileWatched(watch: ContainerWatch, event: ContainerEvent): void;
  endWatch(watch: ContainerWatch): void;
}

/** An operation hears of its container until that has ended, or become what it waits for. */
export class ContainerWatch implements ContainerListener {
  /** A health check has failed: the container is being stopped for it. */
  unhealthy = false;

  constructor(
    private readonly by: WatchedBy,
    readonly operation: Operation,
    /** Whether it waits for the container to become healthy, or else for its end. */
    readonly untilHealthy: boolean,
  ) {}

  heard(event: ContainerEvent): void {
    this.by.heardWhileWatched(this, event);
  }

  stop(): void {
    this.operation.watch = undefined;
    this.by.endWatch(this);
  }
}
