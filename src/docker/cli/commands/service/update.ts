import type { CommandContext, Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { rootCommand, subcommandOf } from '../../command-tree.ts';
import { get } from '../../engine-call.ts';
import { waitOnService } from '../../progress/wait-on-service.ts';
import { servicePath } from '../../service-path.ts';
import { sendServiceUpdate } from './send-service.ts';
import type { ServiceAnswer } from './service-answer.ts';
import { updatedReferences } from './updated-references.ts';
import { updatedServiceSpec } from './updated-service-spec.ts';

/** The flags that may stand beside `--rollback`. */
const besideRollback: readonly string[] = ['rollback', 'detach', 'quiet'];

const flagNames = (subcommandOf(subcommandOf(rootCommand, 'service') ?? rootCommand, 'update')?.flags ?? []).map((flag) => flag.name);

/** `docker service update [OPTIONS] SERVICE` (spec/cli.md §11): reads the service, merges the flags in, sends the whole spec. */
export async function serviceUpdate(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const [name = ''] = args;
  const service = await get<ServiceAnswer>(context, servicePath(name), { insertDefaults: 'false' });
  const rollback = flags.bool('rollback');
  if (rollback && flagNames.some((flag) => !besideRollback.includes(flag) && flags.changed(flag))) {
    throw new CommandError('other flags may not be combined with --rollback');
  }
  const merged = await updatedServiceSpec(context, flags, service.Spec);
  const container = await updatedReferences(context, flags, merged.TaskTemplate.ContainerSpec ?? {});
  const sendAuth = flags.bool('with-registry-auth');
  await sendServiceUpdate(
    context,
    service,
    { ...merged, TaskTemplate: { ...merged.TaskTemplate, ContainerSpec: container } },
    { ...(sendAuth ? {} : { registryAuthFrom: 'spec' }), ...(rollback ? { rollback: 'previous' } : {}) },
    { queryRegistry: flags.changed('image') && !flags.bool('no-resolve-image'), sendAuth },
  );
  context.stdout.write(`${name}\n`);
  if (!flags.bool('detach')) await waitOnService(context, name, { quiet: flags.bool('quiet'), label: name });
  return 0;
}
