import { useEffect, useRef, useState } from 'react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { takeForPanel } from '../../world/awaited-panel.ts';
import { MAX_FILE_LENGTH } from '../../world/files.ts';
import { useSession } from '../../world/session.ts';
import { useSettings } from '../../world/settings.ts';
import { applyEdits } from './apply-edits.ts';
import { type ClusterWords, NO_WORDS } from './cluster-words.ts';
import { currentWords } from './current-words.ts';
import css from './EditorPanel.module.css';
import type { EditorProps } from './MonacoEditor.tsx';
import { type Suggestion, suggestionsAt } from './suggestions.ts';

const MOST_CHIPS = 14;

/**
 * A plain text field: on phones, where a code editor is in the way, and when Monaco could not be loaded. What fits where the
 * cursor stands is offered in a row below it.
 */
export function PlainEditor({ file, wish, onChange, onDeploy, onSave, onTooLong }: EditorProps) {
  const m = useEditorWords();
  const locale = useSettings((settings) => settings.locale);
  const area = useRef<HTMLTextAreaElement>(null);
  const focus = useSession((session) => session.focus);
  const [cursor, setCursor] = useState<number>();
  const [words, setWords] = useState<ClusterWords>(NO_WORDS);
  const isYaml = /\.ya?ml$/i.test(file.path);
  const content = useRef(file.content);
  useEffect(() => {
    content.current = file.content;
  });
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useEffect(() => {
    const text = area.current;
    if (focus?.target !== 'editor' || !text) return;
    text.focus();
    const typed = takeForPanel('editor');
    if (typed === '') return;
    text.setRangeText(typed.replaceAll('\r', '\n'), text.selectionStart, text.selectionEnd, 'end');
    change.current(text.value);
  }, [focus]);
  useEffect(() => {
    const text = area.current;
    if (!wish || !text) return;
    if (wish.kind === 'go-to') {
      const lines = text.value.split('\n');
      const start = lines.slice(0, Math.max(0, wish.line - 1)).join('\n').length + (wish.line > 1 ? 1 : 0);
      text.focus();
      text.setSelectionRange(start, start + (lines[wish.line - 1]?.length ?? 0));
    } else if (wish.kind === 'edit') change.current(applyEdits(content.current, wish.edits));
    else if (wish.kind === 'format') {
      void import('./format-stack.ts').then(({ formatStack }) => {
        const formatted = formatStack(content.current);
        if (formatted.kind === 'formatted') change.current(formatted.text);
      });
    }
  }, [wish]);
  const suggestions = isYaml && cursor !== undefined ? chipsAt(file.content, cursor, { m, locale, words }) : [];
  const insert = ({ insert: inserted, from, kind, indent }: Suggestion): void => {
    const text = area.current;
    if (!text) return;
    const at = text.selectionEnd;
    const line = text.value.lastIndexOf('\n', at - 1) + 1;
    const written = kind === 'block' ? inserted.replace(/\$\{\d+:([^}]*)\}|\$\{\d+\|([^,|]*)[^}]*\}|\$\d/g, '$1$2') : inserted;
    text.setRangeText(indent === undefined ? written : ' '.repeat(indent) + written, indent === undefined ? line + from : line, at, 'end');
    onChange(text.value);
    setCursor(text.selectionEnd);
    text.focus();
  };
  return (
    <div className={css['plainBox']}>
      <textarea
        ref={area}
        className={css['plain']}
        value={file.content}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        autoCorrect="off"
        wrap="off"
        dir="ltr"
        aria-label={m.editor.label(file.path)}
        data-editor="plain"
        onChange={(event) => onChange(event.target.value)}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart === event.currentTarget.selectionEnd ? event.currentTarget.selectionEnd : undefined)}
        onFocus={() => void currentWords().then(setWords)}
        onPaste={(event) => {
          const { length } = event.clipboardData.getData('text');
          if (length <= MAX_FILE_LENGTH) return;
          event.preventDefault();
          onTooLong(length);
        }}
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey)) return;
          if (event.key === 'Enter') onDeploy();
          else if (event.key.toLowerCase() === 's') onSave();
          else return;
          event.preventDefault();
        }}
      />
      {suggestions.length > 0 && (
        <div className={css['chips']} role="group" aria-label={m.editor.suggestions}>
          {suggestions.map((suggestion) => (
            <button
              key={`${suggestion.outwards}/${suggestion.kind}/${suggestion.label}`}
              type="button"
              // The text field keeps the focus, and the phone its keyboard.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => insert(suggestion)}
            >
              {suggestion.outwards > 0 && <span aria-hidden="true">{'←'.repeat(Math.min(3, suggestion.outwards))} </span>}
              {suggestion.label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What fits at a character of the text, the likeliest first: what begins with what is typed. */
function chipsAt(content: string, cursor: number, context: Parameters<typeof suggestionsAt>[3]): readonly Suggestion[] {
  const lines = content.split('\n');
  const before = content.slice(0, cursor).split('\n');
  const column = before.at(-1)?.length ?? 0;
  const typedAt = (from: number): string => (before.at(-1) ?? '').slice(from).trimStart().toLowerCase();
  return suggestionsAt(lines, before.length - 1, column, context)
    .filter(
      (suggestion) =>
        !suggestion.outdated &&
        suggestion.label.toLowerCase().startsWith(typedAt(suggestion.from)) &&
        suggestion.label.toLowerCase() !== typedAt(suggestion.from),
    )
    .slice(0, MOST_CHIPS);
}
