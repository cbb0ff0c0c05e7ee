import type { Task } from '../../objects/objects.ts';
import { durationMs } from '../duration.ts';

/** Delay before a restart when the spec has none, in milliseconds (swarmkit api/defaults/service.go). */
export const DEFAULT_RESTART_DELAY_MS = 5000;

/** `any` unless the task's spec says otherwise. */
export function restartCondition(task: Task): 'none' | 'on-failure' | 'any' {
  return task.spec.RestartPolicy?.Condition ?? 'any';
}

/** The task's restart delay in milliseconds. */
export function restartDelayMs(task: Task): number {
  const delay = task.spec.RestartPolicy?.Delay;
  return delay === undefined ? DEFAULT_RESTART_DELAY_MS : durationMs(delay);
}

/** 0: no limit. */
export function maxAttempts(task: Pick<Task, 'spec'>): number {
  return task.spec.RestartPolicy?.MaxAttempts ?? 0;
}

/** The time over which attempts are counted, in milliseconds; 0: since ever. */
export function restartWindowMs(task: Pick<Task, 'spec'>): number {
  return durationMs(task.spec.RestartPolicy?.Window ?? 0);
}
