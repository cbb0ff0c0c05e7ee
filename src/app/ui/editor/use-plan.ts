import { useEffect, useRef, useState } from 'react';
import type { Plan, PlanRequest } from '../../../run/plan.ts';
import { planApart } from '../../client/planner.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { shownRecording, useWorld } from '../../world/world.ts';

export type Planned =
  | { readonly state: 'none' }
  | { readonly state: 'asking'; readonly plan: undefined }
  /** `fresh`: it is about the present file; else the answer to what was typed meanwhile is on its way. */
  | { readonly state: 'planned'; readonly plan: Plan; readonly fresh: boolean }
  | { readonly state: 'failed'; readonly reason: string };

/** A world that is no run cannot be branched. */
const NOBODY = 'this cluster is not simulated';
const AFTER_TYPING_MS = 350;
const AFTER_CHANGES_MS = 1500;

/**
 * What deploying would do: asked a moment after the last key, and again when the cluster has become another one. The last
 * plan stays until the next is there, so that nothing flickers; only one question is on its way at a time.
 */
export function usePlan(request: PlanRequest | undefined): Planned {
  const client = useWorld((world) => world.client);
  const cluster = useMirror(signature);
  const question = request === undefined ? undefined : JSON.stringify(request);
  const [answer, setAnswer] = useState<{ readonly question: string; readonly stack: string; readonly result: Plan | string }>();
  const asking = useRef(false);
  const [finished, setFinished] = useState(0);
  const last = useRef<{ readonly question: string; readonly cluster: string }>(undefined);
  useEffect(() => {
    if (question === undefined || !client || asking.current) return;
    const typed = last.current?.question !== question;
    if (!typed && last.current?.cluster === cluster) return;
    const timer = setTimeout(
      () => {
        last.current = { question, cluster };
        asking.current = true;
        const asked = JSON.parse(question) as PlanRequest;
        const done = (result: Plan | string): void => {
          asking.current = false;
          setAnswer({ question, stack: asked.stack, result });
          setFinished((count) => count + 1);
        };
        const recording = shownRecording();
        if (!recording) return done(NOBODY);
        planApart(recording, asked).then(done, (error: unknown) => done(error instanceof Error ? error.message : String(error)));
      },
      typed ? AFTER_TYPING_MS : AFTER_CHANGES_MS,
    );
    return () => clearTimeout(timer);
    // `finished`: what was typed while a question was on its way is asked now; `cluster`: it may be answered otherwise.
  }, [client, question, cluster, finished]);
  if (request === undefined || question === undefined) return { state: 'none' };
  if (answer === undefined || answer.stack !== request.stack) return { state: 'asking', plan: undefined };
  if (typeof answer.result === 'string')
    return answer.question === question ? { state: 'failed', reason: answer.result } : { state: 'asking', plan: undefined };
  return { state: 'planned', plan: answer.result, fresh: answer.question === question };
}

type Cluster = Pick<ReturnType<typeof useMirror.getState>, 'hosts' | 'services'>;

let signed: Cluster & { readonly text: string } = { hosts: [], services: [], text: '' };

/** What of the cluster can change a plan, as text: not the tasks that come and go by themselves. */
function signature({ hosts, services }: Cluster): string {
  if (hosts === signed.hosts && services === signed.services) return signed.text;
  const machines = hosts.map((host) => [host.id, host.status, host.availability, host.role, host.power, host.engineUp, Object.entries(host.labels).join()]);
  const wanted = services.map((service) => [service.name, service.image, service.desired, service.update?.state, service.running === service.desired]);
  signed = { hosts, services, text: JSON.stringify([machines, wanted]) };
  return signed.text;
}
