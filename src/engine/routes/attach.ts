import type { Container } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { containerAttributes } from '../local/container-events.ts';
import { typeTo } from '../local/type-to.ts';
import { streamType } from '../log-format.ts';

/**
 * Attaches to a container's program until it ends, is taken away, or the caller types the keys to leave; one that has
 * not begun yet is waited for (moby daemon/attach.go).
 */
export function attach(daemon: Daemon, call: Call, container: Container): void {
  const runtime = daemon.host.containers;
  const { tty, openStdin, stdinOnce } = container.config;
  if (container.state === 'paused') return call.refuse({ status: 409, message: `container ${container.id} is paused, unpause the container before attach` });
  const [stdout, stderr] = [call.flag('stdout'), call.flag('stderr')];
  const stream = call.upgrade(streamType(call, tty), tty, true);
  daemon.events.publish({ type: 'container', action: 'attach', id: container.id, attributes: containerAttributes(container), scope: 'local' });
  const send = (kind: 'stdout' | 'stderr', text: string): void => {
    if (kind === 'stdout' ? stdout : stderr) stream.chunk({ kind, text });
  };
  if (call.flag('logs')) for (const line of runtime.logs(container.id)) send(line.stream, `${line.text}${tty ? '\r\n' : '\n'}`);
  if (!call.flag('stream')) return stream.end();
  const end = (): void => {
    stop();
    stream.end();
  };
  const stops = [
    runtime.onOutput((id, kind, text) => {
      if (id === container.id) send(kind, text);
    }),
    runtime.onEvent((event) => {
      if (event.container.id === container.id && (event.action === 'die' || event.action === 'destroy')) end();
    }),
  ];
  const stop = (): void => {
    for (const each of stops.splice(0)) each();
  };
  call.onCancel(stop);
  if (!call.flag('stdin') || !openStdin) return;
  const program = {
    write: (text: string) => runtime.write(container.id, text),
    closeInput: () => {
      // Who has nothing more to say to a program that goes on to listen is let go (moby container/stream/attach.go CopyStreams).
      if (stdinOnce && !tty) runtime.closeInput(container.id);
      else end();
    },
  };
  typeTo(call, call.query('detachKeys') ?? '', program, end);
}
