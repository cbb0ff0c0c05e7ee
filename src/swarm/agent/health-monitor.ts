import type { HealthConfig } from '../../docker/api/specs.ts';
import type { CancelTimer, Timers } from '../../sim/timers.ts';
import type { HealthProbe } from './container.ts';

/** moby daemon/health.go. */
const DEFAULT_INTERVAL_MS = 30_000;
const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_START_INTERVAL_MS = 5_000;
const DEFAULT_RETRIES = 3;
const LOG_ENTRIES = 5;
const LONGEST_OUTPUT = 4096;

export interface Health {
  readonly status: 'starting' | 'healthy' | 'unhealthy';
  readonly failingStreak: number;
  readonly log: readonly HealthProbe[];
}

/** Runs one probe: `done` with exit code and output, later; the answer gives it up. */
export type RunProbe = (done: (exitCode: number, output: string) => void) => () => void;

/** Whether a health check is to be run at all: it has a test, and that is not `NONE`. */
export function hasHealthCheck(config: HealthConfig | undefined): config is HealthConfig {
  const test = config?.Test?.[0];
  return test !== undefined && test !== '' && test !== 'NONE';
}

/** What a container's health check is: its own over the image's, field by field (moby daemon/commit.go merge). */
export function mergeHealth(own: HealthConfig | undefined, image: HealthConfig | undefined): HealthConfig | undefined {
  if (!own) return image;
  if (!image) return own;
  const inherited = (own.Test ?? []).length === 0 ? image.Test : own.Test;
  const either = (mine: number | undefined, theirs: number | undefined): number => (mine ? mine : (theirs ?? 0));
  return {
    ...(inherited ? { Test: inherited } : {}),
    Interval: either(own.Interval, image.Interval),
    Timeout: either(own.Timeout, image.Timeout),
    StartPeriod: either(own.StartPeriod, image.StartPeriod),
    StartInterval: either(own.StartInterval, image.StartInterval),
    Retries: either(own.Retries, image.Retries),
  };
}

/** Probes a running container (orchestrator.md §6.4; moby daemon/health.go). Tells of each change of its health. */
export class HealthMonitor {
  health: Health = { status: 'starting', failingStreak: 0, log: [] };
  private timer: CancelTimer | undefined;
  private cancelProbe: (() => void) | undefined;
  private readonly startedAt: number;

  constructor(
    private readonly config: HealthConfig,
    private readonly timers: Timers,
    private readonly now: () => number,
    private readonly probe: RunProbe,
    private readonly changed: (before: Health['status']) => void,
  ) {
    this.startedAt = now();
    this.schedule();
  }

  stop(): void {
    this.timer?.();
    this.cancelProbe?.();
    this.cancelProbe = undefined;
  }

  private schedule(): void {
    const { StartPeriod, StartInterval, Interval } = this.config;
    const inStartPeriod = this.health.status === 'starting' && this.now() - this.startedAt < milliseconds(StartPeriod, 0);
    const wait = inStartPeriod ? milliseconds(StartInterval, DEFAULT_START_INTERVAL_MS) : milliseconds(Interval, DEFAULT_INTERVAL_MS);
    // Inside a start period shorter than the start interval the ordinary interval may come first.
    this.timer = this.timers.after(Math.min(wait, milliseconds(Interval, DEFAULT_INTERVAL_MS)), 'health probe', () => this.run());
  }

  private run(): void {
    const startedAt = this.now();
    const timeout = milliseconds(this.config.Timeout, DEFAULT_TIMEOUT_MS);
    const overdue = this.timers.after(timeout, 'health probe is overdue', () => {
      this.cancelProbe?.();
      this.record(startedAt, -1, `Health check exceeded timeout (${durationText(timeout)})`);
    });
    this.cancelProbe = this.probe((exitCode, output) => {
      overdue();
      this.record(startedAt, exitCode, output.length > LONGEST_OUTPUT ? `${output.slice(0, LONGEST_OUTPUT)}...` : output);
    });
  }

  private record(startedAt: number, exitCode: number, output: string): void {
    this.cancelProbe = undefined;
    const before = this.health;
    const log = [...before.log, { startedAt, endedAt: this.now(), exitCode, output }].slice(-LOG_ENTRIES);
    const retries = this.config.Retries ? this.config.Retries : DEFAULT_RETRIES;
    if (exitCode === 0) this.health = { status: 'healthy', failingStreak: 0, log };
    else {
      const excused = before.status === 'starting' && startedAt - this.startedAt < milliseconds(this.config.StartPeriod, 0);
      const failingStreak = before.failingStreak + (excused ? 0 : 1);
      this.health = { status: failingStreak >= retries ? 'unhealthy' : before.status, failingStreak, log };
    }
    this.schedule();
    if (this.health.status !== before.status) this.changed(before.status);
  }
}

function milliseconds(ns: number | undefined, otherwise: number): number {
  return ns ? Math.max(1, Math.round(ns / 1e6)) : otherwise;
}

/** Whole seconds as Go prints them, with milliseconds where there are any. */
function durationText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const seconds = (ms - minutes * 60_000) / 1000;
  return ms < 1000 ? `${ms}ms` : minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}
