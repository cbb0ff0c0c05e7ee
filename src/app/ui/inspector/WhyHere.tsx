import type { TaskRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { verdictOf } from '../../scene/verdict.ts';
import { StateMark } from '../kit/StateMark.tsx';
import css from './Inspector.module.css';
import { useAnswer } from './use-answer.ts';

/** The scheduler's recorded decision: every node with the filter that refused it, or the figures that ranked it. */
export function WhyHere({ task }: { readonly task: TaskRecord }) {
  const m = useMessages();
  const asked = useAnswer({ kind: 'explain', taskId: task.id }, `${task.nodeId}/${task.state}/${task.err}`);
  const service = useMirror((mirror) => mirror.services.find((each) => each.id === task.serviceId));
  const host = useMirror((mirror) => mirror.hosts.find((each) => each.nodeId === task.nodeId && task.nodeId !== ''));
  if (asked.state === 'asking') return null;
  const view = asked.state === 'answered' ? asked.answer : undefined;
  const title = host ? m.inspector.whyHere(host.id) : m.inspector.whyPending;
  if (!view) {
    return (
      <section>
        <h3>{title}</h3>
        <p className={css['quiet']}>{service?.mode.startsWith('global') ? m.inspector.noDecisionGlobal : m.inspector.noDecision}</p>
      </section>
    );
  }
  const verdict = verdictOf(view);
  const failures = view.rows.some((row) => row.recentFailures > 0);
  return (
    <section>
      <h3>{title}</h3>
      {view.message !== '' && <p className={css['swarmSays']}>{view.message}</p>}
      <table className={css['why']}>
        <thead>
          <tr>
            <th scope="col">{m.inspector.whyNode}</th>
            <th scope="col">{m.inspector.whyFilters}</th>
            {failures && <th scope="col">{m.inspector.whyFailures}</th>}
            <th scope="col">{m.inspector.whyService}</th>
            <th scope="col">{m.inspector.whyAll}</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.host} data-won={row.host === view.chosen} data-refused={row.refusedBy !== undefined}>
              <th scope="row">{row.host}</th>
              {row.refusedBy === undefined ? (
                <>
                  <td>
                    <StateMark mark="done" size={10} /> {m.inspector.allPassed}
                  </td>
                  {failures && <td>{row.recentFailures}</td>}
                  <td>{row.serviceTasks}</td>
                  <td>{row.totalTasks}</td>
                </>
              ) : (
                <td colSpan={failures ? 4 : 3}>
                  <StateMark mark="failed" size={10} /> {m.inspector.refused(m.inspector.filters[row.refusedBy] ?? row.refusedBy, row.detail ?? '')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {verdict && <p className={css['quiet']}>{m.inspector.verdict[verdict]}</p>}
    </section>
  );
}
