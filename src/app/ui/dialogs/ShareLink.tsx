import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { addressOf } from '../../share/addresses.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { QrCode } from './QrCode.tsx';
import css from './ShareDialog.module.css';

/** Beyond this some chats and mail programs cut a link. */
const LONG_LINK = 2000;
/** More than this no camera reads well off a screen. */
const LONGEST_QR = 1600;

/** Selects a link, and shows where it leads rather than its end. */
function showAll(input: HTMLInputElement): void {
  input.select();
  // The browser brings the end of a selection into view.
  requestAnimationFrame(() => {
    input.scrollLeft = 0;
  });
}

interface Props {
  readonly code: string;
  readonly withView: boolean;
  readonly onWithView: (withView: boolean) => void;
}

/** The link that opens this very run at this moment, and a code for cameras. */
export function ShareLink({ code, withView, onWithView }: Props) {
  const m = useMessages();
  const [present, setPresent] = useState(false);
  const link = addressOf(code, present ? 'present' : 'full');
  return (
    <div className={css['beside']}>
      <div>
        <p>{m.share.lead}</p>
        <div className={css['link']}>
          <input type="text" data-first readOnly value={link} aria-label={m.share.link} onFocus={(event) => showAll(event.target)} />
          <CopyButton text={link} icon={<Copy />} label={m.share.copy} look="primary" />
        </div>
        <p className={css['quiet']}>{link.length > LONG_LINK ? m.share.long(link.length) : m.share.short(link.length)}</p>
        <label className={css['check']}>
          <input type="checkbox" checked={withView} onChange={(event) => onWithView(event.target.checked)} />
          {m.share.withView}
        </label>
        <label className={css['check']}>
          <input type="checkbox" checked={present} onChange={(event) => setPresent(event.target.checked)} />
          {m.share.present}
        </label>
      </div>
      {link.length > LONGEST_QR ? <p className={css['quiet']}>{m.share.noQr}</p> : <QrCode text={link} label={m.share.qr} />}
    </div>
  );
}
