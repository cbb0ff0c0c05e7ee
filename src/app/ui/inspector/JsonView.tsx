import { Copy } from 'lucide-react';
import type { Query } from '../../client/swarm-client.ts';
import { useMessages } from '../../i18n/messages.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import css from './Inspector.module.css';
import { useAnswer } from './use-answer.ts';

/** What `docker inspect` prints. `version` changes whenever the object may have. */
export function JsonView({
  type,
  id,
  version,
}: {
  readonly type: Extract<Query, { kind: 'inspect' }>['type'];
  readonly id: string;
  readonly version: unknown;
}) {
  const m = useMessages();
  const asked = useAnswer({ kind: 'inspect', type, id }, version);
  if (asked.state === 'asking') return <p className={css['quiet']}>{m.inspector.loading}</p>;
  if (asked.state === 'failed') return <p className={css['bad']}>{m.inspector.jsonFailed(asked.reason)}</p>;
  return (
    <div className={css['code']}>
      <CopyButton text={asked.answer.text} icon={<Copy />} />
      <pre tabIndex={0}>{asked.answer.text}</pre>
    </div>
  );
}
