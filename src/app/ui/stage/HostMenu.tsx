import { SquareTerminal } from 'lucide-react';
import type { ReactElement } from 'react';
import type { HostRecord } from '../../../run/view.ts';
import { commandOf } from '../../actions/action.ts';
import { act } from '../../actions/ask-first.ts';
import { hostActionGroups } from '../../actions/host-actions.ts';
import { messages, useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { openTerminal } from '../../world/open-panel.ts';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import { Menu } from '../kit/Menu.tsx';
import type { MenuEntry } from '../kit/menu-store.ts';

/** Everything that can be done to a host, each with the command it stands for. */
export function HostMenu({ host, trigger }: { readonly host: HostRecord; readonly trigger: ReactElement }) {
  const m = useMessages();
  return <Menu trigger={trigger} label={m.stage.actions(host.id)} entries={() => hostEntries(host)} />;
}

/** The lines of a host's menu, in groups. */
export function hostEntries(host: HostRecord): MenuEntry[] {
  const m = messages();
  const { hosts } = useMirror.getState();
  const groups = hostActionGroups(host, hosts, m).map(({ actions }) =>
    actions.map(
      (action): MenuEntry => ({
        kind: 'item',
        label: action.label,
        icon: <ActionIcon id={action.id} />,
        command: commandOf(action) ?? action.words,
        danger: action.danger ?? false,
        disabled: action.disabled !== undefined,
        onSelect: () => act(action),
      }),
    ),
  );
  const terminal: MenuEntry = { kind: 'item', label: m.act.openTerminal, icon: <SquareTerminal />, onSelect: () => openTerminal(host.id) };
  return [...groups, [terminal]].flatMap((group, i): MenuEntry[] => (i === 0 ? group : [{ kind: 'line' }, ...group]));
}
