import { Crown, Scissors, X } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { Mark } from '../../scene/mark.ts';
import { serviceLook } from '../../scene/palette.ts';
import { select } from '../../world/session.ts';
import { useStage } from '../../world/stage-state.ts';
import { Button } from '../kit/Button.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Legend.module.css';

const TASK_MARKS: readonly (readonly [Mark, string])[] = [
  ['running', 'running'],
  ['starting', 'starting'],
  ['pending', 'pending'],
  ['leaving', 'leaving'],
  ['failed', 'taskFailed'],
  ['unwell', 'unhealthy'],
  ['done', 'done'],
  ['gone', 'gone'],
];
const NODE_MARKS: readonly (readonly [Mark, string])[] = [
  ['running', 'ready'],
  ['failed', 'down'],
  ['unwell', 'trouble'],
  ['drain', 'drain'],
  ['paused', 'paused'],
  ['unreachable', 'unreachable'],
  ['lost', 'unknown'],
  ['pending', 'outside'],
];

/** What shapes and colours mean, and which service has which colour. */
export function Legend() {
  const m = useMessages();
  const services = useMirror((mirror) => mirror.services);
  const colours = useMirror((mirror) => mirror.colours);
  const words = m.legend as { readonly [word: string]: string };
  const marks = (rows: readonly (readonly [Mark, string])[]) =>
    rows.map(([mark, word]) => (
      <li key={word}>
        <StateMark mark={mark} size={12} />
        {words[word]}
      </li>
    ));
  return (
    <aside className={css['legend']} aria-label={m.legend.title}>
      <header>
        <h2>{m.legend.title}</h2>
        <Button look="plain" square icon={<X />} aria-label={m.act.close} onClick={() => useStage.setState({ legend: false })} />
      </header>
      <h3>{m.inspector.tasks}</h3>
      <ul>{marks(TASK_MARKS)}</ul>
      <h3>{m.palette.hosts}</h3>
      <ul>
        {marks(NODE_MARKS)}
        <li>
          <Crown size={12} fill="currentColor" className={css['crown']} aria-hidden="true" />
          {m.node.leader}
        </li>
        <li>
          <Scissors size={12} aria-hidden="true" />
          {m.legend.cut}
        </li>
      </ul>
      {services.length > 0 && <h3>{m.inspector.services}</h3>}
      <ul>
        {services.map((service) => {
          const look = serviceLook(colours.get(service.id) ?? 0);
          return (
            <li key={service.id}>
              <button type="button" onClick={() => select({ kind: 'service', id: service.id })}>
                <i className={css['swatch']} data-edge={look.edge} style={{ '--c': look.colour } as React.CSSProperties} />
                {service.name}
              </button>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
