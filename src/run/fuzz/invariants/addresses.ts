import { TaskState } from '../../../swarm/objects/task-state.ts';
import type { Invariant } from './invariant.ts';

/** Every address of an overlay network belongs to one task, service or node (orchestrator.md §8.2). */
export const oneOwnerPerAddress: Invariant = {
  name: 'one owner per address',
  when: 'always',
  check: ({ reader }) => {
    const owners = new Map<string, string>();
    const broken: string[] = [];
    const claim = (networkId: string, cidr: string, owner: string): void => {
      const key = `${networkId} ${cidr.split('/')[0]}`;
      const other = owners.get(key);
      if (other !== undefined) broken.push(`${cidr} on network ${networkId} belongs to ${other} and ${owner}`);
      owners.set(key, owner);
    };
    for (const service of reader.list('service')) {
      for (const { networkId, addr } of service.endpoint?.virtualIPs ?? []) if (addr !== undefined) claim(networkId, addr, `service ${service.spec.Name}`);
    }
    for (const node of reader.list('node')) {
      for (const { networkId, addresses } of node.attachments) for (const address of addresses) claim(networkId, address, `node ${node.description?.Hostname}`);
    }
    for (const task of reader.list('task')) {
      if (task.status.state > TaskState.RUNNING) continue;
      for (const { networkId, addresses } of task.networks) for (const address of addresses) claim(networkId, address, `task ${task.id}`);
    }
    return broken;
  },
};

/** A port published on the ingress network belongs to one service. */
export const oneServicePerIngressPort: Invariant = {
  name: 'one service per ingress port',
  when: 'always',
  check: ({ reader }) => {
    const owners = new Map<string, string>();
    const broken: string[] = [];
    for (const service of reader.list('service')) {
      for (const port of service.endpoint?.ports ?? []) {
        if (port.PublishMode === 'host') continue;
        const key = `${port.PublishedPort}/${port.Protocol}`;
        const other = owners.get(key);
        if (other !== undefined) broken.push(`${key} is published by ${other} and ${service.spec.Name}`);
        owners.set(key, service.spec.Name);
      }
    }
    return broken;
  },
};
