import { useState } from 'react';
import type { SchedulingView } from '../../../run/explain.ts';
import type { HostRecord, TaskRecord } from '../../../run/view.ts';
import type { ClickAction } from '../../actions/action.ts';
import { clickLine } from '../../actions/action.ts';
import { managerOf } from '../../actions/managers.ts';
import { quoteWord } from '../../actions/quote-word.ts';
import { type Messages, useMessages } from '../../i18n/messages.ts';
import { hostOfNode, serviceOf } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { rankRows, togetherOn, verdictOf } from '../../scene/verdict.ts';
import { Button } from '../kit/Button.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { ActionRow } from './ActionRow.tsx';
import css from './Inspector.module.css';
import { QuirkNotes } from './QuirkNotes.tsx';
import { useAnswer } from './use-answer.ts';

/** More nodes of a kind than this are told as a number until all are asked for. */
const MOST_ROWS = 12;
const MOST_NAMES = 6;
const UNEVEN = ['uneven-walk'] as const;

/** The scheduler's recorded decision: every node with the filter that refused it, or the figures that ranked it. */
export function WhyHere({ task }: { readonly task: TaskRecord }) {
  const m = useMessages();
  const [all, setAll] = useState(false);
  const asked = useAnswer({ kind: 'explain', taskId: task.id }, `${task.nodeId}/${task.state}/${task.err}`);
  const service = useMirror((mirror) => serviceOf(mirror, task.serviceId));
  const host = useMirror((mirror) => hostOfNode(mirror, task.nodeId));
  const hosts = useMirror((mirror) => mirror.hosts);
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
  const { passed, refused } = rankRows(view);
  const verdict = verdictOf(view);
  const failures = passed.some((row) => row.recentFailures > 0);
  const ways = host ? [] : waysOut(view, hosts, m);
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
            {passed.length > 0 && <th scope="col">{m.inspector.whyService}</th>}
            {passed.length > 0 && <th scope="col">{m.inspector.whyAll}</th>}
          </tr>
        </thead>
        <tbody>
          {(all ? passed : passed.slice(0, MOST_ROWS)).map((row, i) => (
            <tr key={row.host} data-won={row.host === view.chosen}>
              <th scope="row">
                <small className={css['rank']}>{i + 1}</small>
                {row.host}
              </th>
              <td>
                <StateMark mark="done" size={10} /> {m.inspector.allPassed}
              </td>
              {failures && <td>{row.recentFailures}</td>}
              <td>{withOthers(row.serviceTasks, togetherOn(view, row))}</td>
              <td>{withOthers(row.totalTasks, togetherOn(view, row))}</td>
            </tr>
          ))}
          {passed.length > MOST_ROWS && !all && (
            <tr>
              <td colSpan={failures ? 5 : 4}>{m.inspector.morePassed(passed.length - MOST_ROWS)}</td>
            </tr>
          )}
          {refused.map(({ refusedBy, detail, hosts: names }) => (
            <tr key={`${refusedBy}${detail}${names[0] ?? ''}`} data-refused="true">
              <th scope="row">{names.length > 3 ? m.inspector.nodesOf(names.length) : names.join(', ')}</th>
              <td colSpan={passed.length === 0 ? 1 : failures ? 4 : 3}>
                <StateMark mark="failed" size={10} /> {m.inspector.refused(m.inspector.filters[refusedBy] ?? refusedBy, detail)}
                {names.length > 3 && <small>{` ${all || names.length <= MOST_NAMES ? names.join(', ') : `${names.slice(0, MOST_NAMES).join(', ')}…`}`}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!all && (passed.length > MOST_ROWS || refused.some(({ hosts: names }) => names.length > MOST_NAMES)) && (
        <Button onClick={() => setAll(true)}>{m.inspector.everyNode(view.rows.length)}</Button>
      )}
      {passed.some((row) => togetherOn(view, row) > 0) && <p className={css['quiet']}>{m.inspector.whyTogether}</p>}
      {verdict && <p className={css['quiet']}>{m.inspector.verdict[verdict]}</p>}
      {verdict === 'walk' && <QuirkNotes quirks={UNEVEN} />}
      {ways.length > 0 && (
        <>
          <p className={css['quiet']}>{m.inspector.waysOut}</p>
          <ActionRow actions={ways} />
        </>
      )}
    </section>
  );
}

/** What a node had, and what it got of the same order before the last task of it came. */
function withOthers(before: number, together: number): string {
  return together === 0 ? String(before) : `${before} + ${together}`;
}

const MOST_WAYS = 3;

/** Orders that would give a pending task a node: a label that is missing, a node that takes no tasks. */
function waysOut(view: SchedulingView, hosts: readonly HostRecord[], m: Messages): ClickAction[] {
  const manager = managerOf(hosts);
  if (!manager) return [];
  const ways: ClickAction[] = [];
  for (const { host, refusedBy, detail = '' } of view.rows) {
    if (ways.length === MOST_WAYS) break;
    const label = refusedBy === 'constraint' ? /^node\.labels\.(\S+?)\s*==\s*([^:]+): /.exec(detail) : null;
    const known = hosts.find((each) => each.id === host);
    if (label)
      ways.push({
        id: `${host}/label`,
        label: m.act.setLabel(`${label[1]}=${label[2]}`, host),
        host: manager.id,
        input: clickLine(manager.id, `docker node update --label-add ${quoteWord(`${label[1]}=${label[2]}`)} ${host}`),
      });
    else if (refusedBy === 'ready' && known?.status === 'ready' && known.availability !== 'active')
      ways.push({
        id: `${host}/activate`,
        label: `${host}: ${m.act.activate}`,
        host: manager.id,
        input: clickLine(manager.id, `docker node update --availability active ${host}`),
      });
  }
  return ways;
}
