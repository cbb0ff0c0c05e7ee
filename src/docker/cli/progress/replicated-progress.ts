import type { ProgressOutput } from './progress-output.ts';
import { drawOverall, drawTask, maxTaskLines, type ServiceProgress } from './service-progress.ts';
import { isDrawable, isTerminal, standsBefore, type WatchedService, type WatchedTask } from './watched-service.ts';

/** The task that stands for each slot; those on a node that is down stand for none. In order of slots. */
function tasksBySlot(tasks: readonly WatchedTask[], active: ReadonlySet<string>): ReadonlyMap<number, WatchedTask> {
  const bySlot = new Map<number, WatchedTask>();
  for (const task of tasks) {
    if (!isDrawable(task)) continue;
    const slot = task.Slot ?? 0;
    const other = bySlot.get(slot);
    if (other !== undefined && !standsBefore(task, other)) continue;
    if (task.NodeID !== undefined && task.NodeID !== '' && !active.has(task.NodeID)) continue;
    bySlot.set(slot, task);
  }
  return new Map([...bySlot].sort(([a], [b]) => a - b));
}

/** Progress of a replicated service: one line a slot, numbered in the order in which they were first seen (spec/cli.md §9). */
export class ReplicatedProgress implements ServiceProgress {
  private places: Map<number, number> | undefined;
  private done = false;

  constructor(private readonly output: ProgressOutput) {}

  update(service: WatchedService, tasks: readonly WatchedTask[], active: ReadonlySet<string>, rollback: boolean): boolean {
    const replicas = service.Spec.Mode.Replicated?.Replicas ?? 0;
    if (this.places === undefined) {
      drawOverall(this.output, 0, replicas, rollback);
      // All lines are drawn once, so that they stand in order.
      if (replicas <= maxTaskLines) for (let place = 1; place <= replicas; place += 1) this.output.draw(`${place}/${replicas}`, ' ');
    }
    const places = (this.places ??= new Map());
    const bySlot = tasksBySlot(tasks, active);
    if ([...bySlot.values()].some((task) => task.Status.State !== 'running')) this.done = false;
    let running = 0;
    for (const [slot, task] of bySlot) {
      const place = places.get(slot) ?? places.size + 1;
      places.set(slot, place);
      if (!isTerminal(task.DesiredState) && task.Status.State === 'running') running += 1;
      if (!this.done && replicas <= maxTaskLines && place <= replicas) drawTask(this.output, `${place}/${replicas}`, task, 'service');
    }
    if (!this.done) {
      drawOverall(this.output, running, replicas, rollback);
      this.done = running === replicas;
    }
    return running === replicas;
  }
}
