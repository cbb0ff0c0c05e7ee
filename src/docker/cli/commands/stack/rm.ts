import { type CommandContext, CommandError, type Flags } from '../../command.ts';
import { failureText, get } from '../../engine-call.ts';
import { encodeFilters } from '../../filters.ts';
import { removeObjects, removeServices } from './remove-objects.ts';
import { checkStackNames } from './stack-name.ts';
import { stackConfigs, stackFilters, stackNetworks, stackSecrets, stackServices } from './stack-objects.ts';

const pollMs = 100;
const terminalStates = ['complete', 'shutdown', 'failed', 'rejected'];

/** `docker stack rm STACK…`: services, secrets, configs and networks of each, in this order; volumes stay (stack.md §12). */
export async function stackRm(context: CommandContext, flags: Flags, args: readonly string[]): Promise<number> {
  checkStackNames(args);
  const failures: string[] = [];
  for (const namespace of args) {
    const services = await stackServices(context, namespace);
    const networks = await stackNetworks(context, namespace);
    const secrets = await stackSecrets(context, namespace);
    const configs = await stackConfigs(context, namespace);
    if (services.length + networks.length + secrets.length + configs.length === 0) {
      context.stderr.write(`Nothing found in stack: ${namespace}\n`);
      continue;
    }
    const servicesFailed = await removeServices(context, services);
    const othersFailed = await removeObjects(context, [
      ...secrets.map((secret) => ({ kind: 'secret', id: secret.ID, name: secret.Spec.Name }) as const),
      ...configs.map((config) => ({ kind: 'config', id: config.ID, name: config.Spec.Name }) as const),
      ...networks.map((network) => ({ kind: 'network', id: network.Id, name: network.Name }) as const),
    ]);
    if (servicesFailed || othersFailed) {
      failures.push(`failed to remove some resources from stack: ${namespace}`);
      continue;
    }
    if (!flags.bool('detach')) {
      try {
        await waitForTasks(context, namespace);
      } catch (error) {
        failures.push(`failed to wait on tasks of stack: ${namespace}: failed to get tasks: ${failureText(error)}`);
      }
    }
  }
  if (failures.length > 0) throw new CommandError(failures.join('\n'));
  return 0;
}

/** Polls until as many polls as there are tasks have seen a terminal one: that is how docker counts (stack/swarm/remove.go). */
async function waitForTasks(context: CommandContext, namespace: string): Promise<void> {
  for (let reached = 0; ; await context.clock.sleep(pollMs, context.signal)) {
    const tasks = await get<readonly { readonly Status?: { readonly State?: string } }[]>(context, '/tasks', {
      filters: encodeFilters(stackFilters(namespace)) ?? '',
    });
    if (tasks.some((task) => terminalStates.includes(task.Status?.State ?? ''))) reached += 1;
    if (reached >= tasks.length) return;
  }
}
