import type { HostFiles, ShellHost } from './shell.ts';

/** How much a read of a device that never ends gives: of zeros more than any object of a swarm may hold. */
const ENDLESS = 65_536;
const ENDLESS_ZEROS = 2_097_152;

const OS_RELEASE = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
NAME="Debian GNU/Linux"
VERSION_ID="12"
VERSION="12 (bookworm)"
VERSION_CODENAME=bookworm
ID=debian
`;

/**
 * A host's files with those that the system makes: /etc/hosts, /proc, devices. What a user writes in their place
 * hides them. `/dev/urandom` gives characters of seven bits, so that each is one byte.
 */
export function systemFiles({ files, name, hosts, random }: Pick<ShellHost, 'files' | 'name' | 'hosts' | 'random'>): HostFiles {
  const made = new Map<string, () => string>([
    ['/dev/null', () => ''],
    ['/dev/zero', () => '\0'.repeat(ENDLESS_ZEROS)],
    ['/dev/urandom', () => Array.from({ length: ENDLESS }, () => String.fromCharCode(random(128))).join('')],
    ['/etc/hostname', () => `${name}\n`],
    [
      '/etc/hosts',
      () =>
        `127.0.0.1\tlocalhost\n${hosts()
          .map((host) => `${host.address}\t${host.name}\n`)
          .join('')}`,
    ],
    [
      '/etc/passwd',
      () => 'root:x:0:0:root:/root:/bin/bash\ndaemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin\n',
    ],
    ['/etc/group', () => 'root:x:0:\ndaemon:x:1:\ndocker:x:999:root\nnogroup:x:65534:\n'],
    ['/etc/os-release', () => OS_RELEASE],
    ['/etc/resolv.conf', () => 'nameserver 127.0.0.53\n'],
    ['/etc/debian_version', () => '12.11\n'],
    [
      '/proc/cpuinfo',
      () => [0, 1].map((cpu) => `processor\t: ${cpu}\nvendor_id\t: GenuineIntel\nmodel name\t: Virtual CPU\ncpu MHz\t\t: 2400.000\n\n`).join(''),
    ],
    ['/proc/version', () => 'Linux version 6.1.0-32-amd64 (debian-kernel@lists.debian.org)\n'],
  ]);
  made.set('/dev/random', made.get('/dev/urandom') as () => string);
  const folders = new Map<string, string[]>();
  for (const path of made.keys()) {
    const slash = path.lastIndexOf('/');
    folders.set(path.slice(0, slash), [...(folders.get(path.slice(0, slash)) ?? []), path.slice(slash + 1)]);
  }
  return {
    read: (path) => files.read(path) ?? made.get(path)?.(),
    write: (path, text) => files.write(path, text),
    remove: (path) => files.remove(path),
    isFolder: (path) => files.isFolder(path) || folders.has(path) || path === '/dev/fd',
    makeFolder: (path) => files.makeFolder(path),
    list: (path) => {
      const own = folders.get(path);
      const there = files.list(path);
      return own || there ? [...new Set([...(there ?? []), ...(own ?? []), ...(path === '/' ? ['dev', 'proc'] : [])])].sort() : undefined;
    },
  };
}
