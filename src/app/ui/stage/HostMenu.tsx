import { SquareTerminal } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { HostRecord } from '../../../run/view.ts';
import { type ClickAction, commandOf, perform } from '../../actions/action.ts';
import { hostActions } from '../../actions/host-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { openTerminal } from '../../world/open-panel.ts';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import { Confirm } from '../kit/Confirm.tsx';
import { Menu, MenuItem, MenuLine } from '../kit/Menu.tsx';

/** Everything that can be done to a host, each with the command it stands for. */
export function HostMenu({ host, trigger }: { readonly host: HostRecord; readonly trigger: ReactElement }) {
  const [asking, setAsking] = useState<ClickAction>();
  return (
    <>
      <Menu trigger={trigger}>
        <HostItems host={host} ask={setAsking} />
      </Menu>
      {asking && <Confirm action={asking} onClose={() => setAsking(undefined)} />}
    </>
  );
}

function HostItems({ host, ask }: { readonly host: HostRecord; readonly ask: (action: ClickAction) => void }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  return (
    <>
      {hostActions(host, hosts, m).map((action) => (
        <MenuItem
          key={action.id}
          label={action.label}
          icon={<ActionIcon id={action.id} />}
          command={commandOf(action) ?? action.words}
          danger={action.danger ?? false}
          disabled={action.disabled !== undefined}
          onSelect={() => (action.confirm === undefined ? perform(action) : ask(action))}
        />
      ))}
      <MenuLine />
      <MenuItem label={m.act.openTerminal} icon={<SquareTerminal />} onSelect={() => openTerminal(host.id)} />
    </>
  );
}
