import { describe, expect, it } from 'vitest';
import { Group } from './testing/group.ts';

const member = (raftId: string): { readonly kind: 'add'; readonly member: { readonly raftId: string; readonly nodeId: string; readonly address: string } } => ({
  kind: 'add',
  member: { raftId, nodeId: raftId, address: raftId },
});

function led(ids: readonly string[] = ['a', 'b', 'c']): Group {
  const group = new Group(ids);
  group.campaign('a');
  expect(group.leaders).toEqual(['a']);
  return group;
}

describe('elections', () => {
  it('a group of one leads itself at once', () => {
    const group = new Group(['a']);
    group.campaign('a');
    expect(group.leaders).toEqual(['a']);
    expect(group.propose('a', 'x')).toBe(true);
    expect(group.applied.get('a')).toEqual(['x']);
  });

  it('followers campaign after 10 to 20 ticks without a leader, and one wins', () => {
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      const group = new Group(['a', 'b', 'c'], seed);
      group.tick(9);
      expect(group.leaders).toEqual([]);
      let ticks = 9;
      while (group.leaders.length === 0) {
        group.tick();
        ticks++;
      }
      expect(ticks).toBeLessThan(40);
      group.tick(50);
      expect(group.leaders).toHaveLength(1);
    }
  });

  it('a member whose log lacks committed entries is not elected', () => {
    const group = led();
    group.cut.add('c');
    group.propose('a', 'x');
    group.cut.clear();
    group.cut.add('a');
    group.tick(10);
    group.campaign('c');
    expect(group.leaders).not.toContain('c');
    group.campaign('b');
    expect(group.get('b').role).toBe('leader');
  });

  it('nobody votes twice in a term', () => {
    const group = new Group(['a', 'b', 'c', 'd']);
    group.get('a').campaign();
    group.get('b').campaign();
    group.deliver();
    const votes = group.ids.map((id) => group.disks.get(id)?.vote);
    expect(new Set(group.ids.map((id) => group.get(id).term))).toEqual(new Set([2]));
    expect(votes.every((vote) => vote === 'a' || vote === 'b')).toBe(true);
    expect(group.leaders.length).toBeLessThan(2);
  });

  it('a vote request within an election time-out of the last word of the leader is ignored', () => {
    const group = led();
    group.cut.add('c');
    group.tick(25);
    const term = group.get('c').term;
    expect(term).toBeGreaterThan(group.get('a').term);
    group.cut.clear();
    group.get('c').campaign();
    group.deliver();
    expect(group.get('b').leader).toBe('a');
  });

  it('what a member that was cut off says in its higher term deposes the leader, and a new one is elected', () => {
    const group = led();
    group.cut.add('c');
    group.tick(25);
    group.cut.clear();
    group.tick(45);
    expect(group.leaders).toHaveLength(1);
    expect(new Set(group.ids.map((id) => group.get(id).term)).size).toBe(1);
  });

  it('a leader that hears of no majority for an election time-out steps down', () => {
    const group = led();
    group.cut.add('a');
    group.tick(21);
    expect(group.get('a').role).toBe('follower');
    expect(group.get('a').leader).toBe('');
  });

  it('leadership can be handed over', () => {
    const group = led();
    group.propose('a', 'x');
    group.get('a').transferLeadership('b');
    group.deliver();
    expect(group.leaders).toEqual(['b']);
    expect(group.get('c').leader).toBe('b');
  });

  it('while it hands over, a leader takes no proposals; it goes on when the other one does not answer', () => {
    const group = led();
    group.cut.add('b');
    group.get('a').transferLeadership('b');
    expect(group.propose('a', 'x')).toBe(false);
    group.tick(10);
    expect(group.propose('a', 'y')).toBe(true);
  });
});

describe('replication', () => {
  it('ORC-263 works with one of three down', () => {
    const group = led();
    group.cut.add('c');
    expect(group.propose('a', 'x')).toBe(true);
    expect(['a', 'b', 'c'].map((id) => group.applied.get(id))).toEqual([['x'], ['x'], []]);
    group.cut.clear();
    group.tick();
    expect(group.applied.get('c')).toEqual(['x']);
  });

  function threeOfFiveDown(): ReturnType<typeof led> {
    const group = led(['a', 'b', 'c', 'd', 'e']);
    for (const id of ['c', 'd', 'e']) group.cut.add(id);
    group.propose('a', 'x');
    group.tick(3);
    return group;
  }

  it('ORC-264 with three of five down nothing is applied', () => {
    const group = threeOfFiveDown();
    for (const id of group.ids) expect(group.applied.get(id)).toEqual([]);
  });

  it('ORC-265 what was proposed without quorum is applied when it is back', () => {
    const group = threeOfFiveDown();
    group.cut.clear();
    group.tick(3);
    for (const id of group.ids) expect(group.applied.get(id)).toEqual(['x']);
  });

  it('entries that were never committed give way to those of the new leader', () => {
    const group = led();
    group.cut.add('a');
    group.propose('a', 'lost');
    group.tick(10);
    group.campaign('b');
    group.propose('b', 'kept');
    group.cut.clear();
    group.tick(2);
    for (const id of group.ids) expect(group.applied.get(id)).toEqual(['kept']);
    expect(group.disks.get('a')?.entries).toEqual(group.disks.get('b')?.entries);
  });

  it('a member that restarts goes on from its disk', () => {
    const group = led();
    group.propose('a', 'x');
    group.tick();
    group.stop('c');
    group.propose('a', 'y');
    group.start('c');
    group.tick(2);
    expect(group.applied.get('c')).toEqual(['x', 'y']);
    expect(group.get('c').leader).toBe('a');
  });

  it('a member that is too far behind gets a snapshot', () => {
    const group = led();
    group.cut.add('c');
    for (const text of ['x', 'y', 'z']) group.propose('a', text);
    group.tick();
    const disk = group.disks.get('a');
    if (!disk) throw new Error('no disk');
    const { applied, log } = group.get('a');
    const objects = { cluster: [], node: [], service: [], task: [], network: [], config: [], secret: [] };
    disk.snapshot = { index: applied, term: log.term(applied) ?? 0, members: group.ids.map((id) => member(id).member), removed: [], objects };
    log.compact(applied);
    group.cut.clear();
    group.tick(3);
    expect(group.applied.get('c')).toEqual([`snapshot ${applied}`]);
    group.propose('a', 'after');
    group.tick();
    expect(group.applied.get('c')).toEqual([`snapshot ${applied}`, 'after']);
  });
});

describe('membership', () => {
  it('a new member gets the whole log', () => {
    const group = led();
    group.propose('a', 'x');
    group.start('d');
    expect(group.configure('a', member('d'))).toBe(true);
    group.tick(2);
    expect(group.applied.get('d')).toEqual(['x']);
    expect([...group.get('d').progress.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
    expect(group.get('d').leader).toBe('a');
  });

  it('one change at a time', () => {
    const group = led();
    group.cut.add('b').add('c');
    expect(group.get('a').propose({ kind: 'conf', id: '', change: { kind: 'remove', raftId: 'b' } })).toBe(true);
    expect(group.get('a').propose({ kind: 'conf', id: '', change: { kind: 'remove', raftId: 'c' } })).toBe(false);
  });

  it('a member that was removed counts no more', () => {
    const group = led();
    group.configure('a', { kind: 'remove', raftId: 'c' });
    group.stop('c');
    group.cut.add('b');
    expect(group.propose('a', 'x')).toBe(true);
    expect(group.applied.get('a')).toEqual([]);
    group.cut.clear();
    group.configure('a', { kind: 'remove', raftId: 'b' });
    group.tick();
    group.stop('b');
    group.propose('a', 'y');
    expect(group.applied.get('a')).toEqual(['x', 'y']);
  });

  it('a member that is not in the group yet does not campaign', () => {
    const group = led();
    group.start('d');
    group.cut.add('d');
    group.tick(50);
    expect(group.get('d').term).toBe(0);
  });
});

describe('safety', () => {
  it('under random cuts no two leaders share a term, and nobody applies something else at the same place', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const group = new Group(ids, 'chaos');
    const leaders = new Map<number, string>();
    let state = 12345;
    const random = (limit: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 8) % limit;
    };
    for (let round = 0; round < 600; round++) {
      if (random(8) === 0) {
        group.cut.clear();
        for (const id of ids) if (random(4) === 0) group.cut.add(id);
      }
      group.tick();
      for (const id of group.leaders) {
        const { term } = group.get(id);
        expect(leaders.get(term) ?? id).toBe(id);
        leaders.set(term, id);
        group.propose(id, `p${round}${id}`);
      }
    }
    group.cut.clear();
    group.tick(60);
    const longest = group.applied.get(group.leaders[0] ?? '') ?? [];
    expect(longest.length).toBeGreaterThan(50);
    for (const id of ids) expect(group.applied.get(id)).toEqual(longest);
  });
});
