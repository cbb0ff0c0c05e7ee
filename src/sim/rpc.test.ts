import { describe, expect, it } from 'vitest';
import { Kernel } from './kernel.ts';
import { Network } from './network.ts';
import { RpcEndpoint, type RpcService } from './rpc.ts';

const ECHO: RpcService<string, string> = { name: 'echo' };

function setUp(): {
  readonly kernel: Kernel;
  readonly network: Network;
  readonly a: RpcEndpoint;
  readonly b: RpcEndpoint;
  readonly answers: string[];
  readonly ask: (text: string) => () => void;
} {
  const kernel = new Kernel('rpc');
  const network = new Network(kernel);
  network.open();
  const a = new RpcEndpoint(kernel, network, 'a');
  const b = new RpcEndpoint(kernel, network, 'b');
  a.open();
  b.open();
  const answers: string[] = [];
  const ask = (text: string): (() => void) =>
    a.call('b', 80, ECHO, text, 100, (answer) => answers.push(`${kernel.now} ${answer.kind === 'ok' ? answer.body : answer.kind}`));
  return { kernel, network, a, b, answers, ask };
}

describe('RpcEndpoint', () => {
  it('brings the answer back', () => {
    const { kernel, b, answers, ask } = setUp();
    b.serve(80, ECHO, (text, reply, from) => reply(`${text} of ${from}`));
    ask('hello');
    kernel.runUntil(1000);
    expect(answers).toEqual(['2 hello of a']);
  });

  it('a host refuses what nobody listens for, a closed listener resets what it owes', () => {
    const { kernel, b, answers, ask } = setUp();
    ask('x');
    kernel.runUntil(10);
    const close = b.serve(80, ECHO, () => {});
    ask('y');
    kernel.runUntil(20);
    close();
    kernel.runUntil(30);
    expect(answers).toEqual(['2 refused', '21 reset']);
  });

  it('silence ends in a time-out: without power, without a link, or when nobody answers', () => {
    const { kernel, network, b, answers, ask } = setUp();
    b.serve(80, ECHO, () => {});
    ask('x');
    kernel.runUntil(200);
    network.setHostCut('b', true);
    ask('y');
    kernel.runUntil(400);
    network.setHostCut('b', false);
    b.close();
    ask('z');
    kernel.runUntil(600);
    expect(answers).toEqual(['100 timeout', '300 timeout', '500 timeout']);
  });

  it('a call that was given up, or whose caller has lost its power, is never answered', () => {
    const { kernel, a, b, answers, ask } = setUp();
    b.serve(80, ECHO, (text, reply) => reply(text));
    ask('x')();
    ask('y');
    a.close();
    kernel.runUntil(1000);
    expect(answers).toEqual([]);
    a.open();
    ask('z');
    kernel.runUntil(2000);
    expect(answers).toEqual(['1002 z']);
  });

  it('answers only once', () => {
    const { kernel, b, answers, ask } = setUp();
    b.serve(80, ECHO, (text, reply) => {
      reply(text);
      reply('again');
    });
    ask('x');
    kernel.runUntil(1000);
    expect(answers).toEqual(['2 x']);
  });
});
