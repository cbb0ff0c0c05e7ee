import { Repeat, Send, Square } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { NetworkPicture } from '../../../run/pictures.ts';
import { clickLine, echo, perform } from '../../actions/action.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { type AnswerCount, requestLine, streamLine } from '../../scene/answers.ts';
import { taskText } from '../../scene/format.ts';
import { openPorts } from '../../scene/open-ports.ts';
import { send } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import css from './NetworkView.module.css';
import { useNetworkWords } from './network-words.ts';
import { useNextInTurn } from './use-next-in-turn.ts';
import type { SeenRequest } from './use-requests.ts';

const CTRL_C = '\u0003';

/** Sends requests, each as the command that it is, and tells the way that the last one went. */
export function AskPanel({
  networks,
  requests,
  answers,
}: {
  readonly networks: readonly NetworkPicture[];
  readonly requests: readonly SeenRequest[];
  readonly answers: AnswerCount;
}) {
  const w = useNetworkWords();
  const hosts = useMirror((mirror) => mirror.hosts);
  const targets = useMemo(
    () =>
      hosts.flatMap((host) =>
        openPorts(host, networks)
          .filter(({ protocol }) => protocol === 'tcp')
          .map(({ port }) => `http://${host.address}${port === 80 ? '' : `:${port}`}/`),
      ),
    [hosts, networks],
  );
  const [from, setFrom] = useState('');
  const [typed, setTyped] = useState<string>();
  const [streaming, setStreaming] = useState<string>();
  const client = hosts.some((host) => host.id === from) ? from : (hosts[0]?.id ?? '');
  const url = typed ?? targets[1] ?? targets[0] ?? '';
  // What goes on and on runs in the terminal's foreground, where Ctrl-C stops it.
  const stream = (): void => {
    perform({ id: 'stream', label: w.stream, host: client, input: { kind: 'line', host: client, text: streamLine(url), from: 'terminal' } });
    setStreaming(client);
  };
  const stop = (): void => {
    if (streaming === undefined) return;
    send({ kind: 'keys', host: streaming, data: CTRL_C });
    echo(w.stop, streaming, undefined, 'Ctrl-C');
    setStreaming(undefined);
  };
  const next = useNextInTurn(client, url, networks, requests);
  const [last] = requests;
  const most = Math.max(1, ...answers.tasks.map((task) => task.count));
  return (
    <aside className={css['ask']}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (url !== '') perform({ id: 'request', label: w.ask, host: client, input: clickLine(client, requestLine(url)) });
        }}
      >
        <h3>{w.ask}</h3>
        <label>
          <span>{w.from}</span>
          <select value={client} onChange={(event) => setFrom(event.target.value)}>
            {hosts.map((host) => (
              <option key={host.id}>{host.id}</option>
            ))}
          </select>
        </label>
        <label>
          <span>{w.to}</span>
          <input list="request-targets" value={url} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
        </label>
        <datalist id="request-targets">
          {targets.map((target) => (
            <option key={target} value={target} />
          ))}
        </datalist>
        <div className={css['buttons']}>
          <Button type="submit" look="primary" icon={<Send />} disabled={url === ''}>
            {w.send}
          </Button>
          {streaming === undefined ? (
            <Button icon={<Repeat />} disabled={url === ''} onClick={stream}>
              {w.stream}
            </Button>
          ) : (
            <Button icon={<Square />} onClick={stop}>
              {w.stop}
            </Button>
          )}
        </div>
        {next !== '' && <p className={css['next']}>{w.next(taskText(next))}</p>}
      </form>
      <section aria-live="polite">
        <h3>{w.way}</h3>
        {last ? (
          <ol className={css['way']}>
            {last.hops.map((hop, i) => (
              <li key={`${hop.kind}/${hop.at}`}>
                {w.hop[hop.kind === 'task' && !(last.ok && i === last.hops.length - 1) ? 'taskAsked' : hop.kind](taskText(hop.at), hop.address)}
              </li>
            ))}
            <li data-ok={last.ok}>{last.ok ? w.answered(last.status) : last.error}</li>
          </ol>
        ) : (
          <p className={css['noWay']}>{w.noWay}</p>
        )}
      </section>
      {requests.length > 0 && (
        <section>
          <h3>{w.answers}</h3>
          <ul className={css['counts']}>
            {answers.tasks.map((task) => (
              <li key={task.taskId} aria-label={w.answersOf(taskText(task.name), task.count)}>
                <span title={task.name}>{taskText(task.name)}</span>
                <i style={{ inlineSize: `${(100 * task.count) / most}%` }} />
                <b>{task.count}</b>
              </li>
            ))}
            {answers.errors > 0 && <li className={css['errors']}>{w.errors(answers.errors)}</li>}
          </ul>
        </section>
      )}
    </aside>
  );
}
