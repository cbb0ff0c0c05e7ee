import { FilePlus2, FolderOpen, LayoutGrid, Undo2 } from 'lucide-react';
import { useEditorWords } from '../../i18n/editor-words.ts';
import { baseName } from '../../world/file-name.ts';
import { reopenFile, useFiles } from '../../world/files.ts';
import { pickFiles } from '../../world/open-files.ts';
import { useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import css from './EditorPanel.module.css';

/** No file is open: how to get one. */
export function EmptyEditor({ onNew }: { readonly onNew: () => void }) {
  const m = useEditorWords();
  const closed = useFiles((state) => state.closed[0]);
  return (
    <div className={css['empty']}>
      <h2>{m.editor.noFile}</h2>
      <p>{m.editor.noFileLead}</p>
      <Button look="primary" icon={<LayoutGrid />} onClick={() => useSession.setState({ dialog: 'examples' })}>
        {m.editor.examples}
      </Button>
      <Button icon={<FilePlus2 />} onClick={onNew}>
        {m.editor.newFile}
      </Button>
      <Button icon={<FolderOpen />} onClick={pickFiles}>
        {m.editor.openFile}
      </Button>
      {closed && (
        <Button icon={<Undo2 />} onClick={reopenFile}>
          {m.editor.reopen(baseName(closed.path))}
        </Button>
      )}
    </div>
  );
}
