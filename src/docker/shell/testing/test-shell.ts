import { Interrupted } from '../../api/client.ts';
import { createShell } from '../create-shell.ts';
import { TextInput } from '../pipe.ts';
import type { HostShell, ShellHost } from '../shell.ts';

/** A host for tests: files in a map, a clock that jumps, an engine that is not there. */
export function testShell(files: { readonly [path: string]: string } = {}): {
  readonly shell: HostShell;
  readonly texts: Map<string, string>;
  readonly actions: string[];
  run(
    text: string,
    options?: { readonly signal?: AbortSignal; readonly stdin?: string; readonly onWrite?: (all: string) => void },
  ): Promise<{ readonly output: string; readonly errors: string; readonly status: number; readonly slept: number }>;
} {
  const texts = new Map(Object.entries(files));
  const folders = new Set(['/', '/root', '/tmp']);
  const actions: string[] = [];
  let now = Date.UTC(2026, 0, 5, 9, 0, 0);
  const host: ShellHost = {
    name: 'DC2-N1',
    address: '10.35.3.145',
    client: { request: () => Promise.reject(new Error('no engine')) },
    clock: {
      now: () => now,
      sleep: async (ms, signal) => {
        if (signal?.aborted) throw new Interrupted();
        now += ms;
        await new Promise((resolve) => setImmediate(resolve));
        if (signal?.aborted) throw new Interrupted();
      },
    },
    files: {
      read: (path) => texts.get(path),
      write: (path, text) => void texts.set(path, text),
      remove: (path) => texts.delete(path) || folders.delete(path),
      isFolder: (path) => folders.has(path),
      makeFolder: (path) => void folders.add(path),
      list: (path) =>
        folders.has(path)
          ? [...texts.keys(), ...folders]
              .filter((p) => p !== path && p.slice(0, p.lastIndexOf('/')).padEnd(1, '/') === (path === '/' ? '/' : path))
              .map((p) => p.slice(p.lastIndexOf('/') + 1))
              .sort()
          : undefined,
    },
    hosts: () => [
      { name: 'DC2-N1', address: '10.35.3.145' },
      { name: 'DC2-N2', address: '10.35.3.146' },
    ],
    lookup: (name) => (name === 'DC2-N1' ? '10.35.3.145' : name === 'DC2-N2' ? '10.35.3.146' : undefined),
    answersPing: () => true,
    engineUp: () => true,
    systemctl: async (action) => void actions.push(`systemctl ${action}`),
    linkUp: () => true,
    setLink: (up) => void actions.push(`link ${up ? 'up' : 'down'}`),
    get: async (url) => (url.includes(':80') ? { ok: true, text: 'hello from task\n', status: 200 } : { ok: false, text: '(7) Failed to connect', status: 0 }),
    edit: (path) => actions.push(`edit ${path}`) > 0,
    shellOf: async () => undefined,
    engineOf: () => undefined,
    powerOff: (again) => void actions.push(again ? 'reboot' : 'power off'),
    random: () => 0,
    outside: (work) => work,
  };
  const shell = createShell(host);
  return {
    shell,
    texts,
    actions,
    run: async (text, options = {}) => {
      let output = '';
      let errors = '';
      const began = now;
      const status = await shell.run(text, {
        stdin: new TextInput(options.stdin ?? ''),
        stdout: {
          write: (part) => {
            output += part;
            options.onWrite?.(output);
          },
        },
        stderr: { write: (part) => (errors += part) },
        terminal: undefined,
        signal: options.signal ?? new AbortController().signal,
      });
      return { output, errors, status, slept: now - began };
    },
  };
}
