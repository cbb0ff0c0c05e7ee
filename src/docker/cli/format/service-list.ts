import type { PortConfig, ServiceMode, ServiceSpec } from '../../api/specs.ts';
import type { CommandContext } from '../command.ts';
import { formatPublishedPorts } from '../options/port-ranges.ts';
import { listedImage } from './image-name.ts';
import { type ListDescription, type ListOptions, printList, shortId } from './list.ts';
import { compareNatural } from './natural-order.ts';

/** A service as `GET /services?status=true` gives it, as far as lists show it. */
export interface ListedService {
  readonly ID: string;
  readonly Spec: ServiceSpec;
  readonly Endpoint?: { readonly Ports?: readonly PortConfig[] };
  readonly ServiceStatus?: { readonly RunningTasks?: number; readonly DesiredTasks?: number; readonly CompletedTasks?: number };
}

function modeText(mode: ServiceMode): string {
  if (mode.Global !== undefined) return 'global';
  if (mode.Replicated !== undefined) return 'replicated';
  if (mode.ReplicatedJob !== undefined) return 'replicated job';
  if (mode.GlobalJob !== undefined) return 'global job';
  return '';
}

function replicasText(service: ListedService): string {
  const { Mode: mode, TaskTemplate: task } = service.Spec;
  const running = service.ServiceStatus?.RunningTasks ?? 0;
  const desired = service.ServiceStatus?.DesiredTasks ?? 0;
  const completed = service.ServiceStatus?.CompletedTasks ?? 0;
  const status = `${running}/${desired}`;
  if (mode.ReplicatedJob !== undefined) return `${status} (${completed}/${mode.ReplicatedJob.TotalCompletions ?? 0} completed)`;
  if (mode.GlobalJob !== undefined) return `${status} (${completed}/${desired + completed} completed)`;
  const most = mode.Replicated === undefined ? 0 : (task.Placement?.MaxReplicas ?? 0);
  return most > 0 ? `${status} (max ${most} per node)` : status;
}

const serviceList: ListDescription<ListedService> = {
  typeName: '*service.serviceContext',
  fields: {
    ID: { header: 'ID', value: (service) => shortId(service.ID) },
    Name: { header: 'NAME', value: (service) => service.Spec.Name },
    Mode: { header: 'MODE', value: (service) => modeText(service.Spec.Mode) },
    Replicas: { header: 'REPLICAS', value: replicasText },
    Image: { header: 'IMAGE', value: (service) => listedImage(service.Spec.TaskTemplate.ContainerSpec?.Image ?? '') },
    Ports: {
      header: 'PORTS',
      value: (service) => formatPublishedPorts(service.Endpoint?.Ports ?? []),
    },
  },
  table: ['ID', 'Name', 'Mode', 'Replicas', 'Image', 'Ports'],
  raw: {
    whole: 'id: {{.ID}}\nname: {{.Name}}\nmode: {{.Mode}}\nreplicas: {{.Replicas}}\nimage: {{.Image}}\nports: {{.Ports}}\n',
    quiet: 'id: {{.ID}}',
  },
  configKey: 'servicesFormat',
};

/** Prints services as `service ls` and `stack services` do, in natural order of their names (spec/cli.md §8.1). Throws CommandError for a bad template. */
export function printServices(context: CommandContext, services: readonly ListedService[], options: ListOptions): void {
  const sorted = [...services].sort((a, b) => compareNatural(a.Spec.Name, b.Spec.Name) || (a.ID < b.ID ? -1 : 1));
  printList(context, serviceList, sorted, options);
}
