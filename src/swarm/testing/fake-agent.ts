import type { Port } from '../../sim/kernel.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import type { Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Transaction } from '../store/store.ts';

/** What becomes of a task on its node. */
export interface Behaviour {
  /** `runs`: until it is told to stop; else how it ends by itself. */
  readonly end?: 'runs' | 'fails' | 'completes' | 'is rejected';
  /** How long it takes from READY to RUNNING, in milliseconds. */
  readonly startMs?: number;
  /** How long it runs before it ends by itself; 0: it ends without having been seen running. */
  readonly lifeMs?: number;
  /** How long it takes to stop; undefined: it never stops. */
  readonly stopMs?: number | undefined;
}

interface Move {
  readonly taskId: string;
  readonly from: TaskState;
  readonly to: TaskState;
}

/** All agents of the cluster in one: what they would report is written to the store. Nodes that are down report nothing. */
export function createFakeAgent(behave: (task: Task) => Behaviour = () => ({})): (ctx: LeaderContext) => LeaderComponent {
  return ({ store, kernel, host, term }) => {
    const port: Port<Move> = kernel.port<Move>(`${host}/fake-agent/${term}`, ({ taskId, from, to }) => {
      store.update((tx: Transaction) => {
        const task = tx.get('task', taskId);
        if (!task || task.status.state !== from || next(task, behave(task))?.to !== to) return;
        if (tx.get('node', task.nodeId)?.status.state !== 'ready') return;
        tx.update('task', { ...task, status: { state: to, timestamp: kernel.now, appliedAt: kernel.now, message: MESSAGES.get(to) ?? '' } });
      });
    });
    const look = (task: Task): void => {
      if (task.nodeId === '' || store.read.get('node', task.nodeId)?.status.state !== 'ready') return;
      const move = next(task, behave(task));
      if (move) port.after(move.afterMs, { taskId: task.id, from: task.status.state, to: move.to });
    };
    let unwatch = (): void => {};
    return {
      start: () => {
        unwatch = store.watch((changes) => {
          for (const change of changes) {
            if (change.kind === 'task' && change.action !== 'delete') look(change.object);
            if (change.kind === 'node' && change.action === 'update') for (const task of store.read.tasksOfNode(change.object.id)) look(task);
          }
        });
        for (const task of store.read.list('task')) look(task);
      },
      stop: () => {
        unwatch();
        port.close();
      },
    };
  };
}

const MESSAGES = new Map<TaskState, string>([
  [TaskState.READY, 'prepared'],
  [TaskState.RUNNING, 'started'],
  [TaskState.COMPLETE, 'finished'],
  [TaskState.FAILED, 'started'],
  [TaskState.REJECTED, 'preparing'],
  [TaskState.SHUTDOWN, 'shutdown'],
]);

function next(task: Task, { end = 'runs', startMs = 1, lifeMs = 0, ...rest }: Behaviour): { to: TaskState; afterMs: number } | undefined {
  const { state } = task.status;
  const stopMs = 'stopMs' in rest ? rest.stopMs : 1;
  if (state < TaskState.ASSIGNED || state > TaskState.RUNNING) return undefined;
  if (task.desiredState >= TaskState.SHUTDOWN) return stopMs === undefined ? undefined : { to: TaskState.SHUTDOWN, afterMs: stopMs };
  const over = end === 'fails' ? TaskState.FAILED : TaskState.COMPLETE;
  if (state < TaskState.READY) return { to: end === 'is rejected' ? TaskState.REJECTED : TaskState.READY, afterMs: 1 };
  if (state < TaskState.RUNNING) {
    if (task.desiredState < TaskState.RUNNING) return undefined;
    return { to: end === 'runs' || lifeMs > 0 ? TaskState.RUNNING : over, afterMs: startMs };
  }
  return end === 'runs' ? undefined : { to: over, afterMs: lifeMs };
}
