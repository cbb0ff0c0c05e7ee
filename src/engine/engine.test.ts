import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json.ts';
import { EngineFixture, FakeHost, NODE_ID } from './testing/fake-host.ts';

const NO_SWARM = '503 This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';

function names(answer: { readonly body: unknown }): readonly unknown[] {
  return (answer.body as readonly JsonObject[]).map((item) => item['Name']);
}

describe('engine', () => {
  it('negotiates versions as the recorded engine', () => {
    const e = new EngineFixture();
    expect(e.ask('HEAD', '/_ping')).toMatchObject({
      status: 200,
      body: undefined,
      headers: { 'Api-Version': '1.50', 'Builder-Version': '2', Swarm: 'inactive' },
    });
    expect(e.ask('GET', '/_ping').body).toBe('OK');
    expect(e.ask('GET', '/version').body).toMatchObject({ Version: '28.2.2', ApiVersion: '1.50', MinAPIVersion: '1.24' });
    expect(e.fault('GET', '/version', { apiVersion: '1.99' })).toBe('400 client version 1.99 is too new. Maximum supported API version is 1.50');
    const old = e.ask('GET', '/version', { apiVersion: '1.23' });
    expect(old.body).toBe('client version 1.23 is too old. Minimum supported API version is 1.24, please upgrade your client to a newer version\n');
    expect(old.headers['Content-Type']).toBe('text/plain; charset=utf-8');
    expect(e.fault('GET', '/nothing')).toBe('404 page not found');
    expect(e.fault('PUT', '/services')).toBe('404 page not found');
  });

  it('is no manager until it is one', () => {
    const e = new EngineFixture();
    for (const path of ['/services', '/nodes', '/tasks', '/swarm', '/configs', '/secrets', '/swarm/unlockkey']) expect(e.fault('GET', path)).toBe(NO_SWARM);
    expect(e.fault('POST', '/networks/create', { body: { Name: 'x', Driver: 'overlay' } })).toBe(NO_SWARM.replace('503', '403'));
    expect(e.fault('POST', '/swarm/leave')).toBe('503 This node is not part of a swarm');
    expect((e.ask('GET', '/info').body as JsonObject)['Swarm']).toEqual({
      NodeID: '',
      NodeAddr: '',
      LocalNodeState: 'inactive',
      ControlAvailable: false,
      Error: '',
      RemoteManagers: null,
    });
  });

  it('starts a swarm with the defaults of the engine', () => {
    const e = new EngineFixture();
    const answer = e.ask('POST', '/swarm/init', {
      body: {
        ListenAddr: '0.0.0.0:2377',
        AdvertiseAddr: '',
        Spec: { Labels: null, Raft: { ElectionTick: 0, HeartbeatTick: 0 } },
        DefaultAddrPool: [],
        SubnetSize: 24,
      },
    });
    expect(answer).toMatchObject({ status: 200, body: NODE_ID });
    expect(e.host.inits[0]).toMatchObject({ advertiseAddr: '10.35.3.145:2377', dataPathPort: 4789, subnetSize: 24, autoLock: false });
    const swarm = e.ask('GET', '/swarm').body as JsonObject;
    expect(JSON.stringify(swarm['Spec'])).toBe(
      '{"Name":"default","Labels":{},"Orchestration":{"TaskHistoryRetentionLimit":5},"Raft":{"SnapshotInterval":10000,"KeepOldSnapshots":0,"LogEntriesForSlowFollowers":500,"ElectionTick":10,"HeartbeatTick":1},"Dispatcher":{"HeartbeatPeriod":5000000000},"CAConfig":{"NodeCertExpiry":7776000000000000},"TaskDefaults":{},"EncryptionConfig":{"AutoLockManagers":false}}',
    );
    expect(Object.keys(swarm)).toEqual([
      'ID',
      'Version',
      'CreatedAt',
      'UpdatedAt',
      'Spec',
      'TLSInfo',
      'RootRotationInProgress',
      'DefaultAddrPool',
      'SubnetSize',
      'DataPathPort',
      'JoinTokens',
    ]);
    expect(swarm['DefaultAddrPool']).toBeNull();
    expect(e.fault('POST', '/swarm/init', { body: {} })).toContain('503 This node is already part of a swarm.');
    expect(names(e.ask('GET', '/networks'))).toEqual(['ingress', 'none', 'host', 'bridge', 'docker_gwbridge']);
  });

  it.each([
    [{ AdvertiseAddr: '0.0.0.0' }, '400 advertise address must be a non-zero IP address or network interface (with optional port number)'],
    [{ DataPathPort: 80 }, '400 Datapath port number is not in valid range (1024-49151) : 80'],
    [{ Availability: 'bogus' }, '400 invalid Availability: "bogus"'],
    [{ Spec: { Name: 'other' } }, '400 swarm spec must be named "default"'],
  ])('refuses to start a swarm with %j', (body, expected) => {
    expect(new EngineFixture().fault('POST', '/swarm/init', { body })).toBe(expected);
  });

  it('shows and changes nodes', () => {
    const e = EngineFixture.manager();
    const node = e.ask('GET', '/nodes/DC2-N1').body as JsonObject;
    expect(Object.keys(node)).toEqual(['ID', 'Version', 'CreatedAt', 'UpdatedAt', 'Spec', 'Description', 'Status', 'ManagerStatus']);
    expect(node['ManagerStatus']).toEqual({ Leader: true, Reachability: 'reachable', Addr: '10.35.3.145:2377' });
    expect(e.fault('GET', '/nodes/self')).toBe('404 node self not found');
    const { Index: version } = node['Version'] as { readonly Index: number };
    const update = (body: JsonObject, query = `version=${version}`): string => e.fault('POST', `/nodes/${NODE_ID}/update?${query}`, { body });
    expect(update({ Role: 'manager', Availability: 'drain' }, 'version=')).toBe(`400 invalid node version '': strconv.ParseUint: parsing "": invalid syntax`);
    expect(update({ Role: 'boss', Availability: 'drain' })).toBe('400 invalid Role: "boss"');
    expect(update({ Role: 'manager', Availability: 'bogus' })).toBe('400 invalid Availability: "bogus"');
    expect(update({ Role: 'worker', Availability: 'active' })).toBe(
      '400 rpc error: code = FailedPrecondition desc = attempting to demote the last manager of the swarm',
    );
    expect(update({ Role: 'manager', Availability: 'drain', Labels: { a: 'b' } })).toBe('200');
    expect((e.ask('GET', '/nodes').body as readonly JsonObject[])[0]?.['Spec']).toEqual({ Labels: { a: 'b' }, Role: 'manager', Availability: 'drain' });
    expect(e.fault('GET', '/nodes', { query: { filters: '{"bogus":{"x":true}}' } })).toBe("400 invalid filter 'bogus'");
  });

  it('keeps swarm networks and its own apart', () => {
    const e = EngineFixture.manager();
    const made = e.ask('POST', '/networks/create', {
      body: { Name: 'net1', Driver: 'overlay', IPAM: { Driver: 'default', Options: {}, Config: [] }, Attachable: true },
    });
    expect(made).toMatchObject({ status: 201, body: { Warning: '' } });
    expect((made.body as JsonObject)['Id']).toMatch(/^[0-9a-z]{25}$/);
    expect(e.fault('POST', '/networks/create', { body: { Name: 'net1', Driver: 'bridge' } })).toBe('409 network with name net1 already exists');
    const local = e.ask('POST', '/networks/create', { body: { Name: 'br1', Driver: 'bridge' } }).body as JsonObject;
    expect(local['Id']).toMatch(/^[0-9a-f]{64}$/);
    expect(e.ask('GET', '/networks/br1').body).toMatchObject({ Scope: 'local', IPAM: { Config: [{ Subnet: '172.19.0.0/16', Gateway: '172.19.0.1' }] } });
    expect(e.ask('GET', '/networks/net1').body).toMatchObject({ Scope: 'swarm', Driver: '', Attachable: true, Containers: null, Labels: null });
    const listed = (filters: string): readonly unknown[] => names(e.ask('GET', '/networks', { query: { filters } }));
    expect(listed('{"name":{"net":true}}')).toEqual([]);
    expect(listed('{"name":{"net1":true,"br":true}}')).toEqual(['net1', 'bridge', 'docker_gwbridge', 'br1']);
    expect(e.fault('GET', '/networks/br1?scope=swarm')).toBe('404 network br1 not found');
    expect(e.ask('GET', '/networks/host?scope=swarm').body).toMatchObject({ Scope: 'swarm', Labels: { 'com.docker.swarm.predefined': 'true' } });
    expect(e.ask('GET', '/networks/host').body).toMatchObject({ Scope: 'local' });
    expect(
      e.fault('POST', '/services/create', { body: { Name: 'a', TaskTemplate: { ContainerSpec: { Image: 'nginx' }, Networks: [{ Target: 'br1' }] } } }),
    ).toBe('403 The network br1 cannot be used with services. Only networks scoped to the swarm can be used, such as those created with the overlay driver.');
    expect(e.fault('DELETE', '/networks/bridge')).toBe('403 bridge is a pre-defined network and cannot be removed');
    expect(e.fault('DELETE', '/networks/net1')).toBe('204');
    expect(e.fault('DELETE', '/networks/br1')).toBe('204');
    expect(e.fault('DELETE', '/networks/br1')).toBe('404 network br1 not found');
  });

  it('looks for a plugin for 15 seconds', () => {
    const e = EngineFixture.manager();
    const answer = e.ask('POST', '/networks/create', { body: { Name: 'x', Driver: 'ether' } });
    e.pass(14_999);
    expect(answer.status).toBe(0);
    e.pass(1);
    expect(answer).toMatchObject({ status: 404, body: { message: 'plugin "ether" not found' } });
  });

  it('never shows a secret again, but a config', () => {
    const e = EngineFixture.manager();
    for (const kind of ['configs', 'secrets']) {
      const body = { Name: 'one', Labels: {}, Data: 'aGVsbG8=' };
      expect(e.ask('POST', `/${kind}/create`, { body }).status).toBe(201);
      expect(e.fault('POST', `/${kind}/create`, { body })).toBe(`409 rpc error: code = AlreadyExists desc = ${kind.slice(0, -1)} one already exists`);
      expect(e.fault('POST', `/${kind}/create`, { body: { ...body, Data: '!' } })).toBe('400 invalid JSON: illegal base64 data at input byte 0');
      const { Spec: spec } = e.ask('GET', `/${kind}/one`).body as JsonObject;
      expect(spec).toEqual(kind === 'configs' ? { Name: 'one', Labels: {}, Data: 'aGVsbG8=' } : { Name: 'one', Labels: {} });
      expect(e.fault('DELETE', `/${kind}/one`)).toBe('204');
      expect(e.fault('GET', `/${kind}/one`)).toBe(`404 ${kind.slice(0, -1)} one not found`);
    }
  });

  it('says in /info why nobody leads, and still answers', () => {
    const e = EngineFixture.manager();
    expect((e.ask('GET', '/info').body as JsonObject)['Swarm']).toMatchObject({ ControlAvailable: true, Error: '', Nodes: 1, Managers: 1 });
    e.host.leaderless = true;
    const text = 'rpc error: code = Unknown desc = The swarm does not have a leader.';
    expect((e.ask('GET', '/info').body as JsonObject)['Swarm']).toMatchObject({ ControlAvailable: true, Error: expect.stringContaining(text) });
    expect(e.fault('GET', '/services')).toContain(`500 ${text}`);
    expect(e.ask('GET', '/containers/json').status).toBe(200);
  });

  it('knows no registry when offline, and digests when one is simulated', () => {
    const e = new EngineFixture();
    expect(e.fault('GET', '/distribution/nginx:latest/json')).toMatch(/^500 Get "https:\/\/registry-1.docker.io\/v2\/": dial tcp: lookup registry-1.docker.io/);
    expect(e.fault('GET', '/distribution/NGINX/json')).toBe('400 invalid reference format: repository name (library/NGINX) must be lowercase');
    const online = new EngineFixture({}, new FakeHost(undefined, 'simulated'));
    const first = online.ask('GET', '/distribution/nginx:latest/json').body as JsonObject;
    expect(first['Descriptor']).toMatchObject({ digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) });
    expect(online.ask('GET', '/distribution/nginx/json').body).toEqual(first);
    expect(online.fault('GET', '/distribution/nginx:nosuch/json')).toBe('404 manifest unknown: manifest unknown');
    expect(online.fault('GET', '/distribution/nosuch:1/json')).toContain('401 errors:');
    expect(online.ask('GET', '/distribution/postgres/json').status).toBe(200);
    expect(online.fault('POST', '/images/create?fromImage=nosuch&tag=1')).toContain('404 pull access denied for nosuch');
    expect(online.fault('POST', '/images/create?fromImage=nginx&tag=nosuch')).toBe(
      '404 manifest for nginx:nosuch not found: manifest unknown: manifest unknown',
    );
  });
});
