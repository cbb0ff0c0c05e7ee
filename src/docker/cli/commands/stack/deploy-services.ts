import type { ServiceSpec } from '../../../api/specs.ts';
import type { ServiceConfig, StackConfig } from '../../../compose/config.ts';
import { convertService, wantedConfigs, wantedSecrets } from '../../../compose/convert-service.ts';
import { imageLabel } from '../../../compose/namespace.ts';
import { StackError } from '../../../compose/stack-error.ts';
import { type CommandContext, CommandError } from '../../command.ts';
import { call, failureText } from '../../engine-call.ts';
import { encodeServiceSpec } from '../service/encode-service-spec.ts';
import { findConfigs, findSecrets } from '../service/find-references.ts';
import { registryAuthHeader, resolveImage } from '../service/resolve-image.ts';
import { sendServiceUpdate } from '../service/send-service.ts';
import { naming } from './create-objects.ts';
import { type StackService, stackServices } from './stack-objects.ts';

export interface DeployOptions {
  readonly resolveImage: 'always' | 'changed' | 'never';
  readonly sendAuth: boolean;
}

/** Converts all services, then creates or updates each; the ids in that order. Throws CommandError, EngineError. */
export async function deployServices(context: CommandContext, config: StackConfig, namespace: string, options: DeployOptions): Promise<readonly string[]> {
  const specs: ServiceSpec[] = [];
  for (const service of config.services) specs.push(await toSpec(context, service, config, namespace));
  const existing = new Map((await stackServices(context, namespace)).map((service) => [service.Spec.Name, service]));
  const ids: string[] = [];
  for (const spec of specs) {
    const present = existing.get(spec.Name);
    ids.push(present === undefined ? await create(context, spec, options) : await update(context, present, spec, options));
  }
  return ids;
}

/** A service as the engine's spec, with the ids of its secrets and configs. */
async function toSpec(context: CommandContext, service: ServiceConfig, config: StackConfig, namespace: string): Promise<ServiceSpec> {
  try {
    const secrets = await findSecrets(context, wantedSecrets(service, config, namespace));
    const wanted = wantedConfigs(service, config, namespace);
    const configs = await findConfigs(context, wanted.files, wanted.runtime);
    return convertService(service, config, namespace, { secrets, configs });
  } catch (error) {
    const text = error instanceof StackError ? error.message : failureText(error);
    throw new CommandError(`service ${service.name}: ${text}`);
  }
}

async function create(context: CommandContext, spec: ServiceSpec, options: DeployOptions): Promise<string> {
  context.stdout.write(`Creating service ${spec.Name}\n`);
  // Unlike `service create`, this prints no warnings, not even that no registry answered.
  const resolved = await resolveImage(context, spec, { queryRegistry: options.resolveImage !== 'never', sendAuth: options.sendAuth });
  const headers = options.sendAuth ? { headers: registryAuthHeader } : {};
  const answer = await naming(`failed to create service ${spec.Name}`, () =>
    call(context, { method: 'POST', path: '/services/create', query: {}, ...headers, body: encodeServiceSpec(resolved.spec) }),
  );
  return (answer as unknown as { readonly ID?: string } | null)?.ID ?? '';
}

async function update(context: CommandContext, present: StackService, spec: ServiceSpec, options: DeployOptions): Promise<string> {
  context.stdout.write(`Updating service ${spec.Name} (id: ${present.ID})\n`);
  const image = spec.TaskTemplate.ContainerSpec?.Image ?? '';
  const sameImage = image === present.Spec.Labels[imageLabel];
  const queryRegistry = options.resolveImage === 'always' || (options.resolveImage === 'changed' && !sameImage);
  // An image that was not changed keeps the digest it has; otherwise its tasks would be replaced for nothing.
  const keepImage = sameImage && !queryRegistry;
  const kept = present.Spec.TaskTemplate.ContainerSpec?.Image ?? image;
  const sent: ServiceSpec = {
    ...spec,
    TaskTemplate: {
      ...spec.TaskTemplate,
      ContainerSpec: { ...spec.TaskTemplate.ContainerSpec, Image: keepImage ? kept : image },
      ForceUpdate: present.Spec.TaskTemplate.ForceUpdate ?? 0,
    },
  };
  await naming(`failed to update service ${spec.Name}`, () => sendServiceUpdate(context, present, sent, {}, { queryRegistry, sendAuth: options.sendAuth }));
  return present.ID;
}
