import { AlignLeft, Archive, Download, Ellipsis, ListTree, PencilLine, RotateCcw, Save, Search, X } from 'lucide-react';
import { COURSE_STACK, STACK_FILE } from '../../../run/default-scenario.ts';
import { filesBeside, saveFile } from '../../actions/deploy.ts';
import { downloadFile, downloadZip } from '../../actions/download.ts';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { shortPath } from '../../world/file-name.ts';
import { closeFile, type EditorFile, editFile, useFiles } from '../../world/files.ts';
import { Button } from '../kit/Button.tsx';
import { Menu } from '../kit/Menu.tsx';
import type { MenuEntry } from '../kit/menu-store.ts';

interface Props {
  readonly file: EditorFile;
  readonly stack: boolean;
  /** Whether the editor can do more than write. */
  readonly rich: boolean;
  /** Undefined: there is nothing to compare with. */
  readonly compare: boolean | undefined;
  readonly onCompare: (compare: boolean) => void;
  readonly onOutline: () => void;
  readonly onWish: (wish: 'format' | 'find') => void;
  readonly onRename: () => void;
}

/** What can be done with the file that is shown. */
export function FileMenu({ file, stack, rich, compare, onCompare, onOutline, onWish, onRename }: Props) {
  const m = useEditorWords();
  const entries = (): MenuEntry[] => {
    const item = (label: string, icon: React.ReactNode, onSelect: () => void, keys?: string): MenuEntry => ({
      kind: 'item',
      label,
      icon,
      onSelect,
      ...(keys === undefined ? {} : { keys }),
    });
    const list: MenuEntry[] = [];
    if (stack) list.push(item(`${m.editor.outline}…`, <ListTree />, onOutline, 'Ctrl Shift O'));
    if (rich) list.push(item(m.editor.find, <Search />, () => onWish('find'), 'Ctrl F'));
    if (stack) list.push(item(m.editor.format, <AlignLeft />, () => onWish('format'), rich ? 'Shift Alt F' : undefined));
    if (stack && rich && compare !== undefined) list.push({ kind: 'toggle', label: m.editor.compare, checked: compare, onChange: onCompare });
    list.push({ kind: 'line' });
    list.push(item(m.editor.save, <Save />, () => saveFile(file.path), 'Ctrl S'));
    list.push(item(m.editor.rename, <PencilLine />, onRename, 'F2'));
    list.push(item(m.editor.download, <Download />, () => downloadFile(file)));
    if (stack && filesBeside(file, useFiles.getState().files).length > 0) list.push(item(m.editor.downloadAll, <Archive />, () => void downloadZip(file)));
    list.push({ kind: 'line' });
    if (file.path === STACK_FILE && file.content !== COURSE_STACK) list.push(item(m.editor.reset, <RotateCcw />, () => editFile(STACK_FILE, COURSE_STACK)));
    list.push(item(m.editor.close, <X />, () => closeFile(file.path)));
    return list;
  };
  const label = m.editor.fileActions(shortPath(file.path));
  return <Menu label={label} entries={entries} trigger={<Button look="plain" square icon={<Ellipsis />} aria-label={label} />} />;
}
