import type { CommandContext } from './command.ts';
import { EngineError, get } from './engine-call.ts';

/** The names that ids stand for in lists of tasks and networks (docker CLI command/idresolver): each id is asked once. */
export class IdResolver {
  private readonly known = new Map<string, Promise<string>>();

  constructor(
    private readonly context: CommandContext,
    /** `--no-resolve`: every id stands for itself. */
    private readonly noResolve: boolean,
  ) {}

  /** A node's name, else its hostname, else its id. */
  node(id: string): Promise<string> {
    return this.resolve(`/nodes/${id}`, id, async (path) => {
      const node = await get<{ readonly Spec: { readonly Name?: string }; readonly Description?: { readonly Hostname?: string } }>(this.context, path);
      return node.Spec.Name || node.Description?.Hostname || id;
    });
  }

  service(id: string): Promise<string> {
    return this.resolve(`/services/${id}`, id, async (path) => {
      const service = await get<{ readonly Spec: { readonly Name: string } }>(this.context, path, { insertDefaults: 'false' });
      return service.Spec.Name;
    });
  }

  private resolve(path: string, id: string, ask: (path: string) => Promise<string>): Promise<string> {
    if (this.noResolve || id === '') return Promise.resolve(id);
    const known = this.known.get(path);
    if (known !== undefined) return known;
    const asked = ask(path).catch((error: unknown) => {
      if (error instanceof EngineError) return id;
      throw error;
    });
    this.known.set(path, asked);
    return asked;
  }
}

/** The node meant by `self`, else what was typed (docker CLI node.Reference). */
export async function nodeReference(context: CommandContext, typed: string): Promise<string> {
  if (typed !== 'self') return typed;
  const info = await get<{ readonly Swarm?: { readonly NodeID?: string } }>(context, '/info');
  const id = info.Swarm?.NodeID ?? '';
  if (id === '') {
    // With no node id the engine is asked for its nodes, so that its own text says why.
    await get(context, '/nodes');
  }
  return id;
}
