import type { RandomStream } from '../../sim/random.ts';
import type { Timers } from '../../sim/timers.ts';
import type { Container, LogLine, ProbeStep } from './container.ts';
import type { HostTroubles } from './host-troubles.ts';
import type { OneContainer } from './one-container.ts';
import type { ProgramNet } from './program/program.ts';
import type { VolumeStore } from './volume-store.ts';

/** What containers need of their host. */
export interface ContainerHost {
  readonly timers: Timers;
  readonly random: RandomStream;
  /** Virtual milliseconds. */
  now(): number;
  /** Unix milliseconds of virtual 0. */
  readonly epochMs: number;
  readonly volumes: VolumeStore;
  readonly troubles: HostTroubles;
  /** Whether there is an internet behind the host. */
  readonly internet: boolean;
  /** The networks that it has attached a container to; undefined before there are any. */
  net(container: Container): ProgramNet | undefined;
  log(containerId: string, line: LogLine): void;
  output(containerId: string, stream: LogLine['stream'], text: string): void;
  healthChanged(one: OneContainer): void;
  probed(one: OneContainer, probe: ProbeStep): void;
  processEnded(one: OneContainer, exitCode: number, oomKilled: boolean): void;
}

/** Where a part of the container's files comes from. */
export interface MountSource {
  readonly target: string;
  /** Name of the volume; empty: none. */
  readonly volume: string;
  readonly readOnly: boolean;
}
