import type { CommandBody } from '../../command.ts';
import { imageHistory } from './history.ts';
import { imageInspect } from './inspect.ts';
import { imageLs } from './ls.ts';
import { imagePrune } from './prune.ts';
import { imagePull } from './pull.ts';
import { imagePush } from './push.ts';
import { imageRm } from './rm.ts';
import { imageTag } from './tag.ts';

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
