import type { NodeSpec } from '../../docker/api/specs.ts';
import { isRefusal } from '../../swarm/agent/container.ts';
import { removeNode, updateNode } from '../../swarm/manager/control-api/nodes.ts';
import { httpRefusal } from '../../swarm/manager/control-api/rpc-status.ts';
import { nodeJson } from '../convert/node-json.ts';
import type { Daemon, LeaderScope } from '../daemon.ts';
import { nodeShape } from '../decode/object-shapes.ts';
import { decode } from '../decode/shape.ts';
import { readFilters } from '../filters.ts';
import { readVersion, resolve } from '../resolve.ts';
import type { Router } from '../router.ts';

const FILTERS = ['id', 'label', 'membership', 'name', 'node.label', 'role'];

/** `/nodes`. */
export function routeNodes(router: Router, daemon: Daemon): void {
  router.add('GET', '/nodes', (call) => {
    const filters = readFilters(call.query('filters'), FILTERS);
    daemon.onLeader(call, (scope) => {
      if (isRefusal(filters)) return call.refuse(filters);
      const wrong =
        wrongValue('role', filters.get('role'), ['manager', 'worker']) ?? wrongValue('membership', filters.get('membership'), ['accepted', 'pending']);
      if (wrong) return call.refuse({ status: 500, message: wrong });
      const nodes = scope.read
        .list('node')
        .filter(
          (node) =>
            filters.prefix('id', node.id) &&
            filters.prefix('name', node.description?.Hostname ?? '') &&
            filters.labels('label', node.description?.Engine?.Labels) &&
            filters.labels('node.label', node.spec.Labels) &&
            filters.exact('role', node.role) &&
            filters.exact('membership', node.membership),
        );
      const around = surroundings(daemon, scope);
      call.reply(
        200,
        nodes.map((node) => nodeJson(node, around)),
      );
    });
  });

  router.add('GET', '/nodes/{id}', (call) =>
    daemon.onLeader(call, (scope) => {
      const node = resolve(scope.read, 'node', call.param('id'));
      if (isRefusal(node)) call.refuse(node);
      else call.reply(200, nodeJson(node, surroundings(daemon, scope)));
    }),
  );

  router.add('POST', '/nodes/{id}/update', (call) => {
    const decoded = decode(nodeShape, call.body);
    if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
    const version = readVersion('node', call.query('version'));
    if (isRefusal(version)) return call.refuse(version);
    daemon.onLeader(call, (scope) => {
      const spec = readNodeSpec(decoded.value as unknown as NodeSpec);
      if (isRefusal(spec)) return call.refuse(spec);
      const node = resolve(scope.read, 'node', call.param('id'));
      if (isRefusal(node)) return call.refuse(node);
      updateNode(scope, { id: node.id, version, spec }, (refused) => (refused ? call.refuse(httpRefusal(refused)) : call.reply(200)));
    });
  });

  router.add('DELETE', '/nodes/{id}', (call) =>
    daemon.onLeader(call, (scope) => {
      const node = resolve(scope.read, 'node', call.param('id'));
      if (isRefusal(node)) return call.refuse(node);
      removeNode(scope, node.id, call.flag('force'), (refused) => (refused ? call.refuse(httpRefusal(refused)) : call.reply(200)));
    }),
  );
}

function surroundings(daemon: Daemon, { leader, read }: LeaderScope): Parameters<typeof nodeJson>[1] {
  return { members: leader.members, rootCertificate: read.cluster()?.rootCa.certificate ?? '', time: (at) => daemon.time(at) };
}

function wrongValue(key: string, values: readonly string[], allowed: readonly string[]): string | undefined {
  const wrong = values.find((value) => !allowed.includes(value));
  return wrong === undefined ? undefined : `Invalid ${key} filter: '${wrong}'`;
}

/** Role and availability must be known words (moby daemon/cluster/convert/node.go NodeSpecToGRPC). */
function readNodeSpec(spec: NodeSpec): NodeSpec | { readonly status: number; readonly message: string } {
  const role: string = spec.Role;
  const availability: string = spec.Availability;
  if (!['worker', 'manager'].includes(role.toLowerCase())) return { status: 400, message: `invalid Role: ${JSON.stringify(role)}` };
  if (!['active', 'pause', 'drain'].includes(availability.toLowerCase())) {
    return { status: 400, message: `invalid Availability: ${JSON.stringify(availability)}` };
  }
  return { ...spec, Role: role.toLowerCase() as NodeSpec['Role'], Availability: availability.toLowerCase() as NodeSpec['Availability'] };
}
