import { type Platform, parsePlatform } from '../../../api/parse/platform.ts';
import { CommandError } from '../../command.ts';

/** A platform as `--platform` of images names it. Throws CommandError with containerd's text. */
export function readPlatform(text: string, why = ''): Platform {
  const read = parsePlatform(text);
  if (!read.ok) throw new CommandError(`${why}${read.error}`);
  return read.value;
}
