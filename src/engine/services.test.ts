import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json.ts';
import { EngineFixture } from './testing/fake-host.ts';

/** Bodies as the CLI sends them, and what the recorded engine showed afterwards (exchanges/service.*.json, raw-requests.json). */
const MINIMAL = {
  Name: 'web',
  Labels: {},
  TaskTemplate: {
    ContainerSpec: { Image: 'nginx:latest', Init: false, DNSConfig: {} },
    Resources: { Limits: {}, Reservations: {} },
    Placement: {},
    ForceUpdate: 0,
  },
  Mode: { Replicated: {} },
  EndpointSpec: { Mode: 'vip' },
};

function get(e: EngineFixture, path: string): JsonObject {
  return e.ask('GET', path).body as JsonObject;
}

describe('services over the API', () => {
  it('stores a minimal service as the engine does, in its order of keys', () => {
    const e = EngineFixture.manager();
    const made = e.ask('POST', '/services/create', { body: MINIMAL });
    expect(made.status).toBe(201);
    expect(JSON.stringify(made.body)).toMatch(/^{"ID":"[0-9a-z]{25}","Warnings":null}$/);
    const spec = '"Mode":{"Replicated":{"Replicas":1}},';
    expect(JSON.stringify(get(e, '/services/web')['Spec'])).toBe(
      `{"Name":"web","Labels":{},"TaskTemplate":{"ContainerSpec":{"Image":"nginx:latest","Init":false,"DNSConfig":{},"Isolation":"default"},"Resources":{"Limits":{},"Reservations":{}},"Placement":{},"ForceUpdate":0,"Runtime":"container"},${spec}"EndpointSpec":{"Mode":"vip"}}`,
    );
    const policy = '{"Parallelism":1,"FailureAction":"pause","Monitor":5000000000,"MaxFailureRatio":0,"Order":"stop-first"}';
    expect(JSON.stringify(get(e, '/services/web?insertDefaults=true'))).toContain(
      `"Spec":{"Name":"web","Labels":{},"TaskTemplate":{"ContainerSpec":{"Image":"nginx:latest","Init":false,"StopGracePeriod":10000000000,"DNSConfig":{},"Isolation":"default"},"Resources":{"Limits":{},"Reservations":{}},"RestartPolicy":{"Condition":"any","Delay":5000000000,"MaxAttempts":0},"Placement":{},"ForceUpdate":0,"Runtime":"container"},${spec}"UpdateConfig":${policy},"RollbackConfig":${policy},"EndpointSpec":{"Mode":"vip"}},"Endpoint":{"Spec":{}}`,
    );
  });

  it('gives a nameless service a name, and an absent part its default', () => {
    const e = EngineFixture.manager();
    const made = e.ask('POST', '/services/create', { body: { TaskTemplate: { ContainerSpec: { Image: 'nginx:latest' } } } }).body as JsonObject;
    const service = get(e, `/services/${made['ID']}`);
    expect((service['Spec'] as JsonObject)['Name']).toMatch(/^[a-z]+_[a-z]+$/);
    expect(JSON.stringify(service['Spec'])).toContain(
      '"TaskTemplate":{"ContainerSpec":{"Image":"nginx:latest","Isolation":"default"},"ForceUpdate":0,"Runtime":"container"},"Mode":{"Replicated":{"Replicas":1}}}',
    );
  });

  it.each([
    [undefined, '400 mismatched Runtime and *Spec fields'],
    [{ Name: 'r1', TaskTemplate: {} }, '400 mismatched Runtime and *Spec fields'],
    [
      { Name: 'r1', TaskTemplate: { ContainerSpec: { Image: '' } } },
      '400 rpc error: code = InvalidArgument desc = ContainerSpec: image reference must be provided',
    ],
    [{ ...MINIMAL, Name: 7 }, '400 invalid JSON: json: cannot unmarshal number into Go struct field ServiceSpec.Name of type string'],
    [{ ...MINIMAL, Name: 'a_b!' }, '400 rpc error: code = InvalidArgument desc = name must be valid as a DNS name component'],
    [{ ...MINIMAL, Mode: { Global: {}, Replicated: {} } }, '400 must specify only one service mode'],
    [{ ...MINIMAL, EndpointSpec: { Mode: 'x' } }, '400 invalid resolution mode: "x"'],
    [{ ...MINIMAL, UpdateConfig: { FailureAction: 'explode' } }, '400 unrecognized update failure action explode'],
    [{ ...MINIMAL, UpdateConfig: { Order: 'sideways' } }, '400 unrecognized update order sideways'],
    [{ ...MINIMAL, TaskTemplate: { ...MINIMAL.TaskTemplate, RestartPolicy: { Condition: 'sometimes' } } }, '400 invalid RestartCondition: "sometimes"'],
    [
      { ...MINIMAL, TaskTemplate: { ContainerSpec: { Image: 'nginx', Mounts: [{ Type: 'magic', Source: 'a', Target: '/a' }] } } },
      '400 invalid MountType: "magic"',
    ],
    [
      { ...MINIMAL, TaskTemplate: { ...MINIMAL.TaskTemplate, Placement: { Constraints: ['node.role=manager'] } } },
      '500 rpc error: code = Unknown desc = constraint expected one operator from ==, !=',
    ],
    [{ ...MINIMAL, TaskTemplate: { ...MINIMAL.TaskTemplate, Networks: [{ Target: 'nope' }] } }, '404 network nope not found'],
  ])('refuses %j', (body, expected) => {
    expect(EngineFixture.manager().fault('POST', '/services/create', body === undefined ? {} : { body })).toBe(expected);
  });

  it('answers updates with the recorded statuses', () => {
    const e = EngineFixture.manager();
    const { ID: id } = e.ask('POST', '/services/create', { body: MINIMAL }).body as { readonly ID: string };
    const version = (): number => (get(e, '/services/web')['Version'] as { readonly Index: number }).Index;
    const update = (query: string, body: JsonObject = MINIMAL): string => e.fault('POST', `/services/web/update?${query}`, { body });
    expect(update('a=1')).toBe(`400 invalid service version '': strconv.ParseUint: parsing "": invalid syntax`);
    expect(update('version=abc')).toBe(`400 invalid service version 'abc': strconv.ParseUint: parsing "abc": invalid syntax`);
    expect(update('version=1')).toBe('500 rpc error: code = Unknown desc = update out of sequence');
    expect(update(`version=${version()}`, { ...MINIMAL, Name: 'other' })).toBe('501 rpc error: code = Unimplemented desc = renaming services is not supported');
    expect(update(`version=${version()}`, { ...MINIMAL, Mode: { Global: {} } })).toBe(
      '501 rpc error: code = Unimplemented desc = service mode change is not allowed',
    );
    expect(update(`version=${version()}&rollback=sideways`)).toBe('500 unrecognized rollback option sideways');
    expect(update(`version=${version()}&rollback=previous`)).toBe(
      `400 rpc error: code = FailedPrecondition desc = service ${id} does not have a previous spec`,
    );
    expect(e.ask('POST', `/services/web/update?version=${version()}`, { body: { ...MINIMAL, Labels: { b: '1', a: '2' } } }).body).toEqual({ Warnings: null });
    expect(JSON.stringify((get(e, '/services/web')['Spec'] as JsonObject)['Labels'])).toBe('{"a":"2","b":"1"}');
    expect(Object.keys(get(e, '/services/web'))).toEqual(['ID', 'Version', 'CreatedAt', 'UpdatedAt', 'Spec', 'PreviousSpec', 'Endpoint']);
    expect(update(`version=${version()}&rollback=previous`)).toBe('200');
    expect(get(e, '/services/web')['UpdateStatus']).toEqual({
      State: 'rollback_started',
      StartedAt: '2026-11-23T23:14:00Z',
      Message: 'manually requested rollback',
    });
    expect(e.ask('DELETE', `/services/${id.slice(0, 6)}`)).toMatchObject({ status: 200, body: undefined });
    expect(e.fault('GET', '/services/web')).toBe('404 service web not found');
  });

  it('reads filters in both forms and counts tasks on demand', () => {
    const e = EngineFixture.manager();
    e.ask('POST', '/services/create', { body: MINIMAL });
    e.ask('POST', '/services/create', { body: { ...MINIMAL, Name: 'db', Labels: { tier: 'back' }, Mode: { Global: {} } } });
    const names = (filters: string): unknown =>
      (e.ask('GET', '/services', { query: { filters } }).body as readonly JsonObject[]).map((service) => (service['Spec'] as JsonObject)['Name']);
    expect(names('{"name":{"we":true}}')).toEqual(['web']);
    expect(names('{"name":["db"]}')).toEqual(['db']);
    expect(names('{"label":{"tier=back":true}}')).toEqual(['db']);
    expect(names('{"label":{"tier=front":true}}')).toEqual([]);
    expect(names('{"mode":{"global":true}}')).toEqual(['db']);
    expect(e.fault('GET', '/services', { query: { filters: 'notjson' } })).toBe('400 invalid filter');
    expect(e.fault('GET', '/services', { query: { filters: '{"bogus":{"x":true}}' } })).toBe("400 invalid filter 'bogus'");
    const counted = e.ask('GET', '/services', { query: { status: 'true', filters: '{"name":{"web":true}}' } }).body as readonly JsonObject[];
    expect(counted[0]?.['ServiceStatus']).toEqual({ RunningTasks: 0, DesiredTasks: 1, CompletedTasks: 0 });
  });

  it('forgets what an older API version does not know', () => {
    const e = EngineFixture.manager();
    const body = {
      ...MINIMAL,
      TaskTemplate: { ...MINIMAL.TaskTemplate, ContainerSpec: { Image: 'nginx', OomScoreAdj: 100, CapabilityAdd: ['CAP_NET_ADMIN'] } },
    };
    e.ask('POST', '/services/create', { body, apiVersion: '1.40' });
    const { TaskTemplate: task } = get(e, '/services/web')['Spec'] as { readonly TaskTemplate: JsonObject };
    expect(task['ContainerSpec']).toEqual({ Image: 'nginx', Isolation: 'default' });
  });
});
