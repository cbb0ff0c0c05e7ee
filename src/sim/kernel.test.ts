import { describe, expect, it } from 'vitest';
import { AssertionFailed } from '../base/assert.ts';
import { Kernel } from './kernel.ts';

describe('Kernel', () => {
  it('delivers events at their time, to the actor that has the address then', () => {
    const kernel = new Kernel('k');
    const seen: string[] = [];
    const port = kernel.port<string>('a', (body) => seen.push(`${kernel.now} ${body}`));
    port.after(5, 'five');
    port.after(1, 'one');
    kernel.post(5, 'a', 'also five');
    kernel.post(3, 'nobody', 'lost');
    kernel.runUntil(4);
    expect(seen).toEqual(['1 one']);
    expect(kernel.now).toBe(4);
    kernel.runUntil(10);
    expect(seen).toEqual(['1 one', '5 five', '5 also five']);
    expect(kernel.now).toBe(10);
  });

  it('drops what was meant for an actor that has gone', () => {
    const kernel = new Kernel('k');
    const seen: string[] = [];
    const first = kernel.port<string>('a', (body) => seen.push(`first ${body}`));
    first.after(1, 'early');
    first.close();
    kernel.runUntil(2);
    kernel.port<string>('a', (body) => seen.push(`second ${body}`)).after(1, 'late');
    kernel.runUntil(5);
    expect(seen).toEqual(['second late']);
  });

  it('closing an old port leaves the new owner of its address alone', () => {
    const kernel = new Kernel('k');
    const old = kernel.port('a', () => {});
    old.close();
    kernel.port('a', () => {});
    old.close();
    expect(kernel.listening('a')).toBe(true);
  });

  it('whoever is taken away leaves nothing behind under its name', () => {
    const kernel = new Kernel('k');
    const seen: string[] = [];
    const old = kernel.port<string>('host/a', (body) => seen.push(`old ${body}`));
    kernel.port<string>('other/a', (body) => seen.push(`other ${body}`)).after(1, 'x');
    old.after(1, 'x');
    kernel.evict('host/');
    kernel.port<string>('host/a', (body) => seen.push(`new ${body}`)).after(2, 'y');
    old.close();
    kernel.runUntil(10);
    expect(seen).toEqual(['other x', 'new y']);
    expect(kernel.pending).toBe(0);
  });

  it('an address has one owner', () => {
    const kernel = new Kernel('k');
    kernel.port('a', () => {});
    expect(() => kernel.port('a', () => {})).toThrow(AssertionFailed);
  });

  it('steps one event at a time, up to a limit', () => {
    const kernel = new Kernel('k');
    let count = 0;
    const port = kernel.port<undefined>('a', () => count++);
    port.after(2, undefined);
    const cancelled = port.after(3, undefined);
    port.after(7, undefined);
    kernel.cancel(cancelled);
    expect([kernel.step(1), kernel.step(5), kernel.step(5), kernel.step(7), kernel.step(100)]).toEqual([false, true, false, true, false]);
    expect([count, kernel.now, kernel.delivered, kernel.pending]).toEqual([2, 7, 2, 0]);
  });

  it('the clock never jumps over an event', () => {
    const kernel = new Kernel('k');
    kernel.post(5, 'a', undefined);
    kernel.advanceTo(5);
    expect(() => kernel.advanceTo(6)).toThrow(AssertionFailed);
  });

  it('delays are whole milliseconds', () => {
    expect(() => new Kernel('k').post(0.5, 'a', undefined)).toThrow(AssertionFailed);
    expect(() => new Kernel('k').post(-1, 'a', undefined)).toThrow(AssertionFailed);
  });

  it('the random numbers of one owner do not depend on those of others', () => {
    const one = new Kernel('seed');
    const other = new Kernel('seed');
    other.random('b').uint32();
    expect(one.random('a').hex(20)).toBe(other.random('a').hex(20));
    expect(new Kernel('another seed').random('a').hex(20)).not.toBe(new Kernel('seed').random('a').hex(20));
  });
});
