import { compareText } from '../../../../base/compare.ts';
import type { CommandContext } from '../../command.ts';
import { call, daemonMessage, EngineError } from '../../engine-call.ts';
import type { StackService } from './stack-objects.ts';

/** Something to remove: what it is called in the output, and where it is. */
interface Removal {
  readonly kind: 'service' | 'secret' | 'config' | 'network';
  readonly id: string;
  readonly name: string;
}

/** Removes objects one by one; true when one could not be removed. The texts about those end without a newline, as in docker. */
export async function removeObjects(context: CommandContext, objects: readonly Removal[]): Promise<boolean> {
  let failed = false;
  for (const { kind, id, name } of objects) {
    context.stdout.write(`Removing ${kind} ${name}\n`);
    try {
      await call(context, { method: 'DELETE', path: `/${kind}s/${id}` });
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      failed = true;
      context.stderr.write(`Failed to remove ${kind} ${id}: ${daemonMessage(error)}`);
    }
  }
  return failed;
}

/** Removes services in the order of their names; true when one could not be removed. */
export function removeServices(context: CommandContext, services: readonly StackService[]): Promise<boolean> {
  const sorted = [...services].sort((a, b) => compareText(a.Spec.Name, b.Spec.Name));
  return removeObjects(
    context,
    sorted.map((service) => ({ kind: 'service', id: service.ID, name: service.Spec.Name })),
  );
}
