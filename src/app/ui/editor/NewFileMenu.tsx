import { FilePlus2, FolderOpen, Globe, LayoutGrid, Plus, Undo2 } from 'lucide-react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { baseName } from '../../world/file-name.ts';
import { reopenFile, useFiles } from '../../world/files.ts';
import { pickFiles } from '../../world/open-files.ts';
import { useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import { Menu } from '../kit/Menu.tsx';
import type { MenuEntry } from '../kit/menu-store.ts';

/** Where files come from. */
export function NewFileMenu({ onNew }: { readonly onNew: () => void }) {
  const m = useEditorWords();
  const entries = (): MenuEntry[] => {
    const [closed] = useFiles.getState().closed;
    return [
      { kind: 'item', label: m.editor.newFile, icon: <FilePlus2 />, onSelect: onNew },
      { kind: 'item', label: m.editor.examples, icon: <LayoutGrid />, onSelect: () => useSession.setState({ dialog: 'examples' }) },
      { kind: 'line' },
      { kind: 'item', label: m.editor.openFile, icon: <FolderOpen />, onSelect: pickFiles },
      { kind: 'item', label: m.editor.openAddress, icon: <Globe />, onSelect: () => useSession.setState({ dialog: 'open-address' }) },
      ...(closed ? [{ kind: 'item' as const, label: m.editor.reopen(baseName(closed.path)), icon: <Undo2 />, onSelect: reopenFile }] : []),
    ];
  };
  return (
    <Menu align="start" label={m.editor.newFile} entries={entries} trigger={<Button look="plain" square icon={<Plus />} aria-label={m.editor.newFile} />} />
  );
}
