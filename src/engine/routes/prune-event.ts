import type { Daemon } from '../daemon.ts';

/** Says that something was pruned, whether or not there was anything. */
export function publishPrune(daemon: Daemon, type: 'container' | 'volume' | 'network' | 'image', reclaimedBytes: number): void {
  daemon.events.publish({ type, action: 'prune', id: '', attributes: { reclaimed: String(reclaimedBytes) }, scope: 'local' });
}
