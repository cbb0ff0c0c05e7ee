import { Download, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { download, fileName } from '../../share/download.ts';
import { openingWords } from '../../share/opening-words.ts';
import { presentFile } from '../../world/keep.ts';
import { openRunFile } from '../../world/open.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import css from './ShareDialog.module.css';

/** The run with all its branches as a file, and back. */
export function ShareFile({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const title = useWorld((world) => world.title);
  const [problem, setProblem] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const open = async (chosen: File | undefined): Promise<void> => {
    const content = await chosen?.text();
    if (content === undefined) return;
    try {
      openRunFile(content);
      onClose();
    } catch (error) {
      setProblem(openingWords(error));
    }
  };
  return (
    <>
      <p>{m.share.fileLead}</p>
      <div className={css['row']}>
        <Button icon={<Download />} look="primary" onClick={() => download(fileName(title, 'json'), presentFile(), 'application/json')}>
          {m.share.download}
        </Button>
        <Button icon={<FolderOpen />} onClick={() => file.current?.click()}>
          {m.share.open}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={(event) => {
            void open(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {problem !== '' && (
        <p className={css['bad']} role="alert">
          {problem}
        </p>
      )}
    </>
  );
}
