import type { Transaction } from '../../store/store.ts';

/** Writes the beginning of an update, unless the service has a status already (swarmkit updater.go startUpdate). */
export function startUpdate(tx: Transaction, serviceId: string, now: number): void {
  const service = tx.get('service', serviceId);
  if (!service || service.updateStatus) return;
  tx.update('service', { ...service, updateStatus: { state: 'updating', message: 'update in progress', startedAt: now } });
}

/** Stops an update, or a rollback, where it is. */
export function pauseUpdate(tx: Transaction, serviceId: string, message: string): void {
  const service = tx.get('service', serviceId);
  if (!service?.updateStatus) return;
  const state = service.updateStatus.state === 'rollback_started' ? 'rollback_paused' : 'paused';
  tx.update('service', { ...service, updateStatus: { ...service.updateStatus, state, message } });
}

/**
 * Turns an update round: the previous spec and its version come back, and there is none to go back to after that. Without
 * a previous spec nothing is written and the update stays where it is.
 */
export function rollbackUpdate(tx: Transaction, serviceId: string, message: string): void {
  const stored = tx.get('service', serviceId);
  if (!stored?.updateStatus || !stored.previousSpec) return;
  const { previousSpec, previousSpecVersion, ...service } = stored;
  tx.update('service', {
    ...service,
    spec: previousSpec,
    specVersion: previousSpecVersion ?? 0,
    updateStatus: { ...stored.updateStatus, state: 'rollback_started', message },
  });
}

/** Writes the end of an update or rollback. */
export function completeUpdate(tx: Transaction, serviceId: string, now: number): void {
  const service = tx.get('service', serviceId);
  if (!service?.updateStatus) return;
  const rollback = service.updateStatus.state === 'rollback_started';
  tx.update('service', {
    ...service,
    updateStatus: {
      ...service.updateStatus,
      state: rollback ? 'rollback_completed' : 'completed',
      message: rollback ? 'rollback completed' : 'update completed',
      completedAt: now,
    },
  });
}
