import type { Plan, PlanRequest } from '../../run/plan.ts';
import type { Recording } from '../../run/recording.ts';
import type { FromWorker, ToWorker } from '../../worker/wire.ts';

/** A worker that nobody needs for so many wall milliseconds is ended. */
const IDLE_MS = 60_000;
/** A worker that has not answered for so long is dead, or as good as that. */
const PATIENCE_MS = 60_000;

let worker: Worker | undefined;
/** Ends the worker when nobody needs it, or when it does not answer. */
let ending: ReturnType<typeof setTimeout> | undefined;
let nextId = 1;
const waiting = new Map<number, { readonly resolve: (plan: Plan) => void; readonly reject: (error: Error) => void }>();

/**
 * What a deploy would do in a run. Found in a worker of its own: running a branch takes longer than a
 * picture may stand still, and what is typed meanwhile is to be checked at once. Rejects with a text for the user.
 */
export function planApart(recording: Recording, request: PlanRequest): Promise<Plan> {
  worker ??= start();
  const id = nextId++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    endLater();
    worker?.postMessage({ kind: 'plan', id, recording, request } satisfies ToWorker);
  });
}

function start(): Worker {
  const made = new Worker(new URL('../../worker/entry.ts', import.meta.url), { type: 'module', name: 'swarmarium-plan' });
  made.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'failed') end(data.message);
    if (data.kind !== 'answer' && data.kind !== 'no-answer') return;
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'answer') asked?.resolve(data.answer as Plan);
    else asked?.reject(new Error(data.message));
    endLater();
  };
  made.onerror = (event) => end(event.message || 'the worker stopped');
  return made;
}

function endLater(): void {
  clearTimeout(ending);
  ending = waiting.size === 0 ? setTimeout(() => end(''), IDLE_MS) : setTimeout(() => end('no plan was found within a minute'), PATIENCE_MS);
}

function end(message: string): void {
  clearTimeout(ending);
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(new Error(message));
  waiting.clear();
}
