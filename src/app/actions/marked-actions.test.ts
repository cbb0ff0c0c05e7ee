import { beforeEach, describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { useMirror } from '../mirror/mirror-store.ts';
import { hostRecord } from '../mirror/testing/records.ts';
import { useStage } from '../world/stage-state.ts';
import { markedActions } from './marked-actions.ts';
import { pageActions, searchActions } from './page-actions.ts';

const leader = hostRecord('N1', { role: 'manager', leader: true, managerStatus: 'leader' });
const show = (...marked: string[]): string[] => {
  useStage.setState({ marked: new Set(marked) });
  return markedActions().map(({ label, detail }) => `${label}: ${detail}`);
};

describe('actions of the marked nodes', () => {
  beforeEach(() => useMirror.setState({ hosts: [leader, hostRecord('N2'), hostRecord('N3', { availability: 'drain' }), hostRecord('N4', { power: false })] }));

  it('are none while none is marked', () => {
    expect(show()).toEqual([]);
  });
  it('are one order for all that it concerns, or one input for each', () => {
    expect(show('N2', 'N3', 'N4')).toEqual([
      'Drain: for n in N2 N4; do docker node update --availability drain $n; done',
      'Pause: for n in N2 N3 N4; do docker node update --availability pause $n; done',
      'Activate: docker node update --availability active N3',
      'Promote: docker node promote N2 N3 N4',
      'Stop engine: sudo systemctl stop docker',
      'Power off: the power goes out',
      'Power on: the power comes back',
      'Cut off from the rest: cut off from all others',
    ]);
    expect(show('N1', 'N2')).toContain('Demote: docker node demote N1');
    expect(show('N2', 'N3').at(-1)).toBe('Cut the link to N3: nothing comes through between them any more');
  });
  it('say why nobody can take an order', () => {
    useMirror.setState({ hosts: [{ ...leader, engineUp: false }, hostRecord('N2')] });
    useStage.setState({ marked: new Set(['N2']) });
    expect(markedActions()[0]).toMatchObject({ label: 'Drain', detail: en.act.noManager, enabled: false });
  });
  it('are found in the list of all actions', () => {
    show('N2', 'N3');
    expect(searchActions(pageActions(en), 'marked drain').map(({ label }) => label)).toEqual(['2 nodes marked: Drain']);
  });
});
