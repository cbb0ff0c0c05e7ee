import type { Json } from '../../../../base/json.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { printInspect } from '../../format/inspect.ts';
import { printPretty } from '../../format/pretty.ts';
import { nodeReference } from '../../resolve.ts';
import type { NodeAnswer } from './node-answer.ts';
import { prettyNode } from './pretty-node.ts';

/** `docker node inspect`. */
export const nodeInspect: CommandBody = async (context, flags, args) => {
  const pretty = flags.bool('pretty');
  const format = flags.string('format');
  if (!pretty && format.startsWith('pretty') && format !== 'pretty') throw new CommandError('cannot supply extra formatting options to the pretty template');
  const fetch = async (ref: string): Promise<Json> => call(context, { method: 'GET', path: `/nodes/${await nodeReference(context, ref)}` });
  if (pretty || format === 'pretty') return printPretty(context, args, async (ref) => prettyNode((await fetch(ref)) as unknown as NodeAnswer));
  return printInspect(context, { refs: args, format, fetch: async (ref) => ({ json: await fetch(ref), typeName: 'swarm.Node', keepsRaw: false }) });
};
