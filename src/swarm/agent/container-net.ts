import type { Timers } from '../../sim/timers.ts';
import { hostAndPort } from './host-and-port.ts';
import { internet } from './internet.ts';
import type { ProgramAnswer, ProgramNet } from './program/program.ts';

/** What a container's network is made of. */
export interface ContainerNetParts {
  readonly hostname: string;
  /** The container's own address. */
  readonly address: () => string;
  /** The networks that the host has attached it to; undefined before there are any. */
  readonly outside: () => ProgramNet | undefined;
  /** Whether there is an internet behind the host. */
  readonly internet: boolean;
  readonly timers: Timers;
  /** The answer of the container's own programs. */
  readonly answer: (port: number) => ProgramAnswer | undefined;
}

/** The network as a container's programs see it: what is outside, and the container itself under `localhost`. */
export function containerNet({ hostname, address, outside, internet: online, timers, answer }: ContainerNetParts): ProgramNet {
  const local = (name: string): boolean => name === 'localhost' || name === '127.0.0.1' || name === hostname;
  const resolveOutside = (name: string): readonly string[] => {
    const found = outside()?.resolve(name) ?? [];
    const known = found.length === 0 && online ? internet.resolve(name) : undefined;
    return known === undefined ? found : [known];
  };
  return {
    online,
    resolve: (name) => (name === 'localhost' ? ['127.0.0.1'] : name === hostname ? [address()] : resolveOutside(name)),
    ping: (target) => target === '127.0.0.1' || target === address() || (outside()?.ping(target) ?? false) || (online && internet.answersPing(target)),
    get: (url, done) => {
      const { host, port } = hostAndPort(url);
      const net = outside();
      const soon = (reply: ProgramAnswer): void => void timers.after(1, `request to ${host}`, () => done(reply));
      if (local(host)) soon(answer(port) ?? { ok: false, status: 0, text: 'Connection refused' });
      else if (net) net.get(url, done);
      else soon({ ok: false, status: 0, text: `could not resolve ${host}` });
    },
  };
}
