import { X } from 'lucide-react';
import { commandOf } from '../../actions/action.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { markHosts, useStage } from '../../world/stage-state.ts';
import { ActionButton } from '../kit/ActionButton.tsx';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import { Button } from '../kit/Button.tsx';
import css from './MarkedBar.module.css';
import { markedActions, markedFaults } from './marked-entries.tsx';

/** What can be done to the marked nodes, under the stage while there are any: it covers nothing. */
export function MarkedBar() {
  const m = useMessages();
  const marked = useStage((stage) => stage.marked);
  // What can be done depends on how they are now.
  useMirror((mirror) => mirror.hosts);
  if (marked.size === 0) return null;
  return (
    <div className={css['bar']} role="toolbar" aria-label={m.stage.markedCount(marked.size)}>
      <b role="status">{m.stage.markedCount(marked.size)}</b>
      {markedActions().map((action) => (
        <ActionButton key={action.id} action={action} hint={commandOf(action) ?? action.words ?? ''} />
      ))}
      {markedFaults().map(({ id, label, danger, act: run }) => (
        <Button key={id} look={danger ? 'danger' : 'framed'} icon={<ActionIcon id={`/${id}`} />} onClick={run}>
          {label}
        </Button>
      ))}
      <span className={css['space']} />
      <Button look="plain" icon={<X />} onClick={() => markHosts([])}>
        {m.act.unmark}
      </Button>
    </div>
  );
}
