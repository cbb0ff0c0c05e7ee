import type { CommandContext, Flags } from '../../command.ts';
import { waitOnService } from '../../progress/wait-on-service.ts';
import { newServiceSpec } from './new-service-spec.ts';
import { sendNewService } from './send-service.ts';

/** `docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]` (spec/cli.md §10). */
export async function serviceCreate(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const spec = await newServiceSpec(context, flags, args);
  const id = await sendNewService(context, spec, { queryRegistry: !flags.bool('no-resolve-image'), sendAuth: flags.bool('with-registry-auth') });
  context.stdout.write(`${id}\n`);
  if (!flags.bool('detach')) await waitOnService(context, id, { quiet: flags.bool('quiet'), label: id });
  return 0;
}
