import { describe, expect, it } from 'vitest';
import { Kernel } from './kernel.ts';
import { Network } from './network.ts';

function setUp(): { readonly kernel: Kernel; readonly network: Network; readonly seen: string[] } {
  const kernel = new Kernel('network');
  const network = new Network(kernel);
  network.open();
  const seen: string[] = [];
  for (const host of ['a', 'b', 'c']) kernel.port<string>(`${host}/x`, (body) => seen.push(`${kernel.now} ${host} ${body}`));
  return { kernel, network, seen };
}

describe('Network', () => {
  it('delivers after the delay of the link; a host reaches itself at once', () => {
    const { kernel, network, seen } = setUp();
    network.setQuality('a', 'c', { delayMs: 40, lossPercent: 0 });
    network.send('a', 'b', 'b/x', 'hello');
    network.send('c', 'a', 'a/x', 'from afar');
    network.send('a', 'a', 'a/x', 'self');
    kernel.runUntil(100);
    expect(seen).toEqual(['0 a self', '1 b hello', '40 a from afar']);
  });

  it('loses what meets a cut, when it is sent or when it arrives', () => {
    const { kernel, network, seen } = setUp();
    network.setHostCut('b', true);
    network.send('a', 'b', 'b/x', 'lost at sending');
    network.send('b', 'b', 'b/x', 'self');
    network.setPairCut('a', 'c', true);
    network.send('a', 'c', 'c/x', 'lost');
    network.setQuality('a', 'b', { delayMs: 10, lossPercent: 0 });
    network.setHostCut('b', false);
    network.send('a', 'b', 'b/x', 'lost on arrival');
    kernel.runUntil(5);
    network.setHostCut('b', true);
    kernel.runUntil(50);
    expect(seen).toEqual(['0 b self']);
    expect([network.connected('a', 'b'), network.connected('b', 'b'), network.connected('b', 'a'), network.connected('c', 'a')]).toEqual([
      false,
      true,
      false,
      false,
    ]);
    network.setHostCut('b', false);
    network.setPairCut('c', 'a', false);
    network.send('a', 'c', 'c/x', 'healed');
    kernel.runUntil(100);
    expect(seen).toEqual(['0 b self', '51 c healed']);
  });

  it('loses as many as it should', () => {
    const { kernel, network, seen } = setUp();
    network.setQuality('a', 'b', { delayMs: 1, lossPercent: 30 });
    for (let i = 0; i < 1000; i++) network.send('a', 'b', 'b/x', String(i));
    kernel.runUntil(10);
    expect(Math.abs(seen.length - 700)).toBeLessThan(60);
  });

  it('loss becomes delay for what is sent as TCP does', () => {
    const { kernel, network, seen } = setUp();
    network.setQuality('a', 'b', { delayMs: 1, lossPercent: 30 });
    for (let i = 0; i < 200; i++) network.sendReliably('a', 'b', 'b/x', String(i));
    kernel.runUntil(100_000);
    expect(seen).toHaveLength(200);
    const times = new Set(seen.map((line) => Number(line.split(' ')[0])));
    expect([...times].sort((a, b) => a - b).slice(0, 3)).toEqual([1, 201, 601]);
    network.setHostCut('b', true);
    network.sendReliably('a', 'b', 'b/x', 'lost');
    kernel.runUntil(200_000);
    expect(seen).toHaveLength(200);
  });

  it('is parted into groups, the unnamed hosts forming one of their own, and whole again', () => {
    const { kernel, network, seen } = setUp();
    network.setPartition([['a']]);
    expect([network.connected('a', 'b'), network.connected('b', 'c'), network.connected('a', 'a')]).toEqual([false, true, true]);
    network.setPartition([['a', 'b'], ['c']]);
    expect([network.connected('a', 'b'), network.connected('b', 'c'), network.partOf('c')]).toEqual([true, false, 2]);
    network.send('a', 'b', 'b/x', 'inside');
    network.send('a', 'c', 'c/x', 'outside');
    network.setPartition([]);
    network.send('a', 'c', 'c/x', 'whole');
    kernel.runUntil(10);
    expect(seen).toEqual(['1 b inside', '1 c whole']);
  });

  it('a slow host adds its delay to what it sends, gets, and tells itself', () => {
    const { kernel, network, seen } = setUp();
    const sent: string[] = [];
    const stop = network.onSend(({ from, to, at, arrivesAt }) => sent.push(`${from} ${to} ${at} ${arrivesAt}`));
    network.setSlow('b', 100);
    network.send('a', 'b', 'b/x', 'in');
    network.send('b', 'c', 'c/x', 'out');
    network.send('b', 'b', 'b/x', 'self');
    network.send('a', 'c', 'c/x', 'others');
    expect(sent).toEqual(['a b 0 101', 'b c 0 101', 'a c 0 1']);
    network.setHostCut('c', true);
    network.send('a', 'c', 'c/x', 'lost');
    network.setHostCut('c', false);
    stop();
    network.send('a', 'b', 'b/x', 'unseen');
    expect(sent.slice(3)).toEqual(['a c 0 undefined']);
    kernel.runUntil(200);
    expect(seen).toEqual(['1 c others', '100 b self', '101 b in', '101 c out', '101 b unseen']);
    network.setSlow('b', 0);
    expect(network.slowMs('b')).toBe(0);
  });
});
