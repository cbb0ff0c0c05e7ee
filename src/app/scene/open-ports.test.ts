import { describe, expect, it } from 'vitest';
import type { NetworkPicture } from '../../run/pictures.ts';
import { hostRecord } from '../mirror/testing/records.ts';
import { openPorts } from './open-ports.ts';

const port = (published: number, mode: 'ingress' | 'host') => ({ published, target: 80, protocol: 'tcp', mode });
const ingress: NetworkPicture = {
  id: 'n',
  name: 'ingress',
  driver: 'overlay',
  ingress: true,
  internal: false,
  attachable: false,
  encrypted: false,
  vxlan: 4096,
  subnets: [],
  services: [
    { id: 'web', name: 'web', mode: 'vip', vip: '10.0.0.5', aliases: [], ports: [port(8080, 'ingress'), port(9000, 'host'), port(0, 'ingress')], tasks: [] },
  ],
  nodes: [],
  dns: [],
};

describe('open ports', () => {
  const open = (change: Parameters<typeof hostRecord>[1]): string[] =>
    openPorts(hostRecord('N1', change), [ingress]).map((p) => `${p.port} ${p.mode} ${p.owner}`);

  it('of the mesh are on every node of the swarm, those of a container where it runs', () => {
    expect(open({})).toEqual(['8080 ingress web']);
    expect(open({ ports: [{ port: 9000, target: 80, protocol: 'tcp', container: 'web.1.x' }] })).toEqual(['8080 ingress web', '9000 host web.1.x']);
  });

  it('of the mesh are none where no engine runs or no swarm is', () => {
    expect(open({ engineUp: false })).toEqual([]);
    expect(open({ swarmState: 'inactive' })).toEqual([]);
  });
});
