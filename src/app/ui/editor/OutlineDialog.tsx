import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { Modal } from '../kit/Modal.tsx';
import css from './OutlineDialog.module.css';
import { type OutlineEntry, outlineOf } from './outline.ts';

/** The sections of the file and what they define: type to find, Enter to go there. */
export function OutlineDialog({
  content,
  onGo,
  onClose,
}: {
  readonly content: string;
  readonly onGo: (entry: OutlineEntry) => void;
  readonly onClose: () => void;
}) {
  const m = useEditorWords();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const all = useMemo(() => outlineOf(content), [content]);
  const found = all.filter((entry) => `${entry.name} ${entry.about}`.toLowerCase().includes(query.trim().toLowerCase()));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const go = (entry: OutlineEntry | undefined): void => {
    if (!entry) return;
    onClose();
    // After the dialog has given the focus back.
    setTimeout(() => onGo(entry));
  };
  const press = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === 'Enter') go(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal title={m.editor.outline} onClose={onClose} bare width={440}>
      <div className={css['search']}>
        <Search size={16} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls="outline-list"
          aria-activedescendant={found[at] ? `outline-${at}` : undefined}
          aria-label={m.editor.outline}
          placeholder={m.editor.outline}
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
      <ul ref={list} id="outline-list" role="listbox" aria-label={m.editor.outline} className={css['list']}>
        {found.map((entry, i) => (
          <li
            key={`${entry.line}/${entry.name}`}
            id={`outline-${i}`}
            role="option"
            aria-selected={i === at}
            data-depth={entry.depth}
            onPointerMove={() => setAt(i)}
            onClick={() => go(entry)}
          >
            <bdi>{entry.name}</bdi>
            <small>{entry.about}</small>
            <small>{m.editor.atLine(entry.line)}</small>
          </li>
        ))}
      </ul>
      {all.length === 0 && <p className={css['none']}>{m.editor.outlineEmpty}</p>}
    </Modal>
  );
}
