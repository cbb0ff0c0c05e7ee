import { withoutBits } from '../swarm/allocator/ipv4.ts';
import type { Network, Service } from '../swarm/objects/objects.ts';
import { TaskState, taskStateName } from '../swarm/objects/task-state.ts';
import type { Reader } from '../swarm/store/tables.ts';
import { taskName } from '../swarm/template/context.ts';
import type { NetworkPicture, NetworkService } from './pictures.ts';
import type { Run } from './run.ts';

/**
 * The swarm's networks as a host's resolver and load balancers know them (a manager's when there is no such host);
 * ingress first, then by name. Empty while there is no swarm.
 */
export function networkPictures(run: Run, hostName: string): readonly NetworkPicture[] {
  const { reader, mesh } = run;
  const hosts = run.cluster.hosts();
  const from = hosts.find(({ spec }) => spec.name === hostName) ?? hosts.find(({ swarm }) => swarm.isManager) ?? hosts[0];
  if (!reader || !from) return [];
  const hostOf = (nodeId: string): string => (nodeId === '' ? '' : run.nodeName(nodeId));
  const serving = new Set(mesh.services.backends(from).map(({ task }) => task.id));
  return reader
    .list('network')
    .filter((network) => !network.predefined)
    .sort((a, b) => Number(b.spec.Ingress === true) - Number(a.spec.Ingress === true) || (a.spec.Name < b.spec.Name ? -1 : 1))
    .map((network) => {
      const services = reader.list('service').flatMap((service) => serviceOn(reader, network, service, serving, hostOf) ?? []);
      const ingress = network.spec.Ingress === true;
      return {
        id: network.id,
        name: network.spec.Name,
        driver: network.driver,
        ingress,
        internal: network.spec.Internal === true,
        attachable: network.spec.Attachable === true,
        encrypted: network.driverOptions['encrypted'] !== undefined,
        vxlan: Number(network.driverOptions['com.docker.network.driver.overlay.vxlanid_list'] ?? 0),
        subnets: network.ipam.map(({ Subnet, Gateway }) => ({ subnet: Subnet ?? '', gateway: Gateway ?? '' })),
        services,
        nodes: reader
          .list('node')
          .flatMap(({ id, attachments }) =>
            attachments
              .filter(({ networkId }) => networkId === network.id)
              .map(({ addresses }) => ({ host: hostOf(id), address: withoutBits(addresses[0] ?? '') })),
          ),
        dns: ingress
          ? []
          : namesOn(services).map((name) => ({ name, addresses: mesh.services.resolve(from, name, [{ id: network.id, name: network.spec.Name }]) })),
      };
    });
}

function serviceOn(
  reader: Reader,
  network: Network,
  service: Service,
  serving: ReadonlySet<string>,
  hostOf: (nodeId: string) => string,
): NetworkService | undefined {
  const vip = service.endpoint?.virtualIPs.find(({ networkId }) => networkId === network.id);
  const target = service.spec.TaskTemplate.Networks?.find(({ Target }) => Target === network.id);
  const tasks = reader
    .tasksOfService(service.id)
    .filter(({ status, networks }) => status.state <= TaskState.RUNNING && networks.some(({ networkId }) => networkId === network.id));
  if (!vip && !target && tasks.length === 0) return undefined;
  return {
    id: service.id,
    name: service.spec.Name,
    mode: service.spec.EndpointSpec?.Mode === 'dnsrr' ? 'dnsrr' : 'vip',
    vip: withoutBits(vip?.addr ?? ''),
    aliases: target?.Aliases ?? [],
    ports: (service.endpoint?.ports ?? []).map(({ PublishedPort, TargetPort, Protocol, PublishMode }) => ({
      published: PublishedPort ?? 0,
      target: TargetPort ?? 0,
      protocol: Protocol ?? 'tcp',
      mode: PublishMode === 'host' ? 'host' : 'ingress',
    })),
    tasks: tasks.map((task) => ({
      id: task.id,
      name: taskName(task),
      host: hostOf(task.nodeId),
      address: withoutBits(task.networks.find(({ networkId }) => networkId === network.id)?.addresses[0] ?? ''),
      state: taskStateName(task.status.state),
      serves: serving.has(task.id),
    })),
  };
}

/** Every name that somebody could ask for on a network: services, their aliases, `tasks.` before each, and tasks. */
function namesOn(services: readonly NetworkService[]): string[] {
  return services.flatMap(({ name, aliases, tasks }) => [
    ...[name, ...aliases].flatMap((each) => [each, `tasks.${each}`]),
    ...tasks.filter(({ serves }) => serves).map((task) => task.name),
  ]);
}
