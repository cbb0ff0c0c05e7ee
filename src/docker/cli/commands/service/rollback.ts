import type { CommandContext, Flags } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { waitOnService } from '../../progress/wait-on-service.ts';
import { servicePath } from '../../service-path.ts';
import { sendServiceUpdate } from './send-service.ts';
import type { ServiceAnswer } from './service-answer.ts';

/** `docker service rollback [OPTIONS] SERVICE`: the engine swaps the spec with the previous one; the body is the present one. */
export async function serviceRollback(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  const [name = ''] = args;
  const service = await get<ServiceAnswer>(context, servicePath(name), { insertDefaults: 'false' });
  await sendServiceUpdate(context, service, service.Spec, { rollback: 'previous' }, { queryRegistry: false, sendAuth: false });
  context.stdout.write(`${name}\n`);
  if (!flags.bool('detach')) await waitOnService(context, name, { quiet: flags.bool('quiet'), label: name });
  return 0;
}
