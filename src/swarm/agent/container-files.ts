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

interface Mount {
  readonly at: string;
  readonly files: Map<string, string>;
  readonly readOnly: boolean;
}

/** What lies in a container's own layer. */
interface Layer {
  readonly files: Map<string, string>;
  readonly directories: Set<string>;
}

/** The files of one container: its own layer, and the volumes mounted into it. Most containers are never looked into. */
export class ContainerFiles implements ProgramFiles {
  private layer: Layer | undefined;
  private readonly mounts: readonly Mount[];

  constructor(
    private readonly config: ContainerConfig,
    private readonly hostname: string,
    mountSources: readonly { readonly target: string; readonly volume: string; readonly readOnly: boolean }[],
    volumes: VolumeStore,
    private readonly image: { readonly [path: string]: string },
    private readonly imageFiles: () => NonNullable<ContainerConfig['files']>,
  ) {
    this.mounts = mountSources
      .map(({ target, volume, readOnly }): Mount => ({ at: target, files: volume === '' ? new Map() : volumes.files(volume), readOnly }))
      .sort((a, b) => b.at.length - a.at.length || compareText(a.at, b.at));
  }

  read(path: string): string | undefined {
    const mount = this.mountOf(path);
    return mount ? mount.files.get(path.slice(mount.at.length)) : this.own.files.get(path);
  }

  write(path: string, text: string): string | undefined {
    const mount = this.mountOf(path);
    if (this.isSealed(mount)) return 'Read-only file system';
    if (this.isDirectory(path)) return 'Is a directory';
    if (mount) mount.files.set(path.slice(mount.at.length), text);
    else {
      if (!this.isDirectory(path.slice(0, path.lastIndexOf('/')) || '/')) return 'No such file or directory';
      this.own.files.set(path, text);
    }
    return undefined;
  }

  remove(path: string): boolean {
    const mount = this.mountOf(path);
    if (this.isSealed(mount)) return false;
    const files = mount?.files ?? this.own.files;
    const key = mount ? path.slice(mount.at.length) : path;
    let found = files.delete(key);
    for (const name of files.keys()) if (name.startsWith(`${key}/`)) found = files.delete(name);
    return this.own.directories.delete(path) || found;
  }

  isDirectory(path: string): boolean {
    if (this.own.directories.has(path) || path === '') return true;
    const mount = this.mountOf(path);
    const prefix = mount ? `${path.slice(mount.at.length)}/` : `${path}/`;
    return [...(mount?.files ?? this.own.files).keys()].some((name) => name.startsWith(prefix));
  }

  makeDirectory(path: string): void {
    makeDirectory(this.own, path);
  }

  list(path: string): readonly string[] {
    const prefix = path === '/' ? '/' : `${path}/`;
    const mount = this.mountOf(`${prefix}x`);
    const names = new Set<string>();
    const add = (name: string): void => {
      if (name.startsWith(prefix) && name.length > prefix.length) names.add(name.slice(prefix.length).split('/')[0] ?? '');
    };
    for (const name of this.own.directories) add(name);
    if (mount) for (const name of mount.files.keys()) add(mount.at + name);
    else for (const name of this.own.files.keys()) add(name);
    return [...names].sort();
  }

  private get own(): Layer {
    this.layer ??= this.newLayer();
    return this.layer;
  }

  private newLayer(): Layer {
    const { config, hostname } = this;
    const files = new Map(PROGRAMS.map((path) => [path, '']));
    files.set('/etc/hostname', `${hostname}\n`);
    files.set('/etc/hosts', `127.0.0.1\tlocalhost\n${(config.extraHosts ?? []).map(hostsLine).join('')}`);
    files.set('/etc/resolv.conf', 'nameserver 127.0.0.11\noptions ndots:0\n');
    files.set('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\n');
    files.set('/etc/os-release', 'NAME="Linux"\n');
    const layer: Layer = { files, directories: new Set(DIRECTORIES) };
    const image = Object.entries(this.image).map(([path, text]) => ({ path, text }));
    for (const { path, text } of [...image, ...this.imageFiles(), ...(config.files ?? [])]) {
      files.set(path, text);
      makeDirectory(layer, path.slice(0, path.lastIndexOf('/')));
    }
    for (const { at } of this.mounts) layer.directories.add(at);
    return layer;
  }

  private isSealed(mount: Mount | undefined): boolean {
    return mount ? mount.readOnly : this.config.readOnly === true;
  }

  private mountOf(path: string): Mount | undefined {
    return this.mounts.find((mount) => path.startsWith(`${mount.at}/`));
  }
}

function makeDirectory({ directories }: Layer, path: string): void {
  const parts = path.split('/');
  for (let n = 2; n <= parts.length; n++) directories.add(parts.slice(0, n).join('/'));
}

/** `name:address` or `address name` as a line of /etc/hosts. */
function hostsLine(entry: string): string {
  const colon = entry.indexOf(':');
  return colon < 0 ? `${entry}\n` : `${entry.slice(colon + 1)}\t${entry.slice(0, colon)}\n`;
}
