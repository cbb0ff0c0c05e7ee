import type { ProgressOutput } from './progress-output.ts';
import { drawTask, maxTaskLines, type ServiceProgress } from './service-progress.ts';
import { isDrawable, stateNumber, type WatchedService, type WatchedTask } from './watched-service.ts';

/** Whether a task belongs to the job's present run; one that has no iteration belongs to none. */
function isOfThisRun(service: WatchedService): (task: WatchedTask) => boolean {
  const iteration = service.JobStatus?.JobIteration.Index ?? 0;
  return (task) => task.JobIteration !== undefined && (task.JobIteration.Index ?? 0) === iteration;
}

/** For each key the task in the lowest state. */
function lowest<Key>(tasks: readonly WatchedTask[], keyOf: (task: WatchedTask) => Key): Map<Key, WatchedTask> {
  const byKey = new Map<Key, WatchedTask>();
  for (const task of tasks) {
    const other = byKey.get(keyOf(task));
    if (other === undefined || stateNumber(other.Status.State) > stateNumber(task.Status.State)) byKey.set(keyOf(task), task);
  }
  return byKey;
}

function drawJob(output: ProgressOutput, complete: number, total: number): void {
  output.draw('job progress', `${String(complete).padStart(String(total).length)} out of ${total} complete`, { current: complete, total });
}

/** Progress of a replicated job: a bar for the job, how many tasks are at work, one line a slot (spec/cli.md §9). */
export class ReplicatedJobProgress implements ServiceProgress {
  private begun = false;
  private readonly concurrent: number;
  private readonly total: number;

  constructor(
    private readonly output: ProgressOutput,
    private readonly first: WatchedService,
  ) {
    this.concurrent = first.Spec.Mode.ReplicatedJob?.MaxConcurrent ?? 0;
    this.total = first.Spec.Mode.ReplicatedJob?.TotalCompletions ?? 0;
  }

  update(_service: WatchedService, tasks: readonly WatchedTask[]): boolean {
    if (!this.begun) {
      this.drawOverall(0, 0);
      if (this.total <= maxTaskLines) for (let slot = 1; slot <= this.total; slot += 1) this.output.draw(`${slot}/${this.total}`, ' ');
      this.begun = true;
    }
    const bySlot = lowest(tasks.filter(isOfThisRun(this.first)).filter(isDrawable), (task) => task.Slot ?? 0);
    let active = 0;
    let complete = 0;
    // As the real one does, it counts slots from 0: a slot that is missing among them counts as one at work.
    for (let slot = 0; slot < bySlot.size; slot += 1) {
      const task: WatchedTask = bySlot.get(slot) ?? { Status: {} };
      if (this.total <= maxTaskLines) drawTask(this.output, `${(task.Slot ?? 0) + 1}/${this.total}`, task, 'job');
      if (stateNumber(task.Status.State) < stateNumber('complete')) active += 1;
      if (task.Status.State === 'complete') complete += 1;
    }
    this.drawOverall(active, complete);
    return complete === this.total;
  }

  private drawOverall(active: number, complete: number): void {
    drawJob(this.output, complete, this.total);
    const width = String(this.concurrent).length;
    const wanted = Math.min(this.concurrent, this.total - complete);
    this.output.draw('active tasks', `${String(active).padStart(width)} out of ${String(wanted).padStart(width)} tasks`);
  }
}

/** Progress of a global job: the nodes that had a task at the first look, one line each with the full id (spec/cli.md §9). */
export class GlobalJobProgress implements ServiceProgress {
  private nodes: ReadonlySet<string> | undefined;

  constructor(private readonly output: ProgressOutput) {}

  update(service: WatchedService, tasks: readonly WatchedTask[], active: ReadonlySet<string>): boolean {
    const ours = tasks.filter(isOfThisRun(service));
    if (this.nodes === undefined) {
      if (tasks.length === 0 && active.size > 0) {
        this.output.draw('job progress', 'waiting for tasks');
        return false;
      }
      this.nodes = new Set(ours.map((task) => task.NodeID ?? ''));
      drawJob(this.output, 0, this.nodes.size);
    }
    const nodes = this.nodes;
    const byNode = lowest(
      ours.filter((task) => nodes.has(task.NodeID ?? '')),
      (task) => task.NodeID ?? '',
    );
    let complete = 0;
    for (const [node, task] of byNode) {
      if (nodes.size <= maxTaskLines) drawTask(this.output, node, task, 'job');
      if (task.Status.State === 'complete') complete += 1;
    }
    drawJob(this.output, complete, nodes.size);
    return complete === nodes.size;
  }
}
