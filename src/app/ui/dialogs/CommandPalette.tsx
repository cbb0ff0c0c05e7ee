import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type PageAction, pageActions, searchActions, taskActions } from '../../actions/page-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Modal } from '../kit/Modal.tsx';
import css from './CommandPalette.module.css';

/** Nobody reads further: another word finds it. */
const MOST_SHOWN = 200;
const MOST_TASKS = 60;

/** Every action of the page, and everything there is to look at, in one list that is searched by typing. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const all = useMemo(() => pageActions(m), [m]);
  const found = useMemo(() => [...searchActions(all, query), ...taskActions(m, query, MOST_TASKS)].slice(0, MOST_SHOWN), [all, query, m]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const run = (action: PageAction | undefined): void => {
    if (!action) return;
    onClose();
    // After the dialog has given the focus back: the action may take it.
    setTimeout(action.act);
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[at]);
    }
  };
  return (
    <Modal title={m.palette.title} onClose={onClose} bare width={600}>
      <div className={css['search']}>
        <Search size={16} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={found[at] ? `palette-${at}` : undefined}
          aria-label={m.palette.placeholder}
          placeholder={m.palette.placeholder}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <ul ref={list} id="palette-list" role="listbox" aria-label={m.palette.title} className={css['list']}>
        {found.map((action, i) => (
          <li key={action.id} id={`palette-${i}`} role="option" aria-selected={i === at} onPointerMove={() => setAt(i)} onClick={() => run(action)}>
            <span>{action.label}</span>
            {action.detail !== '' && (action.group === 'help' || action.detail.length < 6 ? <kbd>{action.detail}</kbd> : <code>{action.detail}</code>)}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={css['none']}>{m.palette.none}</p>}
    </Modal>
  );
}
