import { defaultScenario } from '../../run/default-scenario.ts';
import type { Input, LoggedInput } from '../../run/input.ts';
import { restore } from '../../run/restore.ts';
import { numberedHosts } from '../../run/scenario.ts';
import { best, cpuMsOf, type Figure, rounded } from './figure.ts';
import { services } from './playground.ts';

const MINUTE = 60_000;

/** One virtual hour of twenty nodes with three services and ten faults, as a link would carry it. */
export async function faultHour(): Promise<Figure[]> {
  const line = (text: string): Input => ({ kind: 'line', host: 'DC2-N1', text, from: 'terminal' });
  const fault = (host: string, kind: Extract<Input, { kind: 'fault' }>['fault']): Input => ({ kind: 'fault', host, fault: kind });
  const inputs: readonly (readonly [minute: number, input: Input])[] = [
    [0, line('docker service create -d --name web --replicas 20 nginx')],
    [0, line('docker service create -d --name api --replicas 10 --reserve-memory 100M httpd')],
    [0, line('docker service create -d --name everywhere --mode global redis')],
    [5, fault('DC2-N5', 'power-off')],
    [10, fault('DC2-N5', 'power-on')],
    [14, fault('DC2-N6', 'engine-stop')],
    [18, fault('DC2-N6', 'engine-start')],
    [22, fault('DC2-N7', 'cut')],
    [26, fault('DC2-N7', 'heal')],
    [30, fault('DC2-N1', 'engine-stop')],
    [34, fault('DC2-N1', 'engine-start')],
    [40, { kind: 'partition', groups: [['DC2-N8', 'DC2-N9', 'DC2-N10']] }],
    [50, { kind: 'partition', groups: [] }],
  ];
  const recording = {
    scenario: { ...defaultScenario(), hosts: numberedHosts(20), swarm: { managers: 3, workers: 17 }, setup: [] },
    inputs: inputs.map(([minute, input]): LoggedInput => ({ at: 30_000 + minute * MINUTE, input })),
    now: 30_000 + 60 * MINUTE,
  };
  const ms = await best(3, () =>
    cpuMsOf(async () => {
      await restore(recording, services);
    }),
  );
  return [{ what: 'replay a virtual hour of 20 nodes, 3 services, 10 faults, CPU', value: rounded(ms), unit: 'ms', aim: 1_000 }];
}
