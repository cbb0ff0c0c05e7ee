/** One measured number, with what it is held against. */
export interface Figure {
  /** What was measured, how and under which load. */
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What we want; absent: nobody has said. */
  readonly aim?: number;
  /** `more`: at least the aim; `less` (the default): at most. */
  readonly better?: 'more' | 'less';
}

/** CPU milliseconds of this process so far, those of the garbage collector's threads included. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** CPU milliseconds that `work` takes. */
export async function cpuMsOf(work: () => Promise<void> | void): Promise<number> {
  const before = cpuMs();
  await work();
  return cpuMs() - before;
}

/** The smallest of several measurements: what the machine can do when nothing else disturbs it. */
export async function best(times: number, measure: () => Promise<number> | number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) least = Math.min(least, await measure());
  return least;
}

export function rounded(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}
