import { describe, expect, it } from 'vitest';
import { isRefusal } from '../swarm/agent/container.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { makeService, makeTask } from '../swarm/testing/builders.ts';
import { type Answer, EngineFixture, FakeHost, NODE_ID } from './testing/fake-host.ts';

/** A service whose task runs in a container of this host, or of another one that the log broker reaches. */
function talking(there: FakeHost | undefined): EngineFixture {
  const e = EngineFixture.manager(there ? { remoteContainers: (nodeId) => (nodeId === 'other' ? there.containers : undefined) } : {});
  const runtime = (there ?? e.host).containers;
  const container = runtime.create({
    name: 'talk.1.task1',
    image: 'busybox:latest',
    command: ['sh', '-c', 'echo one; echo two >&2; sleep 1; echo three; sleep 1d'],
    env: [],
    labels: {},
    tty: false,
    openStdin: false,
    mounts: [],
    ports: [],
    networks: [],
    networkMode: 'bridge',
    task: { id: 'task1', serviceId: 'svc1', serviceName: 'talk' },
  });
  if (isRefusal(container)) throw new Error(container.message);
  runtime.start(container.id);
  const service = makeService('svc1', { spec: { Name: 'talk' } });
  e.host.store.update((tx) => {
    tx.create('service', service);
    tx.create('task', makeTask(service, { id: 'task1', slot: 1, nodeId: there ? 'other' : NODE_ID, state: TaskState.RUNNING }));
  });
  (there ?? e.host).kernel.runUntil(500);
  return e;
}

function lines(answer: Answer): readonly string[] {
  return answer.chunks.map((chunk) => (chunk.kind === 'json' ? '' : `${chunk.kind}: ${chunk.text}`));
}

describe('logs of services', () => {
  it('carry who speaks, when it is asked for', () => {
    const e = talking(undefined);
    const details = `com.docker.swarm.node.id=${NODE_ID},com.docker.swarm.service.id=svc1,com.docker.swarm.task.id=task1`;
    const answer = e.ask('GET', '/services/talk/logs?details=1&stdout=1&stderr=1&tail=all');
    expect(answer).toMatchObject({ status: 200, ended: true, headers: { 'Content-Type': 'application/vnd.docker.multiplexed-stream' } });
    expect(lines(answer)).toEqual([`stdout: ${details} one\n`, `stderr: ${details} two\n`]);
    expect(lines(e.ask('GET', '/tasks/task1/logs?stdout=1&stderr=1&tail=1'))).toEqual(['stderr: two\n']);
    expect(e.fault('GET', '/services/talk/logs')).toBe('500 Bad parameters: you must choose at least one stream');
    expect(e.fault('GET', '/services/nope/logs?stdout=1')).toBe('404 service nope not found');
    expect(e.fault('GET', '/services/talk/logs?stdout=1&tail=some')).toBe('500 tail value must be a positive integer or "all"');
    expect(e.fault('GET', '/services/talk/logs?stdout=1&tail=-1')).toBe('500 negative tail values not supported');
  });

  it('go on while they are followed', () => {
    const e = talking(undefined);
    const answer = e.ask('GET', '/services/talk/logs?stdout=1&follow=1&tail=0');
    e.pass(2000);
    expect(lines(answer)).toEqual(['stdout: three\n']);
    expect(answer.ended).toBe(false);
    answer.cancel();
  });

  it('ORC-283 without follow, and with a node that is not there: the others, and at the end why it is not all', () => {
    const e = talking(undefined);
    const service = e.host.store.read.get('service', 'svc1');
    if (!service) throw new Error('no service');
    e.host.store.update((tx) => tx.create('task', makeTask(service, { id: 'task2', slot: 2, nodeId: 'gone', state: TaskState.RUNNING })));
    const answer = e.ask('GET', '/services/talk/logs?stdout=1');
    expect(lines(answer)).toEqual([
      'stdout: one\n',
      'error: Error grabbing logs: rpc error: code = Unknown desc = warning: incomplete log stream. some logs could not be retrieved for the following reasons: node gone is not available\n',
    ]);
    expect(answer.ended).toBe(true);
  });

  it('ORC-284 without follow, and of a task that has no node yet', () => {
    const e = talking(undefined);
    const service = e.host.store.read.get('service', 'svc1');
    if (!service) throw new Error('no service');
    e.host.store.update((tx) => tx.create('task', makeTask(service, { id: 'task2', slot: 2 })));
    expect(lines(e.ask('GET', '/tasks/task2/logs?stdout=1'))).toEqual([
      'error: Error grabbing logs: rpc error: code = Unknown desc = warning: incomplete log stream. some logs could not be retrieved for the following reasons: task task2 has not been scheduled\n',
    ]);
    expect(lines(e.ask('GET', '/services/talk/logs?stdout=1'))).toEqual(['stdout: one\n']);
  });

  it('come from other hosts through the log broker', () => {
    const e = talking(new FakeHost());
    expect(lines(e.ask('GET', '/services/talk/logs?stdout=1'))).toEqual(['stdout: one\n']);
  });
});
