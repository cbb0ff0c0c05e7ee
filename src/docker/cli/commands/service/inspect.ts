import type { Json } from '../../../../base/json.ts';
import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { dockerSetting } from '../../docker-config.ts';
import { find } from '../../engine-call.ts';
import { ago, apiTimeMs } from '../../format/age.ts';
import { printInspect } from '../../format/inspect.ts';

import { binarySize } from '../../format/size.ts';
import { servicePath } from '../../service-path.ts';
import { prettyService } from './pretty-service.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** A service with the engine's defaults filled in. Throws CommandError, EngineError. */
async function fetchService(context: CommandContext, name: string): Promise<ServiceAnswer> {
  const service = await find<ServiceAnswer>(context, servicePath(name), { insertDefaults: 'true' });
  if (service === undefined) throw new CommandError(`Error: no such service: ${name}`);
  return service;
}

async function networkNames(context: CommandContext, service: ServiceAnswer): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { Target: id = '' } of service.Spec.TaskTemplate.Networks ?? []) {
    const network = await find<{ readonly Id: string; readonly Name: string }>(context, `/networks/${id}`, { scope: 'swarm' });
    if (network !== undefined) names.set(network.Id, network.Name);
  }
  return names;
}

async function printPretty(context: CommandContext, names: readonly string[]): Promise<number> {
  // One that is missing leaves nothing printed of the others.
  let text = '';
  for (const name of names) {
    const service = await fetchService(context, name);
    text += prettyService(service, {
      networkNames: await networkNames(context, service),
      ago: (time) => ago(apiTimeMs(time), context.clock.now()),
      size: binarySize,
    });
  }
  context.stdout.write(text);
  return 0;
}

/** `docker service inspect [OPTIONS] SERVICE…` (spec/cli.md §8.3): JSON, a template, or words with `--pretty`. */
export async function serviceInspect(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const given = flags.string('format');
  if (flags.bool('pretty') && given !== '') throw new CommandError('--format is incompatible with human friendly format');
  const format = flags.bool('pretty') ? 'pretty' : given === '' ? (dockerSetting(context, 'serviceInspectFormat') ?? 'raw') : given;
  if (format === 'pretty') return printPretty(context, args);
  if (format.startsWith('pretty')) throw new CommandError('Cannot supply extra formatting options to the pretty template');
  return printInspect(context, {
    refs: args,
    format: format.replace(/^raw/, ''),
    fetch: async (name) => ({ json: (await fetchService(context, name)) as unknown as Json, typeName: 'swarm.Service', keepsRaw: false }),
  });
}
