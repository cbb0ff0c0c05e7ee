import type { Json } from '../../../../base/json.ts';
import type { NodeAvailability, NodeRole, NodeSpec } from '../../../api/specs.ts';
import { type CommandBody, type CommandContext, CommandError } from '../../command.ts';
import { get, post } from '../../engine-call.ts';
import { typedValue } from '../../format/go-template.ts';
import { toJson } from '../../format/template/to-json.ts';
import { keyValues } from '../../options/labels.ts';
import type { NodeAnswer } from './node-answer.ts';

/** Reads a node, changes its spec and sends it back. `change` answers undefined when there is nothing to do. */
export async function changeNode(context: CommandContext, ref: string, change: (node: NodeAnswer) => NodeSpec | undefined): Promise<boolean> {
  const node = await get<NodeAnswer>(context, `/nodes/${ref}`);
  const spec = change(node);
  if (spec === undefined) return false;
  await post(context, `/nodes/${node.ID}/update`, { version: String(node.Version.Index ?? 0) }, toJson(typedValue('swarm.NodeSpec', spec as unknown as Json)));
  return true;
}

/** `docker node update`. */
export const nodeUpdate: CommandBody = async (context, flags, args) => {
  const ref = args[0] ?? '';
  await changeNode(context, ref, ({ Spec: spec }) => {
    const labels: { [key: string]: string } = { ...spec.Labels, ...keyValues(flags.list('label-add')) };
    for (const key of flags.list('label-rm')) {
      if (labels[key] === undefined) throw new CommandError(`key ${key} doesn't exist in node's labels`);
      delete labels[key];
    }
    return {
      ...spec,
      Labels: labels,
      ...(flags.changed('role') ? { Role: flags.string('role') as NodeRole } : {}),
      ...(flags.changed('availability') ? { Availability: flags.string('availability') as NodeAvailability } : {}),
    };
  });
  context.stdout.write(`${ref}\n`);
  return 0;
};
