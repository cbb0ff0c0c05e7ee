import type { Json } from '../../base/json.ts';
import type { EngineRequest } from '../../docker/api/client.ts';
import { Run } from '../../run/run.ts';
import { numberedHosts } from '../../run/scenario.ts';
import type { EngineCall } from '../engine.ts';
import { moreRoutes } from '../more-routes.ts';

/** What an engine answered: 0 when nothing came. A stream is broken off after its head. */
export interface BadInputAnswer {
  readonly status: number;
  readonly body?: Json | undefined;
}

/** A small cluster whose first engine is asked; a mistake anywhere in it is thrown. */
export class BadInputWorld {
  private readonly run: Run;
  private readonly host: string;

  constructor(kind: 'manager' | 'worker' | 'alone') {
    const swarm = kind === 'alone' ? undefined : { managers: 1, workers: 1 };
    this.run = new Run(
      { title: 'bad input', seed: 'bad input', epochMs: Date.UTC(2026, 0, 5), hosts: numberedHosts(2), swarm, registry: 'simulated', setup: [] },
      { turn: () => Promise.resolve(), loadShell: () => Promise.reject(new Error('nobody types')), engineRoutes: moreRoutes },
    );
    this.host = kind === 'worker' ? 'DC2-N2' : 'DC2-N1';
    this.ask({ method: 'POST', path: '/containers/create', query: { name: 'box' }, body: { Image: 'busybox', Cmd: ['sleep', '1000'], OpenStdin: true } }, 1000);
    this.ask({ method: 'POST', path: '/containers/box/start' }, 1000);
  }

  /** Sends a request and lets time pass until there is an answer, or the head of one. */
  ask(request: EngineRequest, patienceMs: number): BadInputAnswer {
    const engine = this.run.engineOf(this.host);
    if (!engine) return { status: 599 };
    let answer: BadInputAnswer = { status: 0 };
    const call: EngineCall = engine.handle(request, {
      respond: (status, body) => {
        answer = { status, body };
      },
      open: (status) => {
        answer = { status };
        return { chunk: () => undefined, end: () => undefined };
      },
    });
    const { kernel } = this.run.cluster;
    const until = kernel.now + patienceMs;
    while (answer.status === 0 && kernel.now < until && kernel.step(until));
    if (answer.status === 101) {
      call.write('echo hi\r\x03\x04\x1b[A\u0000exit\n');
      call.closeWrite();
      kernel.runUntil(kernel.now + 200);
    }
    call.cancel();
    return answer;
  }

  pass(ms: number): void {
    this.run.cluster.kernel.runUntil(this.run.cluster.kernel.now + ms);
  }
}
