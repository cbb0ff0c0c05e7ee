import type { ServiceRecord, TaskRecord } from '../../../run/view.ts';
import { type ClickAction, commandOf } from '../../actions/action.ts';
import { act } from '../../actions/ask-first.ts';
import { canScale, killAction, scaleAction, serviceActions } from '../../actions/service-actions.ts';
import { takesOrders } from '../../actions/takes-orders.ts';
import { messages } from '../../i18n/messages.ts';
import { hostOfNode, serviceOf } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { openTerminal } from '../../world/open-panel.ts';
import { select } from '../../world/session.ts';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import type { MenuEntry } from '../kit/menu-store.ts';

/** An action as a line of a menu, with the command it stands for. */
export function actionEntry(action: ClickAction): MenuEntry {
  return {
    kind: 'item',
    label: action.label,
    icon: <ActionIcon id={action.id} />,
    command: action.disabled ?? commandOf(action) ?? action.words,
    danger: action.danger ?? false,
    disabled: action.disabled !== undefined,
    onSelect: () => act(action),
  };
}

/** The lines of a service's menu. */
export function serviceEntries(service: ServiceRecord): MenuEntry[] {
  const m = messages();
  const { hosts } = useMirror.getState();
  const scaled = (by: number, label: string, id: string): MenuEntry[] =>
    canScale(service) && service.desired + by >= 0
      ? [actionEntry({ ...scaleAction(service, service.desired + by, hosts, m), id: `${service.id}/${id}`, label })]
      : [];
  return [
    ...scaled(1, m.act.oneMore, 'scale-up'),
    ...scaled(-1, m.act.oneLess, 'scale-down'),
    ...serviceActions(service, hosts, m).map(actionEntry),
    ...(takesOrders() ? [{ kind: 'line' } as const] : []),
    { kind: 'item', label: m.act.inspect, onSelect: () => select({ kind: 'service', id: service.id }) },
  ];
}

/** The lines of a task's menu: what can be done to it, then what can be done to its service. */
export function taskEntries(task: TaskRecord): MenuEntry[] {
  const m = messages();
  const mirror = useMirror.getState();
  const host = hostOfNode(mirror, task.nodeId);
  const service = serviceOf(mirror, task.serviceId);
  const kill = killAction(task, host, m);
  return [
    ...(kill ? [actionEntry(kill)] : []),
    { kind: 'item', label: m.act.inspect, onSelect: () => select({ kind: 'task', id: task.id }) },
    ...(host
      ? ([
          ...(takesOrders() ? [{ kind: 'item', label: m.act.openTerminalOn(host.id), onSelect: () => openTerminal(host.id) } as const] : []),
          { kind: 'item', label: m.act.inspectOther(host.id), onSelect: () => select({ kind: 'host', id: host.id }) },
        ] satisfies MenuEntry[])
      : []),
    ...(service ? ([{ kind: 'line' }, { kind: 'label', text: service.name }, ...serviceEntries(service)] satisfies MenuEntry[]) : []),
  ];
}
