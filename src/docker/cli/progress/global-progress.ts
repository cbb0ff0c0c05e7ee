import type { ProgressOutput } from './progress-output.ts';
import { drawOverall, drawTask, maxTaskLines, type ServiceProgress } from './service-progress.ts';
import { isDrawable, isTerminal, standsBefore, type WatchedService, type WatchedTask } from './watched-service.ts';

/** Progress of a global service: one line a node, titled by the first 12 characters of its id (spec/cli.md §9). */
export class GlobalProgress implements ServiceProgress {
  private begun = false;
  private done = false;

  constructor(private readonly output: ProgressOutput) {}

  update(_service: WatchedService, tasks: readonly WatchedTask[], active: ReadonlySet<string>, rollback: boolean): boolean {
    const byNode = new Map<string, WatchedTask>();
    for (const task of tasks.filter(isDrawable)) {
      const other = byNode.get(task.NodeID ?? '');
      if (other === undefined || standsBefore(task, other)) byNode.set(task.NodeID ?? '', task);
    }
    const wanted = byNode.size;
    if (!this.begun) {
      if (wanted === 0) {
        this.output.draw('overall progress', 'waiting for new tasks');
        return false;
      }
      drawOverall(this.output, 0, wanted, rollback);
      this.begun = true;
    }
    if ([...byNode.values()].some((task) => task.Status.State !== 'running')) this.done = false;
    let running = 0;
    for (const [node, task] of byNode) {
      if (!active.has(node)) continue;
      if (!isTerminal(task.DesiredState) && task.Status.State === 'running') running += 1;
      if (!this.done && wanted <= maxTaskLines) drawTask(this.output, node.slice(0, 12), task, 'service');
    }
    if (!this.done) {
      drawOverall(this.output, running, wanted, rollback);
      this.done = running === wanted;
    }
    return running === wanted;
  }
}
