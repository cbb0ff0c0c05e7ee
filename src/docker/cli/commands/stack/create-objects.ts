import type { Json } from '../../../../base/json.ts';
import type { ConfigSpec, SecretSpec } from '../../../api/specs.ts';
import type { StackConfig } from '../../../compose/config.ts';
import { convertConfigs, convertNetworks, convertSecrets } from '../../../compose/convert-objects.ts';
import { isUserDefinedNetwork } from '../../../compose/convert-service.ts';
import { StackError } from '../../../compose/stack-error.ts';
import { type CommandContext, CommandError } from '../../command.ts';
import { EngineError, failureText, find, post } from '../../engine-call.ts';
import { stackNetworks } from './stack-objects.ts';

/** Creates the networks that are missing; existing ones are left as they are. Throws CommandError, EngineError. */
export async function createNetworks(context: CommandContext, config: StackConfig, namespace: string): Promise<void> {
  const networks = convertNetworks(config, namespace);
  for (const name of networks.external) if (isUserDefinedNetwork(name)) await checkExternalNetwork(context, name);
  const existing = new Set((await stackNetworks(context, namespace)).map((network) => network.Name));
  for (const { Name: name, ...body } of networks.create) {
    if (existing.has(name)) continue;
    context.stdout.write(`Creating network ${name}\n`);
    await naming(`failed to create network ${name}`, () => post(context, '/networks/create', {}, { ...body, Name: name }));
  }
}

async function checkExternalNetwork(context: CommandContext, name: string): Promise<void> {
  const network = await find<{ readonly Scope?: string }>(context, `/networks/${name}`);
  const declared = `network "${name}" is declared as external, but`;
  if (network === undefined) {
    throw new CommandError(`${declared} could not be found. You need to create a swarm-scoped network before the stack is deployed`);
  }
  if (network.Scope !== 'swarm') throw new CommandError(`${declared} it is not in the right scope: "${network.Scope ?? ''}" instead of "swarm"`);
}

/** Creates or updates the secrets of the file. Throws CommandError, EngineError. */
export async function createSecrets(context: CommandContext, config: StackConfig, namespace: string): Promise<void> {
  await createOrUpdate(
    context,
    'secret',
    readingFiles(() => convertSecrets(config, namespace, (path) => context.files.read(path))),
  );
}

/** Creates or updates the configs of the file. Throws CommandError, EngineError. */
export async function createConfigs(context: CommandContext, config: StackConfig, namespace: string): Promise<void> {
  await createOrUpdate(
    context,
    'config',
    readingFiles(() => convertConfigs(config, namespace, (path) => context.files.read(path))),
  );
}

function readingFiles<T>(convert: () => T): T {
  try {
    return convert();
  } catch (error) {
    throw error instanceof StackError ? new CommandError(error.message) : error;
  }
}

async function createOrUpdate(context: CommandContext, kind: 'secret' | 'config', specs: readonly (SecretSpec | ConfigSpec)[]): Promise<void> {
  for (const spec of specs) {
    const body = JSON.parse(JSON.stringify(spec)) as Json;
    const existing = await find<{ readonly ID: string; readonly Version: { readonly Index?: number } }>(context, `/${kind}s/${spec.Name}`);
    if (existing === undefined) {
      context.stdout.write(`Creating ${kind} ${spec.Name}\n`);
      await naming(`failed to create ${kind} ${spec.Name}`, () => post(context, `/${kind}s/create`, {}, body));
    } else {
      const version = String(existing.Version.Index ?? 0);
      await naming(`failed to update ${kind} ${spec.Name}`, () => post(context, `/${kind}s/${existing.ID}/update`, { version }, body));
    }
  }
}

/** Puts what failed before the engine's text. Throws CommandError. */
export async function naming<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof EngineError) throw new CommandError(`${what}: ${failureText(error)}`);
    throw error;
  }
}
