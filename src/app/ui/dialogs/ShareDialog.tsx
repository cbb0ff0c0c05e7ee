import { Copy, Download, FolderOpen } from 'lucide-react';
import { useRef, useState } from 'react';
import { encodeLink, MAX_LINK_LENGTH } from '../../../run/link.ts';
import { useMessages } from '../../i18n/messages.ts';
import { openRecording } from '../../world/open.ts';
import { useAnswer } from '../inspector/use-answer.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { Modal } from '../kit/Modal.tsx';
import css from './ShareDialog.module.css';

/** Beyond this some chats and mail programs cut a link. */
const LONG_LINK = 2000;

/** The link that opens this very run, and the run as a file. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const asked = useAnswer({ kind: 'export' }, 0);
  const [notOpened, setNotOpened] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const text = asked.state === 'answered' ? asked.answer.text : undefined;
  const fragment = text === undefined ? '' : encodeLink(text);
  const address = new URL(location.href);
  address.hash = fragment;
  const link = address.href;
  const tooLong = fragment.length > MAX_LINK_LENGTH;
  const open = async (chosen: File | undefined): Promise<void> => {
    const content = await chosen?.text();
    if (content === undefined) return;
    if (!content.startsWith('{')) {
      setNotOpened(true);
      return;
    }
    openRecording(content);
    onClose();
  };
  return (
    <Modal title={m.share.title} onClose={onClose}>
      <div className={css['body']}>
        <p>{m.share.lead}</p>
        {asked.state === 'failed' && (
          <p className={css['bad']} role="alert">
            {m.share.failed}
          </p>
        )}
        {tooLong && (
          <p className={css['bad']} role="alert">
            {m.share.tooLong(link.length, MAX_LINK_LENGTH)}
          </p>
        )}
        {text !== undefined && !tooLong && (
          <>
            <div className={css['link']}>
              <input type="text" readOnly value={link} aria-label={m.share.link} onFocus={(event) => event.target.select()} />
              <CopyButton text={link} icon={<Copy />} label={m.share.copy} look="primary" />
            </div>
            <p className={css['quiet']}>{link.length > LONG_LINK ? m.share.long(link.length) : m.share.short(link.length)}</p>
          </>
        )}
        <div className={css['files']}>
          <Button icon={<Download />} disabled={text === undefined} onClick={() => text !== undefined && download(text)}>
            {m.share.download}
          </Button>
          <Button icon={<FolderOpen />} onClick={() => file.current?.click()}>
            {m.share.open}
          </Button>
          <input ref={file} type="file" accept=".json,application/json" hidden onChange={(event) => void open(event.target.files?.[0])} />
        </div>
        {notOpened && (
          <p className={css['bad']} role="alert">
            {m.share.notOpened}
          </p>
        )}
      </div>
    </Modal>
  );
}

function download(text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'swarmarium-run.json';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
