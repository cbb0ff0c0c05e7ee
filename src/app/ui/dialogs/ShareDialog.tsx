import { Download } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react';
import { encodeLink, MAX_LINK_LENGTH } from '../../../run/link.ts';
import { useMessages } from '../../i18n/messages.ts';
import { sharedNow } from '../../share/shared-now.ts';
import { useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import { Modal } from '../kit/Modal.tsx';
import css from './ShareDialog.module.css';
import { ShareEmbed } from './ShareEmbed.tsx';
import { ShareFile } from './ShareFile.tsx';
import { ShareLink } from './ShareLink.tsx';
import { SharePicture } from './SharePicture.tsx';
import { ShareText } from './ShareText.tsx';

type Tab = 'link' | 'embed' | 'text' | 'picture' | 'file';
const TABS: readonly Tab[] = ['link', 'embed', 'text', 'picture', 'file'];

/** The run handed on: as a link, in somebody's page, as text, as a picture, as a file. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const [tab, setTab] = useState<Tab>(() => useSession.getState().shareTab);
  const [withView, setWithView] = useState(true);
  // The moment at which the dialog was opened: what is handed on does not change under one's hands.
  const shared = useMemo(() => sharedNow(withView), [withView]);
  const code = useMemo(() => (shared ? encodeLink(shared) : ''), [shared]);
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab) + step + TABS.length) % TABS.length] as Tab;
    setTab(next);
    document.getElementById(`share-${next}`)?.focus();
  };
  const tooLong = code.length > MAX_LINK_LENGTH && (
    <>
      <p className={css['bad']} role="alert">
        {m.share.tooLong(code.length, MAX_LINK_LENGTH)}
      </p>
      <div className={css['row']}>
        <Button icon={<Download />} look="primary" onClick={() => setTab('file')}>
          {m.share.download}
        </Button>
      </div>
    </>
  );
  const bodies: { readonly [name in Tab]: () => ReactNode } = {
    link: () => tooLong || <ShareLink code={code} withView={withView} onWithView={setWithView} />,
    embed: () => tooLong || <ShareEmbed code={code} />,
    text: () => shared && <ShareText recording={shared.recording} code={code} />,
    picture: () => <SharePicture />,
    file: () => <ShareFile onClose={onClose} />,
  };
  return (
    <Modal title={m.share.title} onClose={onClose} width={820}>
      <div role="tablist" aria-label={m.share.title} className={css['tabs']} onKeyDown={move}>
        {TABS.map((name) => (
          <button
            key={name}
            id={`share-${name}`}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls="share-body"
            tabIndex={tab === name ? 0 : -1}
            onClick={() => setTab(name)}
          >
            {m.share.tabs[name]}
          </button>
        ))}
      </div>
      <div id="share-body" role="tabpanel" aria-labelledby={`share-${tab}`} className={css['body']}>
        {bodies[tab]()}
      </div>
    </Modal>
  );
}
