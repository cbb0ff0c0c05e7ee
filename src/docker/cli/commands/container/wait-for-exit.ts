import { type CommandContext, CommandError } from '../../command.ts';
import { callFully, documentOf } from '../../engine-call.ts';

/** How a container is going to end: asked before it starts, so that no end is missed. */
export interface Ending {
  /** The exit status. Throws CommandError with the engine's text when it could not wait. */
  readonly status: () => Promise<number>;
}

const neverAborted = { aborted: false, addEventListener: () => undefined, removeEventListener: () => undefined };

/** A context that Ctrl-C does not end: after it, it is still to be known how the container ended. */
export const patient = (context: CommandContext): CommandContext => ({ ...context, signal: neverAborted });

/**
 * Waits for a container's end (moby client/container_wait.go). Resolves when the engine listens; what it says comes later.
 * @param condition `next-exit`, `removed`, or empty: that it does not run
 */
export async function waitForExit(context: CommandContext, id: string, condition: '' | 'next-exit' | 'removed'): Promise<Ending> {
  const response = await callFully(context, { method: 'POST', path: `/containers/${id}/wait`, query: condition === '' ? {} : { condition } });
  const document = documentOf(context, response);
  document.catch(() => undefined);
  return {
    status: async () => {
      const answer = (await document) as { readonly StatusCode?: number; readonly Error?: { readonly Message?: string } | null } | null;
      if (answer?.Error) throw new CommandError(answer.Error.Message ?? '');
      return answer?.StatusCode ?? 125;
    },
  };
}
