import { describe, expect, it } from 'vitest';
import type { Json } from '../../../base/json.ts';
import { type Answer, AnsweringEngine, docker, noEngine } from '../testing/answering-engine.ts';

const ok: Answer = { body: null };
const at = { CreatedAt: '2026-01-02T03:08:00.5Z', UpdatedAt: '2026-01-02T02:00:00Z', Version: { Index: 1 } };

describe('docker secret and config', () => {
  const secret: Json = { ID: 's1', ...at, Spec: { Name: 'pass', Labels: { a: 'b', c: '' }, Driver: { Name: 'vault' } } };
  const config: Json = { ID: 'c1', ...at, Spec: { Name: 'conf', Labels: {}, Data: 'aGVsbG8K' } };
  const engine = (): AnsweringEngine =>
    new AnsweringEngine({
      'GET /secrets': { body: [{ ID: 's2', ...at, Spec: { Name: 'pass10', Labels: {} } }, secret] },
      'GET /secrets/pass': { body: secret },
      'GET /configs': { body: [config] },
      'GET /configs/conf': { body: config },
      'POST /secrets/create': { body: { ID: 's1' } },
      'POST /configs/create': { body: { ID: 'c1' } },
      'DELETE /secrets/pass': ok,
    });
  it('lists', async () => {
    expect((await docker(engine(), ['secret', 'ls'])).out).toBe(
      'ID        NAME      DRIVER    CREATED              UPDATED\ns1        pass      vault     About a minute ago   About an hour ago\ns2        pass10              About a minute ago   About an hour ago\n',
    );
    expect((await docker(engine(), ['config', 'ls', '--format', '{{.Name}} {{.CreatedAt}} {{.Label "x"}}'])).out).toBe('conf About a minute ago \n');
    expect((await docker(engine(), ['secret', 'ls', '--format', '{{json .}}'])).out.split('\n')[0]).toBe(
      '{"CreatedAt":"About a minute ago","Driver":"vault","ID":"s1","Labels":"a=b,c=","Name":"pass","UpdatedAt":"About an hour ago"}',
    );
  });
  it('creates', async () => {
    const asked = engine();
    expect((await docker(asked, ['secret', 'create', '-l', 'a=b', 'pass', 'f'], { files: { f: 's3cret' } })).out).toBe('s1\n');
    expect((await docker(asked, ['config', 'create', '--template-driver', 'golang', 'conf', '-'], { stdin: ['hello'] })).out).toBe('c1\n');
    expect(asked.asked).toEqual([
      'POST /secrets/create {"Name":"pass","Labels":{"a":"b"},"Data":"czNjcmV0"}',
      'POST /configs/create {"Name":"conf","Labels":{},"Data":"aGVsbG8K","Templating":{"Name":"golang"}}',
    ]);
  });
  it.each([
    [['secret', 'create', 'x'], 'secret file is required'],
    [['secret', 'create', 'x', '/nope'], 'error reading from /nope: open /nope: no such file or directory'],
    [['secret', 'create', 'x', '-'], 'error reading from STDIN: data is empty'],
    [['secret', 'create', '-d', 'v', 'x', 'f'], 'When using secret driver secret data must be empty'],
    [['config', 'create', 'x', '/nope'], 'Error reading content from "/nope": error reading from /nope: open /nope: no such file or directory'],
    [['config', 'create', 'x', ''], 'Error reading content from "": config file is required'],
  ])('%j', async (words, message) => {
    expect(await docker(engine(), words)).toEqual({ out: '', err: `${message}\n`, status: 1 });
  });
  it('shows them for people', async () => {
    expect((await docker(engine(), ['secret', 'inspect', '--pretty', 'pass'])).out).toBe(
      'ID:              s1\nName:              pass\nLabels:\n - a=b\n - c\nDriver:            vault\nCreated at:        2026-01-02 03:08:00.5 +0000 utc\nUpdated at:        2026-01-02 02:00:00 +0000 utc\n',
    );
    expect((await docker(engine(), ['config', 'inspect', '--pretty', 'conf'])).out).toBe(
      'ID:\t\t\tc1\nName:\t\t\tconf\nCreated at:            \t2026-01-02 03:08:00.5 +0000 utc\nUpdated at:            \t2026-01-02 02:00:00 +0000 utc\nData:\nhello\n\n',
    );
  });
  it('tries templates on the raw answer too', async () => {
    expect((await docker(engine(), ['config', 'inspect', '--format', '{{printf "%s" .Spec.Data}}', 'conf'])).out).toBe('hello\n\n');
    expect((await docker(engine(), ['secret', 'inspect', '--format', '{{.Foo}}', 'pass'])).err).toBe(
      'template parsing error: template: :1:2: executing "" at <.Foo>: map has no entry for key "Foo"\n',
    );
  });
});

describe('docker network', () => {
  const network: Json = {
    Name: 'net1',
    Id: 't4t9yi5g2deonauz5g91ylb9b',
    Created: '2026-01-02T03:00:00.1Z',
    Scope: 'swarm',
    Driver: 'overlay',
    EnableIPv6: false,
    Internal: true,
    Labels: { a: 'b' },
  };
  const engine = (): AnsweringEngine =>
    new AnsweringEngine({
      'GET /networks': { body: [network] },
      'GET /networks/net1': { body: network },
      'GET /networks/ingress': { body: { ...(network as { readonly [key: string]: Json }), Ingress: true } },
      'POST /networks/create': { body: { Id: 'nid' } },
      'DELETE /networks/net1': { body: null },
      'DELETE /networks/ingress': { body: null },
      'POST /networks/prune': { body: { NetworksDeleted: ['a', 'b'] } },
    });
  it('lists', async () => {
    expect((await docker(engine(), ['network', 'ls'])).out).toBe('NETWORK ID     NAME      DRIVER    SCOPE\nt4t9yi5g2deo   net1      overlay   swarm\n');
    expect((await docker(engine(), ['network', 'ls', '--no-trunc', '--format', '{{.ID}} {{.IPv6}} {{.Internal}} {{.Labels}} {{.CreatedAt}}'])).out).toBe(
      't4t9yi5g2deonauz5g91ylb9b false true a=b 2026-01-02 03:00:00.1 +0000 UTC\n',
    );
  });
  it('creates', async () => {
    const asked = engine();
    await docker(asked, [
      'network',
      'create',
      '-d',
      'overlay',
      '--attachable',
      '--subnet',
      '10.50.0.0/16',
      '--gateway',
      '10.50.0.1',
      '--ip-range',
      '10.50.5.0/24',
      '--opt',
      'encrypted',
      '--label',
      'a=b',
      '--aux-address',
      'h=10.50.5.9',
      'net2',
    ]);
    expect(asked.asked).toEqual([
      'POST /networks/create {"Driver":"overlay","Scope":"","IPAM":{"Driver":"default","Options":{},"Config":[{"Subnet":"10.50.0.0/16","IPRange":"10.50.5.0/24","Gateway":"10.50.0.1","AuxiliaryAddresses":{"h":"10.50.5.9"}}]},' +
        '"Internal":false,"Attachable":true,"Ingress":false,"ConfigOnly":false,"ConfigFrom":null,"Options":{"encrypted":""},"Labels":{"a":"b"},"Name":"net2"}',
    ]);
  });
  it.each([
    [['--gateway', '10.0.0.1'], 'every ip-range or gateway must have a corresponding subnet'],
    [['--subnet', '10.0.0.0/24', '--gateway', '10.1.0.1'], 'no matching subnet for gateway 10.1.0.1'],
    [['--subnet', '10.0.0.0/24', '--ip-range', '10.1.0.0/25'], 'no matching subnet for range 10.1.0.0/25'],
    [['--subnet', '10.0.0.0/24', '--subnet', '10.0.0.0/16'], 'multiple overlapping subnet configuration is not supported'],
    [['--subnet', '10.0.0.0', '--gateway', '10.0.0.1'], 'invalid subnet: invalid CIDR address: 10.0.0.0'],
  ])('refuses %j', async (words, message) => {
    expect(await docker(engine(), ['network', 'create', ...words, 'x'])).toEqual({ out: '', err: `${message}\n`, status: 1 });
  });
  it('removes, and asks about the routing mesh', async () => {
    expect(await docker(engine(), ['network', 'rm', 'nope', 'net1'])).toEqual({
      out: 'net1\n',
      err: 'Error response from daemon: nothing at /networks/nope\nexit status 1\n',
      status: 1,
    });
    expect(await docker(engine(), ['network', 'rm', '-f', 'nope'])).toEqual({ out: '', err: '', status: 0 });
    const no = await docker(engine(), ['network', 'rm', 'ingress'], { stdin: ['n'] });
    expect(no.out).toMatch(/^WARNING! Before removing the routing-mesh network,.*\nAre you sure you want to continue\? \[y\/N\] $/);
    expect((await docker(engine(), ['network', 'rm', 'ingress'], { stdin: ['y'] })).out).toMatch(/\[y\/N\] ingress\n$/);
  });
  it('prunes after a question', async () => {
    expect((await docker(engine(), ['network', 'prune', '-f'])).out).toBe('Deleted Networks:\na\nb\n\n');
    expect((await docker(engine(), ['network', 'prune'])).out).toBe(
      'WARNING! This will remove all custom networks not used by at least one container.\nAre you sure you want to continue? [y/N] ',
    );
  });
});

describe('docker volume', () => {
  const engine = (): AnsweringEngine =>
    new AnsweringEngine({
      'GET /volumes': {
        body: {
          Volumes: [
            { Name: 'v10', Driver: 'local' },
            { Name: 'v2', Driver: 'local', Mountpoint: '/m', Labels: { a: 'b' } },
          ],
          Warnings: null,
        },
      },
      'POST /volumes/create': { body: { Name: 'v2' } },
      'POST /volumes/prune': { body: { VolumesDeleted: ['v2'], SpaceReclaimed: 1_234_567 } },
    });
  it('lists, creates and prunes', async () => {
    expect((await docker(engine(), ['volume', 'ls'])).out).toBe('DRIVER    VOLUME NAME\nlocal     v2\nlocal     v10\n');
    expect((await docker(engine(), ['volume', 'ls', '-q'])).out).toBe('v2\nv10\n');
    expect((await docker(engine(), ['volume', 'ls', '--format', '{{.Name}} {{.Size}} {{.Labels}} {{.Availability}}'])).out).toBe(
      'v2 N/A a=b N/A\nv10 N/A  N/A\n',
    );
    const asked = engine();
    expect((await docker(asked, ['volume', 'create', '-o', 'type=tmpfs', '-o', 'device=tmpfs', 'v2'])).out).toBe('v2\n');
    expect(asked.asked).toEqual(['POST /volumes/create {"Driver":"local","DriverOpts":{"device":"tmpfs","type":"tmpfs"},"Name":"v2"}']);
    expect((await docker(engine(), ['volume', 'create', 'a', '--name', 'b'])).err).toBe(
      'conflicting options: cannot specify a volume-name through both --name and as a positional arg\n',
    );
    expect((await docker(engine(), ['volume', 'prune', '-f'])).out).toBe('Deleted Volumes:\nv2\n\nTotal reclaimed space: 1.235MB\n');
  });
});

describe('docker inspect', () => {
  const info = (manager: boolean): Answer => ({ body: { Swarm: { ControlAvailable: manager } } });
  const service: Answer = { body: { ID: 'sid', Spec: { Name: 'web', Labels: {} }, Extra: '<kept>' } };
  it('tries one kind after another', async () => {
    const engine = new AnsweringEngine({ 'GET /info': info(true), 'GET /services/web': service });
    expect(await docker(engine, ['inspect', 'web', '--format', '{{.Spec.Name}} {{.Extra}}'])).toEqual({ out: 'web <kept>\n', err: '', status: 0 });
    expect(engine.asked).toEqual([
      'GET /containers/web/json',
      'GET /images/web/json',
      'GET /networks/web',
      'GET /volumes/web',
      'GET /info',
      'GET /services/web?insertDefaults=true',
    ]);
    expect((await docker(engine, ['inspect', 'web'])).out).toContain('"Extra": "<kept>"');
  });
  it('asks for swarm objects on managers only', async () => {
    const engine = new AnsweringEngine({ 'GET /info': info(false), 'GET /services/web': service });
    expect(await docker(engine, ['inspect', 'web'])).toEqual({ out: '[]\n', err: 'Error: No such object: web\n', status: 1 });
    expect(engine.asked).not.toContain('GET /services/web?insertDefaults=true');
  });
  it('shows the error of the kind when the kind is given', async () => {
    const engine = new AnsweringEngine({ 'GET /nodes/web': { refuses: [404, 'node web not found'] } });
    expect((await docker(engine, ['inspect', '--type', 'node', 'web'])).err).toBe('Error response from daemon: node web not found\n');
    expect((await docker(engine, ['inspect', '--type', 'foo', 'web'])).err).toBe(
      'unknown type: "foo": must be one of "config", "container", "image", "network", "node", "plugin", "secret", "service", "task", "volume"\n',
    );
  });
  it('ends with 64 for bad syntax', async () => {
    expect(await docker(noEngine, ['inspect', '--format', '{{', 'x'])).toEqual({
      out: '',
      err: 'template parsing error: template: :1: unclosed action\n',
      status: 64,
    });
    expect((await docker(noEngine, ['node', 'inspect', '--format', '{{', 'x'])).status).toBe(1);
  });
});

describe('docker info and version', () => {
  const body: Json = {
    ID: 'id1',
    Containers: 5,
    ContainersRunning: 3,
    ContainersPaused: 0,
    ContainersStopped: 2,
    Images: 7,
    ServerVersion: '28.2.2',
    Driver: 'overlay2',
    DriverStatus: [['Backing Filesystem', 'extfs']],
    LoggingDriver: 'json-file',
    CgroupDriver: 'systemd',
    CgroupVersion: '2',
    Plugins: { Volume: ['local'], Network: ['bridge', 'overlay'], Authorization: null, Log: ['json-file'] },
    OSType: 'linux',
    Runtimes: { runc: {} },
    DefaultRuntime: 'runc',
    InitBinary: 'docker-init',
    SecurityOptions: ['name=seccomp,profile=builtin'],
    NCPU: 2,
    MemTotal: 25_276_502_016,
    Name: 'DC2-N1',
    DockerRootDir: '/var/lib/docker',
    Swarm: {
      NodeID: 'node1',
      NodeAddr: '10.35.3.145',
      LocalNodeState: 'active',
      ControlAvailable: true,
      Error: '',
      RemoteManagers: [
        { NodeID: 'b', Addr: '10.35.3.146:2377' },
        { NodeID: 'a', Addr: '10.35.3.145:2377' },
      ],
      Nodes: 4,
      Managers: 2,
      Cluster: {
        ID: 'cluster1',
        Spec: {
          Orchestration: { TaskHistoryRetentionLimit: 5 },
          Raft: { SnapshotInterval: 10000, KeepOldSnapshots: 0, ElectionTick: 10, HeartbeatTick: 1 },
          Dispatcher: { HeartbeatPeriod: 5_000_000_000 },
          CAConfig: { NodeCertExpiry: 7_776_000_000_000_000 },
          EncryptionConfig: { AutoLockManagers: false },
        },
        DefaultAddrPool: ['10.0.0.0/8'],
        SubnetSize: 24,
        DataPathPort: 4789,
      },
    },
    Warnings: ['WARNING: No swap limit support'],
  };
  it('info shows the swarm', async () => {
    const { out, err, status } = await docker(new AnsweringEngine({ 'GET /info': { body } }), ['info']);
    expect([err, status]).toEqual(['WARNING: No swap limit support\n', 0]);
    expect(out).toContain('Client:\n Version:    28.2.2\n Context:    default\n Debug Mode: false\n\nServer:\n Containers: 5\n  Running: 3\n');
    expect(out).toContain(` Swarm: active
  NodeID: node1
  Is Manager: true
  ClusterID: cluster1
  Managers: 2
  Nodes: 4
  Default Address Pool: 10.0.0.0/8${'  '}
  SubnetSize: 24
  Data Path Port: 4789
  Orchestration:
   Task History Retention Limit: 5
  Raft:
   Snapshot Interval: 10000
   Number of Old Snapshots to Retain: 0
   Heartbeat Tick: 1
   Election Tick: 10
  Dispatcher:
   Heartbeat Period: 5 seconds
  CA Configuration:
   Expiry Duration: 3 months
   Force Rotate: 0
  Autolock Managers: false
  Root Rotation In Progress: false
  Node Address: 10.35.3.145
  Manager Addresses:
   10.35.3.145:2377
   10.35.3.146:2377
 Runtimes: runc
`);
    expect(out).toContain(' Security Options:\n  seccomp\n   Profile: builtin\n');
  });
  it('info takes templates, and says what no engine can', async () => {
    const engine = new AnsweringEngine({ 'GET /info': { body } });
    expect((await docker(engine, ['info', '--format', '{{.Swarm.LocalNodeState}} {{.Swarm.Cluster.SubnetSize}} {{.Info.ID}}'])).out).toBe('active 24 id1\n');
    expect(await docker(engine, ['info', '--format', 'a{{.Foo}}'])).toEqual({
      out: 'a\n',
      err: 'template: :1:3: executing "" at <.Foo>: can\'t evaluate field Foo in type system.dockerInfo\n',
      status: 1,
    });
    expect(await docker(noEngine, ['info'])).toEqual({
      out: 'Client:\n Version:    28.2.2\n Context:    default\n Debug Mode: false\n\nServer:\n',
      err: 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n',
      status: 1,
    });
    expect((await docker(noEngine, ['info', '-f', '{{'])).status).toBe(64);
  });
  it('version aligns its two blocks', async () => {
    const answer: Json = {
      Platform: { Name: 'Docker Engine - Community' },
      Components: [
        {
          Name: 'Engine',
          Version: '28.2.2',
          Details: {
            ApiVersion: '1.50',
            MinAPIVersion: '1.24',
            Arch: 'amd64',
            Os: 'linux',
            BuildTime: '2025-05-30T12:07:16.000000000+00:00',
            Experimental: 'false',
            GitCommit: '45873be',
            GoVersion: 'go1.23.5',
          },
        },
        { Name: 'runc', Version: '1.1.5', Details: { GitCommit: 'abc' } },
      ],
      Version: '28.2.2',
    };
    const engine = new AnsweringEngine({ 'GET /version': { body: answer } }, { 'Api-Version': '1.41' });
    expect((await docker(engine, ['version'])).out).toBe(`Client:
 Version:           28.2.2
 API version:       1.41 (downgraded from 1.50)
 Go version:        go1.24.3
 Git commit:        e6534b4
 Built:             Fri May 30 12:07:14 2025
 OS/Arch:           linux/amd64
 Context:           default

Server: Docker Engine - Community
 Engine:
  Version:          28.2.2
  API version:      1.50 (minimum version 1.24)
  Go version:       go1.23.5
  Git commit:       45873be
  Built:            Fri May 30 12:07:16 2025
  OS/Arch:          linux/amd64
  Experimental:     false
 runc:
  Version:          1.1.5
  GitCommit:        abc
`);
    expect((await docker(engine, ['version', '--format', '{{.Server.Version}} {{.Client.APIVersion}}'])).out).toBe('28.2.2 1.41\n');
  });
});
