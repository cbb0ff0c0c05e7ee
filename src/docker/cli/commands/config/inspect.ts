import { fromBase64 } from '../../../../base/base64.ts';
import type { Json } from '../../../../base/json.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { goTime } from '../../format/age.ts';
import { printInspect } from '../../format/inspect.ts';
import { capitalised } from '../../format/list.ts';
import { labelBlock, printPretty } from '../../format/pretty.ts';
import type { ConfigAnswer } from './config-answer.ts';

function prettyConfig(config: ConfigAnswer): string {
  const data = new TextDecoder().decode(fromBase64(config.Spec.Data ?? '') ?? new Uint8Array());
  return [
    `ID:\t\t\t${config.ID}\n`,
    `Name:\t\t\t${config.Spec.Name}\n`,
    labelBlock('Labels:', config.Spec.Labels),
    `Created at:            \t${capitalised(goTime(config.CreatedAt))}\n`,
    `Updated at:            \t${capitalised(goTime(config.UpdatedAt))}\n`,
    `Data:\n${data}`,
  ].join('');
}

/** `docker config inspect`. */
export const configInspect: CommandBody = async (context, flags, args) => {
  const pretty = flags.bool('pretty');
  const format = pretty ? 'pretty' : flags.string('format');
  if (!pretty && format.startsWith('pretty') && format !== 'pretty') throw new CommandError('cannot supply extra formatting options to the pretty template');
  const fetch = (ref: string): Promise<Json> => call(context, { method: 'GET', path: `/configs/${ref}` });
  if (format === 'pretty') return printPretty(context, args, async (ref) => prettyConfig((await fetch(ref)) as unknown as ConfigAnswer));
  return printInspect(context, { refs: args, format, fetch: async (ref) => ({ json: await fetch(ref), typeName: 'swarm.Config', keepsRaw: true }) });
};
