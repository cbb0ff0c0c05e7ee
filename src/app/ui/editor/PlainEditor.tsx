import { useEffect, useRef } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useSession } from '../../world/session.ts';
import css from './EditorPanel.module.css';
import type { EditorProps } from './MonacoEditor.tsx';

/** A plain text field: on phones, where a code editor is in the way, and when Monaco could not be loaded. */
export function PlainEditor({ path, content, goTo, onChange, onDeploy, onSave }: EditorProps) {
  const m = useMessages();
  const area = useRef<HTMLTextAreaElement>(null);
  const focus = useSession((session) => session.focus);
  useEffect(() => {
    if (focus?.target === 'editor') area.current?.focus();
  }, [focus]);
  useEffect(() => {
    if (!goTo || !area.current) return;
    const lines = area.current.value.split('\n');
    const start = lines.slice(0, Math.max(0, goTo.line - 1)).join('\n').length + (goTo.line > 1 ? 1 : 0);
    area.current.focus();
    area.current.setSelectionRange(start, start + (lines[goTo.line - 1]?.length ?? 0));
  }, [goTo]);
  return (
    <textarea
      ref={area}
      className={css['plain']}
      value={content}
      spellCheck={false}
      autoCapitalize="off"
      autoComplete="off"
      autoCorrect="off"
      wrap="off"
      aria-label={m.editor.label(path)}
      data-editor="plain"
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey)) return;
        if (event.key === 'Enter') onDeploy();
        else if (event.key.toLowerCase() === 's') onSave();
        else return;
        event.preventDefault();
      }}
    />
  );
}
