import { goQuote } from '../../../api/parse/go-number.ts';
import { parseImageReference, withDefaultTag } from '../../../api/parse/image-reference.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { post } from '../../engine-call.ts';

/** `docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]`: prints nothing (moby client/image_tag.go). */
export const imageTag: CommandBody = async (context, _flags, args) => {
  const [source = '', target = ''] = args;
  const from = parseImageReference(source);
  if (!from.ok && !/^[a-f0-9]{64}$/.test(source))
    throw new CommandError(`Error parsing reference: ${goQuote(source)} is not a valid repository/tag: ${from.error}`);
  const to = parseImageReference(target);
  if (!to.ok) throw new CommandError(`Error parsing reference: ${goQuote(target)} is not a valid repository/tag: ${to.error}`);
  if (to.value.digest !== '') throw new CommandError('refusing to create a tag with a digest reference');
  const { domain, path, tag } = withDefaultTag(to.value);
  await post(context, `/images/${source}/tag`, { repo: `${domain}/${path}`, tag });
  return 0;
};
