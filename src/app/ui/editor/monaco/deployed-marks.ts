import { editorWords } from '../../../i18n/editor-words.ts';
import css from '../EditorPanel.module.css';
import { lineChanges, wasText } from '../line-changes.ts';
import { monaco } from './monaco.ts';

/** Texts longer than this are not compared while somebody types. */
const MOST_LINES = 3000;

/** Marks in an editor what differs from the text that is deployed. */
export class DeployedMarks {
  private readonly decorations: monaco.editor.IEditorDecorationsCollection;
  private zones: string[] = [];

  constructor(private readonly editor: monaco.editor.IStandaloneCodeEditor) {
    this.decorations = editor.createDecorationsCollection();
  }

  /** Draws the marks anew. `deployed`: the other text, if any; `whole`: also the lines that are gone. */
  show(deployed: string | undefined, whole: boolean): void {
    const model = this.editor.getModel();
    const lines = model?.getLinesContent() ?? [];
    const before = deployed?.replace(/^\ufeff/, '').split(/\r?\n/) ?? [];
    const changes = !model || deployed === undefined || lines.length > MOST_LINES || before.length > MOST_LINES ? [] : lineChanges(before, lines);
    const m = editorWords();
    const { contentWidth } = this.editor.getLayoutInfo();
    const columns = Math.floor(contentWidth / this.editor.getOption(monaco.editor.EditorOption.fontInfo).typicalHalfwidthCharacterWidth);
    this.decorations.set(
      changes.flatMap(({ from, to, before: old }) => {
        if (from === to) {
          const line = Math.max(1, from - 1);
          return [{ range: new monaco.Range(line, 1, line, 1), options: { linesDecorationsClassName: css['markGone'] ?? '', isWholeLine: true } }];
        }
        return Array.from({ length: to - from }, (_, i) => i).flatMap((i): monaco.editor.IModelDeltaDecoration[] => {
          const line = from + i;
          if (to - from === old.length && old[i] === lines[line - 1]) return [];
          const was = to - from === old.length ? (old[i] ?? '') : '';
          const end = lines[line - 1]?.length ?? 0;
          const words = was.trim() === '' ? '' : m.editor.was(wasText(was, lines[line - 1] ?? ''));
          const note = `  # ${words}`;
          // Beside the line where it fits, else under the pointer.
          const fits = words !== '' && !whole && end + note.length <= columns;
          return [
            {
              range: new monaco.Range(line, end + 1, line, end + 1),
              options: {
                isWholeLine: true,
                className: css['markLine'] ?? '',
                linesDecorationsClassName: (old[i] === undefined ? css['markNew'] : css['markChanged']) ?? '',
                showIfCollapsed: true,
                ...(words === '' ? {} : { linesDecorationsTooltip: words }),
                ...(fits ? { after: { content: note, inlineClassName: css['was'] ?? '', cursorStops: monaco.editor.InjectedTextCursorStops.None } } : {}),
              },
            },
          ];
        });
      }),
    );
    this.editor.changeViewZones((accessor) => {
      for (const zone of this.zones) accessor.removeZone(zone);
      this.zones = whole
        ? changes
            .filter(({ before: old }) => old.length > 0)
            .map(({ from, before: old }) => accessor.addZone({ afterLineNumber: from - 1, heightInLines: old.length, domNode: oldLines(old, this.editor) }))
        : [];
    });
  }
}

function oldLines(lines: readonly string[], editor: monaco.editor.IStandaloneCodeEditor): HTMLElement {
  const box = document.createElement('div');
  editor.applyFontInfo(box);
  box.className = css['old'] ?? '';
  for (const line of lines) {
    const row = document.createElement('div');
    const words = document.createElement('s');
    words.textContent = line.trimStart() || '\u00a0';
    row.append(line.slice(0, line.length - line.trimStart().length), words);
    box.append(row);
  }
  return box;
}
