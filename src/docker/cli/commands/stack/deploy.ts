import { parseImageReference } from '../../../api/parse/image-reference.ts';
import type { StackConfig } from '../../../compose/config.ts';
import { describeProperties } from '../../../compose/properties.ts';
import { type CommandContext, CommandError, type Flags } from '../../command.ts';
import { failureText, get } from '../../engine-call.ts';
import { waitOnService } from '../../progress/wait-on-service.ts';
import { createConfigs, createNetworks, createSecrets } from './create-objects.ts';
import { deployServices } from './deploy-services.ts';
import { loadFiles } from './load-files.ts';
import { removeServices } from './remove-objects.ts';
import { checkStackNames } from './stack-name.ts';
import { stackServices } from './stack-objects.ts';

const resolveImageWords = ['always', 'changed', 'never'] as const;
const managerNeeded = 'this node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again';

/** `docker stack deploy -c FILE STACK` (stack.md §1 and §11). What was created before an error stays. */
export async function stackDeploy(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const [namespace = ''] = args;
  checkStackNames(args);
  const config = await loadForDeploy(context, flags.list('compose-file'));
  const resolveImage = resolveImageWords.find((word) => word === flags.string('resolve-image'));
  if (resolveImage === undefined) throw new CommandError(`Invalid option ${flags.string('resolve-image')} for flag --resolve-image`);
  const detach = flags.bool('detach');
  if (detach && !flags.changed('detach')) {
    context.stderr.write('Since --detach=false was not specified, tasks will be created in the background.\n');
    context.stderr.write('In a future release, --detach=false will become the default.\n');
  }
  const info = await get<{ readonly Swarm?: { readonly ControlAvailable?: boolean } }>(context, '/info');
  if (info.Swarm?.ControlAvailable !== true) throw new CommandError(managerNeeded);
  if (flags.bool('prune')) await prune(context, config, namespace);
  await createNetworks(context, config, namespace);
  await createSecrets(context, config, namespace);
  await createConfigs(context, config, namespace);
  const ids = await deployServices(context, config, namespace, { resolveImage, sendAuth: flags.bool('with-registry-auth') });
  if (!detach) await waitForServices(context, ids, flags.bool('quiet'));
  return 0;
}

/** Loads the files, prints what the swarm will ignore, and checks that every service has an image. */
async function loadForDeploy(context: CommandContext, files: readonly string[]): Promise<StackConfig> {
  const { config, unsupported, deprecated } = await loadFiles(context, files, { forDeploy: true, skipInterpolation: false });
  if (unsupported.length > 0) context.stderr.write(`Ignoring unsupported options: ${unsupported.join(', ')}\n\n`);
  if (deprecated.length > 0) context.stderr.write(`Ignoring deprecated options:\n\n${describeProperties(deprecated)}\n\n`);
  for (const { name, image } of config.services) {
    const fault = imageFault(image);
    if (fault !== undefined) throw new CommandError(`invalid image reference for service ${name}: ${fault}`);
  }
  return config;
}

function imageFault(image: string): string | undefined {
  if (image === '') return 'no image specified';
  // A bare digest or image id is a reference too.
  if (/^(?:sha256:)?[a-f0-9]{64}$/.test(image)) return undefined;
  const reference = parseImageReference(image);
  return reference.ok ? undefined : reference.error;
}

/** Removes the services of the stack that the file does not have; failures are only told. */
async function prune(context: CommandContext, config: StackConfig, namespace: string): Promise<void> {
  const kept = new Set(config.services.map((service) => `${namespace}_${service.name}`));
  try {
    const services = await stackServices(context, namespace);
    await removeServices(
      context,
      services.filter((service) => !kept.has(service.Spec.Name)),
    );
  } catch (error) {
    context.stderr.write(`Failed to list services: ${failureText(error)}\n`);
  }
}

async function waitForServices(context: CommandContext, ids: readonly string[], quiet: boolean): Promise<void> {
  const failures: string[] = [];
  for (const id of ids) {
    try {
      await waitOnService(context, id, { quiet, label: id });
    } catch (error) {
      failures.push(`${id}: ${failureText(error)}`);
    }
  }
  if (failures.length > 0) throw new CommandError(failures.join('\n'));
}
