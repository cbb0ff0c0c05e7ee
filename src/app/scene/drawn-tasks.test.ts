import { describe, expect, it } from 'vitest';
import type { Input } from '../../run/input.ts';
import { WatchedRun } from '../../run/testing/run-of.ts';
import { applyFrame, EMPTY_MIRROR, type MirrorState } from '../mirror/apply-frame.ts';
import { arrangeNodes, arrangeServices, type StageSection } from './arrange.ts';
import { makeScene, TASK_MARKS } from './field/field-scene.ts';

const EVENTS = 1000;
const PRINTED_EVERY = 50;
/** Events of the cluster that change nothing to be seen: after so many of them somebody does something. */
const IDLE = 400;

/** A small generator of numbers: the same every time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** Something that somebody might do next. */
function nextInput(roll: (sides: number) => number): Input {
  const host = `DC2-N${2 + roll(3)}`;
  const service = ['web', 'flaky', 'everywhere', 'job'][roll(4)];
  const line = (text: string): Input => ({ kind: 'line', host: 'DC2-N1', text, from: 'terminal' });
  const faults = ['engine-stop', 'engine-start', 'power-off', 'power-on', 'engine-start', 'power-on', 'cut', 'heal'] as const;
  const lines = [
    'docker service create -d --name web --replicas 4 nginx:1.25',
    'docker service create -d --name flaky --replicas 2 --restart-delay 1s alpine sh -c "sleep 2; exit 1"',
    'docker service create -d --name everywhere --mode global nginx',
    'docker service create -d --name job --mode replicated-job --replicas 6 --max-concurrent 2 alpine sleep 3',
    'docker service create -d --name picky --replicas 2 --constraint node.labels.zone==moon nginx',
    `docker node update --label-${roll(2) === 0 ? 'add zone=moon' : 'rm zone'} ${host}`,
    `docker service scale -d web=${roll(12)}`,
    `docker service update -d --image nginx:1.2${5 + roll(3)} --update-parallelism ${roll(3)} --update-order ${roll(2) === 0 ? 'start-first' : 'stop-first'} web`,
    `docker service update -d --force ${service}`,
    'docker service rollback -d web',
    `docker service rm ${service}`,
    `docker node update --availability ${['drain', 'active', 'pause', 'active'][roll(4)]} ${host}`,
    'docker kill $(docker ps -q | head -1)',
  ];
  const at = roll(lines.length + 4);
  if (at < lines.length) return line(lines[at] as string);
  return { kind: 'fault', host, fault: faults[roll(faults.length)] as (typeof faults)[number] };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly node: string;
  readonly desired: string;
  readonly state: string;
}

interface ApiTask {
  readonly ID: string;
  readonly ServiceID: string;
  readonly Slot?: number;
  readonly NodeID?: string;
  readonly DesiredState: string;
  readonly CreatedAt: string;
  readonly Status: { readonly State: string };
}

/** What `docker service ps` asks of the engine for all services, in its order: by slot, newest first. The question takes no time. */
async function engineTasks(watched: WatchedRun, nodes: ReadonlyMap<string, string>): Promise<Row[]> {
  let tasks: readonly ApiTask[] | undefined;
  void watched.run
    .clientOf('DC2-N1')
    .request({ method: 'GET', path: '/tasks' })
    .then((response) => {
      tasks = response.body as unknown as readonly ApiTask[];
    });
  await watched.run.advance(watched.run.now);
  if (!tasks) throw new Error('the engine did not answer at once');
  return [...tasks]
    .sort((x, y) => (x.CreatedAt < y.CreatedAt ? 1 : x.CreatedAt > y.CreatedAt ? -1 : 0))
    .map(({ ID, ServiceID, Slot, NodeID = '', DesiredState, Status }) => ({
      id: ID,
      name: `${ServiceID}.${Slot ? Slot : NodeID}`,
      node: nodes.get(NodeID) ?? '',
      desired: DesiredState,
      state: Status.State,
    }));
}

/** The ids that `docker service ps` prints of every service, sorted. It takes some time. */
async function servicePs(watched: WatchedRun): Promise<string[]> {
  let out = '';
  const sink = {
    write: (text: string) => {
      out += text;
    },
  };
  await watched.run.execute('DC2-N1', 'for s in $(docker service ls -q); do docker service ps -q --no-trunc $s; done', { stdout: sink, stderr: sink });
  return out.split('\n').filter(Boolean).sort();
}

const ENDED = ['complete', 'shutdown', 'failed', 'rejected', 'remove', 'orphaned'];

/** The tasks that the rule of the stage wants to be seen, read off what the engine lists alone: the newest of a slot comes first. */
function wanted(rows: readonly Row[]): string[] {
  const slots = new Map<string, Row[]>();
  for (const row of rows) slots.set(row.name, [...(slots.get(row.name) ?? []), row]);
  return [...slots.values()].flatMap((slot) => {
    const lives = slot.filter((row) => !ENDED.includes(row.state) || (row.state === 'complete' && row.desired === 'complete'));
    const newestRunning = slot.findIndex((row) => row.state === 'running');
    const newestFailed = slot.findIndex((row) => row.state === 'failed' || row.state === 'rejected');
    const failed = slot[newestFailed];
    const seen = failed && failed.desired !== 'remove' && (newestRunning < 0 || newestFailed < newestRunning) ? [failed] : [];
    return [...lives, ...seen].map((row) => `${row.id} ${row.node} ${row.state}`);
  });
}

function drawn(mirror: MirrorState, sections: readonly StageSection[]): string[] {
  const scene = makeScene(sections, mirror, undefined, 1.7);
  const nodes = new Map(mirror.hosts.map((host) => [host.nodeId, host.id]));
  return scene.boxes.flatMap((box) => {
    // A place of its own for every task, and a mark.
    expect(new Set(box.places).size).toBe(box.column.tasks.length);
    for (const mark of box.marks) expect(TASK_MARKS[mark]).toBeDefined();
    return box.column.tasks.map((task) => `${task.id} ${nodes.get(task.nodeId) ?? ''} ${task.state}`);
  });
}

describe('what is drawn', () => {
  it(`is what docker service ps lists, at each of ${EVENTS} events of a random run`, async () => {
    const watched = await WatchedRun.open('drawn');
    await watched.run.input({ kind: 'add-host', name: 'DC2-N4' });
    await watched.line('true', 0);
    await watched.run.input({
      kind: 'line',
      host: 'DC2-N4',
      text: 'docker swarm join --token $(ssh DC2-N1 "docker swarm join-token -q worker") 10.35.3.145:2377',
      from: 'terminal',
    });
    await watched.pass(5000);
    let mirror = applyFrame(EMPTY_MIRROR, watched.run.takeFrame(true));
    const roll = dice(7);
    let events = 0;
    let tasks = 0;
    let compared = 0;
    let printedAt = 0;
    let due = 0;
    let idle = 0;
    while (events < EVENTS) {
      if (events >= due || idle > IDLE) {
        await watched.run.input(nextInput(roll));
        due = events + 8;
        idle = 0;
      }
      idle++;
      const frame = watched.run.takeFrame();
      mirror = applyFrame(mirror, frame);
      if (frame.changed.length + frame.removed.length > 0) {
        events++;
        const nodes = new Map(mirror.hosts.map((host) => [host.nodeId, host.id]));
        const rows = await engineTasks(watched, nodes);
        tasks += rows.length;
        const all = [...mirror.tasks.values()];
        const where = `event ${events}, ${watched.run.now} ms`;
        expect(all.map((task) => task.id).sort(), where).toEqual(rows.map((row) => row.id).sort());
        const expected = wanted(rows).sort();
        const onNodes = [...drawn(mirror, arrangeNodes(mirror.hosts, mirror.columns, '')), ...mirror.waiting.map((task) => `${task.id}  ${task.state}`)];
        expect(onNodes.sort(), where).toEqual(expected);
        // A removed service has no column any more, but its tasks stand on their nodes until they have stopped.
        const served = rows.filter((row) => mirror.serviceAt.has(row.name.slice(0, row.name.indexOf('.'))));
        expect(drawn(mirror, arrangeServices(mirror.services, mirror.byService, '')).sort(), where).toEqual(wanted(served).sort());
      }
      await watched.run.step(watched.run.now + 5000);
      if (events >= printedAt + PRINTED_EVERY && mirror.services.length > 0) {
        printedAt = events;
        // The command itself prints the same. It takes some time: compared is where nothing has come or gone meanwhile.
        const ids = (state: MirrorState): string[] =>
          state.services.flatMap((service) => (state.byService.get(service.id) ?? []).map((task) => task.id)).sort();
        mirror = applyFrame(mirror, watched.run.takeFrame());
        const before = ids(mirror);
        const printed = await servicePs(watched);
        mirror = applyFrame(mirror, watched.run.takeFrame());
        if (JSON.stringify(before) === JSON.stringify(ids(mirror))) {
          compared++;
          expect(printed).toEqual(before);
        }
      }
    }
    expect(compared).toBeGreaterThan(5);
    expect(tasks).toBeGreaterThan(EVENTS * 5);
  }, 120_000);
});
