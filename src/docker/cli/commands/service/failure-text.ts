import { CommandError } from '../../command.ts';
import { daemonMessage, EngineError } from '../../engine-call.ts';

/** What docker prints about a failure of one of several arguments. Anything but a refusal is thrown again. */
export function failureText(error: unknown): string {
  if (error instanceof EngineError) return daemonMessage(error);
  if (error instanceof CommandError) return error.message;
  throw error;
}
