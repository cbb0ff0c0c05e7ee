import type { ProgressOutput } from './progress-output.ts';
import { isTerminal, stateNumber, type WatchedService, type WatchedTask } from './watched-service.ts';

/** Draws one kind of service at each poll. */
export interface ServiceProgress {
  /** Draws what the tasks have come to; true when all that should run (or complete) does. `active`: ids of nodes that are not down. */
  update(service: WatchedService, tasks: readonly WatchedTask[], active: ReadonlySet<string>, rollback: boolean): boolean;
}

/** More task lines than this are not drawn. */
export const maxTaskLines = 20;

/** The longest state that is drawn has nine letters. */
const stateWidth = 'preparing'.length;

/** The line that sums a service up. */
export function drawOverall(output: ProgressOutput, running: number, wanted: number, rollback: boolean): void {
  output.draw('overall progress', `${rollback ? 'rolling back update: ' : ''}${running} out of ${wanted} tasks`);
}

/** A task's error in one line: at most 75 bytes, the last of them an ellipsis. */
function shortError(error: string): string {
  const bytes = new TextEncoder().encode(error.replaceAll('\n', ' '));
  return bytes.length > 75 ? `${new TextDecoder().decode(bytes.slice(0, 74))}…` : error.replaceAll('\n', ' ');
}

/** The line of one task: its error, or its state with a bar. Tasks of services vanish from it when they ended; those of jobs stay. */
export function drawTask(output: ProgressOutput, id: string, task: WatchedTask, kind: 'service' | 'job'): void {
  const error = task.Status.Err ?? '';
  if (error !== '') {
    output.draw(id, shortError(error));
    return;
  }
  if (kind === 'service' && (isTerminal(task.DesiredState) || isTerminal(task.Status.State))) return;
  const total = kind === 'service' ? stateNumber('running') : stateNumber('complete');
  output.draw(id, (task.Status.State ?? '').padEnd(stateWidth), { current: stateNumber(task.Status.State), total });
}
