import type { Timers } from '../../sim/timers.ts';
import type { Task } from '../objects/objects.ts';
import type { CancelOperation, Controller, OperationDone } from './controller.ts';
import type { NetworkAttachments } from './network-attachments.ts';

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
    private readonly timers: Timers,
    private readonly task: Task,
  ) {
    this.networkId = task.networks[0]?.networkId ?? '';
    this.containerId = task.spec.NetworkAttachmentSpec?.ContainerID ?? '';
  }

  update(): void {
    // Nothing of it ever changes.
  }

  prepare(done: OperationDone): CancelOperation {
    return this.soon('is made known', () => {
      const address = this.task.networks[0]?.addresses[0] ?? '';
      done(this.attachments.give(this.networkId, this.containerId, { taskId: this.task.id, address }) ? undefined : this.unknown);
    });
  }

  start(done: OperationDone): CancelOperation {
    return this.soon('is started', () => done());
  }

  wait(done: OperationDone): CancelOperation {
    let given = false;
    if (!this.attachments.onDetached(this.networkId, this.containerId, this.task.id, () => given || done())) {
      return this.soon('is gone', () => done(this.unknown));
    }
    return () => void (given = true);
  }

  shutdown(done: OperationDone): undefined {
    this.soon('is shut down', () => done());
  }

  remove(done: OperationDone): void {
    this.soon('is removed', () => done());
  }

  status(): Record<string, never> {
    return {};
  }

  private get unknown(): string {
    return `could not find network attachment for container ${this.containerId} to network ${this.networkId}`;
  }

  private soon(what: string, run: () => void): CancelOperation {
    return this.timers.after(1, `attachment ${this.task.id} ${what}`, run);
  }
}
