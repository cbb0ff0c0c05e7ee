import { toBase64 } from '../../base/base64.ts';
import { readTar, type TarEntry, writeTar } from '../../base/tar.ts';
import { fromByteText, fromUtf8, toByteText, toUtf8 } from '../../base/utf8.ts';
import { type Container, isRefusal } from '../../swarm/agent/container.ts';
import { type ProgramFiles, resolvePath } from '../../swarm/agent/program/program.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { rfc3339Seconds } from '../json-time.ts';
import { containerAttributes } from '../local/container-events.ts';
import type { Router } from '../router.ts';

const FILE_MODE = 0o644;
const DIRECTORY_MODE = 0o755;
/** Go's os.ModeDir. */
const GO_DIRECTORY = 2 ** 31;
/** No archive that is taken or given holds more files. */
const MAX_ENTRIES = 10_000;

/** `/containers/{id}/archive`: what `docker cp` reads and writes (moby daemon/archive_unix.go). Bodies are byte texts. */
export function routeArchive(router: Router, daemon: Daemon): void {
  const route = (method: 'HEAD' | 'GET' | 'PUT', work: (call: Call, container: Container, files: ProgramFiles, path: string) => void): void =>
    router.add(method, '/containers/{id}/archive', (call) => {
      const container = daemon.host.containers.find(call.param('id'));
      const path = call.query('path') ?? '';
      if (path === '') return call.refuse({ status: 400, message: 'bad parameter: pathcannot be empty' });
      if (isRefusal(container)) return call.refuse(container);
      const files = daemon.host.containers.files(container.id);
      if (files) work(call, container, files, path);
    });

  const stat = (container: Container, files: ProgramFiles, path: string): { readonly [name: string]: string } | undefined => {
    const absolute = resolvePath('/', path);
    const text = files.read(absolute);
    const directory = files.isDirectory(absolute);
    if (text === undefined && !directory) return undefined;
    const json = {
      name: absolute === '/' ? '/' : absolute.slice(absolute.lastIndexOf('/') + 1),
      size: directory ? 4096 : toUtf8(text ?? '').length,
      mode: directory ? GO_DIRECTORY + DIRECTORY_MODE : FILE_MODE,
      mtime: rfc3339Seconds(daemon.options.epochMs + container.createdAt),
      linkTarget: '',
    };
    return { 'X-Docker-Container-Path-Stat': toBase64(toUtf8(JSON.stringify(json))) };
  };
  const missing = (call: Call, path: string): void => call.refuse({ status: 404, message: `Could not find the file ${path} in container ${call.param('id')}` });

  // A stream for the command's standard output; a container is exported as it is, running or not (moby daemon/export.go).
  router.add('GET', '/containers/{id}/export', (call) => {
    const container = daemon.host.containers.find(call.param('id'));
    if (isRefusal(container)) return call.refuse(container);
    const files = daemon.host.containers.files(container.id);
    const modifiedAt = Math.floor((daemon.options.epochMs + container.createdAt) / 1000);
    const archive = writeTar(files ? entriesOf(files, '/', false, modifiedAt) : []);
    daemon.events.publish({ type: 'container', action: 'export', id: container.id, attributes: containerAttributes(container), scope: 'local' });
    call.reply(200, toByteText(archive), { 'Content-Type': 'application/octet-stream' });
  });

  route('HEAD', (call, container, files, path) => {
    const headers = stat(container, files, path);
    if (headers) call.reply(200, undefined, headers);
    else missing(call, path);
  });

  route('GET', (call, container, files, path) => {
    const headers = stat(container, files, path);
    if (!headers) return missing(call, path);
    const modifiedAt = Math.floor((daemon.options.epochMs + container.createdAt) / 1000);
    const archive = writeTar(entriesOf(files, resolvePath('/', path), /(?:^|\/)\.$/.test(path), modifiedAt));
    call.reply(200, toByteText(archive), { ...headers, 'Content-Type': 'application/x-tar' });
  });

  route('PUT', (call, container, files, path) => {
    const target = resolvePath('/', path);
    if (!files.isDirectory(target)) {
      if (files.read(target) === undefined) return missing(call, path);
      return call.refuse({ status: 400, message: 'extraction point is not a directory' });
    }
    if (container.config.readOnly) return call.refuse({ status: 403, message: 'container rootfs is marked read-only' });
    const entries = readTar(fromByteText(typeof call.body === 'string' ? call.body : ''));
    if (!entries) return call.refuse({ status: 500, message: 'Error processing tar file(exit status 1): unexpected EOF' });
    for (const { path: name, kind, content } of entries.slice(0, MAX_ENTRIES)) {
      const place = resolvePath(target, name);
      if (!place.startsWith(target === '/' ? '/' : `${target}/`)) continue;
      if (kind === 'directory') files.makeDirectory(place);
      else {
        files.makeDirectory(place.slice(0, place.lastIndexOf('/')));
        files.write(place, fromUtf8(content));
      }
    }
    call.reply(200);
  });
}

/** A file, or a directory with all that is in it, named as in its own folder; `/tmp/.` is named by its dot. */
function entriesOf(files: ProgramFiles, path: string, dot: boolean, modifiedAt: number): readonly TarEntry[] {
  const parent = path.slice(0, path.lastIndexOf('/') + 1);
  const entries: TarEntry[] = [];
  const add = (at: string): void => {
    if (entries.length >= MAX_ENTRIES) return;
    const name = path === '/' ? at.slice(1) || '.' : dot ? `.${at.slice(path.length)}` : at.slice(parent.length);
    const text = files.read(at);
    if (text !== undefined) {
      entries.push({ path: name, kind: 'file', mode: FILE_MODE, modifiedAt, content: toUtf8(text) });
      return;
    }
    entries.push({ path: name, kind: 'directory', mode: DIRECTORY_MODE, modifiedAt, content: new Uint8Array() });
    for (const child of files.list(at)) add(at === '/' ? `/${child}` : `${at}/${child}`);
  };
  add(path);
  return entries;
}
