import { useEffect, useMemo, useState } from 'react';
import { isFault } from '../../../run/fault-input.ts';
import type { Recording } from '../../../run/recording.ts';
import { type UpdateOrder, withFaultsOf, withUpdateOrder } from '../../../run/vary.ts';
import type { WatchedRun } from '../../../run/watch-availability.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { Branch } from '../../time/branches.ts';
import { allBranches, beginBranch } from '../../world/branching.ts';
import { useSession } from '../../world/session.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { Modal } from '../kit/Modal.tsx';
import { branchName } from '../timeline/branch-name.ts';
import { AvailabilityChart } from './AvailabilityChart.tsx';
import { AvailabilityTable } from './AvailabilityTable.tsx';
import css from './CompareDialog.module.css';

/** Which side's faults both sides have to live through. */
type Faults = 'own' | 'left' | 'right';

/** What is compared: a branch by its id, or the left one's run in another update order. */
type Side = string;
const ORDERS: readonly UpdateOrder[] = ['start-first', 'stop-first'];

/** Two runs side by side: how many tasks of each service were healthy over time, and how often too few. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const { branches, active } = useMemo(() => allBranches(), []);
  const wanted = useSession((session) => session.compared);
  const [left, setLeft] = useState<Side>(active);
  const [right, setRight] = useState<Side>(() => wanted ?? defaultRight(branches, active));
  const [chosenFaults, setFaults] = useState<Faults>();
  const leftRun = branches.find((branch) => branch.id === left)?.recording;
  const rightRun = useMemo(() => sideOf(right, leftRun, branches), [right, leftRun, branches]);
  const faults = chosenFaults ?? defaultFaults(leftRun, rightRun);
  const both = useMemo(() => underFaults(leftRun, rightRun, faults), [leftRun, rightRun, faults]);
  const a = useWatched(both?.[0]);
  const b = useWatched(both?.[1]);
  const names = [...new Set([...(a.run?.series ?? []), ...(b.run?.series ?? [])].map((series) => series.name))];
  const until = Math.max(a.run?.now ?? 0, b.run?.now ?? 0);
  const orders = ORDERS.filter((order) => leftRun && withUpdateOrder(leftRun, order));
  const nameOf = (side: Side): string => {
    const branch = branches.find((each) => each.id === side);
    return branch ? branchName(m, branch) : m.compare.inOrder(side);
  };
  return (
    <Modal title={m.compare.title} onClose={onClose} width={1080}>
      <div className={css['body']}>
        <p className={css['lead']}>{m.compare.lead}</p>
        <div className={css['choices']}>
          <label>
            <span>{m.compare.left}</span>
            <select value={left} onChange={(event) => setLeft(event.target.value)}>
              {branches.map((branch) => (
                <option key={branch.id} value={branch.id}>
                  {branchName(m, branch)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{m.compare.right}</span>
            <select value={right} onChange={(event) => setRight(event.target.value)}>
              {branches.map((branch) => (
                <option key={branch.id} value={branch.id}>
                  {branchName(m, branch)}
                </option>
              ))}
              {orders.map((order) => (
                <option key={order} value={order}>
                  {m.compare.inOrder(order)}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>{m.compare.faults}</span>
            <select value={faults} onChange={(event) => setFaults(event.target.value as Faults)}>
              <option value="own">{m.compare.faultsOwn}</option>
              <option value="left">{m.compare.faultsOf(nameOf(left))}</option>
              <option value="right">{m.compare.faultsOf(nameOf(right))}</option>
            </select>
          </label>
          {both && (right === 'start-first' || right === 'stop-first' || faults !== 'own') && (
            <Button
              onClick={() => {
                beginBranch(both[1]);
                onClose();
              }}
            >
              {m.compare.openRight}
            </Button>
          )}
        </div>
        {left === right && faults === 'own' ? (
          <p className={css['quiet']}>{m.compare.same}</p>
        ) : a.problem !== undefined || b.problem !== undefined ? (
          <p className={css['bad']} role="alert">
            {m.compare.failed(a.problem ?? b.problem ?? '')}
          </p>
        ) : !a.run || !b.run ? (
          <p className={css['quiet']} role="status">
            {m.compare.running}
          </p>
        ) : names.length === 0 ? (
          <p className={css['quiet']}>{m.compare.nothing}</p>
        ) : (
          <>
            <div className={css['charts']}>
              {[a.run, b.run].map((run, i) => (
                <figure key={i === 0 ? 'left' : 'right'}>
                  <figcaption>{nameOf(i === 0 ? left : right)}</figcaption>
                  {names.map((name) => (
                    <AvailabilityChart key={name} name={name} run={run} until={until} most={mostOf(name, [a.run, b.run])} colour={names.indexOf(name)} />
                  ))}
                </figure>
              ))}
            </div>
            <AvailabilityTable names={names} left={a.run} right={b.run} leftName={nameOf(left)} rightName={nameOf(right)} until={until} />
          </>
        )}
      </div>
    </Modal>
  );
}

/** The most tasks of a service that were running or wanted at once, on any side. */
function mostOf(name: string, runs: readonly (WatchedRun | undefined)[]): number {
  const points = runs.flatMap((run) => run?.series.filter((series) => series.name === name).flatMap((series) => series.points) ?? []);
  return Math.max(1, ...points.map((point) => Math.max(point.running, point.desired)));
}

/** Both as they are when they have the same faults; else under those of the one that has any. */
function defaultFaults(left: Recording | undefined, right: Recording | undefined): Faults {
  const faultsOf = (recording: Recording | undefined): string => JSON.stringify(recording?.inputs.filter(({ input }) => isFault(input)) ?? []);
  const [own, theirs] = [faultsOf(left), faultsOf(right)];
  return own === theirs ? 'own' : own !== '[]' ? 'left' : 'right';
}

function defaultRight(branches: readonly Branch[], active: string): Side {
  const here = branches.find((branch) => branch.id === active);
  if (here?.parent !== undefined) return here.parent;
  const other = branches.findLast((branch) => branch.id !== active);
  if (other) return other.id;
  const order = here && ORDERS.find((each) => withUpdateOrder(here.recording, each));
  return order ?? active;
}

function sideOf(side: Side, left: Recording | undefined, branches: readonly Branch[]): Recording | undefined {
  if (side === 'start-first' || side === 'stop-first') return left && withUpdateOrder(left, side);
  return branches.find((branch) => branch.id === side)?.recording;
}

function underFaults(left: Recording | undefined, right: Recording | undefined, faults: Faults): readonly [Recording, Recording] | undefined {
  if (!left || !right) return undefined;
  const now = Math.max(left.now, right.now);
  // Both are followed for the same time.
  const [a, b] = [
    { ...left, now },
    { ...right, now },
  ];
  switch (faults) {
    case 'own':
      return [a, b];
    case 'left':
      return [a, withFaultsOf(b, a)];
    case 'right':
      return [withFaultsOf(a, b), b];
  }
}

/** What a run's services lived through, once the worker has run it. */
function useWatched(recording: Recording | undefined): { readonly run?: WatchedRun; readonly problem?: string } {
  const client = useWorld((world) => world.client);
  const [watched, setWatched] = useState<{ readonly of: Recording | undefined; readonly run?: WatchedRun; readonly problem?: string }>({ of: undefined });
  useEffect(() => {
    let current = true;
    if (recording) {
      client?.ask({ kind: 'availability', recording }).then(
        (run) => current && setWatched({ of: recording, run }),
        (error: unknown) => current && setWatched({ of: recording, problem: error instanceof Error ? error.message : String(error) }),
      );
    }
    return () => {
      current = false;
    };
  }, [client, recording]);
  return watched.of === recording ? watched : {};
}
