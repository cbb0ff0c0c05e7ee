import { platformJson } from '../../../api/parse/platform.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { printInspect } from '../../format/inspect.ts';
import { readPlatform } from './platform-flag.ts';

/** `docker image inspect`. */
export const imageInspect: CommandBody = async (context, flags, args) => {
  const text = flags.string('platform');
  const query: { readonly platform?: string } = text === '' ? {} : { platform: platformJson(readPlatform(text)) };
  return printInspect(context, {
    refs: args,
    format: flags.string('format'),
    syntaxStatus: 64,
    fetch: async (ref) => {
      if (ref === '') throw new CommandError('Error: No such image: ');
      return { json: await call(context, { method: 'GET', path: `/images/${ref}/json`, query }), typeName: 'image.InspectResponse', keepsRaw: true };
    },
  });
};
