import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { baseName, shortPath } from '../../world/file-name.ts';
import { closeFile, type EditorFile, showFile } from '../../world/files.ts';
import css from './FileTabs.module.css';

/** The open files. Arrow keys go from one to the next, Delete closes. */
export function FileTabs({ files, active, onRename }: { readonly files: readonly EditorFile[]; readonly active: string; readonly onRename: () => void }) {
  const m = useEditorWords();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-path="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, files.length]);
  const press = (event: KeyboardEvent, at: number): void => {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: files.length - 1 }[event.key];
    const go = (index: number): void => {
      const file = files[(index + files.length) % files.length];
      if (!file) return;
      showFile(file.path);
      list.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(file.path)}"]`)?.focus();
    };
    if (next !== undefined) go(next);
    else if (event.key === 'F2') onRename();
    else if (event.key === 'Delete') {
      closeFile(files[at]?.path ?? '');
      list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[Math.max(0, at - 1)]?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <div ref={list} className={css['tabs']} role="tablist" aria-label={m.editor.files}>
      {files.map((file, i) => {
        const shown = file.path === active;
        const dirty = file.savedContent !== file.content;
        return (
          <button
            key={file.id}
            type="button"
            role="tab"
            aria-selected={shown}
            tabIndex={shown ? 0 : -1}
            className={css['tab']}
            data-path={file.path}
            title={file.path}
            aria-label={dirty ? `${baseName(file.path)}, ${m.editor.unsaved}` : baseName(file.path)}
            onClick={() => showFile(file.path)}
            onAuxClick={(event) => event.button === 1 && closeFile(file.path)}
            onDoubleClick={onRename}
            onKeyDown={(event) => press(event, i)}
          >
            <bdi>{baseName(file.path)}</bdi>
            {dirty && <i className={css['dirty']} />}
            {/* For the mouse; the keyboard has Delete, and the menu. */}
            <span
              className={css['close']}
              aria-hidden="true"
              title={m.editor.closeFile(shortPath(file.path))}
              onClick={(event) => {
                event.stopPropagation();
                closeFile(file.path);
              }}
            >
              <X size={12} />
            </span>
          </button>
        );
      })}
    </div>
  );
}
