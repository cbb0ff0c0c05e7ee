import { SquareTerminal } from 'lucide-react';
import type { ReactElement } from 'react';
import type { HostRecord } from '../../../run/view.ts';
import { hostActionGroups } from '../../actions/host-actions.ts';
import { isParted, linkAction, partitionAction, reunionAction } from '../../actions/link-actions.ts';
import { takesOrders } from '../../actions/takes-orders.ts';
import { messages, useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { openTerminal } from '../../world/open-panel.ts';
import { markHosts, useStage } from '../../world/stage-state.ts';
import { useWorld } from '../../world/world.ts';
import { Menu } from '../kit/Menu.tsx';
import type { MenuEntry } from '../kit/menu-store.ts';
import { actionEntry } from './service-entries.tsx';

/** More links than this are cut by marking nodes, not by a list. */
const MOST_LINKS = 8;

/** Everything that can be done to a host, each with the command it stands for. */
export function HostMenu({ host, trigger }: { readonly host: HostRecord; readonly trigger: ReactElement }) {
  const m = useMessages();
  return <Menu trigger={trigger} label={m.stage.actions(host.id)} entries={() => hostEntries(host)} />;
}

/** The lines of a host's menu, in groups. */
export function hostEntries(host: HostRecord): MenuEntry[] {
  const m = messages();
  const { hosts } = useMirror.getState();
  const { marked } = useStage.getState();
  const groups: MenuEntry[][] = hostActionGroups(host, hosts, m).map(({ actions }) => actions.map(actionEntry));
  if (useWorld.getState().client?.capabilities.faults) groups.push(linkEntries(host, hosts));
  groups.push([
    ...(takesOrders() ? [{ kind: 'item', label: m.act.openTerminal, icon: <SquareTerminal />, onSelect: () => openTerminal(host.id) } as const] : []),
    { kind: 'toggle', label: m.act.mark, keys: 'M', checked: marked.has(host.id), onChange: () => markHosts([host.id], true) },
  ]);
  return groups.filter((group) => group.length > 0).flatMap((group, i): MenuEntry[] => (i === 0 ? group : [{ kind: 'line' }, ...group]));
}

function linkEntries(host: HostRecord, hosts: readonly HostRecord[]): MenuEntry[] {
  const m = messages();
  const others = hosts.filter((other) => other !== host);
  if (others.length < 2) return [];
  return [
    { kind: 'label', text: m.act.groupLinks },
    ...(others.length <= MOST_LINKS ? others : []).map((other) => actionEntry(linkAction(host, other, m))),
    actionEntry({ ...partitionAction([host.id], hosts, m), label: m.act.cutFromAll }),
    ...(isParted(hosts) ? [actionEntry({ ...reunionAction(m), label: m.act.healAll })] : []),
  ];
}
