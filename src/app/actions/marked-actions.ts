import type { Input } from '../../run/input.ts';
import type { HostRecord } from '../../run/view.ts';
import { messages } from '../i18n/messages.ts';
import { useMirror } from '../mirror/mirror-store.ts';
import { useStage } from '../world/stage-state.ts';
import { send } from '../world/world.ts';
import { type ClickAction, clickLine, commandOf, echo } from './action.ts';
import { act } from './ask-first.ts';
import { isParted, linkAction, partitionAction, reunionAction } from './link-actions.ts';
import { managerOf } from './managers.ts';
import { takesOrders } from './takes-orders.ts';

/** Something that is done to all marked hosts together. */
export interface MarkedAction {
  readonly id: string;
  readonly label: string;
  /** The command it stands for, what happens in words, or why it can't be done now. */
  readonly detail: string;
  readonly danger: boolean;
  readonly enabled: boolean;
  readonly act: () => void;
}

/** What can be done to all marked hosts now; nothing while none is marked. */
export function markedActions(): MarkedAction[] {
  const m = messages();
  const { hosts } = useMirror.getState();
  const { marked } = useStage.getState();
  const chosen = hosts.filter((host) => marked.has(host.id));
  const names = chosen.map((host) => host.id);
  const [first, second] = chosen;
  if (!first || !takesOrders()) return [];
  const all = names.join('+');
  const manager = managerOf(hosts);
  const order = (id: string, label: string, those: readonly HostRecord[], line: (nodes: string) => string): MarkedAction[] => {
    if (those.length === 0) return [];
    const host = manager?.id ?? '';
    const input = clickLine(host, line(those.map((each) => each.id).join(' ')));
    return [ofClick({ id: `${all}/${id}`, label, host, input, ...(manager ? {} : { disabled: m.act.noManager }) })];
  };
  const availability = (word: 'drain' | 'active' | 'pause', id: string, label: string): MarkedAction[] => {
    const nodes = chosen.filter((host) => host.role !== '' && host.availability !== word);
    const update = `docker node update --availability ${word}`;
    return order(id, label, nodes, (list) => (nodes.length === 1 ? `${update} ${list}` : `for n in ${list}; do ${update} $n; done`));
  };
  // Each by itself: one input for every one of them.
  const each = (id: string, label: string, those: readonly HostRecord[], input: (host: string) => Input, detail: string, danger: boolean): MarkedAction[] => {
    const last = those[those.length - 1];
    if (!last) return [];
    const act = (): void => {
      const inputs = those.map((host) => input(host.id));
      // At one moment: in the past, it is one other future that begins.
      send(...inputs);
      echo(label, last.id, inputs[0]?.kind === 'line' ? detail : undefined, detail);
    };
    return [{ id: `${all}/${id}`, label, detail, danger, enabled: true, act }];
  };
  const shell = (id: string, label: string, those: readonly HostRecord[], text: string, danger = false): MarkedAction[] =>
    each(id, label, those, (host) => clickLine(host, text), text, danger);
  const power = (fault: 'power-off' | 'power-on', label: string, those: readonly HostRecord[], danger = false): MarkedAction[] =>
    each(fault, label, those, (host) => ({ kind: 'fault', fault, host }), m.act.fault[fault], danger);
  const on = chosen.filter((host) => host.power);
  return [
    ...availability('drain', 'drain', m.act.drain),
    ...availability('pause', 'pause', m.act.pause),
    ...availability('active', 'activate', m.act.activate),
    ...order(
      'promote',
      m.act.promote,
      chosen.filter((host) => host.role === 'worker'),
      (list) => `docker node promote ${list}`,
    ),
    ...order(
      'demote',
      m.act.demote,
      chosen.filter((host) => host.role === 'manager'),
      (list) => `docker node demote ${list}`,
    ),
    ...shell(
      'engine-stop',
      m.act.stopEngine,
      on.filter((host) => host.engineUp),
      'sudo systemctl stop docker',
      true,
    ),
    ...shell(
      'engine-start',
      m.act.startEngine,
      on.filter((host) => !host.engineUp),
      'sudo systemctl start docker',
    ),
    ...power('power-off', m.act.powerOff, on, true),
    ...power(
      'power-on',
      m.act.powerOn,
      chosen.filter((host) => !host.power),
    ),
    ...(names.length < hosts.length ? [ofClick(partitionAction(names, hosts, m))] : []),
    ...(isParted(hosts) ? [ofClick(reunionAction(m))] : []),
    ...(chosen.length === 2 && second ? [ofClick(linkAction(first, second, m))] : []),
  ];
}

function ofClick(action: ClickAction): MarkedAction {
  return {
    id: action.id,
    label: action.label,
    detail: action.disabled ?? commandOf(action) ?? action.words ?? '',
    danger: action.danger ?? false,
    enabled: action.disabled === undefined,
    act: () => act(action),
  };
}
