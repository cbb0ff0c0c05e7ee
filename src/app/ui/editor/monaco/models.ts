import type { StackProblem } from '../../../client/swarm-client.ts';
import { type EditorFile, editFile, useFiles } from '../../../world/files.ts';
import { monaco } from './monaco.ts';

interface Held {
  readonly model: monaco.editor.ITextModel;
  path: string;
  /** The text as the page's files have it. */
  content: string;
  view: monaco.editor.ICodeEditorViewState | undefined;
}

/** One model a file, for as long as the file is open: undo, folding and the cursor's place belong to the file. */
const models = new Map<number, Held>();
const problems = new WeakMap<monaco.editor.ITextModel, readonly StackProblem[]>();

function languageOf(path: string): string {
  return /\.ya?ml$/i.test(path) ? 'yaml' : 'plaintext';
}

/** The model of a file; made when it is first wanted. */
export function modelOf(file: EditorFile): monaco.editor.ITextModel {
  const known = models.get(file.id);
  if (known) return known.model;
  const model = monaco.editor.createModel(file.content, languageOf(file.path), monaco.Uri.from({ scheme: 'file', path: `/${file.id}` }));
  model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } });
  const held: Held = { model, path: file.path, content: file.content, view: undefined };
  models.set(file.id, held);
  model.onDidChangeContent(() => {
    const content = model.getValue();
    if (content === held.content) return;
    held.content = content;
    editFile(held.path, content);
  });
  return model;
}

/** Where the cursor was and what was folded when the file was last left. */
export function viewOf(id: number): monaco.editor.ICodeEditorViewState | undefined {
  return models.get(id)?.view;
}

/** Remembers the view of a file that is left. */
export function keepView(id: number, view: monaco.editor.ICodeEditorViewState | null): void {
  const held = models.get(id);
  if (held) held.view = view ?? undefined;
}

/** What is wrong with a model's text, for quick fixes. */
export function problemsOf(model: monaco.editor.ITextModel): readonly StackProblem[] {
  return problems.get(model) ?? [];
}

/** Remembers what is wrong with a model's text. */
export function keepProblems(model: monaco.editor.ITextModel, found: readonly StackProblem[]): void {
  problems.set(model, found);
}

/** Follows what happens to the files elsewhere: a program on a host, a link, another name, a closed tab. */
useFiles.subscribe(({ files }) => {
  for (const [id, held] of models) {
    const file = files.find((each) => each.id === id);
    if (!file) {
      held.model.dispose();
      models.delete(id);
      continue;
    }
    if (file.path !== held.path) {
      held.path = file.path;
      monaco.editor.setModelLanguage(held.model, languageOf(file.path));
    }
    if (file.content === held.content) continue;
    held.content = file.content;
    // As one change that can be undone.
    held.model.pushStackElement();
    held.model.pushEditOperations([], [{ range: held.model.getFullModelRange(), text: file.content }], () => null);
    held.model.pushStackElement();
  }
});
