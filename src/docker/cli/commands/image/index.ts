import type { CommandBody } from '../../command.ts';
import { call } from '../../engine-call.ts';
import { printInspect } from '../../format/inspect.ts';
import { imageHistory } from './history.ts';
import { imageLs } from './ls.ts';
import { imagePrune } from './prune.ts';
import { imagePull } from './pull.ts';
import { imagePush } from './push.ts';
import { imageRm } from './rm.ts';
import { imageTag } from './tag.ts';

const imageInspect: CommandBody = (context, flags, args) =>
  printInspect(context, {
    refs: args,
    format: flags.string('format'),
    syntaxStatus: 64,
    fetch: async (ref) => ({ json: await call(context, { method: 'GET', path: `/images/${ref}/json` }), typeName: 'image.InspectResponse', keepsRaw: true }),
  });

/** The bodies of `docker image *`, by path. */
export const imageCommands: { readonly [path: string]: CommandBody } = {
  'image history': imageHistory,
  'image inspect': imageInspect,
  'image ls': imageLs,
  'image prune': imagePrune,
  'image pull': imagePull,
  'image push': imagePush,
  'image rm': imageRm,
  'image tag': imageTag,
};
