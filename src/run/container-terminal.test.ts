import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { defaultScenario } from './default-scenario.ts';
import { restore } from './restore.ts';

/** A terminal of DC2-N1: types lines and keys, and shows what came since. */
async function terminal() {
  const run = await restore(
    { scenario: defaultScenario(), inputs: [], now: 0 },
    { turn: () => new Promise((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) },
  );
  run.takeFrame(true);
  const shown = async (ms: number): Promise<string> => {
    await run.advance(run.now + ms);
    return run
      .takeFrame(false)
      .output.map(({ data, prompt }) => data + (prompt ?? ''))
      .join('')
      .replaceAll('\r\n', '\n');
  };
  return {
    line: async (text: string, ms = 1_000): Promise<string> => {
      await run.input({ kind: 'line', host: 'DC2-N1', text, from: 'terminal' });
      return shown(ms);
    },
    keys: async (data: string, ms = 1_000): Promise<string> => {
      await run.input({ kind: 'keys', host: 'DC2-N1', data });
      return shown(ms);
    },
  };
}

describe('a container’s terminal in the page', () => {
  it('echoes what is typed once, takes Ctrl-C for its own programs, and ends with exit', async () => {
    const { line, keys } = await terminal();
    expect(await line('docker exec -it $(docker ps -q | head -1) sh')).toMatch(/\n\/ # $/);
    expect(await line('hostname')).toMatch(/^hostname\n[0-9a-f]{12}\n\/ # $/);
    expect(await line('sleep 100')).toBe('sleep 100\n');
    expect(await keys('\u0003')).toBe('^C\n/ # ');
    expect(await keys('\u0003')).toBe('^C\n/ # ');
    expect(await line('exit 3')).toBe('exit 3\nDC2-N1 ~ $ ');
    expect(await line('echo $?')).toBe('DC2-N1 ~ $ echo $?\n3\nDC2-N1 ~ $ ');
  });

  it('is left by Ctrl-D and by the keys that let it go', async () => {
    const { line, keys } = await terminal();
    await line('docker exec -it $(docker ps -q | head -1) sh');
    expect(await keys('\u0004')).toMatch(/DC2-N1 ~ \$ $/);
    expect(await line('docker run -it --name box alpine:3.20', 20_000)).toMatch(/\/ # $/);
    expect(await keys('\u0010\u0011')).toBe('DC2-N1 ~ $ ');
    expect(await line("docker ps --filter name=box --format '{{.Names}}'")).toContain('\nbox\n');
    expect(await line('docker attach box')).toBe('DC2-N1 ~ $ docker attach box\n');
    expect(await line('echo hi')).toBe('echo hi\nhi\n/ # ');
    expect(await keys('\u0010\u0011')).toBe('read escape sequence\nDC2-N1 ~ $ ');
    expect(await line('docker exec -it box cat')).toBe('DC2-N1 ~ $ docker exec -it box cat\n');
    expect(await line('tea')).toBe('tea\ntea\n');
    expect(await keys('\u0004')).toBe('DC2-N1 ~ $ ');
  });

  it('hands Ctrl-C on to a container without one, and only to that', async () => {
    const { line, keys } = await terminal();
    await line('docker run --name pinger alpine:3.20 ping localhost', 20_000);
    expect(await keys('\u0003', 12_000)).toMatch(/DC2-N1 ~ \$ $/);
    await line('docker run -d --name web nginx:1.27', 20_000);
    await line('docker attach --sig-proxy=false web');
    expect(await keys('\u0003')).toMatch(/DC2-N1 ~ \$ $/);
    expect(await line("docker ps --format '{{.Names}}' --filter name=web")).toMatch(/\nweb\n/);
  });
});
