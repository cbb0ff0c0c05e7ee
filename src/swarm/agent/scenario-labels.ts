import type { Labels } from '../../docker/api/specs.ts';
import { sleepDuration } from './program/program.ts';

/** What labels of a container or a service ask of the simulated program; absent: nothing out of the ordinary. */
export interface ScenarioBehaviour {
  /** Milliseconds from the container's start until the program serves (and its health check can pass). */
  readonly startAfterMs: number;
  /** Milliseconds from the start until it ends by itself. */
  readonly crashAfterMs?: number;
  /** With what code it then ends (1), or ends when told to stop (0). */
  readonly exitCode?: number;
  /** Bytes in use; over the limit the container is killed for it. */
  readonly memoryBytes?: number;
  /** What its health probes find; `flaky` fails every third. */
  readonly health?: 'healthy' | 'unhealthy' | 'flaky';
  /** A line that it writes, and how often: `text` or `1s text`. */
  readonly log?: { readonly everyMs: number; readonly text: string };
}

/**
 * Reads the labels by which a scenario or a user gives a program a character: `swarmarium.start-after=5s`,
 * `swarmarium.crash-after=30s`, `swarmarium.exit-code=3`, `swarmarium.memory=200M`, `swarmarium.health=unhealthy`,
 * `swarmarium.log=1s request served`. Unreadable values are as if they were not there. What is in `character` goes first.
 */
export function scenarioBehaviour(own: Labels, character: Labels): ScenarioBehaviour {
  if (!asksForSomething(own) && !asksForSomething(character)) return ORDINARY;
  const labels = { ...own, ...character };
  const crashAfterMs = duration(labels['swarmarium.crash-after']);
  const exitCode = /^\d{1,3}$/.test(labels['swarmarium.exit-code'] ?? '') ? Number(labels['swarmarium.exit-code']) & 255 : undefined;
  const memoryBytes = memory(labels['swarmarium.memory']);
  const health = labels['swarmarium.health'];
  const log = /^(\d+(?:\.\d+)?[smh]) ([\s\S]+)$/.exec(labels['swarmarium.log'] ?? '');
  const plainLog = labels['swarmarium.log'];
  return {
    startAfterMs: duration(labels['swarmarium.start-after']) ?? 0,
    ...(crashAfterMs === undefined ? {} : { crashAfterMs }),
    ...(exitCode === undefined ? {} : { exitCode }),
    ...(memoryBytes === undefined ? {} : { memoryBytes }),
    ...(health === 'healthy' || health === 'unhealthy' || health === 'flaky' ? { health } : {}),
    ...(plainLog === undefined
      ? {}
      : { log: log ? { everyMs: Math.max(10, duration(log[1]) ?? 1000), text: log[2] ?? '' } : { everyMs: 5_000, text: plainLog } }),
  };
}

const ORDINARY: ScenarioBehaviour = { startAfterMs: 0 };

function asksForSomething(labels: Labels): boolean {
  for (const key in labels) if (key.startsWith('swarmarium.')) return true;
  return false;
}

function duration(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = /^(\d+)ms$/.exec(text);
  return ms ? Number(ms[1]) : sleepDuration([text]);
}

function memory(text: string | undefined): number | undefined {
  const match = /^(\d+)([bkmg]?)b?$/i.exec(text ?? '');
  if (!match) return undefined;
  return Number(match[1]) * ({ k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[(match[2] ?? '').toLowerCase()] ?? 1);
}
