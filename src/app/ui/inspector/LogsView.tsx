import { RefreshCw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';
import { Button } from '../kit/Button.tsx';
import css from './Inspector.module.css';
import { useAnswer } from './use-answer.ts';

const TAIL = 200;
/** Asked again after so many virtual milliseconds. */
const EVERY_MS = 2000;

/** The last lines of a task's or service's output. */
export function LogsView({ type, id }: { readonly type: 'task' | 'service'; readonly id: string }) {
  const m = useMessages();
  const [asks, setAsks] = useState(0);
  const beat = useClock((clock) => Math.floor(clock.coarse / EVERY_MS));
  const asked = useAnswer({ kind: 'logs', type, id, tail: TAIL }, `${asks}/${beat}`);
  const box = useRef<HTMLPreElement>(null);
  const lines = asked.state === 'answered' ? asked.answer.lines : undefined;
  const atEnd = useRef(true);
  useEffect(() => {
    if (lines && box.current && atEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [lines]);
  if (asked.state === 'asking') return <p className={css['quiet']}>{m.inspector.loading}</p>;
  if (asked.state === 'failed') return <p className={css['bad']}>{m.inspector.logsFailed(asked.reason)}</p>;
  if (lines?.length === 0) return <p className={css['quiet']}>{m.inspector.noLogs}</p>;
  return (
    <div className={css['code']}>
      <Button look="plain" square icon={<RefreshCw />} aria-label={m.inspector.refresh} onClick={() => setAsks(asks + 1)} />
      <pre
        ref={box}
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
          atEnd.current = scrollTop + clientHeight > scrollHeight - 20;
        }}
      >
        {lines?.join('\n')}
      </pre>
    </div>
  );
}
