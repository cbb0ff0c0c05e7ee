import { describe, expect, it } from 'vitest';
import type { NetworkPicture } from '../../run/pictures.ts';
import { hostRecord } from '../mirror/testing/records.ts';
import { openPorts } from './open-ports.ts';

const port = (published: number, mode: 'ingress' | 'host') => ({ published, target: 80, protocol: 'tcp', mode });
const task = (host: string, state = 'running') => ({ id: `t-${host}`, name: 'x.1', host, address: '10.0.0.3', state, serves: true });
const network = (services: NetworkPicture['services']): NetworkPicture => ({
  id: 'n',
  name: 'n',
  driver: 'overlay',
  ingress: true,
  internal: false,
  attachable: false,
  encrypted: false,
  vxlan: 4096,
  subnets: [],
  services,
  nodes: [],
  dns: [],
});
const service = (name: string, ports: ReturnType<typeof port>[], tasks: ReturnType<typeof task>[]) => ({
  id: name,
  name,
  mode: 'vip' as const,
  vip: '',
  aliases: [],
  ports,
  tasks,
});

describe('open ports', () => {
  const networks = [
    network([
      service('web', [port(80, 'ingress')], [task('N1')]),
      service('edge', [port(8080, 'host'), port(0, 'host')], [task('N2'), task('N3', 'starting')]),
    ]),
  ];
  const open = (id: string, change: Parameters<typeof hostRecord>[1] = {}): string[] =>
    openPorts(hostRecord(id, change), networks).map((p) => `${p.port} ${p.mode} ${p.service}`);

  it('of the mesh are on every node, those of a container where it runs', () => {
    expect(open('N1')).toEqual(['80 ingress web']);
    expect(open('N2')).toEqual(['80 ingress web', '8080 host edge']);
    expect(open('N3')).toEqual(['80 ingress web']);
  });

  it('are none where no engine runs or no swarm is', () => {
    expect(open('N2', { engineUp: false })).toEqual([]);
    expect(open('N2', { swarmState: 'inactive' })).toEqual(['8080 host edge']);
  });
});
