import { describe, expect, it } from 'vitest';
import type { PortConfig, ServiceSpec } from '../../../docker/api/specs.ts';
import type { Service } from '../../objects/objects.ts';
import { createService, removeService, updateService } from './services.ts';
import { aSpec, type ControlFixture, controlFixture, refusal, result } from './testing/control-fixture.ts';

function create(c: ControlFixture, spec: ServiceSpec): string {
  const made = result((done: (value: string | { code: string; message: string }) => void) => createService(c, spec, done));
  return typeof made === 'string' ? made : `${made.code}: ${made.message}`;
}

function update(c: ControlFixture, id: string, spec: ServiceSpec, given: { version?: number; rollback?: boolean } = {}): string {
  const version = given.version ?? service(c, id).meta.version;
  return refusal(result((done) => updateService(c, { id, version, spec, rollback: given.rollback ?? false }, done)));
}

function service(c: ControlFixture, id: string): Service {
  return c.store.read.get('service', id) as Service;
}

function withPort(name: string, port: PortConfig): ServiceSpec {
  return aSpec(name, { EndpointSpec: { Mode: 'vip', Ports: [port] } });
}

describe('services', () => {
  it('ORC-234: a name can be used once, whatever its case', () => {
    const c = controlFixture();
    expect(create(c, aSpec('web'))).toMatch(/^[0-9a-z]{25}$/);
    expect(create(c, aSpec('web'))).toBe('AlreadyExists: name conflicts with an existing object: service web already exists');
    expect(create(c, aSpec('WEB'))).toContain('service WEB already exists');
  });

  it('ORC-235: one ingress port for one service; other protocols and two host ports are fine', () => {
    const c = controlFixture();
    const id = create(c, withPort('a', { Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }));
    const taken = `InvalidArgument: port '8080' is already in use by service 'a' (${id}) as an ingress port`;
    expect(create(c, withPort('b', { Protocol: 'tcp', TargetPort: 81, PublishedPort: 8080, PublishMode: 'ingress' }))).toBe(taken);
    expect(create(c, withPort('b', { Protocol: 'tcp', TargetPort: 81, PublishedPort: 8080, PublishMode: 'host' }))).toBe(taken);
    expect(create(c, withPort('c', { Protocol: 'udp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }))).toMatch(/^[0-9a-z]{25}$/);
    expect(create(c, withPort('d', { Protocol: 'tcp', TargetPort: 80, PublishedPort: 9090, PublishMode: 'host' }))).toMatch(/^[0-9a-z]{25}$/);
    expect(create(c, withPort('e', { Protocol: 'tcp', TargetPort: 80, PublishedPort: 9090, PublishMode: 'host' }))).toMatch(/^[0-9a-z]{25}$/);
    expect(create(c, withPort('f', { Protocol: 'tcp', TargetPort: 80, PublishedPort: 9090, PublishMode: 'ingress' }))).toMatch(
      /^InvalidArgument: port '9090' is already in use by service '[de]' \([0-9a-z]{25}\) as a host-published port$/,
    );
  });

  it('ORC-237: secrets must exist under the given id and name', () => {
    const c = controlFixture();
    c.store.update((tx) => tx.create('secret', { id: 'sec1', spec: { Name: 'one', Labels: {}, Data: 'eA==' } }));
    const using = (...references: readonly [string, string][]): ServiceSpec =>
      aSpec('web', {
        TaskTemplate: {
          ContainerSpec: {
            Image: 'nginx',
            Secrets: references.map(([SecretID, SecretName]) => ({ SecretID, SecretName, File: { Name: SecretName, UID: '0', GID: '0', Mode: 292 } })),
          },
        },
      });
    expect(create(c, using(['sec1', 'two']))).toBe('InvalidArgument: secret not found: two');
    expect(create(c, using(['x', 'a'], ['y', 'b']))).toBe('InvalidArgument: secrets not found: a, b');
    expect(create(c, using(['sec1', 'one']))).toMatch(/^[0-9a-z]{25}$/);
  });

  it('ORC-239: an update must name the present version', () => {
    const c = controlFixture();
    const id = create(c, aSpec('web'));
    expect(update(c, id, aSpec('web', { Labels: { a: '1' } }), { version: 1 })).toBe('Unknown: update out of sequence');
    expect(service(c, id).spec.Labels).toEqual({});
    expect(update(c, id, aSpec('web', { Labels: { a: '1' } }))).toBe('');
  });

  it('ORC-240: neither name nor mode can change', () => {
    const c = controlFixture();
    const id = create(c, aSpec('web'));
    expect(update(c, id, aSpec('other'))).toBe('Unimplemented: renaming services is not supported');
    expect(update(c, id, aSpec('web', { Mode: { Global: {} } }))).toBe('Unimplemented: service mode change is not allowed');
  });

  it('ORC-241: an update keeps the former spec; a rollback swaps, and twice goes forward again', () => {
    const c = controlFixture();
    const [one, two] = [aSpec('web'), aSpec('web', { Mode: { Replicated: { Replicas: 3 } } })];
    const id = create(c, one);
    expect(update(c, id, one, { rollback: true })).toBe(`FailedPrecondition: service ${id} does not have a previous spec`);
    const created = service(c, id).meta.version;
    update(c, id, two);
    expect(service(c, id)).toMatchObject({ spec: two, specVersion: created, previousSpec: one, previousSpecVersion: 0 });
    c.now = 2000;
    expect(update(c, id, two, { rollback: true })).toBe('');
    expect(service(c, id)).toMatchObject({
      spec: one,
      specVersion: 0,
      previousSpec: two,
      updateStatus: { state: 'rollback_started', startedAt: 2000, message: 'manually requested rollback' },
    });
    update(c, id, one, { rollback: true });
    expect(service(c, id)).toMatchObject({ spec: two, specVersion: created, previousSpec: one });
    update(c, id, one);
    expect(service(c, id).updateStatus).toBeUndefined();
  });

  it('ORC-242: changed ports are compared with those of other services only', () => {
    const c = controlFixture();
    const mine: PortConfig = { Protocol: 'tcp', TargetPort: 80, PublishedPort: 80, PublishMode: 'ingress' };
    const id = create(c, withPort('a', mine));
    create(c, withPort('b', { ...mine, PublishedPort: 81 }));
    expect(update(c, id, withPort('a', { ...mine, TargetPort: 8080 }))).toBe('');
    expect(update(c, id, withPort('a', { ...mine, PublishedPort: 81 }))).toContain("port '81' is already in use by service 'b'");
  });

  it('ORC-253: every update of a job is a new iteration', () => {
    const c = controlFixture();
    const job = (labels: { readonly [key: string]: string }): ServiceSpec => aSpec('job', { Mode: { GlobalJob: {} }, Labels: labels });
    const id = create(c, job({}));
    expect(service(c, id).jobStatus).toEqual({ jobIteration: 0, lastExecution: 1000 });
    c.now = 3000;
    update(c, id, job({ a: '1' }));
    expect(service(c, id).jobStatus).toEqual({ jobIteration: 1, lastExecution: 3000 });
  });

  it('refuses to attach a service to ingress, or to publish without it', () => {
    const c = controlFixture();
    const attached = aSpec('web', { TaskTemplate: { ContainerSpec: { Image: 'nginx' }, Networks: [{ Target: 'ingress0000000000000000id' }] } });
    expect(create(c, attached)).toBe('InvalidArgument: Service cannot be explicitly attached to the ingress network "ingress"');
    c.store.update((tx) => tx.delete('network', 'ingress0000000000000000id'));
    const published = withPort('web', { Protocol: 'tcp', TargetPort: 80, PublishMode: 'ingress' });
    expect(create(c, published)).toBe('FailedPrecondition: service needs ingress network, but no ingress network is present');
  });

  it('removes a service without asking', () => {
    const c = controlFixture();
    const id = create(c, aSpec('web'));
    expect(refusal(result((done) => removeService(c, id, done)))).toBe('');
    expect(refusal(result((done) => removeService(c, id, done)))).toBe(`NotFound: service ${id} not found`);
  });
});
