import type { HostRecord, ServiceRecord, TaskRecord } from '../../run/view.ts';
import type { Presence } from '../mirror/presence.ts';

/** Shapes of a state, told apart without colour: dot, dashed ring, ring, cross, exclamation, tick, down arrow, bars, dash, dotted ring, question mark, broken line. */
export type Mark = 'running' | 'starting' | 'pending' | 'failed' | 'unwell' | 'done' | 'drain' | 'paused' | 'leaving' | 'gone' | 'lost' | 'unreachable';

/** The mark of a task. */
export function taskMark(task: TaskRecord, presence: Presence): Mark {
  switch (presence) {
    case 'failed':
      return 'failed';
    case 'done':
      return 'done';
    case 'leaving':
      return 'leaving';
    case 'ghost':
      return 'gone';
    case 'live':
      if (task.state === 'new' || task.state === 'pending') return 'pending';
      if (task.state !== 'running' || task.health === 'starting') return 'starting';
      return task.health === 'unhealthy' ? 'unwell' : 'running';
  }
}

/** What is wrong with a host itself, whatever Swarm believes at this moment. */
export type HostTrouble = 'power-off' | 'engine-stopped' | 'cut' | '';

/** The most basic trouble of a host. */
export function hostTrouble(host: HostRecord): HostTrouble {
  if (!host.power) return 'power-off';
  if (!host.engineUp) return 'engine-stopped';
  return host.linkUp ? '' : 'cut';
}

/** The mark of a host: what Swarm says of its node, or what is wrong while Swarm has not noticed yet. */
export function hostMark(host: HostRecord): Mark {
  if (host.status === 'down') return 'failed';
  if (hostTrouble(host) !== '') return 'unwell';
  if (host.swarmState === 'locked' || host.swarmState === 'error') return 'unwell';
  if (host.nodeId === '' || host.status === '') return 'pending';
  if (host.status !== 'ready') return 'lost';
  if (host.managerStatus === 'unreachable') return 'unreachable';
  if (host.availability === 'drain') return 'drain';
  return host.availability === 'pause' ? 'paused' : 'running';
}

/** The mark of a service: all of it runs, some of it does, none of it does; or its update waits for somebody. */
export function serviceMark(service: ServiceRecord): Mark {
  if (service.update?.state === 'paused' || service.update?.state === 'rollback_paused') return 'paused';
  if (service.running >= service.desired) return service.mode.endsWith('job') && service.desired === 0 ? 'done' : 'running';
  return service.running === 0 ? 'pending' : 'starting';
}
