import type { ProgramFiles } from './program/program.ts';

const PATH = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The environment of a program, of `NAME=value` entries, later ones winning; root's home comes from the container's own /etc/passwd (runc libcontainer/init_linux.go). */
export function programEnv(entries: readonly string[], files: ProgramFiles): Map<string, string> {
  const env = new Map<string, string>();
  for (const entry of [PATH, ...entries]) {
    const equals = entry.indexOf('=');
    if (equals > 0) env.set(entry.slice(0, equals), entry.slice(equals + 1));
  }
  if (!env.has('HOME')) env.set('HOME', /^root:(?:[^:\n]*:){4}([^:\n]*)/m.exec(files.read('/etc/passwd') ?? '')?.[1] ?? '/');
  return env;
}
