import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../base/json.ts';
import { type Answer, EngineFixture } from './testing/fake-host.ts';

/** What the CLI sends of a container that matters here. */
function run(e: EngineFixture, name: string, given: JsonObject = {}): string {
  const made = e.ask('POST', '/containers/create', { query: { name }, body: { Image: 'nginx:latest', ...given } });
  expect(made.status).toBe(201);
  return (made.body as { readonly Id: string }).Id;
}

function text(answer: Answer): readonly string[] {
  return answer.chunks.map((chunk) => (chunk.kind === 'json' ? JSON.stringify(chunk.value) : `${chunk.kind}: ${chunk.text}`));
}

describe('containers over the API', () => {
  it('creates, starts, stops and removes with the recorded statuses', () => {
    const e = new EngineFixture();
    const id = run(e, 'plain');
    expect(e.fault('POST', '/containers/create', { query: { name: 'a b' }, body: { Image: 'nginx' } })).toBe(
      '400 Invalid container name (a b), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed',
    );
    expect(e.fault('POST', '/containers/create', { body: { Image: 'nosuch:1' } })).toBe('404 No such image: nosuch:1');
    expect(e.fault('POST', '/containers/plain/stop')).toBe('304');
    expect(e.fault('POST', '/containers/plain/kill')).toBe(`409 cannot kill container: plain: container ${id} is not running`);
    expect(e.fault('POST', '/containers/nope/kill')).toBe('404 cannot kill container: nope: No such container: nope');
    expect(e.fault('POST', '/containers/plain/pause')).toBe(`409 container ${id} is not running`);
    expect(e.fault('POST', '/containers/plain/start')).toBe('204');
    expect(e.fault('POST', '/containers/plain/start')).toBe('304');
    const short = id.slice(0, 12);
    expect(e.fault('DELETE', `/containers/${short}`)).toBe(
      `409 cannot remove container "${short}": container is running: stop the container before removing or force remove`,
    );
    const stop = e.ask('POST', '/containers/plain/stop');
    expect(stop.status).toBe(0);
    e.pass(11_000);
    expect(stop.status).toBe(204);
    expect((e.ask('GET', '/containers/json').body as readonly unknown[]).length).toBe(0);
    const [listed] = e.ask('GET', '/containers/json?all=1').body as readonly JsonObject[];
    expect(listed?.['Status']).toMatch(/^Exited \(0\) \d+ seconds ago$/);
    expect(e.fault('DELETE', '/containers/plain')).toBe('204');
    expect(e.fault('GET', '/containers/plain/json')).toBe('404 No such container: plain');
  });

  it('waits, attaches and follows logs until the end', () => {
    const e = new EngineFixture();
    const id = run(e, 'job', { Image: 'busybox:latest', Cmd: ['sh', '-c', 'echo one; sleep 1; echo two >&2; exit 4'] });
    const attached = e.ask('POST', `/containers/${id}/attach?stream=1&stdout=1&stderr=1`);
    expect(attached).toMatchObject({
      status: 101,
      headers: { 'Content-Type': 'application/vnd.docker.multiplexed-stream', Connection: 'Upgrade', Upgrade: 'tcp' },
    });
    const waiting = e.ask('POST', `/containers/${id}/wait?condition=next-exit`);
    expect(waiting).toMatchObject({ status: 200, streaming: true, ended: false });
    e.ask('POST', `/containers/${id}/start`);
    const followed = e.ask('GET', `/containers/${id}/logs?follow=1&stdout=1&tail=all`);
    e.pass(5000);
    expect(text(attached)).toEqual(['stdout: one\n', 'stderr: two\n']);
    expect(text(waiting)).toEqual(['{"StatusCode":4}']);
    expect(text(followed)).toEqual(['stdout: one\n']);
    expect([attached.ended, waiting.ended, followed.ended]).toEqual([true, true, true]);
    expect(text(e.ask('GET', `/containers/job/logs?stdout=1&stderr=1&tail=1&timestamps=1`))[0]).toMatch(/^stderr: 2026-11-23T23:14:0\d\.\d{9}Z two\n$/);
    expect(e.fault('GET', '/containers/job/logs')).toBe('400 Bad parameters: you must choose at least one stream');
  });

  it('runs commands inside', () => {
    const e = new EngineFixture();
    const id = run(e, 'web');
    expect(e.fault('POST', '/containers/web/exec', { body: { Cmd: ['ls'] } })).toBe(`409 container ${id} is not running`);
    e.ask('POST', '/containers/web/start');
    const exec = (e.ask('POST', '/containers/web/exec', { body: { Cmd: ['sh', '-c', 'echo hi'], AttachStdout: true } }).body as { readonly Id: string }).Id;
    const started = e.ask('POST', `/exec/${exec}/start`, { body: { Detach: false } });
    e.pass(2000);
    expect(started.status).toBe(101);
    expect(text(started)).toEqual(['stdout: hi\n']);
    expect(started.ended).toBe(true);
    expect(e.ask('GET', `/exec/${exec}/json`).body).toMatchObject({
      Running: false,
      ExitCode: 0,
      ProcessConfig: { tty: false, entrypoint: 'sh', arguments: ['-c', 'echo hi'], privileged: false },
      ContainerID: id,
    });
    expect(e.fault('GET', '/exec/nope/json')).toBe('404 No such exec instance: nope');
  });

  it('tells events with their attributes, past ones on demand', () => {
    const e = EngineFixture.manager();
    const live = e.ask('GET', '/events', { query: { filters: '{"type":{"container":true}}' } });
    run(e, 'web', { Labels: { b: '1' } });
    e.ask('POST', '/containers/web/start');
    e.ask('POST', '/containers/web/kill');
    e.pass(1000);
    const json = live.chunks.map((chunk) => (chunk.kind === 'json' ? (chunk.value as JsonObject) : {}));
    expect(json.map((event) => event['Action'])).toEqual(['create', 'start', 'kill', 'die']);
    expect(JSON.stringify(json[2])).toMatch(
      /^{"status":"kill","id":"\w+","from":"nginx:latest","Type":"container","Action":"kill","Actor":{"ID":"\w+","Attributes":{"b":"1","image":"nginx:latest","name":"web","signal":"9"}},"scope":"local","time":1795475640,"timeNano":1795475640000000000}$/,
    );
    expect(json[3]).toMatchObject({ Actor: { Attributes: { exitCode: '137' } } });
    live.cancel();
    e.ask('POST', '/secrets/create', { body: { Name: 'evs', Data: 'eA==' } });
    expect(live.chunks.length).toBe(4);
    const past = e.ask('GET', '/events', { query: { since: '1795475640', until: '1795475641', filters: '{"scope":{"swarm":true}}' } });
    expect(past.ended).toBe(true);
    expect(text(past).at(-1)).toContain('"Type":"secret","Action":"create"');
  });

  it('keeps anonymous and named volumes of containers', () => {
    const e = new EngineFixture();
    run(e, 'db', { Volumes: { '/data': {} }, HostConfig: { Binds: ['named:/x:ro'] } });
    const { Volumes: volumes } = e.ask('GET', '/volumes').body as { readonly Volumes: readonly JsonObject[] };
    expect(volumes.map((volume) => String(volume['Name']).replace(/^[0-9a-f]{64}$/, '<anonymous>')).sort()).toEqual(['<anonymous>', 'named']);
    const { Mounts: mounts } = e.ask('GET', '/containers/db/json').body as { readonly Mounts: readonly JsonObject[] };
    expect(mounts.map((mount) => [mount['Destination'], mount['Type'], mount['RW']])).toEqual([
      ['/x', 'volume', false],
      ['/data', 'volume', true],
    ]);
    expect(e.fault('DELETE', '/volumes/named')).toMatch(/^409 remove named: volume is in use - \[[0-9a-f]{64}\]$/);
    expect(e.fault('GET', '/volumes/nope')).toBe('404 get nope: no such volume');
    expect(e.fault('DELETE', '/volumes/nope?force=1')).toBe('204');
  });

  it('gives addresses on local networks while a container runs', () => {
    const e = new EngineFixture();
    e.ask('POST', '/networks/create', { body: { Name: 'br1', Driver: 'bridge' } });
    run(e, 'one', { HostConfig: { NetworkMode: 'br1' } });
    e.ask('POST', '/containers/one/start');
    const address = (): unknown =>
      ((e.ask('GET', '/containers/one/json').body as JsonObject)['NetworkSettings'] as { readonly Networks: { readonly [name: string]: JsonObject } }).Networks;
    expect(address()).toMatchObject({ br1: { IPAddress: '172.18.0.2', IPPrefixLen: 16, Gateway: '172.18.0.1' } });
    expect(e.fault('POST', '/networks/bridge/connect', { body: { Container: 'one' } })).toBe('200');
    expect(Object.keys(address() as JsonObject)).toEqual(['br1', 'bridge']);
    expect(e.fault('POST', '/networks/br1/disconnect', { body: { Container: 'one' } })).toBe('200');
    expect(Object.keys(address() as JsonObject)).toEqual(['bridge']);
    expect(e.fault('POST', '/networks/br1/connect', { body: { Container: 'nope' } })).toBe('404 No such container: nope');
    expect(e.ask('POST', '/networks/prune').body).toEqual({ NetworksDeleted: ['br1'] });
  });

  it('lists, tags and removes images', () => {
    const e = new EngineFixture();
    const named = (filters: string): readonly unknown[] =>
      (e.ask('GET', '/images/json', { query: { filters } }).body as readonly JsonObject[]).flatMap((image) => image['RepoTags'] as readonly string[]);
    expect(e.fault('POST', '/images/nginx:latest/tag?repo=docker.io/library/mine&tag=v1')).toBe('201');
    expect(named('{"reference":{"mine":true}}')).toEqual(['mine:v1']);
    expect(e.ask('DELETE', '/images/mine:v1').body).toEqual([{ Untagged: 'mine:v1' }]);
    expect(e.fault('GET', '/images/nope/json')).toBe('404 No such image: nope:latest');
    expect(e.fault('GET', '/images/DC2-N1/json')).toBe('400 invalid reference format: repository name (library/DC2-N1) must be lowercase');
    expect(e.fault('POST', '/images/create?fromImage=docker.io/library/nginx&tag=latest')).toMatch(/^500 Get "https:\/\/registry-1.docker.io\/v2\/"/);
  });
});
