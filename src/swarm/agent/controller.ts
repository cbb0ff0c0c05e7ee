import type { ContainerSpec } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { Timers } from '../../sim/timers.ts';
import type { ContainerStatus, Network, NetworkAttachment, Task, TaskStatus } from '../objects/objects.ts';
import { taskName } from '../template/context.ts';
import { type Dependencies, payloadFiles } from '../template/expand.ts';
import { TemplateError } from '../template/template-value.ts';
import { type Container, type ContainerEvent, isRefusal, type NamedContainer } from './container.ts';
import { containerConfig, hasServiceBinding } from './container-config.ts';
import { ContainerWatch, type WatchedBy } from './container-watch.ts';
import { hasHealthCheck, mergeHealth } from './health-monitor.ts';
import type { Operation } from './operation.ts';
import type { SimContainerRuntime } from './runtime.ts';

/** moby daemon/cluster/executor/container/controller.go. */
const GOSSIP_CONVERGE_MS = 2_000;
const ATTACHMENTS_WAIT_MS = 30_000;
const ATTACHMENTS_POLL_MS = 100;
/** How long the engine takes to make, to start and to remove a container (measured: engine-api/README §7). */
const CREATE_MS = { min: 25, max: 90 };
const START_MS = { min: 140, max: 320 };
const REMOVE_MS = { min: 20, max: 90 };

/** Does each step of a task's life; each answers by its operation, later and never at once. */
export interface Controller {
  /** Takes part in service discovery and load balancing. */
  readonly bound: boolean;
  readonly container: Container | undefined;
  update(task: Task): void;
  prepare(operation: Operation): void;
  start(operation: Operation): void;
  /** Waits for the end. */
  wait(operation: Operation): void;
  /** Cannot be given up. */
  shutdown(operation: Operation): void;
  remove(operation: Operation): void;
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
export class TaskController implements Controller, WatchedBy {
  bound = false;
  private lastStatus: ContainerStatus | undefined;
  /** Its container, as it was found last. */
  private found: NamedContainer | undefined;
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

  prepare(operation: Operation): void {
    this.waitForAttachments(operation, 0);
  }

  start(operation: Operation): void {
    const { random } = this.node;
    const container = this.container;
    if (!container) {
      operation.after(1, 'start of a container that is gone', () => operation.end(`No such container: ${this.name}`));
    } else if (container.state !== 'created') {
      operation.after(1, 'the container was started before', () => operation.end());
    } else {
      operation.step(random.between(START_MS.min, START_MS.max), 'a container starts', this, started);
    }
  }

  /** The time has come for the container to have started. */
  begin(operation: Operation): void {
    const { runtime, dependencies } = this.node;
    const files = payloadFiles(this.task, this.spec, dependencies);
    const refusal = files instanceof TemplateError ? { message: files.text } : runtime.start(this.found?.id ?? this.name);
    if (refusal) operation.end(`starting container failed: ${refusal.message}`);
    else if (this.hasHealth) this.watch(operation, true);
    else {
      this.bind(true);
      operation.end();
    }
  }

  /** Waits for the container's end; unhealthy ones are stopped. */
  wait(operation: Operation): void {
    const container = this.container;
    if (!container) {
      operation.after(1, 'wait for a container that is gone', () => operation.end(`No such container: ${this.name}`));
    } else if (container.state !== 'running' && container.state !== 'paused') {
      operation.after(1, 'the container has ended before', () => operation.end(exitError(container.exitCode, false)));
    } else {
      if (!this.bound) this.bind(!this.hasHealth || container.health?.status === 'healthy');
      this.watch(operation, false);
    }
  }

  /** Takes the container out of load balancing, lets that be heard, and stops it. Cannot be given up. */
  shutdown(operation: Operation): void {
    this.stop(operation, () => operation.end());
  }

  /** Shuts down and deletes the container with its anonymous volumes. */
  remove(operation: Operation): void {
    this.stop(operation, () => {
      operation.after(this.node.random.between(REMOVE_MS.min, REMOVE_MS.max), `${this.name} is removed`, () => {
        const container = this.container;
        if (container) this.node.runtime.remove(container.id, { force: true, volumes: true });
        operation.end();
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
    if (!this.found?.answersTo(this.name)) this.found = this.node.runtime.named(this.name);
    return this.found?.withHealth;
  }

  private get hasHealth(): boolean {
    const image = this.node.runtime.findImage(this.spec.Image ?? '');
    return hasHealthCheck(mergeHealth(this.spec.Healthcheck, image?.health));
  }

  private waitForAttachments(operation: Operation, waited: number): void {
    const needed = this.networks.filter((network) => network.driver === 'overlay').map(({ id }) => id);
    const have = needed.length === 0 ? [] : this.node.attachments();
    if (needed.every((id) => have.some((attachment) => attachment.networkId === id && attachment.addresses.length > 0))) this.pull(operation);
    else if (waited >= ATTACHMENTS_WAIT_MS) operation.end('node is missing network attachments, ip addresses may be exhausted');
    else
      operation.after(ATTACHMENTS_POLL_MS, `${this.name} waits for the node's addresses`, () =>
        this.waitForAttachments(operation, waited + ATTACHMENTS_POLL_MS),
      );
  }

  private pull(operation: Operation): void {
    const { runtime } = this.node;
    const image = this.spec.Image ?? '';
    const present = runtime.findImage(image);
    const byDigest = image.includes('@sha256:') || image.startsWith('sha256:');
    if (present && byDigest) {
      this.create(operation);
      return;
    }
    // The pull is always tried; its failure counts only when there is no such image here.
    runtime.pull(image, (result) => {
      if (operation.cancelled) return;
      if (isRefusal(result) && !runtime.findImage(image)) operation.end(result.message);
      else this.create(operation);
    });
  }

  private create(operation: Operation): void {
    operation.step(this.node.random.between(CREATE_MS.min, CREATE_MS.max), 'a container is created', this, created);
  }

  /** The time has come for the container to have been created. */
  make(operation: Operation): void {
    if (this.container) {
      operation.end();
      return;
    }
    const { runtime, dependencies } = this.node;
    const files = payloadFiles(this.task, this.spec, dependencies);
    const made = runtime.create(containerConfig(this.name, this.task, this.spec, this.networks, files instanceof TemplateError ? [] : files));
    operation.end(isRefusal(made) ? made.message : undefined);
  }

  private watch(operation: Operation, untilHealthy: boolean): void {
    const watch = new ContainerWatch(this, operation, untilHealthy);
    operation.watch = watch;
    this.node.runtime.follow(this.name, watch);
  }

  endWatch(watch: ContainerWatch): void {
    this.node.runtime.forget(this.name, watch);
  }

  heardWhileWatched(watch: ContainerWatch, { action, container }: ContainerEvent): void {
    const { operation, untilHealthy } = watch;
    if (action === 'health_status: unhealthy') {
      watch.unhealthy = true;
      this.stop(operation, () => {});
    } else if (action === 'health_status: healthy' && untilHealthy) {
      watch.stop();
      this.bind(true);
      operation.end();
    } else if (action === 'die') {
      watch.stop();
      if (!untilHealthy) this.bind(false);
      operation.end(exitError(container.exitCode, watch.unhealthy));
    } else if (action === 'destroy' && untilHealthy) {
      watch.stop();
      operation.end('dockerexec: container destroyed');
    }
  }

  private stop(operation: Operation, done: () => void): void {
    const { runtime } = this.node;
    const grace = this.spec.StopGracePeriod;
    const stopContainer = (): void => {
      const container = this.container;
      if (!container || (container.state !== 'running' && container.state !== 'paused')) {
        operation.after(1, `${this.name} has ended`, done);
        return;
      }
      runtime.stop(container.id, grace === undefined ? undefined : Math.floor(grace / 1e9), done);
    };
    this.bind(false);
    if (hasServiceBinding(this.task, this.networks)) operation.after(GOSSIP_CONVERGE_MS, `${this.name}: gossip converges`, stopContainer);
    else stopContainer();
  }

  private bind(bound: boolean): void {
    if (this.bound === bound) return;
    this.bound = bound;
    this.node.bindingChanged();
  }
}

function created(controller: TaskController, operation: Operation): void {
  controller.make(operation);
}

function started(controller: TaskController, operation: Operation): void {
  controller.begin(operation);
}

/** `task: non-zero exit (137)`, with the reason when there is one; undefined for 0 (moby executor/container/errors.go). */
function exitError(exitCode: number, unhealthy: boolean): string | undefined {
  if (exitCode === 0) return undefined;
  return `task: non-zero exit (${exitCode})${unhealthy ? ': dockerexec: unhealthy container' : ''}`;
}
