import type { Input } from '../../run/input.ts';
import type { HostRecord } from '../../run/view.ts';
import type { Messages } from '../i18n/messages.ts';
import type { ClickAction } from './action.ts';

/** Cuts the link between two hosts, or heals it when it is cut. */
export function linkAction(a: HostRecord, b: HostRecord, m: Messages): ClickAction {
  const cut = !a.cutFrom.includes(b.id);
  return {
    id: `${a.id}/${b.id}/${cut ? 'cut-link' : 'heal-link'}`,
    label: cut ? m.act.cutLink(b.id) : m.act.healLink(b.id),
    host: `${a.id} – ${b.id}`,
    input: { kind: 'link', a: a.id, b: b.id, cut },
    words: cut ? m.act.linkCut : m.act.linkHealed,
    danger: cut,
  };
}

/** Parts these hosts from all others; where the network is parted already, from the rest of their part. */
export function partitionAction(names: readonly string[], hosts: readonly HostRecord[], m: Messages): ClickAction {
  const parts = new Map<number, string[]>();
  for (const { id, troubles } of hosts) {
    const part = troubles?.part ?? 0;
    if (part === 0 || names.includes(id)) continue;
    parts.set(part, [...(parts.get(part) ?? []), id]);
  }
  return {
    id: `${names.join('+')}/partition`,
    label: m.act.partition,
    host: names.join(', '),
    input: { kind: 'partition', groups: [[...names], ...parts.values()] },
    words: m.act.parted,
    danger: true,
  };
}

/** Makes a parted network whole again. Links that are cut one by one stay cut. */
export function reunionAction(m: Messages): ClickAction {
  return { id: 'network/reunion', label: m.act.reunite, host: m.act.network, input: { kind: 'partition', groups: [] }, words: m.act.reunited };
}

/** Whether a partition holds. */
export function isParted(hosts: readonly HostRecord[]): boolean {
  return hosts.some(({ troubles }) => (troubles?.part ?? 0) > 0);
}

/** Whether no message passes between two hosts: their link is cut, they are in different parts, or an interface is down. */
export function isCut(a: HostRecord, b: HostRecord): boolean {
  return a.cutFrom.includes(b.id) || (a.troubles?.part ?? 0) !== (b.troubles?.part ?? 0) || !a.linkUp || !b.linkUp;
}

/** All that makes the network whole: no parts, no cut links. Interfaces that are down stay down. */
export function wholeNetwork(hosts: readonly HostRecord[]): Input[] {
  const links = hosts.flatMap(({ id, cutFrom }) =>
    cutFrom.filter((other) => id < other).map((other): Input => ({ kind: 'link', a: id, b: other, cut: false })),
  );
  return [...(isParted(hosts) ? [{ kind: 'partition', groups: [] } satisfies Input] : []), ...links];
}
