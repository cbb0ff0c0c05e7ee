import type { ListenOptions } from 'node:net';
import type { Run } from '../run/run.ts';
import { EngineHttp } from './engine-http.ts';

/**
 * The HTTP doors of all engines of a run, and the one way in to the run itself: work that lets time pass is done
 * one after another. A door is open while its engine is up.
 */
export class EngineDoors {
  private readonly doors = new Map<string, { readonly door: EngineHttp; readonly port: number }>();
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly run: Run,
    /** Where a host's engine listens. */
    private readonly where: (host: string) => ListenOptions,
    /** Origins of web pages that may ask. */
    private readonly origins: readonly string[] = [],
  ) {}

  /** Names of the run's hosts, in order. */
  get hosts(): readonly string[] {
    return this.run.cluster.hosts().map((host) => host.spec.name);
  }

  /** Where a host's engine listens now; 0 while it is down, and for a socket file. */
  portOf(host: string): number {
    return this.doors.get(host)?.port ?? 0;
  }

  /** Does something with the run when all that was asked before is done; then doors open and close as engines did. */
  enqueue<T>(task: () => Promise<T>): Promise<T> {
    const next = this.work.then(async () => {
      const result = await task();
      await this.follow();
      return result;
    });
    this.work = next.catch(() => undefined);
    return next;
  }

  /** Closes all doors. */
  async close(): Promise<void> {
    for (const { door } of this.doors.values()) await door.close();
    this.doors.clear();
  }

  private async follow(): Promise<void> {
    for (const host of this.hosts) {
      const up = this.run.engineOf(host) !== undefined;
      const open = this.doors.get(host);
      if (up && !open) {
        const opened = new EngineHttp({
          engine: () => this.run.engineOf(host),
          touch: () => void this.enqueue(() => this.run.advance(this.run.now)),
          onMistake: (error) => console.error(error),
          origins: this.origins,
        });
        const port = await opened.listen(this.where(host));
        this.doors.set(host, { door: opened, port });
      }
      if (!up && open) {
        this.doors.delete(host);
        await open.door.close();
      }
    }
  }
}
