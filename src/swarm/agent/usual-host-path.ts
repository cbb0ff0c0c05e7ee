const USUAL_PATHS = [
  '/bin',
  '/boot',
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
  '/var',
];
const USUAL_FILES = [
  '/var/run',
  '/var/run/docker.sock',
  '/run/docker.sock',
  '/var/lib',
  '/var/log',
  '/var/lib/docker',
  '/var/lib/docker/volumes',
  '/var/lib/docker/containers',
  '/etc/localtime',
  '/etc/hostname',
  '/etc/hosts',
  '/etc/passwd',
  '/etc/timezone',
  '/usr/share',
  '/usr/local',
  '/dev/disk',
  '/dev/shm',
];

/** Whether a Linux host has this path, for bind mounts. */
export function usualHostPath(path: string): boolean {
  return path === '/' || USUAL_PATHS.includes(path) || USUAL_FILES.includes(path);
}
