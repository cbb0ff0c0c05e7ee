import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { defaultScenario } from './default-scenario.ts';
import type { Input } from './input.ts';
import { restore } from './restore.ts';

const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
const line = (text: string): Input => ({ kind: 'line', host: 'DC2-N1', text, from: 'terminal' });

/** What the terminal shows after lines that were all typed at once and, after a moment, some keys. */
async function screenOf(lines: readonly string[], keys = ''): Promise<string> {
  const run = await restore({ scenario: defaultScenario(), inputs: [], now: 0 }, services);
  await run.advance(run.now + 1000);
  run.takeFrame();
  for (const text of lines) await run.input(line(text));
  await run.advance(run.now + 200);
  if (keys !== '') await run.input({ kind: 'keys', host: 'DC2-N1', data: keys });
  await run.advance(run.now + 5000);
  return run
    .takeFrame()
    .output.map(({ data }) => data)
    .join('')
    .replace(/\u001b\[[\d;]*m/g, '');
}

describe('a terminal in which lines are typed while a program runs', () => {
  it('gives the shell what the program has not read, line by line, in order', async () => {
    const screen = await screenOf(['sleep 1', 'echo first', 'sleep 1', 'echo second']);
    expect(screen).toBe(
      'DC2-N1 ~ $ sleep 1\r\necho first\r\nsleep 1\r\necho second\r\nDC2-N1 ~ $ echo first\r\nfirst\r\nDC2-N1 ~ $ sleep 1\r\nDC2-N1 ~ $ echo second\r\nsecond\r\n',
    );
  });

  it('gives a program that reads what it reads, and the shell the rest', async () => {
    expect(await screenOf(['read name', 'swarm', 'echo hello $name'])).toContain('hello swarm\r\n');
  });

  it('forgets what was typed ahead of a program that is interrupted', async () => {
    expect(await screenOf(['sleep 100', 'echo never'], '\u0003')).not.toMatch(/\$ echo never/);
  });
});
