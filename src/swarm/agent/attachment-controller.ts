import type { Task } from '../objects/objects.ts';
import type { Controller } from './controller.ts';
import type { NetworkAttachments } from './network-attachments.ts';
import type { Operation } from './operation.ts';

/**
 * A task that stands for a container which was attached to a network by hand: it runs as long as the container is
 * there (moby daemon/cluster/executor/container/attachment.go).
 */
export class AttachmentController implements Controller {
  readonly bound = false;
  readonly container = undefined;
  private readonly networkId: string;
  private readonly containerId: string;

  constructor(
    private readonly attachments: NetworkAttachments,
    private readonly task: Task,
  ) {
    this.networkId = task.networks[0]?.networkId ?? '';
    this.containerId = task.spec.NetworkAttachmentSpec?.ContainerID ?? '';
  }

  update(): void {
    // Nothing of it ever changes.
  }

  prepare(operation: Operation): void {
    this.soon(operation, 'is made known', () => {
      const address = this.task.networks[0]?.addresses[0] ?? '';
      return this.attachments.give(this.networkId, this.containerId, { taskId: this.task.id, address }) ? undefined : this.unknown;
    });
  }

  start(operation: Operation): void {
    this.soon(operation, 'is started');
  }

  wait(operation: Operation): void {
    const ended = (): void => {
      if (!operation.cancelled) operation.end();
    };
    if (!this.attachments.onDetached(this.networkId, this.containerId, this.task.id, ended)) this.soon(operation, 'is gone', () => this.unknown);
  }

  shutdown(operation: Operation): void {
    this.soon(operation, 'is shut down');
  }

  remove(operation: Operation): void {
    this.soon(operation, 'is removed');
  }

  status(): Record<string, never> {
    return {};
  }

  private get unknown(): string {
    return `could not find network attachment for container ${this.containerId} to network ${this.networkId}`;
  }

  /** @param run gives the error, if any. */
  private soon(operation: Operation, what: string, run: () => string | undefined = () => undefined): void {
    operation.after(1, `attachment ${this.task.id} ${what}`, () => operation.end(run()));
  }
}
