import type { Json } from '../base/json.ts';
import type { Input } from './input.ts';

/**
 * How a scenario prepares its cluster: inputs, or Engine API requests that a command would make. Requests let a
 * cluster be alive before the command line's code has been loaded.
 */
export type SetupStep = Input | { readonly kind: 'request'; readonly host: string; readonly path: string; readonly body: Json };

/** A machine of a scenario, in few words. */
export interface ScenarioHost {
  readonly name: string;
  readonly address: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly engineLabels?: { readonly [key: string]: string };
  /** Labels of its node, set once the swarm has formed (as `docker node update --label-add` does). */
  readonly labels?: { readonly [key: string]: string };
}

/** How a run begins: everything that a replay needs besides the inputs. Plain JSON. */
export interface Scenario {
  readonly title: string;
  /** Any text: the same seed and inputs give the same run. */
  readonly seed: string;
  /** Unix milliseconds of virtual 0. */
  readonly epochMs: number;
  readonly hosts: readonly ScenarioHost[];
  /** How many of the hosts are managers and workers before the first input; undefined: no swarm is formed. */
  readonly swarm: { readonly managers: number; readonly workers: number } | undefined;
  /** `offline`: only preloaded images exist, as in the recorded swarms; `simulated`: well-known images can be pulled. */
  readonly registry: 'offline' | 'simulated';
  /** Taken at the beginning, each when the one before has ended. */
  readonly setup: readonly SetupStep[];
}

const GIB = 1024 ** 3;

/** The `n`th host of a scenario (from 1): DC2-N1 at 10.35.3.145 and so on, 2 CPUs and about 24 GB. */
export function numberedHost(n: number): ScenarioHost {
  const offset = 144 + n;
  return {
    name: `DC2-N${n}`,
    address: `10.35.${3 + Math.floor(offset / 255)}.${offset % 255}`,
    cpus: 2,
    memoryBytes: 24 * GIB - 442_499_072,
  };
}

/** Hosts DC2-N1 … DC2-Nn. */
export function numberedHosts(count: number): ScenarioHost[] {
  return Array.from({ length: count }, (_, i) => numberedHost(i + 1));
}

/** Reads `1m2w` (managers, workers); undefined when the text is something else. */
export function parseSwarmShape(text: string): { readonly managers: number; readonly workers: number } | undefined {
  const match = /^(\d+)m(?:(\d+)w)?$/.exec(text.trim());
  return match ? { managers: Number(match[1]), workers: Number(match[2] ?? 0) } : undefined;
}
