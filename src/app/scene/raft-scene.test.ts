import { describe, expect, it } from 'vitest';
import type { ManagerRecord } from '../../run/view.ts';
import { edgeOf, logTable, quorumView, ringPlaces } from './raft-scene.ts';

function manager(id: string, change: Partial<ManagerRecord> = {}, others: readonly string[] = ['N1', 'N2', 'N3']): ManagerRecord {
  return {
    kind: 'manager',
    id,
    running: true,
    term: 2,
    role: 'follower',
    leader: 'N1',
    votedFor: 'N1',
    votes: [],
    silentS: 0,
    electionS: 12,
    commitIndex: 9,
    appliedIndex: 9,
    lastIndex: 9,
    snapshotIndex: 0,
    members: others.map((host) => ({ host, matchIndex: undefined, reachable: true })),
    log: [7, 8, 9].map((index) => ({ index, term: 2, words: '1 task' })),
    ...change,
  };
}

const unheard = (...hosts: readonly string[]): ManagerRecord['members'] =>
  ['N1', 'N2', 'N3'].map((host) => ({ host, matchIndex: undefined, reachable: !hosts.includes(host) }));

describe('the state of a group', () => {
  it('counts those that hear the leader', () => {
    const group = [manager('N1', { role: 'leader', members: unheard('N3') }), manager('N2'), manager('N3', { running: false })];
    expect(quorumView(group)).toEqual({ members: 3, needed: 2, together: 2, leader: 'N1', term: 2 });
  });

  it('says how many are still together when nobody leads', () => {
    const group = [
      manager('N1', { running: false }),
      manager('N2', { term: 5, role: 'candidate', members: unheard('N1', 'N3') }),
      manager('N3', { running: false }),
    ];
    expect(quorumView(group)).toEqual({ members: 3, needed: 2, together: 1, leader: '', term: 5 });
  });

  it('believes the leader of the latest term, not one that has been cut off', () => {
    const group = [
      manager('N1', { role: 'leader', members: unheard('N2', 'N3') }),
      manager('N2', { role: 'leader', term: 3, members: unheard('N1') }),
      manager('N3', { term: 3 }),
    ];
    expect(quorumView(group)).toMatchObject({ leader: 'N2', together: 2, term: 3 });
    expect(quorumView([])).toBeUndefined();
  });
});

describe('the ring', () => {
  it('has every manager inside, the first on top, two beside each other', () => {
    const card = { width: 100, height: 60 };
    const space = { width: 500, height: 300 };
    const five = ringPlaces(5, space, card);
    expect(five[0]).toEqual({ x: 250, y: 30 });
    for (const { x, y } of five) expect(x >= 50 && x <= 450 && y >= 30 && y <= 270).toBe(true);
    expect(ringPlaces(3, space, card).map(({ y }) => y)).toEqual([30, 270, 270]);
    expect(ringPlaces(2, space, card)).toEqual([
      { x: 50, y: 150 },
      { x: 450, y: 150 },
    ]);
    expect(ringPlaces(1, space, card)).toEqual([{ x: 250, y: 150 }]);
    expect(ringPlaces(0, space, card)).toEqual([]);
  });

  it('lets lines begin at the edge of a card', () => {
    const card = { width: 100, height: 60 };
    expect(edgeOf({ x: 50, y: 150 }, { x: 450, y: 150 }, card)).toEqual({ x: 100, y: 150 });
    expect(edgeOf({ x: 250, y: 30 }, { x: 250, y: 270 }, card)).toEqual({ x: 250, y: 60 });
  });
});

describe('the log table', () => {
  it('lines the last entries of all up, and tells appended from committed from absent', () => {
    const behind = manager('N2', { lastIndex: 8, commitIndex: 7, log: [7, 8].map((index) => ({ index, term: 2, words: '' })) });
    const { indexes, rows } = logTable([manager('N1', { commitIndex: 8 }), behind], 4);
    expect(indexes).toEqual([6, 7, 8, 9]);
    expect(rows.get('N1')?.map((cell) => cell.state)).toEqual(['compacted', 'committed', 'committed', 'appended']);
    expect(rows.get('N2')?.map((cell) => cell.state)).toEqual(['compacted', 'committed', 'appended', 'absent']);
  });
});
