import { useEffect, useRef, useState } from 'react';
import type { StackProblem } from '../../client/swarm-client.ts';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { takeForPanel } from '../../world/awaited-panel.ts';
import { type EditorFile, MAX_FILE_LENGTH } from '../../world/files.ts';
import { useSession } from '../../world/session.ts';
import { effectiveTheme, useSettings } from '../../world/settings.ts';
import { useMedia } from '../kit/use-media.ts';
import css from './EditorPanel.module.css';
import { DeployedMarks } from './monaco/deployed-marks.ts';
import { editorStorage } from './monaco/editor-storage.ts';
import { keepProblems, keepView, modelOf, viewOf } from './monaco/models.ts';
import { monaco } from './monaco/monaco.ts';
import { registerProviders } from './monaco/providers.ts';
import { applyMonacoTheme } from './monaco/theme.ts';
import { problemText } from './problem-text.ts';

/** A wish of the panel that the editor carries out. `count` goes up with each. */
export type EditorWish = { readonly count: number } & (
  | { readonly kind: 'go-to'; readonly line: number; readonly column: number }
  | { readonly kind: 'format' | 'find' | 'undo' }
  | { readonly kind: 'edit'; readonly edits: StackProblem['fixes'][number]['edits'] }
);

/** What every editor of a file is given. */
export interface EditorProps {
  readonly file: EditorFile;
  readonly problems: readonly StackProblem[];
  /** The text that the file's stack is deployed from, if it is known. */
  readonly deployed: string | undefined;
  /** Whether lines that are no more are shown too. */
  readonly compare: boolean;
  readonly wish: EditorWish | undefined;
  readonly onChange: (content: string) => void;
  readonly onDeploy: () => void;
  readonly onSave: () => void;
  /** A text was pasted that is too long to be edited. */
  readonly onTooLong: (length: number) => void;
  readonly onOutline: () => void;
}

/** Monaco: completion and hover from Docker's schema, errors where Docker sees them, fixes, and what differs from what is deployed. */
export function MonacoEditor({ file, problems, deployed, compare, wish, onDeploy, onSave, onTooLong, onOutline }: EditorProps) {
  const m = useEditorWords();
  const box = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<monaco.editor.IStandaloneCodeEditor>();
  const marks = useRef<DeployedMarks>(undefined);
  const theme = useSettings((settings) => settings.theme);
  const locale = useSettings((settings) => settings.locale);
  const systemLight = useMedia('(prefers-color-scheme: light)');
  const focus = useSession((session) => session.focus);
  const acts = useRef({ onDeploy, onSave, onTooLong, onOutline });
  useEffect(() => {
    acts.current = { onDeploy, onSave, onTooLong, onOutline };
  });
  const label = m.editor.label(file.path);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    // The first thing that is asked of Monaco: only then does it take the storage that it is handed.
    const made = monaco.editor.create(
      element,
      { ...OPTIONS, model: null, fontFamily: getComputedStyle(element).fontFamily },
      { storageService: editorStorage },
    );
    registerProviders();
    applyMonacoTheme(effectiveTheme(useSettings.getState().theme));
    made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => acts.current.onDeploy());
    made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => acts.current.onSave());
    made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyMod.Shift | monaco.KeyCode.KeyO, () => acts.current.onOutline());
    made.addCommand(monaco.KeyCode.F8, () => goToProblem(made, 1));
    made.addCommand(monaco.KeyMod.Shift | monaco.KeyCode.F8, () => goToProblem(made, -1));
    // The same key everywhere; on Linux Monaco has another one.
    made.addCommand(monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF, () => void made.getAction('editor.action.formatDocument')?.run());
    const paste = (event: ClipboardEvent): void => {
      const length = event.clipboardData?.getData('text').length ?? 0;
      if (length <= MAX_FILE_LENGTH) return;
      event.preventDefault();
      event.stopPropagation();
      acts.current.onTooLong(length);
    };
    element.addEventListener('paste', paste, { capture: true });
    marks.current = new DeployedMarks(made);
    setEditor(made);
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    return () => {
      element.removeEventListener('paste', paste, { capture: true });
      setEditor(undefined);
      made.dispose();
    };
  }, []);

  const shown = useRef(file);
  useEffect(() => {
    shown.current = file;
  });
  useEffect(() => {
    if (!editor) return;
    const model = modelOf(shown.current);
    editor.setModel(model);
    const view = viewOf(file.id);
    if (view) editor.restoreViewState(view);
    return () => keepView(file.id, editor.saveViewState());
  }, [editor, file.id]);

  useEffect(() => {
    applyMonacoTheme(effectiveTheme(theme));
  }, [theme, systemLight]);

  useEffect(() => {
    editor?.updateOptions({ ariaLabel: label });
  }, [editor, label]);

  useEffect(() => {
    if (!editor) return;
    const model = modelOf(shown.current);
    keepProblems(model, problems);
    monaco.editor.setModelMarkers(
      model,
      'docker',
      problems.map((problem) => markerOf(problem, problemText(problem, locale), model)),
    );
  }, [editor, file.id, problems, locale]);

  useEffect(() => {
    // A moment later: the letter that was typed is painted first.
    const timer = setTimeout(() => editor && marks.current?.show(deployed, compare), 60);
    return () => clearTimeout(timer);
  }, [editor, file.id, file.content, deployed, compare, locale]);

  useEffect(() => {
    if (!wish || !editor) return;
    carryOut(wish, editor);
  }, [editor, wish]);

  useEffect(() => {
    if (focus?.target !== 'editor' || !editor) return;
    editor.focus();
    const typed = takeForPanel('editor');
    if (typed !== '') editor.trigger('keyboard', 'type', { text: typed.replaceAll('\r', '\n') });
  }, [editor, focus]);

  return <div ref={box} className={css['monaco']} data-editor="monaco" />;
}

const OPTIONS: monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  fontSize: 12,
  lineHeight: 20,
  fontLigatures: false,
  minimap: { enabled: false },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  glyphMargin: false,
  folding: true,
  scrollBeyondLastLine: false,
  scrollBeyondLastColumn: 1,
  padding: { top: 8, bottom: 8 },
  overviewRulerLanes: 0,
  overviewRulerBorder: false,
  scrollbar: { verticalScrollbarSize: 9, horizontalScrollbarSize: 9, useShadows: false },
  renderLineHighlight: 'line',
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: true, strings: true, comments: false },
  suggest: { showStatusBar: false, preview: false, showWords: false },
  suggestLineHeight: 24,
  snippetSuggestions: 'inline',
  tabCompletion: 'off',
  fixedOverflowWidgets: true,
  accessibilitySupport: 'auto',
  bracketPairColorization: { enabled: false },
  guides: { indentation: true },
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.OnCode },
  dropIntoEditor: { enabled: false },
  links: false,
  // A line of thousands of coloured pieces takes a browser seconds to lay out.
  maxTokenizationLineLength: 4000,
  stopRenderingLineAfter: 4000,
  unicodeHighlight: { ambiguousCharacters: false },
};

function carryOut(wish: EditorWish, editor: monaco.editor.IStandaloneCodeEditor): void {
  switch (wish.kind) {
    case 'go-to': {
      const line = Math.max(1, wish.line);
      editor.setPosition({ lineNumber: line, column: Math.max(1, wish.column) });
      editor.revealLineInCenterIfOutsideViewport(line);
      editor.focus();
      break;
    }
    case 'format':
      void editor.getAction('editor.action.formatDocument')?.run();
      break;
    case 'find':
      editor.focus();
      void editor.getAction('actions.find')?.run();
      break;
    case 'undo':
      editor.trigger('page', 'undo', undefined);
      break;
    case 'edit':
      editor.pushUndoStop();
      editor.executeEdits(
        'fix',
        wish.edits.map(({ range, text }) => ({ range: new monaco.Range(range.line, range.column, range.endLine, range.endColumn), text })),
      );
      editor.pushUndoStop();
      editor.focus();
      break;
  }
}

/** Goes to the next (1) or the last (-1) problem, from the end to the beginning, and says what it is. */
function goToProblem(editor: monaco.editor.IStandaloneCodeEditor, direction: 1 | -1): void {
  const model = editor.getModel();
  const at = editor.getPosition();
  if (!model || !at) return;
  const markers = monaco.editor.getModelMarkers({ resource: model.uri }).sort((a, b) => a.startLineNumber - b.startLineNumber || a.startColumn - b.startColumn);
  const side = ({ startLineNumber, startColumn }: monaco.editor.IMarker): number => Math.sign(startLineNumber - at.lineNumber || startColumn - at.column);
  const next =
    direction === 1 ? (markers.find((marker) => side(marker) > 0) ?? markers[0]) : (markers.findLast((marker) => side(marker) < 0) ?? markers.at(-1));
  if (!next) return;
  editor.setPosition({ lineNumber: next.startLineNumber, column: next.startColumn });
  editor.revealLineInCenterIfOutsideViewport(next.startLineNumber);
  void editor.getAction('editor.action.showHover')?.run();
}

function markerOf(problem: StackProblem, text: string, model: monaco.editor.ITextModel): monaco.editor.IMarkerData {
  const line = Math.min(model.getLineCount(), Math.max(1, problem.line));
  const startColumn = problem.line === 0 ? 1 : Math.max(1, problem.column);
  return {
    severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: text,
    startLineNumber: line,
    endLineNumber: Math.max(line, problem.endLine),
    startColumn,
    endColumn: problem.endLine > line ? problem.endColumn : Math.max(startColumn + 1, problem.endColumn),
  };
}
