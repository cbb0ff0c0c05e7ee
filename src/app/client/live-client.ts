import type { Frame } from '../../run/frame.ts';
import type { Answer, Query } from '../../run/query.ts';
import { type Capabilities, LOOKING_ONLY, type News, type SwarmClient } from './swarm-client.ts';

/** What the agent sends (src/node/live): what changed, and why the engine cannot be seen now (empty: it can). */
interface Look {
  readonly frame: Frame;
  readonly trouble: string;
}

/** A real Swarm, seen through the small agent that serves this page (`npm run look`). It is only looked at. */
export class LiveClient implements SwarmClient {
  readonly capabilities: Capabilities = LOOKING_ONLY;
  private readonly source: EventSource;
  private readonly listeners = new Set<(news: News) => void>();
  /** All that has come: for who begins to listen later. */
  private readonly frames: Frame[] = [];
  private begun = false;

  /**
   * @param base address of the agent, with a slash at its end
   * @param onSight told the engine's address, and why it cannot be seen now; empty: it can
   */
  constructor(
    private readonly base: string,
    onSight: (sight: { readonly engine: string; readonly trouble: string }) => void,
  ) {
    let engine = '';
    this.source = new EventSource(`${base}frames`);
    this.source.addEventListener('engine', (event: MessageEvent<string>) => {
      ({ address: engine } = JSON.parse(event.data) as { address: string });
      // Whoever connects again gets everything again.
      this.begun = false;
    });
    this.source.addEventListener('message', (event: MessageEvent<string>) => {
      const { frame, trouble } = JSON.parse(event.data) as Look;
      onSight({ engine, trouble });
      this.take(frame);
    });
    this.source.addEventListener('error', () => onSight({ engine, trouble: 'the agent (npm run look) does not answer' }));
  }

  onNews(listen: (news: News) => void): () => void {
    if (this.frames.length > 0) listen({ kind: 'whole', frames: [...this.frames] });
    this.listeners.add(listen);
    return () => this.listeners.delete(listen);
  }

  onFailure(): () => void {
    return () => {};
  }

  async ask<Q extends Query>(query: Q): Promise<Answer<Q>> {
    if (query.kind !== 'inspect' && query.kind !== 'logs') throw new Error('only a simulated swarm can tell this');
    const words = new URLSearchParams({ type: query.type, id: query.id, ...(query.kind === 'logs' ? { tail: String(query.tail) } : {}) });
    const response = await fetch(`${this.base}${query.kind}?${words.toString()}`);
    const body = (await response.json()) as Answer<Q> & { readonly message?: string };
    if (!response.ok) throw new Error(body.message ?? `status ${response.status}`);
    return body;
  }

  close(): void {
    this.source.close();
  }

  // A swarm that is only looked at takes nothing and has no other time than now.
  send(): void {}
  fork(): void {}
  open(): void {}
  setPace(): void {}
  watchRaft(): void {}
  past(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  recording(): undefined {}

  private take(frame: Frame): void {
    const first = !this.begun;
    this.begun = true;
    if (first) this.frames.length = 0;
    this.frames.push(frame);
    for (const listen of this.listeners) listen({ kind: first ? 'whole' : 'more', frames: [frame] });
  }
}
