import type { UpdateConfig } from '../../../docker/api/specs.ts';
import type { Service } from '../../objects/objects.ts';
import { durationMs } from '../duration.ts';

/** How long failures count after a task has started, when the spec does not say, in milliseconds (swarmkit api/defaults/service.go). */
export const DEFAULT_MONITOR_MS = 5000;

/** A service's update or rollback config with everything filled in. Times in milliseconds. */
export interface UpdatePolicy {
  /** Slots in work at a time; 0: all. */
  readonly parallelism: number;
  readonly delayMs: number;
  readonly monitorMs: number;
  readonly failureAction: 'pause' | 'continue' | 'rollback';
  readonly maxFailureRatio: number;
  readonly startFirst: boolean;
}

/**
 * The rollback config while the service is being rolled back, else the update config. A missing config means one slot at
 * a time; a config without parallelism means all at once.
 */
export function updatePolicy(service: Service): UpdatePolicy {
  const config: UpdateConfig = (isRollingBack(service) ? service.spec.RollbackConfig : service.spec.UpdateConfig) ?? { Parallelism: 1 };
  return {
    parallelism: config.Parallelism ?? 0,
    delayMs: durationMs(config.Delay ?? 0),
    monitorMs: config.Monitor ? durationMs(config.Monitor) : DEFAULT_MONITOR_MS,
    failureAction: config.FailureAction ?? 'pause',
    maxFailureRatio: config.MaxFailureRatio ?? 0,
    startFirst: config.Order === 'start-first',
  };
}

export function isRollingBack(service: Service): boolean {
  return service.updateStatus?.state === 'rollback_started';
}
