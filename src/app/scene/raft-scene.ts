import type { ManagerRecord } from '../../run/view.ts';

/** How the group of managers stands, as someone sees it who looks at all of them at once. */
export interface QuorumView {
  /** Members of the group, and how many of them must agree. */
  readonly members: number;
  readonly needed: number;
  /** Members that hear the leader, itself among them; without a leader the most that one member hears. */
  readonly together: number;
  /** Host that leads; '' while none does. */
  readonly leader: string;
  readonly term: number;
}

/** The newest word on who is in the group: that of the leader, else of the manager with the longest committed log. */
function spokesman(managers: readonly ManagerRecord[]): ManagerRecord | undefined {
  const leaders = managers.filter((manager) => manager.running && manager.role === 'leader');
  const better = (a: ManagerRecord, b: ManagerRecord): boolean => a.term > b.term || (a.term === b.term && a.commitIndex > b.commitIndex);
  return (leaders.length > 0 ? leaders : managers).reduce<ManagerRecord | undefined>(
    (best, manager) => (best && !better(manager, best) ? best : manager),
    undefined,
  );
}

/** Whether two members can hear each other, as far as their own connections tell. A member hears itself. */
function hears(one: ManagerRecord, other: ManagerRecord): boolean {
  return one.id === other.id || one.members.some((member) => member.host === other.id && member.reachable);
}

/** Reads the state of the group off its members' records; undefined without managers. */
export function quorumView(managers: readonly ManagerRecord[]): QuorumView | undefined {
  const newest = spokesman(managers);
  if (!newest) return undefined;
  const members = newest.members.length;
  const running = managers.filter((manager) => manager.running);
  const company = (manager: ManagerRecord): number =>
    running.filter((other) => hears(manager, other) && newest.members.some(({ host }) => host === other.id)).length;
  const leads = newest.running && newest.role === 'leader';
  return {
    members,
    needed: Math.floor(members / 2) + 1,
    together: leads ? company(newest) : Math.max(0, ...running.map(company)),
    leader: leads ? newest.id : '',
    term: Math.max(...managers.map((manager) => manager.term)),
  };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Places of `count` managers on an oval that fills the space, the first on top, clockwise; middle points in pixels. */
export function ringPlaces(count: number, space: Size, card: Size): Point[] {
  if (count <= 1) return Array.from({ length: count }, () => ({ x: Math.round(space.width / 2), y: Math.round(space.height / 2) }));
  // Two stand beside each other: one above the other would be narrow where the page is wide.
  const turn = count === 2 ? Math.PI : -Math.PI / 2;
  const circle = Array.from({ length: count }, (_, i) => turn + (2 * Math.PI * i) / count).map((angle) => ({ x: Math.cos(angle), y: Math.sin(angle) }));
  const stretch = (values: readonly number[], from: number, to: number): number[] => {
    const [least, most] = [Math.min(...values), Math.max(...values)];
    // Numbers that only differ by rounding lie on one line: in the middle.
    return values.map((value) => Math.round(most - least < 1e-6 ? (from + to) / 2 : from + ((value - least) / (most - least)) * Math.max(0, to - from)));
  };
  const xs = stretch(
    circle.map(({ x }) => x),
    card.width / 2,
    space.width - card.width / 2,
  );
  const ys = stretch(
    circle.map(({ y }) => y),
    card.height / 2,
    space.height - card.height / 2,
  );
  return circle.map((_, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0 }));
}

/** Where the line from the middle of one card to that of another leaves the first. */
export function edgeOf(from: Point, to: Point, card: Size): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.min(1, card.width / 2 / Math.abs(dx || 1e-9), card.height / 2 / Math.abs(dy || 1e-9));
  return { x: Math.round(from.x + dx * share), y: Math.round(from.y + dy * share) };
}

/** One square of the log: what a manager has of one entry. */
export interface LogCell {
  readonly index: number;
  /** `absent`: not in its log; `compacted`: only in its snapshot; `appended`: in its log; `committed`: and agreed. */
  readonly state: 'absent' | 'compacted' | 'appended' | 'committed';
  readonly term: number;
  readonly words: string;
}

/** The same last `count` entries for every manager, so that one can be held against the other; oldest first. */
export function logTable(
  managers: readonly ManagerRecord[],
  count: number,
): { readonly indexes: readonly number[]; readonly rows: ReadonlyMap<string, readonly LogCell[]> } {
  const last = Math.max(0, ...managers.map((manager) => manager.lastIndex));
  const indexes = Array.from({ length: Math.min(count, last) }, (_, i) => last - Math.min(count, last) + 1 + i);
  const rows = new Map<string, readonly LogCell[]>();
  for (const manager of managers) {
    const entries = new Map(manager.log.map((entry) => [entry.index, entry]));
    rows.set(
      manager.id,
      indexes.map((index): LogCell => {
        const entry = entries.get(index);
        if (entry) return { index, state: index <= manager.commitIndex ? 'committed' : 'appended', term: entry.term, words: entry.words };
        return { index, state: index <= manager.lastIndex ? 'compacted' : 'absent', term: 0, words: '' };
      }),
    );
  }
  return { indexes, rows };
}
