import { useMemo } from 'react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { PickDialog } from '../kit/PickDialog.tsx';
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
  const { palette } = useMessages();
  const all = useMemo(() => outlineOf(content), [content]);
  return (
    <PickDialog<OutlineEntry>
      title={m.editor.outline}
      placeholder={m.editor.outline}
      width={440}
      find={(query) => all.filter((entry) => `${entry.name} ${entry.about}`.toLowerCase().includes(query.trim().toLowerCase()))}
      idOf={(entry) => `${entry.line}/${entry.name}`}
      show={(entry) => (
        <>
          <bdi data-depth={entry.depth}>{entry.name}</bdi>
          <small>{entry.about}</small>
          <small>{m.editor.atLine(entry.line)}</small>
        </>
      )}
      entryClass={css['entry']}
      none={all.length === 0 ? m.editor.outlineEmpty : palette.none}
      onPick={onGo}
      onClose={onClose}
    />
  );
}
