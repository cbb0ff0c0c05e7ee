import type { RaftMessageRecord } from '../../../run/view.ts';
import css from './RaftView.module.css';
import { type RaftWords, useRaftWords } from './raft-words.ts';

/** What a message says, in words. */
export function messageWords(w: RaftWords, { type, reject, entries }: RaftMessageRecord): string {
  if (type === 'append') return w.message.append(entries);
  if (type === 'append-response' && reject) return w.message['append-refused'];
  if (type === 'vote-response' && reject) return w.message['vote-refused'];
  return w.message[type];
}

/** What was said last, but for heartbeats: the same as the picture, to be read. */
export function Said({ said }: { readonly said: readonly (RaftMessageRecord & { readonly key: number })[] }) {
  const w = useRaftWords();
  return (
    <div className={css['said']}>
      <h3>{w.said}</h3>
      {said.length === 0 ? (
        <p className={css['nothing']}>{w.nothingSaid}</p>
      ) : (
        <ol>
          {said.map((message) => (
            <li key={message.key} data-lost={message.arrivesAt === undefined} data-reject={message.reject}>
              <code>
                {message.from} → {message.to}
              </code>
              <span>{messageWords(w, message)}</span>
              <small>{w.term(message.term)}</small>
              {message.arrivesAt === undefined && <em>{w.lostOnWay}</em>}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
