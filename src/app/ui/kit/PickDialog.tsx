import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { takeEarlyKeys } from '../../world/early-keys.ts';
import { Modal } from './Modal.tsx';
import css from './PickDialog.module.css';

interface Props<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly width: number;
  /** The entries that fit what was typed, best first. */
  readonly find: (query: string) => readonly T[];
  readonly idOf: (entry: T) => string;
  readonly show: (entry: T) => ReactNode;
  /** Class of an entry's element. */
  readonly entryClass: string | undefined;
  /** What is said when nothing fits. */
  readonly none: string;
  readonly onPick: (entry: T) => void;
  readonly onClose: () => void;
}

const STEPS: { readonly [key: string]: number } = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** A list that is searched by typing: arrows choose, Enter picks, Esc closes. */
export function PickDialog<T>({ title, placeholder, width, find, idOf, show, entryClass, none, onPick, onClose }: Props<T>) {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const found = find(query);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  const pick = (entry: T | undefined): void => {
    if (entry === undefined) return;
    onClose();
    // After the dialog has given the focus back: what follows may take it.
    setTimeout(() => onPick(entry));
  };
  const takeEarly = (): void => {
    const early = takeEarlyKeys();
    if (early.text !== '') setQuery(query + early.text);
    if (early.entered) pick(find(query + early.text)[0]);
  };
  const press = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === 'Enter') pick(found[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal title={title} onClose={onClose} bare width={width}>
      <div className={css['search']}>
        <Search size={16} aria-hidden="true" />
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={found[at] === undefined ? undefined : `${id}-${at}`}
          aria-label={placeholder}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete="off"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onFocus={takeEarly}
          onKeyDown={press}
        />
      </div>
      <ul ref={list} id={id} role="listbox" aria-label={title} className={css['list']}>
        {found.map((entry, i) => (
          <li
            key={idOf(entry)}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className={entryClass}
            onPointerMove={() => setAt(i)}
            onClick={() => pick(entry)}
          >
            {show(entry)}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={css['none']}>{none}</p>}
    </Modal>
  );
}
