import { useMemo } from 'react';
import { type PageAction, pageActions, searchActions, taskActions } from '../../actions/page-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { PickDialog } from '../kit/PickDialog.tsx';
import css from './CommandPalette.module.css';

/** Nobody reads further: another word finds it. */
const MOST_SHOWN = 200;
const MOST_TASKS = 60;

/** Every action of the page, and everything there is to look at, in one list that is searched by typing. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const all = useMemo(() => pageActions(m), [m]);
  return (
    <PickDialog<PageAction>
      title={m.palette.title}
      placeholder={m.palette.placeholder}
      width={600}
      find={(query) => [...searchActions(all, query), ...taskActions(m, query, MOST_TASKS)].slice(0, MOST_SHOWN)}
      idOf={(action) => action.id}
      show={(action) => (
        <>
          <span>{action.label}</span>
          {action.detail !== '' && (action.group === 'help' || action.detail.length < 6 ? <kbd>{action.detail}</kbd> : <code>{action.detail}</code>)}
        </>
      )}
      entryClass={css['entry']}
      none={m.palette.none}
      onPick={(action) => action.act()}
      onClose={onClose}
    />
  );
}
