import type { PortConfig } from '../../api/specs.ts';

interface Run {
  readonly protocol: string;
  readonly published: readonly [first: number, last: number];
  readonly target: readonly [first: number, last: number];
}

const span = ([first, last]: readonly [number, number]): string => (last > first ? `${first}-${last}` : `${first}`);

/**
 * The PORTS cell of `service ls`: ingress ports as `*:80-81->80-81/tcp, *:53->53/udp`, sorted by protocol and published
 * port, neighbours merged (spec/cli.md §8.1; docker CLI service/formatter.go).
 */
export function formatPublishedPorts(ports: readonly PortConfig[]): string {
  const protocolOf = (port: PortConfig): string => port.Protocol ?? '';
  const sorted = [...ports].sort((a, b) =>
    protocolOf(a) === protocolOf(b) ? (a.PublishedPort ?? 0) - (b.PublishedPort ?? 0) : protocolOf(a) < protocolOf(b) ? -1 : 1,
  );
  const runs: Run[] = [];
  for (const port of sorted) {
    if (port.PublishMode !== 'ingress') continue;
    const published = port.PublishedPort ?? 0;
    const target = port.TargetPort ?? 0;
    const run = runs.at(-1);
    // The real one subtracts unsigned numbers, so a target below the run's last one is "far away" too.
    const continues =
      run !== undefined &&
      run.protocol === protocolOf(port) &&
      published - run.published[1] <= 1 &&
      target >= run.target[1] &&
      target - run.target[1] <= 1 &&
      !(run.target[0] !== run.target[1] && target <= run.target[1]);
    if (continues) runs[runs.length - 1] = { ...run, published: [run.published[0], published], target: [run.target[0], target] };
    else runs.push({ protocol: protocolOf(port), published: [published, published], target: [target, target] });
  }
  return runs
    .filter((run) => run.published[0] > 0)
    .map((run) => `*:${span(run.published)}->${span(run.target)}/${run.protocol}`)
    .join(', ');
}
