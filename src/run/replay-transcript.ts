import type { Input } from './input.ts';
import { Run, type RunServices } from './run.ts';
import { numberedHosts, parseSwarmShape } from './scenario.ts';
import { TRANSCRIPT_REST } from './settle.ts';
import { FAULTS, parseTranscript } from './transcript.ts';

/** What an engine takes until it answers, in virtual milliseconds. */
const START_MS = 1_000;
/** What a call of the real command line takes at least, in virtual milliseconds: the cluster is never outrun. */
export const COMMAND_MS = 60;
/** A command that has not ended by itself after so many virtual milliseconds is interrupted. */
const LONGEST_COMMAND_MS = 30 * 60_000;

/**
 * Replays a script on a fresh cluster and hands each piece of the transcript to `print` as it comes. The header may name
 * a `seed` (else the title is the seed) and a `registry: simulated`.
 */
export async function replayTranscript(text: string, print: (text: string) => void, services: RunServices, seed?: string): Promise<void> {
  const { header, steps } = parseTranscript(text);
  const shape = header['swarm'] === undefined || header['swarm'] === 'none' ? undefined : parseSwarmShape(header['swarm']);
  const run = new Run(
    {
      title: header['title'] ?? '',
      seed: seed ?? header['seed'] ?? header['title'] ?? 'transcript',
      epochMs: Date.UTC(2026, 0, 5, 9, 0, 0),
      hosts: numberedHosts(Number(header['hosts'] ?? 1)),
      swarm: shape,
      registry: header['registry'] === 'simulated' ? 'simulated' : 'offline',
      setup: [],
    },
    services,
  );
  const names = new Map<string, string>();
  const execute = async (host: string, command: string): Promise<string> => {
    const line = command.replace(/\$([A-Z][A-Z0-9_]*)/g, (whole, name: string) => names.get(name) ?? whole);
    let output = '';
    const sink = {
      write: (part: string) => {
        output += part;
      },
    };
    const status = await run.execute(host, line, { stdout: sink, stderr: sink }, LONGEST_COMMAND_MS);
    await run.advance(run.now + COMMAND_MS);
    if (output !== '' && !output.endsWith('\n')) output += '\n';
    return status === 0 ? output : `${output}[exit ${status}]\n`;
  };
  for (const [key, value] of Object.entries(header)) print(`# ${key}: ${value}\n`);
  for (const step of steps) {
    switch (step.kind) {
      case 'command':
        print(`\n${step.line}\n${await execute(step.host, step.command)}`);
        break;
      case 'let':
        names.set(step.name, (await execute(step.host, step.command)).trim());
        break;
      case 'file':
        print(`\nfile ${step.name} <<EOF\n${step.text}EOF\n`);
        run.writeFile(`/root/${step.name}`, step.text);
        break;
      case 'settle':
        print(`\n${step.line}\n`);
        await run.settling.settle((until) => run.advance(until), TRANSCRIPT_REST);
        break;
      case 'wait':
        print(`\n${step.line}\n`);
        await run.advance(run.now + step.ms);
        break;
      case 'fault':
        print(`\n${step.line}\n`);
        {
          // Typing takes no time, but stopping an engine does, and starting one.
          const ms = step.action === 'stop' ? run.stopTimeMs(step.host) : step.action === 'start' ? START_MS : 0;
          await run.input({ kind: 'fault', fault: FAULTS[step.action], host: step.host } satisfies Input);
          await run.advance(run.now + ms);
        }
        break;
    }
  }
}
