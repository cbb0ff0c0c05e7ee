import { namespaceLabel } from '../../../compose/namespace.ts';
import { type CommandContext, CommandError, type Flags } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { encodeFilters } from '../../filters.ts';
import { type ListDescription, printList } from '../../format/list.ts';
import { compareNatural } from '../../format/natural-order.ts';
import type { StackService } from './stack-objects.ts';

interface StackRow {
  readonly name: string;
  readonly services: number;
}

const stackList: ListDescription<StackRow> = {
  typeName: '*formatter.stackContext',
  fields: {
    Name: { header: 'NAME', value: (stack) => stack.name },
    Services: { header: 'SERVICES', value: (stack) => String(stack.services) },
  },
  table: ['Name', 'Services'],
};

/** `docker stack ls`: a stack is the set of services with its label, so one without services does not show. */
export async function stackLs(context: CommandContext, flags: Flags): Promise<number> {
  const services = await get<readonly StackService[]>(context, '/services', { filters: encodeFilters({ label: [namespaceLabel] }) ?? '' });
  const counts = new Map<string, number>();
  for (const service of services) {
    const name = service.Spec.Labels[namespaceLabel];
    if (name === undefined) throw new CommandError(`cannot get label ${namespaceLabel} for service ${service.ID}`);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows = [...counts].map(([name, count]) => ({ name, services: count })).sort((a, b) => compareNatural(a.name, b.name));
  printList(context, stackList, rows, { format: flags.string('format'), quiet: false });
  return 0;
}
