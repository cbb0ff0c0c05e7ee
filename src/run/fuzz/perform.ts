import type { JsonObject } from '../../base/json.ts';
import type { EngineRequest } from '../../docker/api/client.ts';
import type { NodeSpec, SwarmSpec } from '../../docker/api/specs.ts';
import type { Host } from '../../swarm/cluster/host.ts';
import { applyTrouble } from '../apply-trouble.ts';
import type { FuzzWorld } from './fuzz-world.ts';
import { NODE_LABEL } from './make-service.ts';
import type { FuzzAction } from './plan.ts';

/** Does one action now. Answers of engines that come later continue what they belong to. */
export function perform(world: FuzzWorld, action: FuzzAction): void {
  const { cluster } = world;
  const { network } = cluster;
  switch (action.kind) {
    case 'create':
      ask(world, action.via, { method: 'POST', path: '/services/create', body: action.spec as unknown as JsonObject });
      return;
    case 'update':
      changeService(world, action.via, action.spec.Name, () => action.spec as unknown as JsonObject);
      return;
    case 'rollback':
      changeService(world, action.via, action.name, (spec) => spec, { rollback: 'previous' });
      return;
    case 'remove':
      ask(world, action.via, { method: 'DELETE', path: `/services/${action.name}` });
      return;
    case 'availability':
      changeNode(world, action.via, action.host, (spec) => ({ ...spec, Availability: action.to }));
      return;
    case 'role':
      changeNode(world, action.via, action.host, (spec) => ({ ...spec, Role: action.to }));
      return;
    case 'label':
      changeNode(world, action.via, action.host, (spec) => ({ ...spec, Labels: action.to === '' ? {} : { [NODE_LABEL]: action.to } }));
      return;
    case 'node-rm': {
      const { nodeId } = cluster.host(action.host).swarm;
      if (nodeId !== '') ask(world, action.via, { method: 'DELETE', path: `/nodes/${nodeId}`, query: { force: String(action.force) } });
      return;
    }
    case 'leave':
      leaveSwarm(world, cluster.host(action.host), action.force);
      return;
    case 'join': {
      const manager = managerAt(world, action.via);
      if (manager) joinSwarm(world, cluster.host(action.host), manager, action.role);
      return;
    }
    case 'swarm':
      changeSwarm(world, action.via, (spec) => ({
        ...spec,
        Orchestration: { TaskHistoryRetentionLimit: action.historyLimit },
        Raft: { ...spec.Raft, SnapshotInterval: action.snapshotInterval, LogEntriesForSlowFollowers: action.snapshotInterval < 1000 ? 5 : 500 },
      }));
      return;
    case 'engine':
      if (action.up) {
        cluster.host(action.host).startEngine();
        world.silentSince.delete(action.host);
      } else {
        cluster.host(action.host).stopEngine();
        world.fallSilent(action.host);
      }
      return;
    case 'power':
      if (action.on) {
        cluster.host(action.host).setPower(true);
        world.silentSince.delete(action.host);
      } else world.losePower(cluster.host(action.host));
      return;
    case 'link':
      cluster.host(action.host).setLink(action.up);
      return;
    case 'pair':
      if (action.a !== action.b) network.setPairCut(action.a, action.b, action.cut);
      return;
    case 'trouble':
      if (action.trouble.kind === 'quality' || action.trouble.kind === 'slow') world.slowed = true;
      applyTrouble(cluster, action.trouble);
      return;
  }
}

/**
 * `swarm leave`. A manager that would take the quorum with it for ever stays: nothing that comes later could mend
 * that, as a departed manager still counts as a member.
 */
export function leaveSwarm(world: FuzzWorld, host: Host, force: boolean): void {
  const { nodeId } = host.swarm;
  const leader = world.leader();
  const members = leader?.swarm.members ?? [];
  if (members.some((member) => member.nodeId === nodeId) || host.swarm.isManager) {
    const alive = world.cluster.hosts().filter((other) => other !== host && members.some((member) => member.nodeId === other.swarm.nodeId));
    if (!leader || alive.length * 2 <= members.length) return;
  }
  world.request(host, { method: 'POST', path: '/swarm/leave', query: { force: String(force) } }, () => {});
}

/** Joins the swarm of a manager, with a token that is asked of it. */
export function joinSwarm(world: FuzzWorld, host: Host, manager: Host, role: 'worker' | 'manager'): void {
  world.request(manager, { method: 'GET', path: '/swarm' }, (status, swarm) => {
    if (status >= 400) return;
    const tokens = swarm['JoinTokens'] as { readonly Worker: string; readonly Manager: string };
    const body = {
      ListenAddr: '0.0.0.0:2377',
      AdvertiseAddr: host.spec.address,
      DataPathAddr: '',
      RemoteAddrs: [`${manager.spec.address}:2377`],
      JoinToken: role === 'manager' ? tokens.Manager : tokens.Worker,
      Availability: '',
    };
    world.request(host, { method: 'POST', path: '/swarm/join', body }, () => {});
  });
}

/** Reads a node by its id, and writes its changed spec. */
export function changeNodeById(world: FuzzWorld, via: Host, id: string, change: (spec: NodeSpec) => NodeSpec): void {
  world.request(via, { method: 'GET', path: `/nodes/${id}` }, (status, node) => {
    if (status >= 400) return;
    const version = (node['Version'] as { readonly Index: number }).Index;
    const body = change(node['Spec'] as unknown as NodeSpec) as unknown as JsonObject;
    world.request(via, { method: 'POST', path: `/nodes/${id}/update`, query: { version: String(version) }, body }, () => {});
  });
}

function changeNode(world: FuzzWorld, via: number, host: string, change: (spec: NodeSpec) => NodeSpec): void {
  const manager = managerAt(world, via);
  const { nodeId } = world.cluster.host(host).swarm;
  if (manager && nodeId !== '') changeNodeById(world, manager, nodeId, change);
}

function changeService(
  world: FuzzWorld,
  via: number,
  name: string,
  change: (spec: JsonObject) => JsonObject,
  query: { readonly [key: string]: string } = {},
): void {
  const manager = managerAt(world, via);
  if (!manager) return;
  world.request(manager, { method: 'GET', path: `/services/${name}` }, (status, service) => {
    if (status >= 400) return;
    const version = (service['Version'] as { readonly Index: number }).Index;
    world.request(
      manager,
      {
        method: 'POST',
        path: `/services/${String(service['ID'])}/update`,
        query: { version: String(version), ...query },
        body: change(service['Spec'] as JsonObject),
      },
      () => {},
    );
  });
}

function changeSwarm(world: FuzzWorld, via: number, change: (spec: SwarmSpec) => SwarmSpec): void {
  const manager = managerAt(world, via);
  if (!manager) return;
  world.request(manager, { method: 'GET', path: '/swarm' }, (status, swarm) => {
    if (status >= 400) return;
    const version = (swarm['Version'] as { readonly Index: number }).Index;
    const body = change(swarm['Spec'] as unknown as SwarmSpec) as unknown as JsonObject;
    world.request(manager, { method: 'POST', path: '/swarm/update', query: { version: String(version) }, body }, () => {});
  });
}

function ask(world: FuzzWorld, via: number, request: EngineRequest): void {
  const manager = managerAt(world, via);
  if (manager) world.request(manager, request, () => {});
}

function managerAt(world: FuzzWorld, via: number): Host | undefined {
  const managers = world.managers();
  return managers[via % Math.max(1, managers.length)];
}
