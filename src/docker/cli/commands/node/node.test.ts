import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../base/json.ts';
import { AnsweringEngine, docker } from '../../testing/answering-engine.ts';

const tls = { TrustRoot: 'ROOT\n', CertIssuerSubject: 'MBM=', CertIssuerPublicKey: 'MFk=' };
const node = (id: string, hostname: string, more: { readonly [key: string]: Json } = {}): Json => ({
  ID: id,
  Version: { Index: 9 },
  CreatedAt: '2026-01-02T03:04:05.678901234Z',
  UpdatedAt: '2026-01-02T03:04:05Z',
  Spec: { Labels: { zone: 'a', bare: '' }, Role: 'worker', Availability: 'active' },
  Description: {
    Hostname: hostname,
    Platform: { Architecture: 'x86_64', OS: 'linux' },
    Resources: { NanoCPUs: 2_500_000_000, MemoryBytes: 25_276_502_016 },
    Engine: {
      EngineVersion: '28.2.2',
      Labels: { disk: 'ssd' },
      Plugins: [
        { Type: 'Volume', Name: 'local' },
        { Type: 'Log', Name: 'awslogs' },
        { Type: 'Log', Name: 'json-file' },
      ],
    },
    TLSInfo: tls,
  },
  Status: { State: 'ready', Addr: '10.35.3.145' },
  ...more,
});
const n1 = node('id1'.padEnd(25, 'x'), 'DC2-N1', { ManagerStatus: { Leader: true, Reachability: 'reachable', Addr: '10.35.3.145:2377' } });
const n2 = node('id2'.padEnd(25, 'x'), 'DC2-N2', {
  ManagerStatus: { Reachability: 'unreachable', Addr: '10.35.3.146:2377' },
  Status: { State: 'down', Message: 'heartbeat failure' },
});
const n10 = node('id10'.padEnd(25, 'x'), 'DC2-N10', { Description: { Hostname: 'DC2-N10' } });
const info = { body: { Swarm: { NodeID: 'id1'.padEnd(25, 'x'), Cluster: { TLSInfo: tls } } } };
const engine = (): AnsweringEngine =>
  new AnsweringEngine({
    'GET /nodes': { body: [n10, n2, n1] },
    'GET /info': info,
    'GET /nodes/DC2-N1': { body: n1 },
    'GET /nodes/DC2-N2': { body: n2 },
    [`GET /nodes/${'id1'.padEnd(25, 'x')}`]: { body: n1 },
    [`POST /nodes/${'id1'.padEnd(25, 'x')}/update`]: { body: null },
    [`POST /nodes/${'id2'.padEnd(25, 'x')}/update`]: { body: null },
    'DELETE /nodes/DC2-N2': { body: null },
    'GET /tasks': { body: [] },
  });
const run = (...words: string[]): ReturnType<typeof docker> => docker(engine(), ['node', ...words]);

describe('docker node ls', () => {
  it('is a table in natural order', async () => {
    expect((await run('ls')).out).toBe(
      [
        'ID                            HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION',
        'id1xxxxxxxxxxxxxxxxxxxxxx *   DC2-N1     Ready     Active         Leader           28.2.2',
        'id2xxxxxxxxxxxxxxxxxxxxxx     DC2-N2     Down      Active         Unreachable      28.2.2',
        'id10xxxxxxxxxxxxxxxxxxxxx     DC2-N10    Ready     Active                          ',
        '',
      ].join('\n'),
    );
  });
  it('has other forms', async () => {
    expect((await run('ls', '-q')).out.split('\n')).toEqual(['id1xxxxxxxxxxxxxxxxxxxxxx', 'id2xxxxxxxxxxxxxxxxxxxxxx', 'id10xxxxxxxxxxxxxxxxxxxxx', '']);
    expect((await run('ls', '--format', 'table {{.Hostname}}\t{{.Self}}\t{{.TLSStatus}}')).out).toBe(
      'HOSTNAME             TLS STATUS\nDC2-N1     true      Ready\nDC2-N2     false     Ready\nDC2-N10    false     Unknown\n',
    );
    expect((await run('ls', '--format', 'json')).out.split('\n')[1]).toBe(
      '{"Availability":"Active","EngineVersion":"28.2.2","Hostname":"DC2-N2","ID":"id2xxxxxxxxxxxxxxxxxxxxxx","ManagerStatus":"Unreachable","Self":false,"Status":"Down","TLSStatus":"Ready"}',
    );
    expect((await run('ls', '--format', 'raw')).out.split('\n\n')[0]).toBe(
      'node_id: id1xxxxxxxxxxxxxxxxxxxxxx\nhostname: DC2-N1\nstatus: Ready\navailability: Active\nmanager_status: Leader',
    );
    expect((await run('ls', '-q', '--format', '{{.Hostname}}\\t{{.Status}}')).out).toBe('DC2-N1\tReady\nDC2-N2\tDown\nDC2-N10\tReady\n');
  });
  it('prints nothing but the error of a template', async () => {
    expect(await run('ls', '--format', '{{.Foo}}')).toEqual({
      out: '',
      err: 'template parsing error: template: :1:2: executing "" at <.Foo>: can\'t evaluate field Foo in type *node.nodeContext\n',
      status: 1,
    });
  });
  it('asks with filters, and prints a header for nothing', async () => {
    const none = new AnsweringEngine({ 'GET /nodes': { body: [] } });
    expect((await docker(none, ['node', 'ls', '-f', 'role=manager', '-f', 'name=b', '-f', 'name=a'])).out).toBe(
      'ID        HOSTNAME   STATUS    AVAILABILITY   MANAGER STATUS   ENGINE VERSION\n',
    );
    expect(none.asked).toEqual(['GET /nodes?filters={"name":{"a":true,"b":true},"role":{"manager":true}}']);
  });
  it('takes its default format from the configuration', async () => {
    const files = { '/root/.docker/config.json': '{"nodesFormat":"{{.Hostname}}"}' };
    expect((await docker(engine(), ['node', 'ls'], { files })).out).toBe('DC2-N1\nDC2-N2\nDC2-N10\n');
    expect((await docker(engine(), ['node', 'ls', '-q'], { files })).out).toContain('id1xxx');
  });
});

describe('docker node inspect', () => {
  it('is readable with --pretty', async () => {
    expect((await run('inspect', '--pretty', 'self')).out).toBe(
      'ID:\t\t\tid1xxxxxxxxxxxxxxxxxxxxxx\nLabels:\n - bare\n - zone=a\nHostname:              \tDC2-N1\n' +
        'Joined at:             \t2026-01-02 03:04:05.678901234 +0000 utc\nStatus:\n State:\t\t\tReady\n Availability:         \tActive\n Address:\t\t10.35.3.145\n' +
        'Manager Status:\n Address:\t\t10.35.3.145:2377\n Raft Status:\t\tReachable\n Leader:\t\tYes\nPlatform:\n Operating System:\tlinux\n Architecture:\t\tx86_64\n' +
        'Resources:\n CPUs:\t\t\t2\n Memory:\t\t23.54GiB\nPlugins:\n Log:\t\tawslogs, json-file\n Volume:\t\tlocal\nEngine Version:\t\t28.2.2\nEngine Labels:\n - disk=ssd\n' +
        'TLS Info:\n TrustRoot:\nROOT\n\n Issuer Subject:\tMBM=\n Issuer Public Key:\tMFk=\n',
    );
    expect((await run('inspect', '--pretty', 'DC2-N2')).out).toContain(' Message:              \tHeartbeat failure\n');
  });
  it('shows what was found before what was not', async () => {
    expect(await run('inspect', 'DC2-N1', 'nope', '--format', '{{.Description.Hostname}}')).toEqual({
      out: 'DC2-N1\n',
      err: 'Error response from daemon: nothing at /nodes/nope\n',
      status: 1,
    });
    expect((await run('inspect', 'nope')).out).toBe('[]\n');
    expect((await run('inspect', 'nope', '--format', '{{.ID}}')).out).toBe('\n');
  });
  it('encodes in the order of the API', async () => {
    expect((await run('inspect', 'DC2-N1', '--format', 'json')).out).toMatch(
      /^\[\{"ID":"id1x+","Version":\{"Index":9\},"CreatedAt":"2026-01-02T03:04:05.678901234Z","UpdatedAt"/,
    );
    expect((await run('inspect', 'DC2-N1')).out).toMatch(/^\[\n {4}\{\n {8}"ID": "id1x+",\n {8}"Version": \{\n {12}"Index": 9\n {8}\},/);
    expect((await run('inspect', 'DC2-N1', '--format', 'prettyx')).err).toBe('cannot supply extra formatting options to the pretty template\n');
  });
});

describe('docker node update, promote, demote, rm, ps', () => {
  it('adds labels first and removes then', async () => {
    const asked = engine();
    expect(
      (await docker(asked, ['node', 'update', '--label-add', 'new=1', '--label-add', 'flag', '--label-rm', 'zone', '--availability', 'drain', 'DC2-N1'])).out,
    ).toBe('DC2-N1\n');
    expect(asked.asked[1]).toBe(
      `POST /nodes/${'id1'.padEnd(25, 'x')}/update?version=9 {"Labels":{"bare":"","flag":"","new":"1"},"Role":"worker","Availability":"drain"}`,
    );
    expect(await run('update', '--label-rm', 'nope', 'DC2-N1')).toEqual({ out: '', err: "key nope doesn't exist in node's labels\n", status: 1 });
  });
  it('changes roles, and names the id where there is nothing to do', async () => {
    expect((await run('promote', 'DC2-N1', 'DC2-N2')).out).toBe(
      'Node DC2-N1 promoted to a manager in the swarm.\nNode DC2-N2 promoted to a manager in the swarm.\n',
    );
    expect((await run('demote', 'DC2-N1')).out).toBe('Node id1xxxxxxxxxxxxxxxxxxxxxx is already a worker.\n');
  });
  it('removes what it can', async () => {
    expect(await run('rm', 'nope', 'DC2-N2')).toEqual({ out: 'DC2-N2\n', err: 'Error response from daemon: nothing at /nodes/nope\n', status: 1 });
  });
  it('lists tasks of this node by default, and errors after the table', async () => {
    const header = 'ID        NAME      IMAGE     NODE      DESIRED STATE   CURRENT STATE   ERROR     PORTS\n';
    expect(await run('ps')).toEqual({ out: header, err: '', status: 0 });
    expect(await run('ps', 'nope')).toEqual({ out: '', err: 'Error response from daemon: nothing at /nodes/nope\n', status: 1 });
  });
});
