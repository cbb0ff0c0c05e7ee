import { Interrupted } from '../../../api/client.ts';
import type { CommandContext } from '../../command.ts';
import type { Ending } from './wait-for-exit.ts';

/** After Ctrl-C the container gets this long to end. */
const PATIENCE_MS = 10_000;

/**
 * The status of a container whose output is shown until it ends. Ctrl-C is handed on to it where signals are
 * (docker CLI container/signals.go ForwardAllSignals); where they are not, it is left alone.
 */
export async function endOf(context: CommandContext, id: string, shown: Promise<void>, ending: Ending, proxy: boolean): Promise<number> {
  try {
    await shown;
    return await ending.status();
  } catch (error) {
    if (!(error instanceof Interrupted) || !proxy) throw error;
    await context.client.request({ method: 'POST', path: `/containers/${id}/kill`, query: { signal: 'INT' } });
    return Promise.race([ending.status(), context.clock.sleep(PATIENCE_MS).then(() => 130)]);
  }
}
