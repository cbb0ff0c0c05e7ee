import type { ListenOptions } from 'node:net';
import { moreRoutes } from '../engine/more-routes.ts';
import type { Recording } from '../run/recording.ts';
import { restore } from '../run/restore.ts';
import type { Run } from '../run/run.ts';
import { serveControl } from './engine-control.ts';
import { EngineDoors } from './engine-doors.ts';
import { keepTime } from './keep-time.ts';
import { nodeTurn } from './node-turn.ts';

/** How a run is served. */
export interface EngineServerOptions {
  /** The first host's port, the others follow; 0: each takes a free one. */
  readonly port: number;
  /** The control door's port; 0: a free one. */
  readonly control: number;
  /** Virtual milliseconds per millisecond of this machine's clock; 0: time stands still until the control door moves it. */
  readonly speed: number;
  /** Origins of web pages that may ask. */
  readonly origins?: readonly string[];
}

/** A run whose engines answer over HTTP on loopback. */
export interface EngineServer {
  readonly run: Run;
  /** Names of the hosts, with the port of each: 0 while its engine is down. */
  addresses(): readonly { readonly host: string; readonly port: number }[];
  readonly controlPort: number;
  close(): Promise<void>;
}

/** Restores a recording and serves it. Rejects when a port is taken (the error's `port` says which). */
export async function serveEngines(recording: Recording, options: EngineServerOptions): Promise<EngineServer> {
  const run = await restore(recording, { turn: nodeTurn, loadShell: () => import('../docker/shell/create-shell.ts'), engineRoutes: moreRoutes });
  const order = run.cluster.hosts().map(({ spec }) => spec.name);
  const where = (host: string): ListenOptions => ({ host: '127.0.0.1', port: options.port === 0 ? 0 : options.port + order.indexOf(host) });
  const doors = new EngineDoors(run, where, options.origins ?? []);
  await doors.enqueue(async () => undefined);
  const control = await serveControl(run, doors, options.control, options.origins ?? []);
  const stopTime = keepTime(run, doors, options.speed);
  return {
    run,
    addresses: () => order.map((host) => ({ host, port: doors.portOf(host) })),
    controlPort: control.port,
    close: async () => {
      stopTime();
      await control.close();
      await doors.close();
    },
  };
}
