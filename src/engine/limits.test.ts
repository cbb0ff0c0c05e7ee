import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../base/json.ts';
import { EngineFixture } from './testing/fake-host.ts';

function spec(name: string, mode: JsonObject, labels: JsonObject = {}): Json {
  return { Name: name, Labels: labels, TaskTemplate: { ContainerSpec: { Image: 'nginx:latest' } }, Mode: mode };
}

function version(e: EngineFixture, name: string): number {
  return (e.ask('GET', `/services/${name}`).body as { readonly Version: { readonly Index: number } }).Version.Index;
}

const TEXT = 'are more than this playground takes';

describe('limits of the playground', () => {
  it('takes 10000 replicas and no more', () => {
    const e = EngineFixture.manager();
    expect(e.fault('POST', '/services/create', { body: spec('a', { Replicated: { Replicas: 1_000_000_000 } }) })).toBe(
      `400 rpc error: code = InvalidArgument desc = 1000000000 replicas ${TEXT} (10000): the real engine would accept them`,
    );
    expect(e.fault('POST', '/services/create', { body: spec('a', { Replicated: { Replicas: 10_000 } }) })).toBe('201');
    expect(e.fault('POST', `/services/a/update?version=${version(e, 'a')}`, { body: spec('a', { Replicated: { Replicas: 10_001 } }) })).toBe(
      `400 rpc error: code = InvalidArgument desc = 10001 replicas ${TEXT} (10000): the real engine would accept them`,
    );
  });

  it.each([[{ TotalCompletions: 10_001 }], [{ TotalCompletions: 1, MaxConcurrent: 10_001 }]])('counts the tasks of a job: %j', (job) => {
    const e = EngineFixture.manager();
    expect(e.fault('POST', '/services/create', { body: spec('job', { ReplicatedJob: job }) })).toBe(
      `400 rpc error: code = InvalidArgument desc = 10001 tasks of one job ${TEXT} (10000): the real engine would accept them`,
    );
  });

  it('counts all services together, and lets one shrink that is over', () => {
    const e = EngineFixture.manager();
    for (const name of ['a', 'b']) expect(e.fault('POST', '/services/create', { body: spec(name, { Replicated: { Replicas: 10_000 } }) })).toBe('201');
    const refused = `400 rpc error: code = InvalidArgument desc = 20001 tasks in one swarm ${TEXT} (20000): the real engine would accept them`;
    expect(e.fault('POST', '/services/create', { body: spec('c', { Global: {} }) })).toBe(refused);
    expect(e.fault('POST', `/services/a/update?version=${version(e, 'a')}`, { body: spec('a', { Replicated: { Replicas: 9_999 } }) })).toBe('200');
    expect(e.fault('POST', '/services/create', { body: spec('c', { Global: {} }) })).toBe('201');
  });

  it('can be lifted', () => {
    const e = EngineFixture.manager({ limits: 'none' });
    expect(e.fault('POST', '/services/create', { body: spec('a', { Replicated: { Replicas: 30_000 } }) })).toBe('201');
  });
});

describe('a spec that does not fit a raft message', () => {
  const refused = "500 rpc error: code = Unknown desc = raft: raft message is too large and can't be sent";
  const mib = 1024 * 1024;

  it('is refused when it is created', () => {
    const e = EngineFixture.manager();
    expect(e.fault('POST', '/services/create', { body: spec('a', { Global: {} }, { big: 'x'.repeat(1.5 * mib) }) })).toBe(refused);
    expect(e.fault('POST', '/services/create', { body: spec('a', { Global: {} }, { big: 'é'.repeat(0.75 * mib) }) })).toBe(refused);
    expect(e.ask('GET', '/services').body).toEqual([]);
    expect(e.fault('POST', '/services/create', { body: spec('a', { Global: {} }, { big: 'x'.repeat(1.4 * mib) }) })).toBe('201');
  });

  it('is refused when it is updated, where the previous spec counts too', () => {
    const e = EngineFixture.manager();
    const body = (size: number): Json => spec('a', { Global: {} }, { big: 'x'.repeat(size) });
    e.ask('POST', '/services/create', { body: body(mib) });
    expect(e.fault('POST', `/services/a/update?version=${version(e, 'a')}`, { body: body(mib) })).toBe(refused);
    expect(e.fault('POST', '/networks/create', { body: { Name: 'n', Driver: 'overlay', Labels: { big: 'x'.repeat(2 * mib) } } })).toBe(refused);
  });
});
