import type { LeaderComponent, LeaderContext } from '../../manager/leader-component.ts';
import { inOrder, Sequence } from '../../manager/sequence.ts';
import type { Task } from '../../objects/objects.ts';
import { TaskState } from '../../objects/task-state.ts';
import type { Change } from '../../store/change.ts';
import type { Transaction } from '../../store/store.ts';
import type { TaskMaker } from '../new-task.ts';
import { removeServiceTasks } from '../remove-service-tasks.ts';
import { RestartSupervisor } from '../restart/restart-supervisor.ts';
import { isGlobalJob, isJob, isReplicatedJob } from '../service-mode.ts';
import { setDesiredState } from '../set-desired-state.ts';
import { isInvalidNode } from '../slot.ts';
import { checkTasks } from '../task-init/task-init.ts';
import { reconcileGlobalJob } from './global-job.ts';
import { reconcileReplicatedJob } from './replicated-job.ts';

/** Creates the orchestrator of replicated and global jobs (swarmkit manager/orchestrator/jobs/orchestrator.go). */
export function createJobsOrchestrator(ctx: LeaderContext): LeaderComponent {
  return new JobsOrchestrator(ctx);
}

/** Reacts to services and to tasks that end. Node events do not wake it: a node that joins gets its task at the job's next event. */
class JobsOrchestrator implements LeaderComponent {
  private readonly sequence = new Sequence();
  private readonly restarts: RestartSupervisor;
  private readonly maker: TaskMaker;
  private unwatch: (() => void) | undefined;

  constructor(private readonly ctx: LeaderContext) {
    this.restarts = new RestartSupervisor(ctx, 'jobs');
    this.maker = { now: () => ctx.kernel.now, random: ctx.kernel.random(`${ctx.host}/jobs`) };
  }

  start(): void {
    const { store } = this.ctx;
    this.restarts.start();
    this.unwatch = store.watch((changes) => {
      for (const change of changes) if (concernsJobs(change)) this.sequence.run((done) => this.handleChange(change, done));
    });
    this.sequence.run((done) =>
      checkTasks(
        this.ctx,
        { isRelated: isReplicatedJob, fixTask: () => [], slotTuple: ({ serviceId, slot }) => ({ serviceId, slot, nodeId: '' }) },
        this.restarts,
        done,
      ),
    );
    this.sequence.run((done) =>
      checkTasks(
        this.ctx,
        { isRelated: isGlobalJob, fixTask: (task) => this.fixGlobalTask(task), slotTuple: ({ serviceId, nodeId }) => ({ serviceId, slot: 0, nodeId }) },
        this.restarts,
        done,
      ),
    );
    this.sequence.run((done) => {
      const jobs = store.read.list('service').filter(isJob);
      inOrder(jobs, ({ id }, next) => this.reconcile(id, next), done);
    });
  }

  stop(): void {
    this.unwatch?.();
    this.sequence.stop();
    this.restarts.stop();
  }

  private handleChange(change: Change, done: () => void): void {
    if (change.kind === 'service' && isJob(change.object)) {
      const { id } = change.object;
      if (change.action === 'delete') {
        this.restarts.clearServiceHistory(id);
        removeServiceTasks(this.ctx.store, id, done);
      } else {
        this.reconcile(id, done);
      }
    } else if (change.kind === 'task') {
      this.reconcile(change.object.serviceId, done);
    }
  }

  private reconcile(serviceId: string, done: () => void): void {
    const service = this.ctx.store.read.get('service', serviceId);
    let writes: readonly ((tx: Transaction) => void)[] = [];
    if (service && isReplicatedJob(service)) writes = reconcileReplicatedJob(this.ctx, service, this.maker, this.restarts);
    else if (service && isGlobalJob(service)) writes = reconcileGlobalJob(this.ctx, service, this.maker, this.restarts);
    if (writes.length === 0) done();
    else this.ctx.store.batch(writes, () => done());
  }

  private fixGlobalTask(task: Task): readonly ((tx: Transaction) => void)[] {
    const stays = task.desiredState > TaskState.COMPLETE || !isInvalidNode(this.ctx.store.read.get('node', task.nodeId));
    return stays ? [] : [setDesiredState(task.id, TaskState.SHUTDOWN)];
  }
}

/** Ended, and nobody has decided what comes after. */
function hasEnded(task: Task): boolean {
  return task.status.state > TaskState.RUNNING && task.desiredState <= TaskState.COMPLETE;
}

function concernsJobs(change: Change): boolean {
  if (change.kind === 'service') return isJob(change.object);
  return change.kind === 'task' && change.action === 'update' && hasEnded(change.object);
}
