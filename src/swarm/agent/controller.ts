import type { ContainerSpec } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { Timers } from '../../sim/timers.ts';
import type { ContainerStatus, Network, NetworkAttachment, Task, TaskStatus } from '../objects/objects.ts';
import { taskName } from '../template/context.ts';
import { type Dependencies, payloadFiles } from '../template/expand.ts';
import { TemplateError } from '../template/template-value.ts';
import { type Container, type ContainerEvent, isRefusal } from './container.ts';
import { containerConfig, hasServiceBinding } from './container-config.ts';
import { hasHealthCheck, mergeHealth } from './health-monitor.ts';
import type { SimContainerRuntime } from './runtime.ts';

/** moby daemon/cluster/executor/container/controller.go. */
const GOSSIP_CONVERGE_MS = 2_000;
const ATTACHMENTS_WAIT_MS = 30_000;
const ATTACHMENTS_POLL_MS = 100;
/** How long the engine takes to make, to start and to remove a container (measured: engine-api/README §7). */
const CREATE_MS = { min: 25, max: 90 };
const START_MS = { min: 140, max: 320 };
const REMOVE_MS = { min: 20, max: 90 };

/** The end of an operation: undefined when it succeeded, else the error's text. */
export type OperationDone = (error?: string) => void;

/** Gives an operation up; it then never calls its `done`. */
export type CancelOperation = () => void;

/** Does each step of a task's life. */
export interface Controller {
  /** Takes part in service discovery and load balancing. */
  readonly bound: boolean;
  readonly container: Container | undefined;
  update(task: Task): void;
  prepare(done: OperationDone): CancelOperation;
  start(done: OperationDone): CancelOperation;
  /** Waits for the end. */
  wait(done: OperationDone): CancelOperation;
  /** Cannot be given up. */
  shutdown(done: OperationDone): undefined;
  remove(done: OperationDone): void;
  /** What the engine says of the container now, for the task's status. */
  status(): Pick<TaskStatus, 'container' | 'ports'>;
}

/** What a controller needs of its node. */
export interface ControllerNode {
  readonly runtime: SimContainerRuntime;
  readonly timers: Timers;
  readonly random: RandomStream;
  readonly dependencies: Dependencies;
  /** This node's own load-balancer addresses, as last told by the dispatcher. */
  attachments(): readonly NetworkAttachment[];
  /** The load balancers of the node's networks were told to take a container in, or to leave it out. */
  bindingChanged(): void;
}

/**
 * The container of one task: what the executor does for each step of its life (orchestrator.md §6.3). Operations
 * answer later, never at once.
 */
export class TaskController implements Controller {
  bound = false;
  private lastStatus: ContainerStatus | undefined;
  /** Its container's name. */
  private readonly name: string;

  constructor(
    private readonly node: ControllerNode,
    private task: Task,
    private readonly spec: ContainerSpec,
    private readonly networks: readonly Network[],
  ) {
    this.name = taskName(task);
  }

  /** The task has changed; its spec never does. */
  update(task: Task): void {
    this.task = task;
  }

  prepare(done: OperationDone): CancelOperation {
    const steps = new Steps(this.node.timers);
    this.waitForAttachments(steps, 0, (error) => {
      if (error !== undefined) done(error);
      else this.pull(steps, done);
    });
    return () => steps.cancel();
  }

  start(done: OperationDone): CancelOperation {
    const { runtime, random } = this.node;
    const steps = new Steps(this.node.timers);
    const container = this.container;
    if (!container) {
      steps.after(1, 'start of a container that is gone', () => done(`No such container: ${this.name}`));
    } else if (container.state !== 'created') {
      steps.after(1, 'the container was started before', () => done());
    } else {
      steps.after(random.between(START_MS.min, START_MS.max), `${this.name} starts`, () => {
        const files = payloadFiles(this.task, this.spec, this.node.dependencies);
        const refusal = files instanceof TemplateError ? { message: files.text } : runtime.start(container.id);
        if (refusal) done(`starting container failed: ${refusal.message}`);
        else if (this.hasHealth) this.waitForHealth(steps, done);
        else {
          this.bind(true);
          done();
        }
      });
    }
    return () => steps.cancel();
  }

  /** Waits for the container's end; unhealthy ones are stopped. */
  wait(done: OperationDone): CancelOperation {
    const steps = new Steps(this.node.timers);
    const container = this.container;
    if (!container) {
      steps.after(1, 'wait for a container that is gone', () => done(`No such container: ${this.name}`));
    } else if (container.state !== 'running' && container.state !== 'paused') {
      steps.after(1, 'the container has ended before', () => done(exitError(container.exitCode, false)));
    } else {
      if (!this.bound) this.bind(!this.hasHealth || container.health?.status === 'healthy');
      let unhealthy = false;
      const stopListening = this.listen(({ action, container: now }) => {
        if (action === 'die') {
          stopListening();
          this.bind(false);
          done(exitError(now.exitCode, unhealthy));
        } else if (action === 'health_status: unhealthy') {
          unhealthy = true;
          this.stop(steps, () => {});
        }
      });
      steps.onCancel(stopListening);
    }
    return () => steps.cancel();
  }

  /** Takes the container out of load balancing, lets that be heard, and stops it. Cannot be given up. */
  shutdown(done: OperationDone): undefined {
    this.stop(new Steps(this.node.timers), done);
  }

  /** Shuts down and deletes the container with its anonymous volumes. */
  remove(done: OperationDone): void {
    const steps = new Steps(this.node.timers);
    this.stop(steps, () => {
      steps.after(this.node.random.between(REMOVE_MS.min, REMOVE_MS.max), `${this.name} is removed`, () => {
        const container = this.container;
        if (container) this.node.runtime.remove(container.id, { force: true, volumes: true });
        done();
      });
    });
  }

  status(): Pick<TaskStatus, 'container' | 'ports'> {
    const container = this.container;
    if (!container) return {};
    const { id: containerId, pid, exitCode, boundPorts } = container;
    const last = this.lastStatus;
    if (last?.containerId !== containerId || last.pid !== pid || last.exitCode !== exitCode) this.lastStatus = { containerId, pid, exitCode };
    const status = this.lastStatus as ContainerStatus;
    return boundPorts.length > 0 ? { container: status, ports: boundPorts } : { container: status };
  }

  get container(): Container | undefined {
    const found = this.node.runtime.find(this.name);
    return isRefusal(found) ? undefined : found;
  }

  private get hasHealth(): boolean {
    const image = this.node.runtime.findImage(this.spec.Image ?? '');
    return hasHealthCheck(mergeHealth(this.spec.Healthcheck, image?.health));
  }

  private waitForAttachments(steps: Steps, waited: number, done: OperationDone): void {
    const needed = this.networks.filter((network) => network.driver === 'overlay').map(({ id }) => id);
    const have = this.node.attachments();
    if (needed.every((id) => have.some((attachment) => attachment.networkId === id && attachment.addresses.length > 0))) done();
    else if (waited >= ATTACHMENTS_WAIT_MS) done('node is missing network attachments, ip addresses may be exhausted');
    else
      steps.after(ATTACHMENTS_POLL_MS, `${this.name} waits for the node's addresses`, () => this.waitForAttachments(steps, waited + ATTACHMENTS_POLL_MS, done));
  }

  private pull(steps: Steps, done: OperationDone): void {
    const { runtime } = this.node;
    const image = this.spec.Image ?? '';
    const present = runtime.findImage(image);
    const byDigest = image.includes('@sha256:') || image.startsWith('sha256:');
    const next = (): void => this.create(steps, done);
    if (present && byDigest) {
      next();
      return;
    }
    let given = false;
    steps.onCancel(() => void (given = true));
    // The pull is always tried; its failure counts only when there is no such image here.
    runtime.pull(image, (result) => {
      if (given) return;
      if (isRefusal(result) && !runtime.findImage(image)) done(result.message);
      else next();
    });
  }

  private create(steps: Steps, done: OperationDone): void {
    const { runtime, random } = this.node;
    steps.after(random.between(CREATE_MS.min, CREATE_MS.max), `${this.name} is created`, () => {
      if (this.container) {
        done();
        return;
      }
      const files = payloadFiles(this.task, this.spec, this.node.dependencies);
      const made = runtime.create(containerConfig(this.task, this.spec, this.networks, files instanceof TemplateError ? [] : files));
      done(isRefusal(made) ? made.message : undefined);
    });
  }

  private waitForHealth(steps: Steps, done: OperationDone): void {
    let unhealthy = false;
    const stopListening = this.listen(({ action, container }) => {
      if (action === 'health_status: healthy') {
        stopListening();
        this.bind(true);
        done();
      } else if (action === 'health_status: unhealthy') {
        unhealthy = true;
        this.stop(steps, () => {});
      } else if (action === 'die') {
        stopListening();
        done(exitError(container.exitCode, unhealthy));
      } else if (action === 'destroy') {
        stopListening();
        done('dockerexec: container destroyed');
      }
    });
    steps.onCancel(stopListening);
  }

  private stop(steps: Steps, done: OperationDone): void {
    const { runtime } = this.node;
    const grace = this.spec.StopGracePeriod;
    const stopContainer = (): void => {
      const container = this.container;
      if (!container || (container.state !== 'running' && container.state !== 'paused')) {
        steps.after(1, `${this.name} has ended`, () => done());
        return;
      }
      runtime.stop(container.id, grace === undefined ? undefined : Math.floor(grace / 1e9), () => done());
    };
    this.bind(false);
    if (hasServiceBinding(this.task, this.networks)) steps.after(GOSSIP_CONVERGE_MS, `${this.name}: gossip converges`, stopContainer);
    else stopContainer();
  }

  private bind(bound: boolean): void {
    if (this.bound === bound) return;
    this.bound = bound;
    this.node.bindingChanged();
  }

  /** Events of this task's container, until the answer is called. */
  private listen(heard: (event: ContainerEvent) => void): () => void {
    return this.node.runtime.onEventOf(this.name, heard);
  }
}

/** `task: non-zero exit (137)`, with the reason when there is one; undefined for 0 (moby executor/container/errors.go). */
function exitError(exitCode: number, unhealthy: boolean): string | undefined {
  if (exitCode === 0) return undefined;
  return `task: non-zero exit (${exitCode})${unhealthy ? ': dockerexec: unhealthy container' : ''}`;
}

/** The waits of one operation, so that all of them can be given up together. */
class Steps {
  private undo: (() => void)[] = [];

  constructor(private readonly timers: Timers) {}

  after(ms: number, what: string, run: () => void): void {
    const cancel = this.timers.after(ms, what, () => {
      this.undo = this.undo.filter((other) => other !== cancel);
      run();
    });
    this.undo.push(cancel);
  }

  onCancel(run: () => void): void {
    this.undo.push(run);
  }

  cancel(): void {
    for (const run of this.undo) run();
    this.undo = [];
  }
}
