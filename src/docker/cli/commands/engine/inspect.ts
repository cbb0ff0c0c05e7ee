import type { Json } from '../../../../base/json.ts';
import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { call, daemonMessage, EngineError, get } from '../../engine-call.ts';
import { type InspectedObject, printInspect } from '../../format/inspect.ts';

/** One kind of object that `docker inspect` tries, in its order (docker CLI system/inspect.go). */
interface Kind {
  readonly name: string;
  readonly path: (ref: string) => string;
  readonly query?: { readonly [key: string]: string };
  readonly typeName: string | undefined;
  /** Only asked on managers, unless the kind was given. */
  readonly swarm: boolean;
  readonly sized: boolean;
}

const kind = (name: string, path: (ref: string) => string, typeName: string | undefined, more: Partial<Kind> = {}): Kind => ({
  name,
  path,
  typeName,
  swarm: false,
  sized: false,
  ...more,
});

const kinds: readonly Kind[] = [
  kind('container', (ref) => `/containers/${ref}/json`, 'container.InspectResponse', { sized: true }),
  kind('image', (ref) => `/images/${ref}/json`, 'image.InspectResponse'),
  kind('network', (ref) => `/networks/${ref}`, 'network.Inspect'),
  kind('volume', (ref) => `/volumes/${ref}`, 'volume.Volume'),
  kind('service', (ref) => `/services/${ref}`, 'swarm.Service', { swarm: true, query: { insertDefaults: 'true' } }),
  kind('task', (ref) => `/tasks/${ref}`, 'swarm.Task', { swarm: true }),
  kind('node', (ref) => `/nodes/${ref}`, 'swarm.Node', { swarm: true }),
  kind('plugin', (ref) => `/plugins/${ref}/json`, undefined),
  kind('secret', (ref) => `/secrets/${ref}`, 'swarm.Secret', { swarm: true }),
  kind('config', (ref) => `/configs/${ref}`, 'swarm.Config', { swarm: true }),
];

/** Whether an engine that has no such object says so, by its status or its words. */
const isMissing = (error: EngineError): boolean => error.status === 404 || /not supported|invalid reference format/.test(error.message);

async function findObject(context: CommandContext, ref: string, wanted: string, size: boolean): Promise<InspectedObject> {
  let onManager: boolean | undefined;
  for (const one of kinds) {
    if (wanted !== '' && one.name !== wanted) continue;
    if (wanted === '' && one.swarm) {
      if (onManager === undefined) {
        try {
          const info = await get<{ readonly Swarm?: { readonly ControlAvailable?: boolean } }>(context, '/info');
          onManager = info.Swarm?.ControlAvailable === true;
        } catch (error) {
          if (!(error instanceof EngineError)) throw error;
          context.stderr.write(`${daemonMessage(error)}\n`);
          onManager = false;
        }
      }
      if (!onManager) continue;
    }
    try {
      const query = { ...one.query, ...(size && one.sized ? { size: '1' } : {}) };
      const json: Json = await call(context, { method: 'GET', path: one.path(ref), query });
      if (size && !one.sized) context.stderr.write(`WARNING: --size ignored for ${one.name}\n`);
      return { json, typeName: one.typeName, keepsRaw: true };
    } catch (error) {
      if (!(error instanceof EngineError) || wanted !== '' || !isMissing(error)) throw error;
    }
  }
  throw new CommandError(`Error: No such object: ${ref}`);
}

/** `docker inspect`: whatever has this name or id. */
export const inspect: CommandBody = async (context, flags, args) => {
  const wanted = flags.string('type');
  if (flags.changed('type') && !kinds.some((one) => one.name === wanted)) {
    if (wanted === '')
      throw new CommandError(
        'type is empty: must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"',
      );
    throw new CommandError(
      `unknown type: "${wanted}": must be one of ${kinds
        .map((one) => `"${one.name}"`)
        .sort()
        .join(', ')}`,
    );
  }
  return printInspect(context, {
    refs: args,
    format: flags.string('format'),
    syntaxStatus: 64,
    fetch: (ref) => findObject(context, ref, wanted, flags.bool('size')),
  });
};
