import type { HostRecord, ServiceRecord, TaskRecord } from '../../run/view.ts';
import type { Messages } from '../i18n/messages.ts';
import { type ClickAction, clickLine } from './action.ts';
import { managerOf } from './managers.ts';
import { quoteWord } from './quote-word.ts';
import { takesOrders } from './takes-orders.ts';

/** An order about a service, given to a manager. */
function order(service: ServiceRecord, hosts: readonly HostRecord[], m: Messages, id: string, label: string, text: string): ClickAction {
  const manager = managerOf(hosts);
  const host = manager?.id ?? hosts[0]?.id ?? '';
  return { id: `${service.id}/${id}`, label, host, input: clickLine(host, text), ...(manager ? {} : { disabled: m.act.noManager }) };
}

/** Whether a service has a number of replicas that can be changed. */
export function canScale(service: ServiceRecord): boolean {
  return takesOrders() && (service.mode === 'replicated' || service.mode === 'replicated-job');
}

/** `docker service scale`. */
export function scaleAction(service: ServiceRecord, replicas: number, hosts: readonly HostRecord[], m: Messages): ClickAction {
  return order(service, hosts, m, 'scale', m.act.scale, `docker service scale ${service.name}=${replicas}`);
}

/** `docker service update --image`. The reference is quoted when a shell would read more into it. */
export function updateImageAction(service: ServiceRecord, image: string, hosts: readonly HostRecord[], m: Messages): ClickAction {
  return order(service, hosts, m, 'image', m.act.updateImage, `docker service update --image ${quoteWord(image)} ${service.name}`);
}

/** What else can be done to a service. */
export function serviceActions(service: ServiceRecord, hosts: readonly HostRecord[], m: Messages): ClickAction[] {
  if (!takesOrders()) return [];
  const job = service.mode === 'replicated-job' || service.mode === 'global-job';
  return [
    order(service, hosts, m, 'force', m.act.forceUpdate, `docker service update --force ${service.name}`),
    ...(service.update && !job ? [order(service, hosts, m, 'rollback', m.act.rollback, `docker service rollback ${service.name}`)] : []),
    {
      ...order(service, hosts, m, 'remove', m.act.removeService, `docker service rm ${service.name}`),
      danger: true,
      confirm: m.act.removeServiceAsk(service.name),
    },
  ];
}

/** Kills a running task's container where it runs: what a crash looks like. */
export function killAction(task: TaskRecord, host: HostRecord | undefined, m: Messages): ClickAction | undefined {
  if (!takesOrders() || !host?.power || !host.engineUp || task.containerId === '' || task.state !== 'running') return undefined;
  return {
    id: `${task.id}/kill`,
    label: m.act.killContainer,
    host: host.id,
    input: clickLine(host.id, `docker kill ${task.containerId.slice(0, 12)}`),
    danger: true,
  };
}
