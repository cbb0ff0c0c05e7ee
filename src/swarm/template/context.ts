import type { Labels, NodeDescription } from '../../docker/api/specs.ts';
import type { Task } from '../objects/objects.ts';
import type { TemplateStruct } from './template-value.ts';

const NODE_TYPE = 'struct { ID string; Hostname string; Platform template.Platform }';
const SERVICE_TYPE = 'struct { ID string; Name string; Labels map[string]string }';
const TASK_TYPE = 'struct { ID string; Name string; Slot string }';

/** `<service>.<slot>.<task id>`; the node's id stands in for slot 0 (swarmkit api/naming). */
export function taskName(task: Pick<Task, 'id' | 'serviceName' | 'slot' | 'nodeId'>): string {
  return `${task.serviceName}.${slotText(task)}.${task.id}`;
}

function slotText(task: Pick<Task, 'slot' | 'nodeId'>): string {
  return task.slot > 0 ? String(task.slot) : task.nodeId;
}

/** What placeholders stand for in a task's templates (swarmkit template/context.go). Without a description its part stays empty. @param type Go's name for it, which errors tell */
export function templateContext(
  task: Task,
  description: NodeDescription | undefined,
  type: '*template.Context' | '*template.PayloadContext' = '*template.Context',
): TemplateStruct {
  return struct(type, {
    Service: struct(SERVICE_TYPE, { ID: task.serviceId, Name: task.serviceName, Labels: { kind: 'map', entries: task.serviceLabels satisfies Labels } }),
    Node: struct(NODE_TYPE, {
      ID: task.nodeId,
      Hostname: description?.Hostname ?? '',
      Platform: struct('template.Platform', { Architecture: description?.Platform?.Architecture ?? '', OS: description?.Platform?.OS ?? '' }),
    }),
    Task: struct(TASK_TYPE, { ID: task.id, Name: taskName(task), Slot: slotText(task) }),
  });
}

function struct(type: string, fields: TemplateStruct['fields']): TemplateStruct {
  return { kind: 'struct', type, fields };
}
