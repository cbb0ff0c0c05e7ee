import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/languages/definitions/yaml/register';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/lineSelection/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/editor/contrib/snippet/browser/snippetController2';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { messages } from '../../i18n/messages.ts';
import { tokenColours } from '../../theme/token-colours.ts';
import { useSettings } from '../../world/settings.ts';
import { docAt, wordsAt } from './schema-words.ts';

globalThis.MonacoEnvironment = { getWorker: () => new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module', name: 'monaco' }) };

monaco.languages.registerCompletionItemProvider('yaml', {
  triggerCharacters: [' ', '-', ':'],
  provideCompletionItems: (model, position) => {
    const { from, words } = wordsAt(model.getLinesContent(), position.lineNumber - 1, position.column - 1, messages(), useSettings.getState().locale);
    const range = new monaco.Range(position.lineNumber, from + 1, position.lineNumber, position.column);
    const kinds = {
      key: monaco.languages.CompletionItemKind.Property,
      value: monaco.languages.CompletionItemKind.Value,
      name: monaco.languages.CompletionItemKind.Reference,
    };
    return {
      suggestions: words.map((word, i) => ({
        label: word.label,
        insertText: word.insert,
        kind: kinds[word.kind],
        detail: word.detail,
        documentation: word.doc,
        range,
        sortText: `${word.outdated ? 1 : 0}${String(i).padStart(3, '0')}`,
        ...(word.outdated ? { tags: [monaco.languages.CompletionItemTag.Deprecated] } : {}),
        ...(word.insert.endsWith(' ') ? { command: { id: 'editor.action.triggerSuggest', title: '' } } : {}),
      })),
    };
  },
});

monaco.languages.registerHoverProvider('yaml', {
  provideHover: (model, position) => {
    const found = docAt(model.getLinesContent(), position.lineNumber - 1, position.column - 1, messages(), useSettings.getState().locale);
    if (!found) return null;
    const values = found.values.length > 0 ? [{ value: found.values.map((value) => `\`${value}\``).join(' · ') }] : [];
    return {
      range: new monaco.Range(position.lineNumber, found.from + 1, position.lineNumber, found.to + 1),
      contents: [{ value: `**${found.title}**` }, { value: found.doc }, ...values],
    };
  },
});

/** Defines the theme `swarmarium` from the tokens that hold now, and puts it on. */
export function applyMonacoTheme(theme: 'light' | 'dark'): void {
  const token = tokenColours(document.documentElement);
  const rule = (kind: string, colour: string): monaco.editor.ITokenThemeRule => ({ token: kind, foreground: colour.slice(1) });
  monaco.editor.defineTheme('swarmarium', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', token('--ink')),
      rule('type', token('--s1')),
      rule('string', token('--s3')),
      rule('string.yaml', token('--s3')),
      rule('type.yaml', token('--s1')),
      rule('number', token('--s2')),
      rule('keyword', token('--s6')),
      rule('comment', token('--ink3')),
      rule('operators', token('--ink2')),
      rule('delimiter', token('--ink2')),
      rule('tag', token('--s4')),
    ],
    colors: {
      'editor.background': token('--deep'),
      'editor.foreground': token('--ink'),
      'editorLineNumber.foreground': token('--ink3'),
      'editorLineNumber.dimmedForeground': token('--ink3'),
      'editorLineNumber.activeForeground': token('--ink'),
      'editor.lineHighlightBackground': `${token('--accent')}12`,
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': `${token('--accent')}40`,
      'editorCursor.foreground': token('--ink'),
      'editorIndentGuide.background1': token('--line'),
      'editorIndentGuide.activeBackground1': token('--line2'),
      'editorError.foreground': token('--bad'),
      'editorWarning.foreground': token('--warn'),
      'editorWidget.background': token('--panel'),
      'editorWidget.border': token('--line2'),
      'editorSuggestWidget.selectedBackground': `${token('--accent')}30`,
      'editorSuggestWidget.highlightForeground': token('--accent'),
      'editorHoverWidget.background': token('--panel'),
      'editorHoverWidget.border': token('--line2'),
      'input.background': token('--deep'),
      'scrollbarSlider.background': `${token('--line2')}99`,
      focusBorder: token('--accent'),
    },
  });
  monaco.editor.setTheme('swarmarium');
}

export { monaco };
