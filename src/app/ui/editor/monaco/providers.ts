import { editorWords } from '../../../i18n/editor-words.ts';
import { useSettings } from '../../../world/settings.ts';
import { currentWords } from '../current-words.ts';
import { keyDocAt } from '../key-docs.ts';
import { fixTitle } from '../problem-text.ts';
import { type Suggestion, suggestionsAt } from '../suggestions.ts';
import { problemsOf } from './models.ts';
import { monaco } from './monaco.ts';
import { registerYaml } from './yaml-language.ts';

const SUGGEST_AGAIN: monaco.languages.Command = { id: 'editor.action.triggerSuggest', title: '' };

let registered = false;

/** Teaches Monaco our stack files, once. After the first editor was made: that one decides what Monaco keeps. */
export function registerProviders(): void {
  if (registered) return;
  registered = true;
  registerYaml();
  monaco.languages.registerCompletionItemProvider('yaml', {
    triggerCharacters: [' ', '-', ':'],
    provideCompletionItems: async (model, position) => {
      const words = await currentWords();
      if (model.isDisposed()) return { suggestions: [] };
      const context = { m: editorWords(), locale: useSettings.getState().locale, words };
      const found = suggestionsAt(model.getLinesContent(), position.lineNumber - 1, position.column - 1, context);
      return { suggestions: found.map((suggestion, i) => completionItem(suggestion, i, position)) };
    },
  });

  monaco.languages.registerHoverProvider('yaml', {
    provideHover: (model, position) => {
      const found = keyDocAt(model.getLinesContent(), position.lineNumber - 1, position.column - 1, editorWords(), useSettings.getState().locale);
      if (!found) return null;
      const explained = found.values.some((value) => value.doc !== '');
      const words = found.values.map(({ word, doc }) => (explained ? `- \`${word}\`${doc === '' ? '' : ` ${doc}`}` : `\`${word}\``));
      const values = words.length > 0 ? [{ value: words.join(explained ? '\n' : ' · ') }] : [];
      return {
        range: new monaco.Range(position.lineNumber, found.from + 1, position.lineNumber, found.to + 1),
        contents: [{ value: `**${found.title}**` }, { value: found.doc }, ...values],
      };
    },
  });

  monaco.languages.registerCodeActionProvider('yaml', {
    provideCodeActions: (model, range, context) => {
      const { locale } = useSettings.getState();
      const actions = problemsOf(model)
        .filter((problem) => problem.fixes.length > 0 && range.startLineNumber <= problem.endLine && range.endLineNumber >= problem.line)
        .flatMap((problem) =>
          problem.fixes.map(
            (fix, i): monaco.languages.CodeAction => ({
              title: fixTitle(fix, locale),
              kind: 'quickfix',
              isPreferred: i === 0,
              diagnostics: context.markers.filter((marker) => marker.startLineNumber === problem.line && marker.startColumn === problem.column),
              edit: {
                edits: fix.edits.map(({ range: at, text }) => ({
                  resource: model.uri,
                  versionId: model.getVersionId(),
                  textEdit: { range: new monaco.Range(at.line, at.column, at.endLine, at.endColumn), text },
                })),
              },
            }),
          ),
        );
      return { actions, dispose: () => {} };
    },
  });

  monaco.languages.registerDocumentFormattingEditProvider('yaml', {
    provideDocumentFormattingEdits: async (model) => {
      const { formatStack } = await import('../format-stack.ts');
      const formatted = formatStack(model.getValue());
      return formatted.kind === 'formatted' ? [{ range: model.getFullModelRange(), text: formatted.text }] : [];
    },
  });
}

function completionItem(suggestion: Suggestion, i: number, position: monaco.Position): monaco.languages.CompletionItem {
  const { CompletionItemKind, CompletionItemInsertTextRule, CompletionItemTag } = monaco.languages;
  const kinds = { key: CompletionItemKind.Property, value: CompletionItemKind.Value, name: CompletionItemKind.Reference, block: CompletionItemKind.Snippet };
  const { label, kind, outwards, outdated, indent } = suggestion;
  return {
    label: outwards === 0 ? label : { label, description: '←'.repeat(Math.min(outwards, 3)) },
    insertText: suggestion.insert,
    // Lines are indented already.
    insertTextRules: CompletionItemInsertTextRule.KeepWhitespace | (kind === 'block' ? CompletionItemInsertTextRule.InsertAsSnippet : 0),
    filterText: label,
    kind: kinds[kind],
    detail: suggestion.detail,
    documentation: { value: suggestion.doc },
    range: new monaco.Range(position.lineNumber, suggestion.from + 1, position.lineNumber, position.column),
    ...(indent === undefined
      ? {}
      : { additionalTextEdits: [{ range: new monaco.Range(position.lineNumber, 1, position.lineNumber, suggestion.from + 1), text: ' '.repeat(indent) }] }),
    // Where the cursor stands comes first, blocks after words, what is outdated last of all.
    sortText: [outdated ? 1 : 0, outwards, kind === 'block' ? 1 : 0, String(i).padStart(3, '0')].join('/'),
    ...(outdated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(/[ ]$/.test(suggestion.insert) ? { command: SUGGEST_AGAIN } : {}),
  };
}
