import { describe, expect, it } from 'vitest';
import { createPayload, removePayload, updatePayload } from './configs-and-secrets.ts';
import { aSpec, type ControlFixture, controlFixture, refusal, result } from './testing/control-fixture.ts';

const DATA = 'aGVsbG8=';

function make(c: ControlFixture, kind: 'config' | 'secret', name: string, Data = DATA): string {
  return result((done: (value: string) => void) =>
    createPayload(c, kind, { Name: name, Labels: {}, Data }, (made) => done(typeof made === 'string' ? made : refusal(made))),
  );
}

describe.each(['config', 'secret'] as const)('%ss', (kind) => {
  it('have a name of their own and some data, but not too much', () => {
    const c = controlFixture();
    const limit = kind === 'config' ? 1_024_000 : 512_000;
    expect(make(c, kind, 'one')).toMatch(/^[0-9a-z]{25}$/);
    expect(make(c, kind, 'one')).toBe(`AlreadyExists: ${kind} one already exists`);
    expect(make(c, kind, '')).toBe('InvalidArgument: name must be provided');
    expect(make(c, kind, 'two', '')).toBe(`InvalidArgument: ${kind} data must be larger than 0 and less than ${limit} bytes`);
    const bytes = (count: number): string => `${'A'.repeat(Math.floor(count / 3) * 4)}${['', 'AA==', 'AAA='][count % 3]}`;
    expect(make(c, kind, 'two', bytes(limit))).toContain('data must be larger than 0');
    expect(make(c, kind, 'two', bytes(limit - 1))).toMatch(/^[0-9a-z]{25}$/);
  });

  it('ORC-243: one in use stays, and the services that use it are named', () => {
    const c = controlFixture();
    const id = make(c, kind, 's');
    const file = { Name: 's', UID: '0', GID: '0', Mode: 292 };
    const container =
      kind === 'config' ? { Configs: [{ File: file, ConfigID: id, ConfigName: 's' }] } : { Secrets: [{ File: file, SecretID: id, SecretName: 's' }] };
    const spec = (name: string): ReturnType<typeof aSpec> => aSpec(name, { TaskTemplate: { ContainerSpec: { Image: 'nginx', ...container } } });
    c.store.update((tx) => tx.create('service', { id: 'svc1', spec: spec('a'), specVersion: 0 }));
    const remove = (): string => refusal(result((done) => removePayload(c, kind, id, done)));
    expect(remove()).toBe(`InvalidArgument: ${kind} 's' is in use by the following service: a`);
    c.store.update((tx) => tx.create('service', { id: 'svc2', spec: spec('b'), specVersion: 0 }));
    expect(remove()).toBe(`InvalidArgument: ${kind} 's' is in use by the following services: a, b`);
    c.store.update((tx) => {
      tx.delete('service', 'svc1');
      tx.delete('service', 'svc2');
    });
    expect(remove()).toBe('');
    expect(c.store.read.get(kind, id)).toBeUndefined();
  });

  it('ORC-244: only labels can change', () => {
    const c = controlFixture();
    const id = make(c, kind, 's');
    const update = (
      given: { Name?: string; Data?: string; Labels?: { readonly [key: string]: string } },
      version = c.store.read.get(kind, id)?.meta.version ?? 0,
    ): string => refusal(result((done) => updatePayload(c, kind, { id, version, spec: { Name: 's', Labels: {}, ...given } }, done)));
    expect(update({ Data: 'eA==' })).toBe('InvalidArgument: only updates to Labels are allowed');
    expect(update({ Name: 't' })).toBe('InvalidArgument: only updates to Labels are allowed');
    expect(update({ Labels: { a: 'b' } }, 1)).toBe('Unknown: update out of sequence');
    expect(update({ Labels: { a: 'b' } })).toBe('');
    expect(update({ Data: DATA, Labels: { a: 'c' } })).toBe('');
    expect(c.store.read.get(kind, id)?.spec).toEqual({ Name: 's', Labels: { a: 'c' }, Data: DATA });
  });
});
