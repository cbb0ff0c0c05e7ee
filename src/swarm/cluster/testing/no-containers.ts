import type { Refusal } from '../../agent/container.ts';
import type { MachineRuntime } from '../sim-host.ts';

const NONE: Refusal = { status: 404, message: 'No such container' };

/** A host that can run nothing: for tests of the frame. */
export function createNoContainers(): MachineRuntime {
  return {
    list: () => [],
    find: () => NONE,
    create: () => NONE,
    start: () => NONE,
    stop: (_id, _timeout, done) => done(),
    kill: () => NONE,
    pause: () => NONE,
    unpause: () => NONE,
    rename: () => NONE,
    remove: () => NONE,
    wait: () => {},
    logs: () => [],
    exec: () => () => {},
    usage: () => ({ cpuPercent: 0, memoryBytes: 0, pids: 0 }),
    images: () => [],
    findImage: () => undefined,
    pull: (_ref, done) => done(NONE),
    removeImage: () => NONE,
    tagImage: () => NONE,
    onEvent: () => () => {},
    onLog: () => () => {},
    stopAll: () => {},
    powerOff: () => {},
  };
}
