import { fromBase64 } from '../../../../base/base64.ts';
import { readTar, type TarEntry, writeTar } from '../../../../base/tar.ts';
import { fromByteText, fromUtf8, toByteText, toUtf8 } from '../../../../base/utf8.ts';
import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { callFully, EngineError } from '../../engine-call.ts';
import { shortSize } from '../../format/size.ts';
import { type CopyPlace, copyTarget, splitPath } from './copy-target.ts';

const FILE_MODE = 0o644;
const DIRECTORY_MODE = 0o755;
/** Go's os.ModeDir. */
const GO_DIRECTORY = 2 ** 31;

/** `CONTAINER:PATH`, or a path of this host: one that begins with a dot or a slash, or has no colon (docker CLI container/cp.go splitCpArg). */
function readPlace(text: string): { readonly container: string; readonly path: string } {
  const colon = text.indexOf(':');
  const container = colon < 0 || text.startsWith('.') || text.startsWith('/') ? '' : text.slice(0, colon);
  return { container, path: container === '' ? text : text.slice(colon + 1) };
}

/** `docker cp`: files as tar archives, into a container and out of it (docker CLI container/cp.go; moby/go-archive copy.go). */
export const containerCp: CommandBody = async (context, flags, args) => {
  const [source = '', destination = ''] = args;
  if (source === '') throw new CommandError('source can not be empty');
  if (destination === '') throw new CommandError('destination can not be empty');
  const from = readPlace(source);
  const to = readPlace(destination);
  if (from.container !== '' && to.container !== '') throw new CommandError('copying between containers is not supported');
  if (from.container === '' && to.container === '') throw new CommandError('must specify at least one container source');
  const said = from.container === '' ? await copyIn(context, from.path, to.container, to.path) : await copyOut(context, from.container, from.path, to.path);
  if (said !== undefined && !flags.bool('quiet')) context.stderr.write(said);
  return 0;
};

/** A folder's path with a slash or dot at its end keeps it: what it says of the path counts. */
const withEnd = (resolved: string, given: string): string => (/(?:^|\/)\.$/.test(given) ? `${resolved}/.` : given.endsWith('/') ? `${resolved}/` : resolved);

function localPlace(context: CommandContext, given: string): CopyPlace {
  const resolved = context.files.resolve(given);
  const folder = resolved === '/' || context.files.list(resolved) !== undefined;
  const exists = folder || textOf(context, resolved) !== undefined;
  return { path: withEnd(resolved, given), exists, folder };
}

function textOf(context: CommandContext, path: string): string | undefined {
  try {
    return context.files.read(path);
  } catch {
    return undefined;
  }
}

/** What `path` is in the container; one that is not there is no error yet. */
async function containerPlace(context: CommandContext, container: string, path: string): Promise<CopyPlace> {
  try {
    const { headers } = await callFully(context, { method: 'HEAD', path: `/containers/${container}/archive`, query: { path } });
    const stat = headers['X-Docker-Container-Path-Stat'] ?? headers['x-docker-container-path-stat'] ?? '';
    const { mode } = JSON.parse(fromUtf8(fromBase64(stat) ?? new Uint8Array())) as { readonly mode: number };
    return { path, exists: true, folder: mode >= GO_DIRECTORY };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { path, exists: false, folder: false };
  }
}

async function copyIn(context: CommandContext, given: string, container: string, path: string): Promise<string | undefined> {
  const target = await containerPlace(context, container, path);
  let archive: Uint8Array;
  let folder: string;
  if (given === '-') {
    if (!target.folder) throw new CommandError(`destination "${container}:${path}" must be a directory`);
    archive = fromByteText(await context.stdin.readAll());
    folder = path;
  } else {
    const source = localPlace(context, given);
    const resolved = context.files.resolve(given);
    if (!source.exists) throw new CommandError(`lstat ${resolved}: no such file or directory`);
    if (!source.folder && source.path !== resolved) throw new CommandError('not a directory');
    const { into, rename } = copyTarget(source, target);
    folder = into;
    archive = writeTar(localEntries(context, resolved, rename ?? splitPath(source.path).name));
  }
  await callFully(context, {
    method: 'PUT',
    path: `/containers/${container}/archive`,
    query: { noOverwriteDirNonDir: 'true', path: folder },
    headers: { 'Content-Type': 'application/x-tar' },
    body: toByteText(archive),
  });
  return saidOn(context, archive, `${container}:${path}`);
}

async function copyOut(context: CommandContext, container: string, path: string, given: string): Promise<string | undefined> {
  if (given !== '-') {
    const parent = splitPath(context.files.resolve(given)).folder;
    const beside = given.endsWith('/') ? context.files.resolve(given) : parent;
    if (beside !== '/' && context.files.list(beside) === undefined) throw new CommandError(`invalid output path: directory "${beside}" does not exist`);
  }
  const { headers, body } = await callFully(context, { method: 'GET', path: `/containers/${container}/archive`, query: { path } });
  const text = typeof body === 'string' ? body : '';
  if (given === '-') {
    context.stdout.write(text);
    return undefined;
  }
  const stat = headers['X-Docker-Container-Path-Stat'] ?? headers['x-docker-container-path-stat'] ?? '';
  const { mode } = JSON.parse(fromUtf8(fromBase64(stat) ?? new Uint8Array())) as { readonly mode: number };
  const source: CopyPlace = { path, exists: true, folder: mode >= GO_DIRECTORY };
  const target = localPlace(context, given);
  const { into, rename } = copyTarget(source, target);
  const archive = fromByteText(text);
  const base = splitPath(path).name;
  for (const entry of readTar(archive) ?? []) {
    // Of a folder's content no entry bears the folder's name.
    const content = base === '.' || base === '/';
    const name = rename === undefined ? entry.path : content ? `${rename}/${entry.path}` : rename + entry.path.slice(base.length);
    if (entry.kind === 'file') context.files.write(`${into}/${name}`.replace(/\/(?:\.?\/)+/g, '/'), fromUtf8(entry.content));
  }
  return saidOn(context, archive, context.files.resolve(given));
}

/** Only at a terminal; the size is that of the archive. */
function saidOn(context: CommandContext, archive: Uint8Array, place: string): string | undefined {
  return context.terminal === undefined ? undefined : `Successfully copied ${shortSize(archive.length)} to ${place}\n`;
}

function localEntries(context: CommandContext, path: string, name: string): readonly TarEntry[] {
  const modifiedAt = Math.floor(context.clock.now() / 1000);
  const text = textOf(context, path);
  if (text !== undefined) return [{ path: name, kind: 'file', mode: FILE_MODE, modifiedAt, content: toUtf8(text) }];
  const children = (context.files.list(path) ?? []).flatMap((child) => localEntries(context, `${path === '/' ? '' : path}/${child}`, `${name}/${child}`));
  return [{ path: name, kind: 'directory', mode: DIRECTORY_MODE, modifiedAt, content: new Uint8Array() }, ...children];
}
