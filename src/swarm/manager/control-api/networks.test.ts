import { describe, expect, it } from 'vitest';
import type { NetworkSpec } from '../../../docker/api/specs.ts';
import { TaskState } from '../../objects/task-state.ts';
import { makeTask } from '../../testing/builders.ts';
import { createNetwork, removeNetwork, validateNetworkSpec } from './networks.ts';
import { aSpec, type ControlFixture, controlFixture, refusal, result } from './testing/control-fixture.ts';

const INGRESS = 'ingress0000000000000000id';

function create(c: ControlFixture, spec: NetworkSpec): string {
  return result((done: (value: string) => void) => createNetwork(c, spec, (made) => done(typeof made === 'string' ? made : refusal(made))));
}

function remove(c: ControlFixture, id: string): string {
  return refusal(result((done) => removeNetwork(c, id, done)));
}

describe('networks', () => {
  it('ORC-254: one that a service or a live task uses stays, and ingress while a port needs it', () => {
    const c = controlFixture();
    const id = create(c, { Name: 'net1', Driver: { Name: 'overlay' } });
    c.store.update((tx) => {
      tx.create('service', {
        id: 'svc1',
        spec: aSpec('web', { TaskTemplate: { ContainerSpec: { Image: 'nginx' }, Networks: [{ Target: id }] } }),
        specVersion: 0,
      });
      tx.create('service', { id: 'svc2', spec: aSpec('pub', { EndpointSpec: { Ports: [{ TargetPort: 80, PublishMode: 'ingress' }] } }), specVersion: 0 });
    });
    expect(remove(c, id)).toBe(`FailedPrecondition: network ${id} is in use by service svc1`);
    expect(remove(c, INGRESS)).toBe('FailedPrecondition: ingress network cannot be removed because service svc2 depends on it');
    c.store.update((tx) => {
      tx.delete('service', 'svc1');
      tx.delete('service', 'svc2');
      const networks = [{ networkId: id, addresses: [], aliases: [] }];
      tx.create('task', makeTask(undefined, { id: 'live', networks, state: TaskState.RUNNING, desiredState: TaskState.RUNNING }));
    });
    expect(remove(c, id)).toBe(`FailedPrecondition: network ${id} is in use by task live`);
    c.store.update((tx) => tx.delete('task', 'live'));
    expect(remove(c, id)).toBe('');
    expect(remove(c, INGRESS)).toBe('');
    expect(remove(c, id)).toBe(`NotFound: network ${id} not found`);
  });

  it('has one ingress', () => {
    const c = controlFixture();
    expect(create(c, { Name: 'ing2', Ingress: true })).toBe(`AlreadyExists: ingress network (${INGRESS}) is already present`);
  });

  it.each([
    [{ Name: 'x', Ingress: true, Attachable: true }, 'InvalidArgument: ingress network cannot be attachable'],
    [{ Name: 'x', Ingress: true, Driver: { Name: 'bridge' } }, 'Unimplemented: only overlay driver is currently supported for ingress network'],
    [{ Name: 'a b' }, 'InvalidArgument: name must be valid as a DNS name component'],
    [{ Name: 'x', IPAM: { Config: [{ Subnet: '10.0.0.0/99' }] } }, 'InvalidArgument: ipam configuration: invalid subnet 10.0.0.0/99'],
    [
      { Name: 'x', IPAM: { Config: [{ Subnet: '10.1.0.0/24', IPRange: '10.2.0.0/28' }] } },
      'InvalidArgument: ipam configuration: subnet 10.1.0.0/24 does not contain range 10.2.0.0/28',
    ],
    [
      { Name: 'x', IPAM: { Config: [{ Subnet: '10.1.0.0/24', Gateway: '10.2.0.1' }] } },
      'InvalidArgument: ipam configuration: subnet 10.1.0.0/24 does not contain gateway 10.2.0.1',
    ],
    [{ Name: 'x', IPAM: { Config: [{ Subnet: '10.1.0.0/24', IPRange: '10.1.0.0/28', Gateway: '10.1.0.1' }] } }, ''],
  ])('checks %j', (spec, expected) => {
    expect(refusal(validateNetworkSpec(spec))).toBe(expected);
  });
});
