import type { Json } from '../../../../base/json.ts';
import { goQuote } from '../../../api/parse/go-number.ts';
import { type CommandContext, CommandError } from '../../command.ts';
import { dockerFolder, dockerSetting } from '../../docker-config.ts';
import { LOCAL_ENGINE, parseEngineAddress } from '../../engine-address.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { sha256Hex } from '../../format/sha256.ts';
import { readFile } from '../../read-file.ts';

/** A context that somebody made. */
export interface StoredContext {
  readonly name: string;
  readonly description: string;
  readonly host: string;
  readonly skipTlsVerify: boolean;
}

const namePattern = '^[a-zA-Z0-9][a-zA-Z0-9_.+-]+$';
const metaFolder = (context: CommandContext, name: string): string => `${dockerFolder(context)}/contexts/meta/${sha256Hex(name)}`;

/** Where docker keeps what it knows of a context. */
export function storageOf(context: CommandContext, name: string): { readonly MetadataPath: string; readonly TLSPath: string } {
  if (name === 'default') return { MetadataPath: '<IN MEMORY>', TLSPath: '<IN MEMORY>' };
  return { MetadataPath: metaFolder(context, name), TLSPath: `${dockerFolder(context)}/contexts/tls/${sha256Hex(name)}` };
}

/** Refuses a name that no context can have (docker CLI context/store/store.go). Throws CommandError. */
export function checkContextName(name: string): void {
  if (name === '') throw new CommandError('context name cannot be empty');
  if (name === 'default') throw new CommandError('"default" is a reserved context name');
  if (!new RegExp(namePattern).test(name)) {
    throw new CommandError(`context name ${goQuote(name)} is invalid, names are validated against regexp ${goQuote(namePattern)}`);
  }
}

/** What docker says of a context that is not there (docker CLI context/store/metadatastore.go). */
export function missingContext(context: CommandContext, name: string): string {
  return `context ${goQuote(name)}: context not found: open ${metaFolder(context, name)}/meta.json: no such file or directory`;
}

interface Meta {
  readonly Name?: string;
  readonly Metadata?: { readonly Description?: string };
  readonly Endpoints?: { readonly docker?: { readonly Host?: string; readonly SkipTLSVerify?: boolean } };
}

function readMeta(context: CommandContext, folder: string): StoredContext | undefined {
  const read = readFile(context.files, `${folder}/meta.json`);
  if ('problem' in read) return undefined;
  try {
    const meta = JSON.parse(read.text) as Meta;
    const endpoint = meta.Endpoints?.docker;
    return {
      name: meta.Name ?? '',
      description: meta.Metadata?.Description ?? '',
      host: endpoint?.Host ?? '',
      skipTlsVerify: endpoint?.SkipTLSVerify === true,
    };
  } catch {
    return undefined;
  }
}

/** The stored context of this name; undefined when there is none. */
export function storedContext(context: CommandContext, name: string): StoredContext | undefined {
  return readMeta(context, metaFolder(context, name));
}

/** All stored contexts, by name. */
export function storedContexts(context: CommandContext): readonly StoredContext[] {
  const folder = `${dockerFolder(context)}/contexts/meta`;
  const found = (context.files.list(folder) ?? []).flatMap((entry) => readMeta(context, `${folder}/${entry}`) ?? []);
  return found.sort((a, b) => compareNatural(a.name, b.name));
}

/** Writes a context as docker does. */
export function storeContext(context: CommandContext, { name, description, host, skipTlsVerify }: StoredContext): void {
  const endpoint = { ...(host === '' ? {} : { Host: host }), SkipTLSVerify: skipTlsVerify };
  const meta: Json = { Name: name, Metadata: description === '' ? {} : { Description: description }, Endpoints: { docker: endpoint } };
  context.files.write(`${metaFolder(context, name)}/meta.json`, JSON.stringify(meta));
}

/** Forgets a context. */
export function removeContext(context: CommandContext, name: string): void {
  context.files.remove(metaFolder(context, name));
}

const hostFromEnv = (context: CommandContext): string => context.env['DOCKER_HOST'] ?? '';

/** The name of the context in use: -H and DOCKER_HOST mean the default one, -c, DOCKER_CONTEXT and `context use` name one. */
export function currentContext(context: CommandContext): string {
  const { host, context: given = '' } = context.named ?? {};
  if (host !== undefined) return 'default';
  if (given !== '') return given;
  if (hostFromEnv(context) !== '') return 'default';
  return context.env['DOCKER_CONTEXT'] || (dockerSetting(context, 'currentContext') ?? 'default');
}

/** What was said about the default context's engine: by -H, else by DOCKER_HOST; empty: nothing. */
export function defaultHost(context: CommandContext): string {
  return context.named?.host ?? hostFromEnv(context);
}

/** The engine's address that `docker context` shows for the default context. Throws CommandError when it is none. */
export function defaultAddress(context: CommandContext): string {
  const host = defaultHost(context);
  const read = parseEngineAddress(host);
  if ('address' in read) return read.address;
  if (read.ofEndpoint) throw new CommandError(read.problem);
  return host === '' ? LOCAL_ENGINE : host;
}
