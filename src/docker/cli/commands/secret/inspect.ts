import type { Json } from '../../../../base/json.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { goTime } from '../../format/age.ts';
import { printInspect } from '../../format/inspect.ts';
import { capitalised } from '../../format/list.ts';
import { labelBlock, printPretty } from '../../format/pretty.ts';
import type { SecretAnswer } from './secret-answer.ts';

function prettySecret(secret: SecretAnswer): string {
  return [
    `ID:              ${secret.ID}\n`,
    `Name:              ${secret.Spec.Name}\n`,
    labelBlock('Labels:', secret.Spec.Labels),
    `Driver:            ${secret.Spec.Driver?.Name ?? ''}\n`,
    `Created at:        ${capitalised(goTime(secret.CreatedAt))}\n`,
    `Updated at:        ${capitalised(goTime(secret.UpdatedAt))}`,
  ].join('');
}

/** `docker secret inspect`. */
export const secretInspect: CommandBody = async (context, flags, args) => {
  const pretty = flags.bool('pretty');
  const format = pretty ? 'pretty' : flags.string('format');
  if (!pretty && format.startsWith('pretty') && format !== 'pretty') throw new CommandError('cannot supply extra formatting options to the pretty template');
  const fetch = (ref: string): Promise<Json> => call(context, { method: 'GET', path: `/secrets/${ref}` });
  if (format === 'pretty') return printPretty(context, args, async (ref) => prettySecret((await fetch(ref)) as unknown as SecretAnswer));
  return printInspect(context, { refs: args, format, fetch: async (ref) => ({ json: await fetch(ref), typeName: 'swarm.Secret', keepsRaw: true }) });
};
