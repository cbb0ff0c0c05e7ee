import type { JsonObject } from '../../../../base/json.ts';
import { familiarImageName, isDigest, parseImageReference, withDefaultTag } from '../../../api/parse/image-reference.ts';
import { isIpAddressOfLoopback } from '../../../api/parse/ip-address.ts';
import { parsePlatform, platformName } from '../../../api/parse/platform.ts';
import { type CommandBody, type CommandContext, CommandError, type Flags } from '../../command.ts';
import { EngineError, post } from '../../engine-call.ts';
import { parseNameserver } from '../../options/dns.ts';
import { OptionError } from '../../options/option-error.ts';
import { printImageMessages, pullQuery } from '../image/pull-image.ts';
import { type Attached, containerBody } from './create-body.ts';

/** An error of `run` or `create`, in their words: with a hint at the help. */
export const helpHint = (command: 'run' | 'create', message: string, status: number): CommandError =>
  new CommandError(`docker: ${message}\n\nRun 'docker ${command} --help' for more information`, status);

/** The streams that the flags ask for: `-i` takes the input in any case, without `-a` both outputs are shown. */
export function attachedStreams(flags: Flags): Attached {
  const given = flags.list('attach').map((stream) => stream.toLowerCase());
  const none = given.length === 0;
  return {
    stdin: given.includes('stdin') || flags.bool('interactive'),
    stdout: none || given.includes('stdout'),
    stderr: none || given.includes('stderr'),
  };
}

/** The body of the request, after all flags were read. Throws CommandError with the status 125. */
export function readBody(context: CommandContext, flags: Flags, args: readonly string[], attached: Attached, command: 'run' | 'create'): JsonObject {
  const [image = '', ...words] = args;
  try {
    const policy = flags.string('pull');
    if (!['always', 'missing', 'never', ''].includes(policy))
      throw new CommandError(`invalid pull option: '${policy}': must be one of "always", "missing" or "never"`);
    return containerBody(context, flags, image, words, attached);
  } catch (error) {
    if (error instanceof OptionError || error instanceof CommandError) throw helpHint(command, error.message, 125);
    throw error;
  }
}

async function pull(context: CommandContext, flags: Flags, image: string): Promise<void> {
  const platform = flags.string('platform').toLowerCase();
  const query = { ...pullQuery(image).query, ...(platform === '' ? {} : { platform }) };
  const out = flags.bool('quiet') ? { write: () => undefined } : context.stderr;
  await printImageMessages(context, { path: '/images/create', query }, out);
}

/** The name under which a missing image is fetched; undefined for an id, which no registry knows. Throws CommandError. */
function fetchableName(image: string): string | undefined {
  if (/^[a-f0-9]{64}$/.test(image) || isDigest(image)) return undefined;
  const read = parseImageReference(image);
  if (!read.ok) throw new CommandError(read.error);
  return familiarImageName(withDefaultTag(read.value));
}

/** Says that a name server on this machine will not be one in the container. */
function localNameserver(flags: Flags): readonly string[] {
  const local = flags.list('dns').map(parseNameserver).find(isIpAddressOfLoopback);
  return local === undefined ? [] : [`Localhost DNS (${local}) may fail in containers.`];
}

/**
 * Creates the container and prints the engine's warnings; fetches a missing image first unless told not to (docker CLI
 * container/create.go). Throws EngineError, CommandError.
 */
export async function createContainer(context: CommandContext, flags: Flags, image: string, body: JsonObject): Promise<string> {
  const policy = flags.string('pull');
  const cidFile = flags.string('cidfile');
  if (cidFile !== '' && exists(context, cidFile)) {
    throw new CommandError(`container ID file found, make sure the other container isn't running or delete ${cidFile}`);
  }
  const fetchable = fetchableName(image);
  const platform = flags.string('platform') === '' ? undefined : parsePlatform(flags.string('platform'));
  if (platform?.ok === false) throw new CommandError(`error parsing specified platform: ${platform.error}`);
  const query = {
    ...(flags.string('name') === '' ? {} : { name: flags.string('name') }),
    ...(platform === undefined ? {} : { platform: platformName(platform.value) }),
  };
  const ask = async (): Promise<string> => {
    const answer = await post<{ readonly Id: string; readonly Warnings?: readonly string[] | null }>(context, '/containers/create', query, body);
    for (const warning of [...(answer.Warnings ?? []), ...localNameserver(flags)]) context.stderr.write(`WARNING: ${warning}\n`);
    if (cidFile !== '') context.files.write(cidFile, answer.Id);
    return answer.Id;
  };
  if (policy === 'always') await pull(context, flags, image);
  try {
    return await ask();
  } catch (error) {
    const missing = error instanceof EngineError && error.status === 404;
    if (!missing || fetchable === undefined || policy !== 'missing') throw error;
    if (!flags.bool('quiet')) context.stderr.write(`Unable to find image '${fetchable}' locally\n`);
    await pull(context, flags, image);
    return ask();
  }
}

function exists(context: CommandContext, path: string): boolean {
  try {
    return context.files.read(path) !== undefined;
  } catch {
    return true;
  }
}

/** `docker create`: prints the id. */
export const containerCreate: CommandBody = async (context, flags, args) => {
  const body = readBody(context, flags, args, attachedStreams(flags), 'create');
  context.stdout.write(`${await createContainer(context, flags, args[0] ?? '', body)}\n`);
  return 0;
};
