import { describe, expect, it } from 'vitest';
import type { Json } from '../../../base/json.ts';
import { AnsweringEngine, docker } from '../testing/answering-engine.ts';

const task = (id: string, slot: number | undefined, created: string, state: string, more: { readonly [key: string]: Json } = {}): Json => ({
  ID: id.padEnd(25, '0'),
  CreatedAt: created,
  ServiceID: 'sid',
  ...(slot === undefined ? {} : { Slot: slot }),
  NodeID: 'nid',
  DesiredState: state === 'running' ? 'running' : 'shutdown',
  Spec: { ContainerSpec: { Image: `nginx:1.25@sha256:${'a'.repeat(64)}` } },
  Status: { Timestamp: '2026-01-02T03:08:50Z', State: state },
  ...more,
});
const tasks: Json = [
  task('old', 1, '2026-01-02T03:00:00Z', 'failed', {
    Status: { Timestamp: '2026-01-02T02:00:00Z', State: 'failed', Err: 'task: non-zero exit (137) and a long story' },
  }),
  task('ten', 10, '2026-01-02T03:01:00Z', 'running'),
  task('new', 1, '2026-01-02T03:02:00Z', 'running', {
    Status: {
      Timestamp: '2026-01-02T03:09:59.5Z',
      State: 'running',
      PortStatus: {
        Ports: [
          { Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080 },
          { Protocol: 'udp', TargetPort: 53, PublishedPort: 53 },
        ],
      },
    },
  }),
  task('glob', undefined, '2026-01-02T03:01:00Z', 'running', { ServiceID: 'gid' }),
];
const engine = (): AnsweringEngine =>
  new AnsweringEngine({
    'GET /info': { body: { Swarm: { NodeID: 'nid' } } },
    'GET /nodes/nid': { body: { ID: 'nid', Spec: {}, Description: { Hostname: 'DC2-N1' } } },
    'GET /services/sid': { body: { ID: 'sid', Spec: { Name: 'web' } } },
    'GET /tasks': { body: tasks },
  });
const ps = async (...words: string[]): Promise<string> => (await docker(engine(), ['node', 'ps', ...words])).out;

describe('lists of tasks', () => {
  it('put the newest of a slot on top and mark those before it', async () => {
    expect(await ps()).toBe(
      [
        'ID             NAME        IMAGE        NODE      DESIRED STATE   CURRENT STATE                    ERROR                              PORTS',
        'glob00000000   gid.nid     nginx:1.25   DC2-N1    Running         Running about a minute ago                                          ',
        'new000000000   web.1       nginx:1.25   DC2-N1    Running         Running less than a second ago                                      *:8080->80/tcp,*:53->53/udp',
        'old000000000    \\_ web.1   nginx:1.25   DC2-N1    Shutdown        Failed about an hour ago         "task: non-zero exit (137) and…"   ',
        'ten000000000   web.10      nginx:1.25   DC2-N1    Running         Running about a minute ago                                          ',
        '',
      ].join('\n'),
    );
  });
  it('leave marks out of templates', async () => {
    expect(await ps('--format', '{{.Name}} {{.Error}}')).toContain('web.1 "task: non-zero exit (137) and…"\n');
    expect(await ps('--no-trunc', '--format', '{{.ID}} {{.Image}} {{.Error}}')).toContain(
      `old0000000000000000000000 nginx:1.25@sha256:${'a'.repeat(64)} "task: non-zero exit (137) and a long story"\n`,
    );
  });
  it('show ids where names are not wanted', async () => {
    expect(await ps('--no-resolve', '--format', '{{.Name}} {{.Node}}')).toContain('sid.10 nid\n');
  });
  it('ask once for each name', async () => {
    const asked = engine();
    await docker(asked, ['node', 'ps']);
    expect(asked.asked.filter((request) => request.includes('/services/sid'))).toHaveLength(1);
  });
});
