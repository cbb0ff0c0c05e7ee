import { describe, expect, it } from 'vitest';
import { en } from '../i18n/en.ts';
import { hostRecord, serviceRecord, taskRecord } from '../mirror/testing/records.ts';
import { commandOf } from './action.ts';
import { hostActions, nextHostName } from './host-actions.ts';
import { managerOf, quorumOf } from './managers.ts';
import { searchActions } from './page-actions.ts';
import { killAction, scaleAction, serviceActions, updateImageAction } from './service-actions.ts';

const m = en;
const leader = hostRecord('N1', { role: 'manager', leader: true, managerStatus: 'leader', address: '10.35.3.145' });
const worker = hostRecord('N2');
const hosts = [leader, worker];
const commands = (host: typeof leader, all = hosts): string[] =>
  hostActions(host, all, m).map((action) => `${action.host}$ ${commandOf(action) ?? `(${action.input.kind})`}`);

describe('actions of a host', () => {
  it('are the commands that do them, each where it is typed', () => {
    expect(commands(worker)).toEqual([
      'N2$ sudo systemctl stop docker',
      'N2$ (fault)',
      'N2$ sudo ip link set eth0 down',
      'N1$ docker node update --availability drain N2',
      'N1$ docker node update --availability pause N2',
      'N1$ docker node promote N2',
      'N2$ docker swarm leave',
      'N1$ docker node rm --force N2',
      'N2$ (remove-host)',
    ]);
  });
  it('offer the way back', () => {
    expect(commands(hostRecord('N2', { engineUp: false, linkUp: false, status: 'down', availability: 'drain' }))).toEqual([
      'N2$ sudo systemctl start docker',
      'N2$ (fault)',
      'N2$ sudo ip link set eth0 up',
      'N1$ docker node update --availability pause N2',
      'N1$ docker node update --availability active N2',
      'N1$ docker node promote N2',
      'N1$ docker node rm N2',
      'N2$ (remove-host)',
    ]);
    expect(commands(hostRecord('N2', { power: false, engineUp: false }))[0]).toBe('N2$ (fault)');
  });
  it('let a new machine join with the token that the manager tells', () => {
    expect(commands(hostRecord('N3', { nodeId: '', role: '', status: '', availability: '' }))).toContain(
      'N3$ docker swarm join --token $(ssh N1 "docker swarm join-token -q worker") 10.35.3.145:2377',
    );
  });
  it('begin a swarm where there is none', () => {
    const alone = ['N1', 'N2'].map((name) => hostRecord(name, { nodeId: '', role: '', status: '', availability: '' }));
    for (const host of alone) expect(commands(host, alone)).toContain(`${host.id}$ docker swarm init`);
    expect(commands(hostRecord('N3', { nodeId: '', role: '' }), [hostRecord('N1', { role: 'manager', power: false })])).not.toContain('N3$ docker swarm init');
  });
  it('say why nobody can take an order', () => {
    const dead = hostRecord('N1', { role: 'manager', engineUp: false });
    expect(hostActions(worker, [dead, worker], m).find((action) => action.id === 'N2/drain')?.disabled).toBe(m.act.noManager);
  });
});

describe('managers', () => {
  it('take orders as the leader, else as any that is up', () => {
    const second = hostRecord('N3', { role: 'manager' });
    expect(managerOf([second, leader])?.id).toBe('N1');
    expect(managerOf([{ ...leader, engineUp: false }, second])?.id).toBe('N3');
    expect(managerOf([worker])).toBeUndefined();
  });
  it('need more than half', () => {
    const three = [
      leader,
      hostRecord('N3', { role: 'manager', managerStatus: 'reachable' }),
      hostRecord('N4', { role: 'manager', managerStatus: 'unreachable', power: false }),
    ];
    expect(quorumOf([...three, worker])).toEqual({ all: 3, up: 2, need: 2 });
    // Promoted while it was down: not a member of Raft yet.
    expect(quorumOf([...three, hostRecord('N5', { role: 'manager', power: false })])).toEqual({ all: 3, up: 2, need: 2 });
    // Where nobody tells who is one, the roles do.
    expect(quorumOf([hostRecord('N1', { role: 'manager' }), hostRecord('N3', { role: 'manager' }), worker])).toEqual({ all: 2, up: 2, need: 2 });
    expect(quorumOf([{ ...leader, linkUp: false }])).toEqual({ all: 1, up: 1, need: 1 });
    expect(quorumOf([{ ...leader, engineUp: false }])).toEqual({ all: 1, up: 0, need: 1 });
  });
});

describe('actions of a service', () => {
  const service = serviceRecord('web', { desired: 2 });
  it('are docker service commands on a manager', () => {
    expect(commandOf(scaleAction(service, 5, hosts, m))).toBe('docker service scale web=5');
    expect(commandOf(updateImageAction(service, 'nginx:1.26', hosts, m))).toBe('docker service update --image nginx:1.26 web');
    expect(serviceActions(service, hosts, m).map(commandOf)).toEqual(['docker service update --force web', 'docker service rm web']);
  });
  it('quote what a shell would take apart', () => {
    expect(commandOf(updateImageAction(service, "a b'$(c)", hosts, m))).toBe(`docker service update --image 'a b'\\''$(c)' web`);
  });
  it('kill the container where it runs', () => {
    const task = taskRecord('t', { containerId: 'abcdef0123456789' });
    expect(killAction(task, worker, m)).toMatchObject({ host: 'N2', input: { text: 'docker kill abcdef012345' } });
    expect(killAction(task, hostRecord('N2', { engineUp: false }), m)).toBeUndefined();
  });
});

describe('names and search', () => {
  it('counts on behind the last host', () => {
    expect(nextHostName([hostRecord('DC2-N1'), hostRecord('DC2-N3')])).toBe('DC2-N4');
    expect(nextHostName([])).toBe('DC2-N1');
  });
  it('finds actions by all words, those in the label first', () => {
    const action = (label: string, detail: string) => ({ id: label, group: 'view' as const, label, detail, act: () => {} });
    const all = [
      action('DC2-N1: Stop engine', 'sudo systemctl stop docker'),
      action('DC2-N2: Drain', 'docker node update --availability drain DC2-N2'),
      action('Share', 'S'),
    ];
    expect(searchActions(all, 'drain n2').map(({ id }) => id)).toEqual(['DC2-N2: Drain']);
    expect(searchActions(all, 'docker').length).toBe(2);
    expect(searchActions(all, 'nothing')).toEqual([]);
  });
});
