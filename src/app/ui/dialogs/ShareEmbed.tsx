import { Copy } from 'lucide-react';
import { useState } from 'react';
import { toBadge } from '../../../run/export/to-markdown.ts';
import { useMessages } from '../../i18n/messages.ts';
import { addressOf, badgeAddress, embedHtml } from '../../share/addresses.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import css from './ShareDialog.module.css';

/** The run in somebody's page: a frame, or a badge for a README. */
export function ShareEmbed({ code }: { readonly code: string }) {
  const m = useMessages();
  const [terminal, setTerminal] = useState(false);
  const html = embedHtml(code, terminal);
  const badge = toBadge(badgeAddress(), addressOf(code));
  return (
    <>
      <h3>{m.share.frame}</h3>
      <pre className={css['text']} tabIndex={0} aria-label={m.share.frame}>
        {html}
      </pre>
      <div className={css['row']}>
        <CopyButton text={html} icon={<Copy />} label={m.share.copyHtml} look="primary" />
        <label className={css['check']}>
          <input type="checkbox" checked={terminal} onChange={(event) => setTerminal(event.target.checked)} />
          {m.share.frameTerminal}
        </label>
      </div>
      <h3>{m.share.badge}</h3>
      <p>
        <img src="./badge.svg" width="168" height="20" alt={m.share.badgeAlt} />
      </p>
      <pre className={css['text']} tabIndex={0} aria-label={m.share.badge}>
        {badge}
      </pre>
      <div className={css['row']}>
        <CopyButton text={badge} icon={<Copy />} label={m.share.copyMarkdown} look="framed" />
      </div>
    </>
  );
}
