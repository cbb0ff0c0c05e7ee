import { FilePlus2 } from 'lucide-react';
import type { Plan, TaskPlan } from '../../../run/plan.ts';
import { type EditorWords, useEditorWords } from '../../i18n/editor-words.ts';
import { shortPath } from '../../world/file-name.ts';
import { openFile } from '../../world/files.ts';
import { Button } from '../kit/Button.tsx';
import css from './PlanView.module.css';
import { type PlanMark, type PlanRow, planRows } from './plan-rows.ts';
import { type Few, useFew } from './use-few.ts';
import type { Planned } from './use-plan.ts';

const SIGNS: { readonly [mark in PlanMark]: string } = { create: '+', update: '~', leave: '=', remove: '−', 'left-over': '·' };

/** What deploying the file will do. */
export function PlanView({ planned }: { readonly planned: Planned }) {
  const m = useEditorWords();
  switch (planned.state) {
    case 'none':
      return null;
    case 'asking':
      return <p className={css['quiet']}>{m.plan.asking}</p>;
    case 'failed':
      return (
        <p className={css['bad']} role="alert">
          {m.plan.failed(planned.reason)}
        </p>
      );
    case 'planned':
      return <PlanBody plan={planned.plan} fresh={planned.fresh} />;
  }
}

function PlanBody({ plan, fresh }: { readonly plan: Plan; readonly fresh: boolean }) {
  const m = useEditorWords();
  const rows = planRows(plan, m);
  // A file that the stack file speaks of and no host has: docker opens secrets, configs and env files by path.
  const missing = /open (\/[^:\n]+): no such file or directory/.exec(plan.stderr)?.[1];
  const nothing = plan.exit === 0 && rows.every((row) => row.mark === 'leave' && row.troubles.length === 0);
  return (
    <section className={css['plan']} aria-label={m.plan.title} aria-busy={!fresh} data-plan={fresh ? 'fresh' : 'old'}>
      <h2>
        {m.plan.title}
        <span aria-hidden="true">{fresh ? '' : m.plan.refreshing}</span>
      </h2>
      {plan.exit !== 0 && (
        <div className={css['refused']}>
          <p>{m.plan.refused}</p>
          <pre>{lastLines(plan.stderr)}</pre>
          {missing !== undefined && (
            <Button icon={<FilePlus2 />} onClick={() => openFile(missing, '')}>
              {m.plan.createFile(shortPath(missing))}
            </Button>
          )}
          {rows.some((row) => row.mark !== 'leave') && <p className={css['quiet']}>{m.plan.refusedBefore}</p>}
        </div>
      )}
      {nothing ? (
        <p className={css['row']}>
          <b aria-hidden="true" data-mark="leave">
            =
          </b>
          <span>{m.plan.nothing}</span>
        </p>
      ) : (
        <PlanLines rows={rows} />
      )}
      {plan.exit === 0 && !nothing && <p className={css['end']}>{endText(plan, m)}</p>}
    </section>
  );
}

function PlanLines({ rows }: { readonly rows: readonly PlanRow[] }) {
  const few = useFew(rows, 40);
  return (
    <>
      <ul>
        {few.shown.map((row) => (
          <PlanLine key={row.id} row={row} />
        ))}
      </ul>
      <More few={few} />
    </>
  );
}

function More({ few }: { readonly few: Few<unknown> }) {
  const m = useEditorWords();
  if (few.more === 0) return null;
  return (
    <Button look="plain" onClick={few.showMore}>
      {m.plan.more(few.more)}
    </Button>
  );
}

function PlanFields({ fields }: { readonly fields: PlanRow['fields'] }) {
  const m = useEditorWords();
  const few = useFew(fields, 12);
  return (
    <>
      <dl>
        {few.shown.map(({ key, full, before, after, restarts }) => (
          <div key={full}>
            <dt title={restarts ? `${full}: ${m.plan.restarts}` : full}>{key}</dt>
            <dd>
              {before !== '' && <s>{before}</s>} {after === '' ? <i>{m.plan.none}</i> : after}
            </dd>
          </div>
        ))}
      </dl>
      <More few={few} />
    </>
  );
}

function PlanTasks({ tasks }: { readonly tasks: readonly TaskPlan[] }) {
  const m = useEditorWords();
  const few = useFew(tasks, 50);
  return (
    <>
      <ol>
        {few.shown.map((task) => (
          <li key={task.name}>{taskText(task, m)}</li>
        ))}
      </ol>
      <More few={few} />
    </>
  );
}

function PlanLine({ row }: { readonly row: PlanRow }) {
  const m = useEditorWords();
  const tasks = row.tasks.filter((task) => task.change !== 'keep');
  return (
    <li className={css['row']} data-mark={row.mark}>
      <b aria-hidden="true" data-mark={row.mark}>
        {SIGNS[row.mark]}
      </b>
      <div>
        <p>
          {row.verb} {row.kind !== '' && `${row.kind} `}
          <strong>{row.name}</strong>
          {row.change !== '' && <>: {row.change}</>}
        </p>
        {row.fields.length > 0 && <PlanFields fields={row.fields} />}
        {tasks.length > 0 ? (
          <details className={css['detail']}>
            <summary>{row.details.join('; ') || m.plan.tasks(tasks.length)}</summary>
            <PlanTasks tasks={tasks} />
          </details>
        ) : (
          row.details.length > 0 && <p className={css['detail']}>{row.details.join('; ')}</p>
        )}
        {row.troubles.map((trouble) => (
          <p key={trouble} className={css['trouble']}>
            {trouble}
          </p>
        ))}
      </div>
    </li>
  );
}

function taskText(task: TaskPlan, m: EditorWords): string {
  const parts = [m.plan.taskChange[task.change], m.plan.move(task.from, task.to)];
  if (task.beginsMs !== undefined) parts.push(m.plan.after(Math.round(task.beginsMs / 100) / 10));
  if (task.message !== '') parts.push(task.message);
  return `${task.name} ${parts.filter(Boolean).join(' · ')}`;
}

function endText(plan: Plan, m: EditorWords): string {
  return plan.settledAfterMs === undefined ? m.plan.unsettled(Math.round(plan.horizonMs / 60_000)) : m.plan.settled(Math.round(plan.settledAfterMs / 1000));
}

function lastLines(text: string): string {
  return text.trimEnd().split('\n').slice(-6).join('\n');
}
