import { X } from 'lucide-react';
import { markedActions } from '../../actions/marked-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { markHosts, useStage } from '../../world/stage-state.ts';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import { Button } from '../kit/Button.tsx';
import { Hint } from '../kit/Hint.tsx';
import css from './MarkedBar.module.css';

/** What can be done to the marked nodes, under the stage while there are any: it covers nothing. */
export function MarkedBar() {
  const m = useMessages();
  const marked = useStage((stage) => stage.marked);
  // What can be done depends on how they are now.
  useMirror((mirror) => mirror.hosts);
  return (
    <div className={css['bar']} role="toolbar" aria-label={m.stage.markedCount(marked.size)}>
      <b role="status">{m.stage.markedCount(marked.size)}</b>
      {markedActions().map(({ id, label, detail, danger, enabled, act }) => (
        <Hint key={id} text={detail} side="top">
          <Button look={danger ? 'danger' : 'framed'} icon={<ActionIcon id={id} />} aria-disabled={!enabled} onClick={act}>
            {label}
          </Button>
        </Hint>
      ))}
      <span className={css['space']} />
      <Button look="plain" icon={<X />} onClick={() => markHosts([])}>
        {m.act.unmark}
      </Button>
    </div>
  );
}
