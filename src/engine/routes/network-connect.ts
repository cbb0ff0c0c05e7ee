import { isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { removeNetwork } from '../../swarm/manager/control-api/networks.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { connectShape, type EndpointSettings } from '../decode/endpoint-shape.ts';
import { decode } from '../decode/shape.ts';
import { attachTo, leaseAddress, releaseAddress } from '../local/attach-networks.ts';
import { endpointFault, leaseWanted, setEndpointSettings } from '../local/endpoint-settings.ts';
import { attachments } from '../local/endpoints.ts';
import { containersOn, findNetwork } from '../local/find-network.ts';
import { GWBRIDGE, PREDEFINED_NETWORKS } from '../local/local-networks.ts';
import { publishPrune } from './prune-event.ts';
import type { PruneFilter } from './prune-filter.ts';

/** `/networks/{id}/connect` and `/disconnect`: what a container has besides its configuration is kept by the engine. */
export function connect(daemon: Daemon, call: Call, action: 'connect' | 'disconnect'): void {
  const decoded = decode(connectShape, call.body);
  if ('error' in decoded) return call.refuse({ status: 400, message: decoded.error });
  const body = decoded.value as unknown as {
    readonly Container: string;
    readonly Force: boolean;
    readonly EndpointConfig?: EndpointSettings;
  };
  daemon.withLeaderOrNot((scope) => {
    const container = daemon.host.containers.find(body.Container);
    const found = findNetwork(daemon, scope, call.param('id'), '');
    if (isRefusal(found)) return call.refuse(found);
    if (isRefusal(container)) {
      return call.refuse(action === 'disconnect' && body.Force ? { status: 404, message: `endpoint ${body.Container} not found` } : container);
    }
    const id = String(found['Id']);
    const name = String(found['Name']);
    const on = attachments(daemon, container).some((network) => network.id === id);
    const gone = new Set(daemon.disconnected.get(container.id));
    const added = daemon.connected.get(container.id) ?? [];
    const finish = (refused: Refusal | undefined): void => {
      if (refused) return call.refuse(refused);
      daemon.disconnected.set(container.id, gone);
      const attributes = { container: container.id, name, type: String(found['Driver']) };
      daemon.events.publish({ type: 'network', action, id, attributes, scope: 'local' });
      call.reply(200);
    };
    if (action === 'disconnect') {
      if (!on) return call.refuse({ status: 500, message: `container ${container.id} is not connected to network ${name}` });
      if (added.some((network) => network.id === id)) {
        const rest = added.filter((network) => network.id !== id);
        daemon.connected.set(container.id, rest);
      } else gone.add(id);
      setEndpointSettings(daemon, container, name, undefined);
      releaseAddress(daemon, id, container.id);
      return finish(undefined);
    }
    if (on) return call.refuse({ status: 403, message: `endpoint with name ${container.config.name} already exists in network ${name}` });
    if (name === 'host' || container.config.networkMode === 'host') {
      return call.refuse({ status: 403, message: 'container cannot be disconnected from host network or connected to host network' });
    }
    if (name === 'none' || container.config.networkMode === 'none') {
      return call.refuse({ status: 403, message: 'container cannot be connected to multiple networks with one of the networks in private (none) mode' });
    }
    if (found['Scope'] === 'swarm' && found['Attachable'] !== true) {
      const message = `Could not attach to network ${name}: rpc error: code = PermissionDenied desc = network ${name} not manually attachable`;
      return call.refuse({ status: 500, message });
    }
    const local = daemon.networks.get(id);
    const fault = local && body.EndpointConfig && endpointFault(local, body.EndpointConfig);
    if (fault) return call.refuse({ status: 400, message: fault });
    const network = { id, name, address: '', aliases: body.EndpointConfig?.Aliases ?? [] };
    const enter = (refused: Refusal | undefined): void => {
      if (!refused) {
        gone.delete(id);
        daemon.disconnected.set(container.id, gone);
        daemon.connected.set(container.id, [...added, network]);
        setEndpointSettings(daemon, container, name, body.EndpointConfig);
        const taken = container.state === 'running' ? leaseWanted(daemon, container, id) : undefined;
        if (taken !== undefined) {
          daemon.connected.set(container.id, added);
          return finish({ status: 403, message: taken });
        }
        if (container.state === 'running') leaseAddress(daemon, network, container.id);
      }
      finish(refused);
    };
    if (container.state === 'running') attachTo(daemon, network, container.id, enter);
    else enter(undefined);
  });
}

/** Removes what nobody uses: networks of this host, and on a manager overlays without services and tasks. */
export function pruneNetworks(daemon: Daemon, call: Call, filter: PruneFilter): void {
  daemon.withLeaderOrNot((scope) => {
    const deleted: string[] = [];
    const candidates = (scope?.read.list('network') ?? []).filter(
      (network) => !network.predefined && !network.spec.Ingress && filter.takes(network.spec.Labels, network.meta.createdAt),
    );
    const pruneLocal = (): void => {
      for (const network of daemon.networks.list()) {
        const keep = PREDEFINED_NETWORKS.has(network.name) || network.name === GWBRIDGE || network.configOnly;
        if (keep || !filter.takes(network.labels, network.createdAt) || containersOn(daemon, network.id).length > 0) continue;
        daemon.networks.remove(network.id);
        deleted.push(network.name);
      }
      publishPrune(daemon, 'network', 0);
      call.reply(200, { NetworksDeleted: deleted.length > 0 ? deleted : null });
    };
    const next = (): void => {
      const network = candidates.shift();
      if (!network || !scope) return pruneLocal();
      removeNetwork(scope, network.id, (refused) => {
        if (!refused) deleted.push(network.spec.Name);
        next();
      });
    };
    next();
  });
}
