import { TriangleAlert, X } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useSession } from '../../world/session.ts';
import { Button } from '../kit/Button.tsx';
import css from './FailureBanner.module.css';

/** Says that the simulation failed and came back, or that a link could not be opened. */
export function FailureBanner() {
  const m = useMessages();
  const alarm = useSession((session) => session.alarm);
  if (!alarm) return null;
  return (
    <div className={css['banner']} role="alert">
      <TriangleAlert size={16} aria-hidden="true" />
      <div>
        <p>
          {m.failure[alarm.kind]}
          {alarm.limit && ` ${m.failure.limitWas(alarm.limit.what, alarm.limit.asked, alarm.limit.most)}`}
        </p>
        {alarm.detail !== '' && (
          <details>
            <summary>{m.failure.detail}</summary>
            <code>{alarm.detail}</code>
          </details>
        )}
      </div>
      {(alarm.kind === 'storageFull' || alarm.kind === 'noStorage') && (
        <Button onClick={() => useSession.setState({ dialog: 'share', shareTab: 'file' })}>{m.failure.saveFile}</Button>
      )}
      {alarm.kind === 'notLoaded' && <Button onClick={() => location.reload()}>{m.failure.reload}</Button>}
      <Button look="plain" square icon={<X />} aria-label={m.failure.dismiss} onClick={() => useSession.setState({ alarm: undefined })} />
    </div>
  );
}
