import type { Container } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { streamType } from '../log-format.ts';

/** Attaches to a container's output until it ends or is taken away; one that has not begun yet is waited for. */
export function attach(daemon: Daemon, call: Call, container: Container): void {
  const runtime = daemon.host.containers;
  const { tty } = container.config;
  if (container.state === 'paused') return call.refuse({ status: 409, message: `container ${container.id} is paused, unpause the container before attach` });
  const [stdout, stderr] = [call.flag('stdout'), call.flag('stderr')];
  const stream = call.stream(101, streamType(call, tty), tty);
  const send = (line: { readonly stream: 'stdout' | 'stderr'; readonly text: string }): void => {
    if (line.stream === 'stdout' ? !stdout : !stderr) return;
    stream.chunk({ kind: tty ? 'stdout' : line.stream, text: `${line.text}${tty ? '\r\n' : '\n'}` });
  };
  if (call.flag('logs')) for (const line of runtime.logs(container.id)) send(line);
  if (!call.flag('stream')) return stream.end();
  const stops = [
    runtime.onLog((id, line) => {
      if (id === container.id) send(line);
    }),
    runtime.onEvent((event) => {
      if (event.container.id !== container.id || (event.action !== 'die' && event.action !== 'destroy')) return;
      stop();
      stream.end();
    }),
  ];
  const stop = (): void => {
    for (const each of stops.splice(0)) each();
  };
  call.onCancel(stop);
}
