import type { PortConfig, ServiceSpec } from '../../../docker/api/specs.ts';
import type { Reader } from '../../store/tables.ts';
import { type RpcStatus, rpcStatus } from './rpc-status.ts';

/**
 * Looks for a published port that another service has, in its spec or as it was allocated (swarmkit controlapi/service.go
 * checkPortConflicts; orchestrator.md §10.4). Two host-mode ports may be equal: the scheduler keeps them apart.
 */
export function portConflict(reader: Reader, spec: ServiceSpec, serviceId: string): RpcStatus | undefined {
  const wanted = (spec.EndpointSpec?.Ports ?? []).filter((port) => (port.PublishedPort ?? 0) > 0);
  if (wanted.length === 0) return undefined;
  for (const service of reader.list('service')) {
    if (service.id === serviceId) continue;
    for (const taken of [...(service.spec.EndpointSpec?.Ports ?? []), ...(service.endpoint?.ports ?? [])]) {
      for (const port of wanted) {
        if (!sameNumber(port, taken) || (isHost(port) && isHost(taken))) continue;
        const as = isHost(taken) ? 'a host-published port' : 'an ingress port';
        return rpcStatus('InvalidArgument', `port '${port.PublishedPort}' is already in use by service '${service.spec.Name}' (${service.id}) as ${as}`);
      }
    }
  }
  return undefined;
}

function sameNumber(a: PortConfig, b: PortConfig): boolean {
  return a.PublishedPort === b.PublishedPort && (a.Protocol ?? 'tcp') === (b.Protocol ?? 'tcp');
}

function isHost(port: PortConfig): boolean {
  return port.PublishMode === 'host';
}
