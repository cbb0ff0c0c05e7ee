import { History } from 'lucide-react';
import { useRef } from 'react';
import type { FilmStep, UpdateFilm } from '../../../run/update-film.ts';
import type { ServiceRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import { batchesOf, filmEnd, progressOf } from '../../scene/film-batches.ts';
import { durationText, shortClock } from '../../scene/format.ts';
import { serviceLook } from '../../scene/palette.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { lookAt } from '../../time/travel.ts';
import { select } from '../../world/session.ts';
import { ReplicaChart } from '../chart/ReplicaChart.tsx';
import { StateMark } from '../kit/StateMark.tsx';
import { useSize } from '../kit/use-size.ts';
import css from './Films.module.css';
import { useAnswer } from './use-answer.ts';

/** Asked again so often while an update goes on, in virtual milliseconds. */
const EVERY_MS = 500;
/** More slots than this are not shown one by one. */
const MOST_STEPS = 120;

/** Every update of a service as a film: what was taken up when, what became of it, and what counted. */
export function Films({ service }: { readonly service: ServiceRecord }) {
  const m = useMessages();
  const now = useClock((clock) => clock.coarse);
  const asked = useAnswer({ kind: 'film', serviceId: service.id }, `${service.update?.state}/${Math.floor(now / EVERY_MS)}`);
  const box = useRef<HTMLDivElement>(null);
  const width = useSize(box)?.width ?? 0;
  const series = useTimeline((time) => time.series.find((each) => each.id === service.id));
  const look = serviceLook(useMirror((mirror) => mirror.colours.get(service.id) ?? 0));
  const films = asked.state === 'answered' ? asked.answer.films.toReversed() : [];
  return (
    <div ref={box} className={css['films']}>
      {series && width > 0 && (
        <section>
          <h3>{m.chart.title}</h3>
          <ReplicaChart
            series={series}
            from={series.points[0]?.at ?? 0}
            to={Math.max(now, 1)}
            moment={now}
            width={width}
            height={84}
            colour={look.colour}
            axis
          />
          <p className={css['key']}>{m.chart.key}</p>
        </section>
      )}
      {asked.state === 'answered' && films.length === 0 && <p className={css['quiet']}>{m.film.none}</p>}
      {films.map((film) => (
        <Film key={film.startedAt} film={film} now={now} colour={look.colour} />
      ))}
    </div>
  );
}

function Film({ film, now, colour }: { readonly film: UpdateFilm; readonly now: number; readonly colour: string }) {
  const m = useMessages();
  const { policy } = film;
  const progress = progressOf(film, now);
  const end = filmEnd(film, now);
  const batches = batchesOf(film, now);
  const shown = film.steps.length <= MOST_STEPS;
  const running = film.endedAt === undefined;
  const bad = film.state === 'paused' || film.state === 'rollback_paused' || film.state === 'rollback_started';
  return (
    <section className={css['film']} style={{ '--c': colour } as React.CSSProperties} aria-label={`${m.film.kind[film.kind]} ${shortClock(film.startedAt)}`}>
      <header>
        <StateMark mark={running ? 'starting' : bad ? 'failed' : film.state === 'superseded' ? 'leaving' : 'running'} size={12} />
        <h3>
          {m.film.kind[film.kind]}: {film.image}
        </h3>
        <button type="button" className={css['watch']} aria-label={m.film.watch} title={m.film.watch} onClick={() => lookAt(film.startedAt)}>
          <History size={13} aria-hidden="true" />
          <time>{shortClock(film.startedAt)}</time>
        </button>
      </header>
      <p className={css['quiet']}>{film.message === '' ? m.film.state[film.state] : film.message}</p>
      <p className={css['policy']}>
        {[
          m.film.atATime(policy.parallelism),
          policy.delayMs > 0 ? m.film.delay(durationText(policy.delayMs)) : '',
          policy.startFirst ? 'start-first' : 'stop-first',
          m.film.monitor(durationText(policy.monitorMs)),
          m.film.onFailure(policy.failureAction, policy.maxFailureRatio),
        ]
          .filter(Boolean)
          .map((words) => (
            <span key={words}>{words}</span>
          ))}
      </p>
      <Gauge film={film} progress={progress} />
      {shown &&
        batches.map((batch) => (
          <div key={batch.number} className={css['batch']}>
            <h4>
              {m.film.batch(batch.number)} <time>{shortClock(batch.from)}</time>
            </h4>
            <ol>
              {batch.steps.map((step) => (
                <Step key={step.task} step={step} film={film} end={end} now={now} />
              ))}
            </ol>
          </div>
        ))}
      {!shown && <p className={css['quiet']}>{m.film.tooMany(film.steps.length)}</p>}
      <p className={css['quiet']}>{m.film.counts(progress.running, progress.starting, progress.failed, progress.waiting, film.endedAt !== undefined)}</p>
    </section>
  );
}

/** Failures that count against what the policy bears. */
function Gauge({ film, progress }: { readonly film: UpdateFilm; readonly progress: ReturnType<typeof progressOf> }) {
  const m = useMessages();
  const limit = film.policy.maxFailureRatio;
  if (film.policy.failureAction === 'continue') return null;
  const full = Math.max(0.05, limit, progress.share) * 1.15;
  return (
    <div className={css['gauge']} data-bad={progress.tooMany}>
      <span className={css['track']} aria-hidden="true">
        <i style={{ width: `${(progress.share / full) * 100}%` }} />
        <b style={{ left: `${(limit / full) * 100}%` }} />
      </span>
      <span>{m.film.ratio(progress.counted, film.slots, Math.round(progress.share * 100), Math.round(limit * 100), progress.tooMany)}</span>
    </div>
  );
}

function Step({ step, film, end, now }: { readonly step: FilmStep; readonly film: UpdateFilm; readonly end: number; readonly now: number }) {
  const m = useMessages();
  const at = (time: number): number => ((Math.max(film.startedAt, Math.min(end, time)) - film.startedAt) / (end - film.startedAt)) * 100;
  const bar = (from: number, to: number): React.CSSProperties => ({ left: `${at(from)}%`, width: `${Math.max(0, at(to) - at(from))}%` });
  const seen = (time: number | undefined): number | undefined => (time !== undefined && time <= now ? time : undefined);
  const stopped = seen(step.beforeStoppedAt);
  const runs = seen(step.runningAt);
  const ended = seen(step.endedAt);
  const words = m.film.step(
    step.slot,
    step.host,
    shortClock(step.createdAt),
    runs === undefined ? '' : shortClock(runs),
    ended === undefined ? '' : `${shortClock(ended)} ${step.error}`,
  );
  return (
    <li>
      <button type="button" aria-label={words} title={words} onClick={() => select({ kind: 'task', id: step.task })}>
        <span className={css['slot']}>
          .{step.slot} <i>{step.host}</i>
        </span>
        <span className={css['lane']} aria-hidden="true">
          {step.before !== '' && <i className={css['old']} style={bar(film.startedAt, stopped ?? now)} />}
          <i className={css['starting']} style={bar(step.createdAt, runs ?? ended ?? now)} />
          {runs !== undefined && <i className={css['monitor']} style={bar(runs, Math.min(end, runs + film.policy.monitorMs))} />}
          {runs !== undefined && <i className={css['new']} style={bar(runs, ended ?? Math.min(now, end))} />}
          {ended !== undefined && (
            <span className={css['ended']} style={{ left: `${at(ended)}%` }} data-counted={step.counted}>
              <StateMark mark="failed" size={10} />
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
