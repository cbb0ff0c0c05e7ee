import type { HostFiles } from '../docker/shell/shell.ts';

/** One host's files in memory: absolute, normalised paths; folders exist while something is in them or once made. */
export class MemoryFiles implements HostFiles {
  private readonly texts = new Map<string, string>();
  private readonly folders = new Set<string>(['/', '/root', '/tmp', '/etc', '/home', '/var', '/var/log']);

  constructor(initial: { readonly [path: string]: string } = {}) {
    for (const path of Object.keys(initial)) this.write(path, initial[path] as string);
  }

  read(path: string): string | undefined {
    return this.texts.get(path);
  }

  write(path: string, text: string): void {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) this.folders.add(path.slice(0, slash));
    this.texts.set(path, text);
  }

  remove(path: string): boolean {
    return this.texts.delete(path) || this.folders.delete(path);
  }

  isFolder(path: string): boolean {
    return this.folders.has(path);
  }

  makeFolder(path: string): void {
    this.folders.add(path);
  }

  list(path: string): readonly string[] | undefined {
    if (!this.folders.has(path)) return undefined;
    const prefix = path === '/' ? '/' : `${path}/`;
    const names = new Set<string>();
    for (const known of [...this.texts.keys(), ...this.folders]) {
      if (known.length > prefix.length && known.startsWith(prefix)) names.add(known.slice(prefix.length).split('/', 1)[0] as string);
    }
    return [...names].sort();
  }
}
