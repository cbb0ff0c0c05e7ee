import { compareText } from '../../base/compare.ts';
import type { ContainerConfig } from './container.ts';
import type { ProgramFiles } from './program/program.ts';
import type { VolumeStore } from './volume-store.ts';

const DIRECTORIES = [
  '/',
  '/bin',
  '/dev',
  '/etc',
  '/home',
  '/lib',
  '/media',
  '/mnt',
  '/opt',
  '/proc',
  '/root',
  '/run',
  '/sbin',
  '/srv',
  '/sys',
  '/tmp',
  '/usr',
  '/usr/bin',
  '/usr/share',
  '/var',
  '/var/log',
  '/var/run',
];
const PROGRAMS = ['/bin/sh', '/bin/busybox'];

/** The files of one container: its own layer, and the volumes mounted into it. */
export class ContainerFiles implements ProgramFiles {
  private readonly own = new Map<string, string>();
  private readonly directories = new Set(DIRECTORIES);
  private readonly mounts: { readonly at: string; readonly files: Map<string, string>; readonly readOnly: boolean }[] = [];

  constructor(
    config: ContainerConfig,
    hostname: string,
    mountSources: readonly { readonly target: string; readonly volume: string; readonly readOnly: boolean }[],
    volumes: VolumeStore,
    private readonly readOnly: boolean,
  ) {
    for (const path of PROGRAMS) this.own.set(path, '');
    this.own.set('/etc/hostname', `${hostname}\n`);
    this.own.set('/etc/hosts', `127.0.0.1\tlocalhost\n${(config.extraHosts ?? []).map(hostsLine).join('')}`);
    this.own.set('/etc/resolv.conf', 'nameserver 127.0.0.11\noptions ndots:0\n');
    this.own.set('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n');
    this.own.set('/etc/os-release', 'NAME="Linux"\n');
    for (const { path, text } of config.files ?? []) {
      this.own.set(path, text);
      this.makeDirectory(path.slice(0, path.lastIndexOf('/')));
    }
    for (const { target, volume, readOnly: ro } of mountSources) {
      this.directories.add(target);
      this.mounts.push({ at: target, files: volume === '' ? new Map() : volumes.files(volume), readOnly: ro });
    }
    this.mounts.sort((a, b) => b.at.length - a.at.length || compareText(a.at, b.at));
  }

  read(path: string): string | undefined {
    const mount = this.mountOf(path);
    return mount ? mount.files.get(path.slice(mount.at.length)) : this.own.get(path);
  }

  write(path: string, text: string): string | undefined {
    const mount = this.mountOf(path);
    if (mount ? mount.readOnly : this.readOnly) return 'Read-only file system';
    if (this.isDirectory(path)) return 'Is a directory';
    if (mount) mount.files.set(path.slice(mount.at.length), text);
    else {
      if (!this.isDirectory(path.slice(0, path.lastIndexOf('/')) || '/')) return 'No such file or directory';
      this.own.set(path, text);
    }
    return undefined;
  }

  remove(path: string): boolean {
    const mount = this.mountOf(path);
    const files = mount?.files ?? this.own;
    const key = mount ? path.slice(mount.at.length) : path;
    let found = files.delete(key);
    for (const name of files.keys()) if (name.startsWith(`${key}/`)) found = files.delete(name);
    return this.directories.delete(path) || found;
  }

  isDirectory(path: string): boolean {
    if (this.directories.has(path) || path === '') return true;
    const mount = this.mountOf(path);
    const prefix = mount ? `${path.slice(mount.at.length)}/` : `${path}/`;
    return [...(mount?.files ?? this.own).keys()].some((name) => name.startsWith(prefix));
  }

  makeDirectory(path: string): void {
    const parts = path.split('/');
    for (let n = 2; n <= parts.length; n++) this.directories.add(parts.slice(0, n).join('/'));
  }

  list(path: string): readonly string[] {
    const prefix = path === '/' ? '/' : `${path}/`;
    const mount = this.mountOf(`${prefix}x`);
    const names = new Set<string>();
    const add = (name: string): void => {
      if (name.startsWith(prefix) && name.length > prefix.length) names.add(name.slice(prefix.length).split('/')[0] ?? '');
    };
    for (const name of this.directories) add(name);
    if (mount) for (const name of mount.files.keys()) add(mount.at + name);
    else for (const name of this.own.keys()) add(name);
    return [...names].sort();
  }

  private mountOf(path: string): { readonly at: string; readonly files: Map<string, string>; readonly readOnly: boolean } | undefined {
    return this.mounts.find((mount) => path.startsWith(`${mount.at}/`));
  }
}

/** `name:address` or `address name` as a line of /etc/hosts. */
function hostsLine(entry: string): string {
  const colon = entry.indexOf(':');
  return colon < 0 ? `${entry}\n` : `${entry.slice(colon + 1)}\t${entry.slice(0, colon)}\n`;
}
