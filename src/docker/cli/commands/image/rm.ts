import { platformJson } from '../../../api/parse/platform.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { call, daemonMessage, EngineError } from '../../engine-call.ts';
import type { ImageDeletion } from './image-answer.ts';
import { readPlatform } from './platform-flag.ts';

/** `docker rmi IMAGE…`: what was untagged and deleted; refusals at the end. With -f, images that are not there are no failure. */
export const imageRm: CommandBody = async (context, flags, args) => {
  // The engine that is simulated here has one platform: the first one is asked for.
  const [platform] = flags.list('platform').map((text) => platformJson(readPlatform(text)));
  const query = {
    ...(flags.bool('force') ? { force: '1' } : {}),
    ...(flags.bool('no-prune') ? { noprune: '1' } : {}),
    ...(platform === undefined ? {} : { platforms: platform }),
  };
  const errors: EngineError[] = [];
  for (const image of args) {
    try {
      const answer = (await call(context, { method: 'DELETE', path: `/images/${image}`, query })) as readonly ImageDeletion[] | null;
      for (const { Deleted: deleted, Untagged: untagged } of answer ?? []) {
        context.stdout.write(deleted ? `Deleted: ${deleted}\n` : `Untagged: ${untagged ?? ''}\n`);
      }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      errors.push(error);
    }
  }
  if (errors.length === 0) return 0;
  const text = errors.map(daemonMessage).join('\n');
  if (!flags.bool('force') || errors.some((error) => error.status !== 404)) throw new CommandError(text);
  context.stderr.write(`${text}\n`);
  return 0;
};
