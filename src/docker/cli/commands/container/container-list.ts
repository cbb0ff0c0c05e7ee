import { goQuote } from '../../../api/parse/go-number.ts';
import { familiarImageName, parseImageReference } from '../../../api/parse/image-reference.ts';
import { joinHostPort } from '../../../api/parse/ip-address.ts';
import { ago, goTime } from '../../format/age.ts';
import { type ListDescription, labelsText, shortId } from '../../format/list.ts';
import { shortSize } from '../../format/size.ts';
import { ellipsis } from '../../format/text-width.ts';

/** One port of a container in a list. */
export interface ListedPort {
  readonly IP?: string;
  readonly PrivatePort: number;
  readonly PublicPort?: number;
  readonly Type: string;
}

/** A container as `GET /containers/json` gives it. */
export interface ListedContainer {
  readonly Id: string;
  readonly Names?: readonly string[] | null;
  readonly Image: string;
  readonly ImageID?: string;
  readonly Command: string;
  /** Seconds since 1970. */
  readonly Created: number;
  readonly Ports?: readonly ListedPort[] | null;
  readonly Labels?: { readonly [key: string]: string } | null;
  readonly State: string;
  readonly Status: string;
  readonly SizeRw?: number;
  readonly SizeRootFs?: number;
  readonly NetworkSettings?: { readonly Networks?: { readonly [name: string]: unknown } | null } | null;
  readonly Mounts?: readonly { readonly Name?: string; readonly Source?: string; readonly Driver?: string }[] | null;
}

interface PortGroup {
  first: number;
  last: number;
}

/** The PORTS cell (docker CLI formatter.DisplayablePorts; spec/cli.md §14): neighbours grouped, then what is published elsewhere. */
export function displayedPorts(ports: readonly ListedPort[]): string {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const sorted = [...ports].sort(
    (a, b) => a.PrivatePort - b.PrivatePort || text(a.IP ?? '', b.IP ?? '') || (a.PublicPort ?? 0) - (b.PublicPort ?? 0) || text(a.Type, b.Type),
  );
  const groups = new Map<string, PortGroup>();
  const result: string[] = [];
  const elsewhere: string[] = [];
  const show = (key: string, { first, last }: PortGroup): string => {
    const range = first === last ? String(first) : `${first}-${last}`;
    const slash = key.indexOf('/');
    return slash < 0 ? `${range}/${key}` : `${joinHostPort(key.slice(0, slash), range)}->${range}/${key.slice(slash + 1)}`;
  };
  for (const port of sorted) {
    const address = port.IP ?? '';
    let key = port.Type;
    if (address !== '') {
      if (port.PublicPort !== port.PrivatePort) {
        elsewhere.push(`${joinHostPort(address, String(port.PublicPort ?? 0))}->${port.PrivatePort}/${port.Type}`);
        continue;
      }
      key = `${address}/${port.Type}`;
    }
    const group = groups.get(key);
    if (group !== undefined && port.PrivatePort === group.last + 1) {
      group.last = port.PrivatePort;
      continue;
    }
    if (group !== undefined) result.push(show(key, group));
    groups.set(key, { first: port.PrivatePort, last: port.PrivatePort });
  }
  for (const [key, group] of groups) result.push(show(key, group));
  return [...result, ...elsewhere].join(', ');
}

function shownImage(container: ListedContainer, noTrunc: boolean): string {
  const { Image: image } = container;
  if (image === '') return '<no image>';
  if (noTrunc) return image;
  const short = shortId(container.ImageID ?? '');
  if (short === shortId(image)) return short;
  const read = parseImageReference(image);
  return read.ok ? familiarImageName({ ...read.value, digest: '' }) : image;
}

function shownNames(container: ListedContainer, noTrunc: boolean): string {
  const names = (container.Names ?? []).map((name) => name.replace(/^\//, ''));
  if (noTrunc) return names.join(',');
  return names.find((name) => !name.includes('/')) ?? names.join(',');
}

/** A container's size: what it wrote, and with its image. */
function shownSize(container: ListedContainer): string {
  const own = shortSize(container.SizeRw ?? 0);
  const whole = container.SizeRootFs ?? 0;
  return whole > 0 ? `${own} (virtual ${shortSize(whole)})` : own;
}

/** How `docker ps` lists. `onSize` is told when a template asks for sizes, which the engine only gives when asked. */
export function containerList(options: {
  readonly noTrunc: boolean;
  readonly size: boolean;
  readonly now: number;
  readonly onSize?: () => void;
}): ListDescription<ListedContainer> {
  const { noTrunc, now } = options;
  return {
    typeName: '*formatter.ContainerContext',
    fields: {
      ID: { header: 'CONTAINER ID', value: ({ Id }) => (noTrunc ? Id : shortId(Id)) },
      Names: { header: 'NAMES', value: (container) => shownNames(container, noTrunc) },
      Image: { header: 'IMAGE', value: (container) => shownImage(container, noTrunc) },
      Command: { header: 'COMMAND', value: ({ Command: command }) => goQuote(noTrunc ? command : ellipsis(command, 20)) },
      CreatedAt: { header: 'CREATED AT', value: ({ Created: created }) => goTime(new Date(created * 1000).toISOString()) },
      RunningFor: { header: 'CREATED', value: ({ Created: created }) => ago(created * 1000, now) },
      Ports: { header: 'PORTS', value: ({ Ports: ports }) => displayedPorts(ports ?? []) },
      State: { header: 'STATE', value: ({ State: state }) => state },
      Status: { header: 'STATUS', value: ({ Status: status }) => status },
      Size: {
        header: 'SIZE',
        value: (container) => {
          options.onSize?.();
          return shownSize(container);
        },
      },
      Labels: { header: 'LABELS', value: ({ Labels: labels }) => labelsText(labels) },
      Mounts: {
        header: 'MOUNTS',
        value: ({ Mounts: mounts }) =>
          (mounts ?? [])
            .map((mount) => mount.Name || mount.Source || '')
            .map((name) => (noTrunc ? name : ellipsis(name, 15)))
            .join(','),
      },
      LocalVolumes: { header: 'LOCAL VOLUMES', value: ({ Mounts: mounts }) => String((mounts ?? []).filter((mount) => mount.Driver === 'local').length) },
      Networks: {
        header: 'NETWORKS',
        value: ({ NetworkSettings: settings }) =>
          Object.keys(settings?.Networks ?? {})
            .sort()
            .join(','),
      },
      Platform: { header: 'PLATFORM', value: () => null },
    },
    label: ({ Labels: labels }, key) => labels?.[key] ?? '',
    table: ['ID', 'Image', 'Command', 'RunningFor', 'Status', 'Ports', 'Names', ...(options.size ? ['Size'] : [])],
    raw: {
      whole:
        'container_id: {{.ID}}\nimage: {{.Image}}\ncommand: {{.Command}}\ncreated_at: {{.CreatedAt}}\nstate: {{- pad .State 1 0}}\nstatus: {{- pad .Status 1 0}}\nnames: {{.Names}}\nlabels: {{- pad .Labels 1 0}}\nports: {{- pad .Ports 1 0}}\n' +
        (options.size ? 'size: {{.Size}}\n' : ''),
      quiet: 'container_id: {{.ID}}',
    },
    configKey: 'psFormat',
  };
}

/** A container with nothing in it, on which a template is tried before the engine is asked. */
export const emptyContainer: ListedContainer = { Id: '', Image: '', Command: '', Created: 0, State: '', Status: '' };
