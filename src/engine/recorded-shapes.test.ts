import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../base/json.ts';
import type { EngineRequest } from '../docker/api/client.ts';
import { EngineFixture, NODE_ID } from './testing/fake-host.ts';

const RECORDINGS = join(process.cwd(), '../shared/engine-api/exchanges');

interface Exchange {
  readonly request: {
    readonly method: EngineRequest['method'];
    readonly path: string;
    readonly query?: { readonly [key: string]: string };
    readonly body?: Json;
  };
  readonly response: { readonly status: number; readonly headers: { readonly [name: string]: string }; readonly body?: Json };
}

function recorded(file: string): readonly Exchange[] {
  return (JSON.parse(readFileSync(join(RECORDINGS, `${file}.json`), 'utf8')) as { readonly exchanges: readonly Exchange[] }).exchanges.filter(
    ({ request }) => !request.path.endsWith('/_ping'),
  );
}

/** The recorded exchange of a file whose path ends so. */
function exchange(file: string, method: string, path: RegExp): Exchange {
  const found = recorded(file).find(({ request }) => request.method === method && path.test(request.path));
  if (!found) throw new Error(`no ${method} ${path} in ${file}`);
  return found;
}

/** Keys whose members are data, not fields. */
const MAPS = new Set([
  'Labels',
  'Options',
  'Containers',
  'Networks',
  'Attributes',
  'ExposedPorts',
  'Ports',
  'PortBindings',
  'IndexConfigs',
  'Runtimes',
  'Volumes',
]);

/** What a value is made of: ordered keys and types, without the values. */
function shape(value: Json | undefined, key = ''): Json {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape((value as readonly Json[])[0])];
  if (typeof value !== 'object' || value === null) return value === undefined ? 'absent' : value === null ? null : typeof value;
  if (MAPS.has(key)) return 'map';
  return Object.entries(value).map(([name, member]) => [name, shape(member, name)]);
}

describe.skipIf(!existsSync(RECORDINGS))('shapes of recorded answers (skipped where ../shared/engine-api is not there)', () => {
  it.each([
    ['version', 'GET', /\/version$/, '/version'],
    ['info.manager', 'GET', /\/info$/, '/info'],
    ['network.inspect.bridge', 'GET', /\/networks\/bridge$/, '/networks/bridge'],
    ['swarm.join-token.worker', 'GET', /\/swarm$/, '/swarm'],
    ['node.inspect.self', 'GET', /\/nodes\/\w+$/, `/nodes/${NODE_ID}`],
    ['plugin.ls', 'GET', /\/plugins$/, '/plugins'],
  ] as const)('%s', (file, method, path, ours) => {
    const wanted = exchange(file, method, path);
    const answer = EngineFixture.manager().ask(method, ours);
    expect(answer.status).toBe(wanted.response.status);
    expect(shape(answer.body)).toEqual(shape(wanted.response.body));
  });

  it('info of a host without a swarm', () => {
    expect(shape(new EngineFixture().ask('GET', '/info').body)).toEqual(shape(exchange('info.no-swarm', 'GET', /\/info$/).response.body));
  });

  /** Every service that was created on its own: the same body gives the same stored spec, key by key. */
  const created = ['minimal.detach', 'no-name', 'max-replicas', 'generic-resource', 'host-port-twice-a', 'registry-answers', 'replicas-zero', 'unschedulable'];
  it.each(created)('service.create.%s stores what the engine stores', (file) => {
    const e = EngineFixture.manager();
    const wanted = exchange(`service.create.${file}`, 'POST', /\/services\/create$/);
    const answer = e.ask('POST', '/services/create', { body: wanted.request.body ?? null });
    expect(answer.status).toBe(wanted.response.status);
    expect(shape(answer.body)).toEqual(shape(wanted.response.body));
  });

  it.each([
    ['service.inspect.minimal', 'service.create.minimal.detach'],
    ['service.inspect.with-digest', 'service.create.registry-answers'],
  ])('%s shows what %s made', (inspect, create) => {
    const e = EngineFixture.manager();
    const body = exchange(create, 'POST', /\/services\/create$/).request.body as JsonObject;
    e.ask('POST', '/services/create', { body });
    const wanted = exchange(inspect, 'GET', /\/services\/[^/]+$/).response.body as JsonObject;
    const got = e.ask('GET', `/services/${String(body['Name'])}?insertDefaults=true`).body as JsonObject;
    expect(JSON.stringify(got['Spec'])).toBe(JSON.stringify(wanted['Spec']));
    expect(shape(got)).toEqual(shape(wanted));
  });

  it('service.inspect.full shows what service.create.full made', () => {
    const e = EngineFixture.manager();
    const body = exchange('service.create.full', 'POST', /\/services\/create$/).request.body as JsonObject;
    const { TaskTemplate: task } = body as unknown as {
      readonly TaskTemplate: { readonly Networks: readonly { readonly Target: string }[]; readonly ContainerSpec: References };
    };
    e.host.store.update((tx) => {
      const network = { driver: 'overlay', driverOptions: {}, ipam: [], predefined: false };
      for (const { Target: id } of task.Networks) tx.create('network', { id, spec: { Name: 'net1' }, ...network });
      for (const { SecretID: id, SecretName: Name } of task.ContainerSpec.Secrets) tx.create('secret', { id, spec: { Name, Labels: {} } });
      for (const { ConfigID: id, ConfigName: Name } of task.ContainerSpec.Configs) tx.create('config', { id, spec: { Name, Labels: {} } });
    });
    expect(e.fault('POST', '/services/create', { body })).toBe('201');
    const wanted = exchange('service.inspect.full', 'GET', /\/services\/full$/).response.body as JsonObject;
    expect(JSON.stringify((e.ask('GET', '/services/full?insertDefaults=true').body as JsonObject)['Spec'])).toBe(JSON.stringify(wanted['Spec']));
  });

  it('containers look as recorded', () => {
    const e = EngineFixture.manager();
    const create = exchange('run.detach', 'POST', /\/containers\/create$/);
    const host = { ...((create.request.body as JsonObject)['HostConfig'] as JsonObject), NetworkMode: 'default' };
    const made = e.ask('POST', '/containers/create', { body: { ...(create.request.body as JsonObject), HostConfig: host }, query: { name: 'plain' } });
    expect(made).toMatchObject({ status: 201, body: { Warnings: [] } });
    const { Id: id } = made.body as { readonly Id: string };
    expect(e.fault('POST', `/containers/${id}/start`)).toBe('204');
    const inspect = exchange('inspect.exited', 'GET', /\/containers\/gone\/json$/).response.body as JsonObject;
    const ours = e.ask('GET', '/containers/plain/json').body as JsonObject;
    expect(Object.keys(ours)).toEqual(Object.keys(inspect));
    for (const part of ['State', 'HostConfig', 'Config', 'NetworkSettings', 'GraphDriver']) {
      expect([part, Object.keys(ours[part] as JsonObject)]).toEqual([part, Object.keys(inspect[part] as JsonObject)]);
    }
    const item = (exchange('ps', 'GET', /\/containers\/json$/).response.body as readonly JsonObject[])[0] as JsonObject;
    const [listed] = e.ask('GET', '/containers/json').body as readonly JsonObject[];
    expect(Object.keys(listed ?? {})).toEqual(Object.keys(item));
    expect(listed).toMatchObject({ Names: ['/plain'], Image: 'nginx:latest', State: 'running', Status: 'Up Less than a second' });
    expect(listed?.['Ports']).toEqual([
      { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 8333, Type: 'tcp' },
      { IP: '::', PrivatePort: 80, PublicPort: 8333, Type: 'tcp' },
    ]);
  });

  it('volumes look as recorded', () => {
    const e = EngineFixture.manager();
    for (const file of ['volume.create.full', 'volume.create', 'volume.create.anonymous', 'volume.create.bad-name']) {
      const { request, response } = exchange(file, 'POST', /\/volumes\/create$/);
      const answer = e.ask('POST', '/volumes/create', { body: request.body ?? null });
      expect(answer.status).toBe(response.status);
      expect(shape(answer.body)).toEqual(shape(response.body));
    }
    const named = (body: Json | undefined): JsonObject | undefined =>
      (body as { readonly Volumes: readonly JsonObject[] }).Volumes.find((volume) => volume['Name'] === 'vol2');
    const wanted = exchange('volume.ls', 'GET', /\/volumes$/).response.body;
    const got = e.ask('GET', '/volumes').body;
    expect(Object.keys(got as JsonObject)).toEqual(Object.keys(wanted as JsonObject));
    expect(named(got)).toEqual({ ...named(wanted), CreatedAt: '2026-11-23T23:14:00Z' });
  });
});

interface References {
  readonly Secrets: readonly { readonly SecretID: string; readonly SecretName: string }[];
  readonly Configs: readonly { readonly ConfigID: string; readonly ConfigName: string }[];
}
