import { createShell } from '../../docker/shell/create-shell.ts';
import { STACK_FILE } from '../../run/default-scenario.ts';
import type { LoggedInput } from '../../run/input.ts';
import { encodeLink } from '../../run/link.ts';
import { restore } from '../../run/restore.ts';
import { busyShared, sixtyLines } from '../../run/testing/busy-run.ts';
import { eventfulRecording } from '../../run/testing/eventful-recording.ts';
import { nodeTurn } from '../node-turn.ts';
import type { Figure } from './figure.ts';

const services = { turn: nodeTurn, loadShell: async () => ({ createShell }) };
/** Links and the way back to a moment. */
export async function time(): Promise<readonly Figure[]> {
  const bare = busyShared();
  const { recording } = bare;
  const file: LoggedInput = { at: 15_000, input: { kind: 'file', path: STACK_FILE, content: sixtyLines() } };
  const withFile = { ...bare, recording: { ...recording, inputs: [file, ...recording.inputs] } };
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const before = process.cpuUsage();
    await restore(eventfulRecording(), services);
    const used = process.cpuUsage(before);
    least = Math.min(least, (used.user + used.system) / 1000);
  }
  return [
    { what: 'link: six nodes, six services, ten actions', value: encodeLink(bare).length, unit: 'characters', aim: 1100 },
    { what: 'link: the same with a stack file of sixty lines', value: encodeLink(withFile).length, unit: 'characters', aim: 1100 },
    { what: 'back to a moment by replay: ten eventful virtual minutes', value: Math.round(least), unit: 'CPU ms', aim: 300 },
  ];
}
