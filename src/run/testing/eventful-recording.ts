import { defaultScenario } from '../default-scenario.ts';
import type { Recording } from '../recording.ts';

/** Ten virtual minutes with commands, a stopped engine, a power cut, a cut link, a drain, an update and Ctrl-C. */
export function eventfulRecording(): Recording {
  const line = (at: number, text: string, host = 'DC2-N1') => ({ at, input: { kind: 'line', host, text, from: 'terminal' } as const });
  const fault = (at: number, name: 'engine-stop' | 'engine-start' | 'power-off' | 'power-on' | 'cut' | 'heal', host: string) => ({
    at,
    input: { kind: 'fault', host, fault: name } as const,
  });
  return {
    scenario: defaultScenario('eventful'),
    inputs: [
      line(20_000, 'docker service create --name webapp1 --replicas 6 nginx'),
      fault(60_000, 'engine-stop', 'DC2-N3'),
      line(95_000, 'for i in 1 2 3; do docker service ls; sleep 5; done'),
      fault(120_000, 'engine-start', 'DC2-N3'),
      line(150_000, 'docker service update --image nginx:1.26 --update-parallelism 2 webapp1'),
      { at: 153_000, input: { kind: 'keys', host: 'DC2-N1', data: '\u0003' } },
      fault(200_000, 'cut', 'DC2-N2'),
      { at: 210_000, input: { kind: 'add-host', name: 'DC2-N4' } },
      line(212_000, 'docker node update --availability drain DC2-N3'),
      fault(260_000, 'heal', 'DC2-N2'),
      fault(300_000, 'power-off', 'DC2-N2'),
      line(340_000, 'docker service create -d --name job --mode replicated-job --replicas 4 --max-concurrent 2 alpine sh -c "sleep 7; exit 0"'),
      fault(380_000, 'power-on', 'DC2-N2'),
      line(420_000, 'docker service create -d --name flaky --restart-max-attempts 2 alpine sh -c "sleep 3; exit 1"'),
      line(470_000, 'docker node update --availability active DC2-N3'),
      line(500_000, 'docker stack rm mystack'),
    ],
    now: 600_000,
  };
}
