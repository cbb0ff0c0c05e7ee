import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { quoted } from '../docker/shell/quoted.ts';
import { Run } from '../run/run.ts';
import { numberedHosts } from '../run/scenario.ts';
import { nodeTurn } from './node-turn.ts';
import { dockerWords, shellText, templateText } from './testing/bad-text.ts';

/** BAD_SEED and BAD_RUNS try others. */
const SEED = Number(process.env['BAD_SEED'] ?? 20_261_128);
const RUNS = Number(process.env['BAD_RUNS'] ?? 150);

/** Virtual milliseconds until somebody presses Ctrl-C. */
const PATIENCE = 20_000;

/** Wall milliseconds that one line may take, on a machine that does other things too. */
const HANG = 20_000;

/** What one line may print before it is stopped (characters). */
const FLOOD = 20_000_000;

/** What can only come from a mistake in our own code. */
const MISTAKE =
  /\bundefined\b.*(?:is not|reading)|is not (?:a function|iterable)|Cannot (?:read|set|convert|destructure) (?:propert|undefined|null)|\[object |TypeError|RangeError|Maximum call stack|Invalid (?:array|string) length|assertion|heap/i;

/** Control characters and sequences that no docker and no program of ours writes. */
const DANGEROUS = /[\u0000-\u0006\u000e-\u001a\u001c-\u001f\u007f-\u009f]|\u001b(?!\[[0-9;]*[mABCDGHJK])/;

interface Screen {
  readonly output: string;
  readonly prompt: string | undefined;
}

async function cluster(): Promise<Run> {
  const run = new Run(
    {
      title: 'bad',
      seed: 'bad',
      epochMs: Date.UTC(2026, 0, 5, 9),
      hosts: numberedHosts(2),
      swarm: { managers: 1, workers: 1 },
      registry: 'simulated',
      setup: [],
    },
    { turn: nodeTurn, loadShell: async () => ({ createShell }) },
  );
  for (const line of [
    'docker service create -d --name web --replicas 2 --label esc=$(printf "\\033]0;x\\007\\033[2J") nginx',
    'docker service create -d --name logs alpine sh -c "while true; do printf \'\\033]0;pwned\\007\\033[6n line\\n\'; sleep 1; done"',
  ])
    await run.execute('DC2-N1', line, { stdout: { write: () => {} }, stderr: { write: () => {} } });
  await run.advance(run.now + 15_000);
  return run;
}

/** Types a line, lets time pass until the shell waits again, and presses Ctrl-C when it does not. */
async function typeLine(run: Run, text: string): Promise<Screen> {
  let output = '';
  let prompt: string | undefined;
  const began = Date.now();
  const look = (): void => {
    for (const part of run.takeFrame().output) {
      output += part.data;
      if (part.prompt !== undefined) prompt = part.prompt;
    }
  };
  await run.input({ kind: 'line', host: 'DC2-N1', text, from: 'terminal' });
  for (const until = run.now + PATIENCE; run.now < until && prompt === undefined && output.length < FLOOD; look()) {
    expect(Date.now() - began, 'time on the wall').toBeLessThan(HANG);
    await run.advance(run.now + 500);
  }
  for (let i = 0; i < 5 && (prompt === undefined || prompt === '> '); i++) {
    prompt = undefined;
    await run.input({ kind: 'keys', host: 'DC2-N1', data: '\u0003' });
    await run.advance(run.now + 100);
    look();
  }
  return { output, prompt };
}

/** What must hold whatever was typed. */
function expectSane({ output, prompt }: Screen, typed: string): void {
  expect(prompt, 'a prompt at the end').toMatch(/^DC2-N\d \S+ \$ $/);
  expect(output.replaceAll(typed, '')).not.toMatch(MISTAKE);
  expect(output).not.toMatch(DANGEROUS);
}

const check = (property: fc.IAsyncProperty<[string]> | fc.IAsyncProperty<[readonly string[]]>): Promise<void> =>
  fc.assert(property as fc.IAsyncProperty<unknown>, { seed: SEED, numRuns: RUNS, endOnFailure: process.env['BAD_RUNS'] !== undefined });

describe('bad input', { timeout: 600_000 }, () => {
  it('any text at a shell is answered, and Ctrl-C ends it', async () => {
    const run = await cluster();
    await check(
      fc.asyncProperty(shellText, async (text) => {
        expectSane(await typeLine(run, text), text);
        // Whatever it was, the next line is taken.
        const next = await typeLine(run, 'set +eufnx; unset -f echo f; unalias -a; trap - EXIT INT; cd /root; exec bash; \\echo al\\ive');
        if (!next.output.includes('al ive')) await typeLine(run, 'exit');
      }),
    );
    expect((await typeLine(run, 'exit')).prompt).toBe('DC2-N1 ~ $ ');
    expect((await typeLine(run, 'echo still here')).output).toContain('still here');
  });

  it('any words behind docker are answered in its form', async () => {
    const run = await cluster();
    await check(
      fc.asyncProperty(dockerWords, async (words) => {
        const line = `docker ${words.map(quoted).join(' ')}`;
        const screen = await typeLine(run, `${line}; echo "[$?]"`);
        expectSane(screen, line);
        const status = Number(/\[(\d+)\]\r\n$/.exec(screen.output)?.[1] ?? 130);
        const answer = screen.output.slice(screen.output.indexOf('\r\n') + 2).replace(/\[\d+\]\r\n$/, '');
        if (status !== 0) expect(answer.trim(), `status ${status}: a reason`).not.toBe('');
      }),
    );
  });

  it('any template is rendered or refused as Go does', async () => {
    const run = await cluster();
    await check(
      fc.asyncProperty(templateText, async (template) => {
        for (const command of ['node ls', 'service inspect web', 'ps']) {
          const line = `docker ${command} --format ${quoted(template)}`;
          const screen = await typeLine(run, `${line}; echo "[$?]"`);
          expectSane(screen, line);
          const [, status] = /\[(\d+)\]\r\n$/.exec(screen.output) ?? [];
          if (status !== '0') expect(screen.output).toMatch(/template|unsupported|format|json/i);
        }
      }),
    );
  });

  it('what is in labels, logs, names and addresses cannot drive a terminal', async () => {
    const run = await cluster();
    const typed = async (line: string): Promise<string> => (await typeLine(run, line)).output;
    for (const line of [
      'docker service inspect web --format \'{{index .Spec.Labels "esc"}}\'',
      'docker service ls --format "{{.Name}} {{json .}}"',
      'docker service logs --tail 3 logs',
      'docker logs $(docker ps -aq | head -1)',
      'curl "http://localhost/$(printf "\\033]0;x\\007")"',
      'printf "\\033]52;c;eA==\\007\\033P+q\\033\\\\ \\233 31m\\n"',
      'echo $\'\\e[6n\\e]8;;http://x\\e\\\\link\\e]8;;\\e\\\\\'; docker inspect "$(printf "a\\033[2Jb\\033c")"',
    ])
      expect(await typed(line), line).not.toMatch(DANGEROUS);
  });
});
