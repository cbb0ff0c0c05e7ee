import { describe, expect, it } from 'vitest';
import { defaultScenario } from './default-scenario.ts';
import type { LoggedInput } from './input.ts';
import type { Recording } from './recording.ts';
import { withFaultsOf, withUpdateOrder } from './vary.ts';

const line = (at: number, text: string, host = 'DC2-N1'): LoggedInput => ({ at, input: { kind: 'line', host, text, from: 'terminal' } });
const recording = (inputs: readonly LoggedInput[], now: number): Recording => ({ scenario: defaultScenario(), inputs, now });

describe('the same faults on another run', () => {
  it('takes away its own and puts theirs in at the same moments', () => {
    const own = recording([line(10, 'docker service ls'), { at: 20, input: { kind: 'fault', host: 'DC2-N2', fault: 'power-off' } }], 50);
    const other = recording(
      [line(5, 'docker node ls'), line(10, 'sudo systemctl stop docker', 'DC2-N3'), { at: 30, input: { kind: 'link', a: 'a', b: 'b', cut: true } }],
      90,
    );
    const varied = withFaultsOf(own, other);
    expect(varied.inputs.map(({ at, input }) => [at, input.kind === 'line' ? input.text : input.kind])).toEqual([
      [10, 'docker service ls'],
      [10, 'sudo systemctl stop docker'],
      [30, 'link'],
    ]);
    expect(varied.now).toBe(90);
  });
});

describe('the same run in another update order', () => {
  it('changes commands and stack files', () => {
    const file: LoggedInput = {
      at: 1,
      input: {
        kind: 'file',
        path: '/root/a.yml',
        content: 'services:\n  web:\n    deploy:\n      update_config:\n        parallelism: 2\n        order: stop-first\n      replicas: 2\n',
      },
    };
    const bare: LoggedInput = { at: 2, input: { kind: 'file', path: '/root/b.yml', content: 'x:\n  update_config:\n    delay: 5s\ny: 1\n' } };
    const varied = withUpdateOrder(
      recording(
        [
          file,
          bare,
          line(3, 'docker service update --image nginx:1.26 web'),
          line(4, 'docker service create --update-order=stop-first nginx'),
          line(5, 'docker ps'),
        ],
        9,
      ),
      'start-first',
    );
    expect(varied?.inputs.map(({ input }) => (input.kind === 'line' ? input.text : input.kind === 'file' ? input.content : ''))).toEqual([
      'services:\n  web:\n    deploy:\n      update_config:\n        parallelism: 2\n        order: start-first\n      replicas: 2\n',
      'x:\n  update_config:\n    order: start-first\n    delay: 5s\ny: 1\n',
      'docker service update --update-order start-first --image nginx:1.26 web',
      'docker service create --update-order=start-first nginx',
      'docker ps',
    ]);
    expect(varied && withUpdateOrder(varied, 'start-first')).toBeUndefined();
    expect(withUpdateOrder(recording([line(3, 'docker ps')], 9), 'start-first')).toBeUndefined();
  });
});
