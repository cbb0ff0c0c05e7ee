import { useEffect, useRef } from 'react';
import type { StackProblem } from '../../client/swarm-client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useSession } from '../../world/session.ts';
import { effectiveTheme, useSettings } from '../../world/settings.ts';
import { useMedia } from '../kit/use-media.ts';
import css from './EditorPanel.module.css';
import { applyMonacoTheme, monaco } from './monaco-setup.ts';
import { problemText } from './problem-text.ts';

/** What every editor of a file is given. */
export interface EditorProps {
  readonly path: string;
  readonly content: string;
  readonly problems: readonly StackProblem[];
  /** Counts up with each wish to go to a line. */
  readonly goTo: { readonly line: number; readonly column: number; readonly count: number } | undefined;
  readonly onChange: (content: string) => void;
  readonly onDeploy: () => void;
  readonly onSave: () => void;
}

/** Monaco for one file: completion and hover from Docker's schema, errors where Docker sees them. */
export function MonacoEditor({ path, content, problems, goTo, onChange, onDeploy, onSave }: EditorProps) {
  const m = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined);
  const theme = useSettings((settings) => settings.theme);
  const locale = useSettings((settings) => settings.locale);
  const systemLight = useMedia('(prefers-color-scheme: light)');
  const focus = useSession((session) => session.focus);
  const acts = useRef({ onChange, onDeploy, onSave });
  useEffect(() => {
    acts.current = { onChange, onDeploy, onSave };
  });
  const first = useRef(content);
  const label = m.editor.label(path);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    applyMonacoTheme(effectiveTheme(useSettings.getState().theme));
    const model = monaco.editor.createModel(first.current, /\.ya?ml$/.test(path) ? 'yaml' : 'plaintext', monaco.Uri.file(path));
    model.updateOptions({ tabSize: 2, insertSpaces: true });
    const made = monaco.editor.create(element, {
      model,
      automaticLayout: true,
      fontFamily: getComputedStyle(element).fontFamily,
      fontSize: 12,
      lineHeight: 20,
      fontLigatures: false,
      minimap: { enabled: false },
      lineNumbersMinChars: 3,
      lineDecorationsWidth: 8,
      glyphMargin: false,
      folding: true,
      scrollBeyondLastLine: false,
      padding: { top: 8, bottom: 8 },
      overviewRulerLanes: 0,
      overviewRulerBorder: false,
      scrollbar: { verticalScrollbarSize: 9, horizontalScrollbarSize: 9, useShadows: false },
      renderLineHighlight: 'line',
      wordBasedSuggestions: 'off',
      quickSuggestions: { other: true, strings: true, comments: false },
      suggest: { showStatusBar: false, preview: false },
      fixedOverflowWidgets: true,
      accessibilitySupport: 'auto',
      ariaLabel: path,
      bracketPairColorization: { enabled: false },
      guides: { indentation: true },
    });
    made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => acts.current.onDeploy());
    made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.KeyS, () => acts.current.onSave());
    made.onDidChangeModelContent(() => acts.current.onChange(model.getValue()));
    editor.current = made;
    void document.fonts.ready.then(() => monaco.editor.remeasureFonts());
    return () => {
      editor.current = undefined;
      made.dispose();
      model.dispose();
    };
  }, [path]);

  useEffect(() => {
    const model = editor.current?.getModel();
    // From elsewhere, e.g. nano on a host or a link: as one change that can be undone.
    if (model && model.getValue() !== content) model.pushEditOperations([], [{ range: model.getFullModelRange(), text: content }], () => null);
  }, [content]);

  useEffect(() => {
    applyMonacoTheme(effectiveTheme(theme));
  }, [theme, systemLight]);

  useEffect(() => {
    editor.current?.updateOptions({ ariaLabel: label });
  }, [label]);

  useEffect(() => {
    const model = editor.current?.getModel();
    if (!model) return;
    const markers = problems.map((problem) => markerOf(problem, problemText(problem, locale), model));
    monaco.editor.setModelMarkers(model, 'docker', markers);
  }, [problems, locale]);

  useEffect(() => {
    if (!goTo || !editor.current) return;
    editor.current.setPosition({ lineNumber: Math.max(1, goTo.line), column: Math.max(1, goTo.column) });
    editor.current.revealLineInCenterIfOutsideViewport(Math.max(1, goTo.line));
    editor.current.focus();
  }, [goTo]);

  useEffect(() => {
    if (focus?.target === 'editor') editor.current?.focus();
  }, [focus]);

  return <div ref={box} className={css['monaco']} data-editor="monaco" />;
}

function markerOf(problem: StackProblem, text: string, model: monaco.editor.ITextModel): monaco.editor.IMarkerData {
  const line = Math.min(model.getLineCount(), Math.max(1, problem.line));
  const startColumn = problem.line === 0 ? 1 : Math.max(1, problem.column);
  return {
    severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
    message: text,
    startLineNumber: line,
    endLineNumber: line,
    startColumn,
    endColumn: Math.max(startColumn + 1, problem.endColumn),
  };
}
