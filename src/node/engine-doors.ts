import type { ListenOptions } from 'node:net';
import type { Run } from '../run/run.ts';
import { EngineHttp } from './engine-http.ts';

/**
 * The HTTP doors of all engines of a run, and the one way in to the run itself: work that lets time pass is done
 * one after another. A door is open while its engine is up.
 */
export class EngineDoors {
  private readonly doors = new Map<string, EngineHttp>();
  private work: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly run: Run,
    /** Where a host's engine listens. */
    private readonly where: (host: string) => ListenOptions,
  ) {}

  /** Names of the run's hosts, in order. */
  get hosts(): readonly string[] {
    return this.run.cluster.hosts().map((host) => host.spec.name);
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
    for (const door of this.doors.values()) await door.close();
    this.doors.clear();
  }

  private async follow(): Promise<void> {
    for (const host of this.hosts) {
      const up = this.run.engineOf(host) !== undefined;
      const door = this.doors.get(host);
      if (up && !door) {
        const opened = new EngineHttp({
          engine: () => this.run.engineOf(host),
          touch: () => void this.enqueue(() => this.run.advance(this.run.now)),
          onMistake: (error) => console.error(error),
        });
        this.doors.set(host, opened);
        await opened.listen(this.where(host));
      }
      if (!up && door) {
        this.doors.delete(host);
        await door.close();
      }
    }
  }
}
