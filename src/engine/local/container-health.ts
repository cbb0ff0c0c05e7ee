import type { Container } from '../../swarm/agent/container.ts';

/** What the engine says of a container's health: one that has ended counts as unhealthy (moby container/health.go CloseMonitorChannel). */
export function healthOf({ health, state }: Container): string {
  if (!health) return 'none';
  return state === 'running' || state === 'paused' ? health.status : 'unhealthy';
}
