import { type Container, isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { readFilters } from '../filters.ts';
import { healthOf } from './container-health.ts';
import { attachments } from './endpoints.ts';
import { exposedPorts } from './exposed-ports.ts';

const FILTERS = [
  'ancestor',
  'before',
  'exited',
  'expose',
  'health',
  'id',
  'is-task',
  'isolation',
  'label',
  'name',
  'network',
  'publish',
  'since',
  'status',
  'volume',
];
const STATES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
const HEALTH = ['starting', 'healthy', 'unhealthy', 'none'];

/** The containers that a list asks for, newest first: only running ones unless it says otherwise (moby daemon/list.go). */
export function selectContainers(daemon: Daemon, call: Call): readonly Container[] | Refusal {
  const filters = readFilters(call.query('filters'), FILTERS);
  if (isRefusal(filters)) return filters;
  const wrong = filters.get('status').find((status) => !STATES.includes(status));
  if (wrong !== undefined) return { status: 400, message: `invalid filter 'status=${wrong}'` };
  const sick = filters.get('health').find((health) => !HEALTH.includes(health));
  if (sick !== undefined) return { status: 400, message: `unrecognized filter value for health: ${sick}` };
  const odd = filters.get('exited').find((code) => !/^[+-]?\d+$/.test(code));
  if (odd !== undefined) return { status: 400, message: `invalid filter 'exited=${odd}': strconv.Atoi: parsing ${JSON.stringify(odd)}: invalid syntax` };
  const port = portFault(filters.get('publish'), 'publish') ?? portFault(filters.get('expose'), 'expose');
  if (port !== undefined) return { status: 400, message: port };
  const runtime = daemon.host.containers;
  const limit = Number(call.query('limit') ?? '0');
  const all = call.flag('all') || limit > 0 || ['status', 'exited', 'before', 'since'].some((key) => filters.has(key));
  const edges: { [key: string]: number | undefined } = {};
  for (const key of ['before', 'since']) {
    const term = filters.get(key)[0];
    if (term === undefined) continue;
    const edge = runtime.find(term);
    if (isRefusal(edge)) return edge;
    edges[key] = edge.createdAt;
  }
  const { before, since } = edges;
  const isTask = filters.flag('is-task');
  const chosen = runtime.list().filter((container) => {
    const { config, state } = container;
    const networks = attachments(daemon, container);
    return (
      (all || state === 'running' || state === 'paused' || state === 'restarting') &&
      filters.match('id', container.id) &&
      (filters.match('name', config.name) || filters.match('name', `/${config.name}`)) &&
      filters.labels('label', config.labels) &&
      filters.exact('status', state) &&
      filters.any('exited', (code) => state === 'exited' && container.exitCode === Number(code)) &&
      filters.exact('health', healthOf(container)) &&
      filters.any('ancestor', (name) => runtime.findImage(name)?.id === container.imageId || config.image === name) &&
      filters.any('network', (name) => networks.some((network) => network.name === name || network.id.startsWith(name))) &&
      filters.any('volume', (name) => config.mounts.some((mount) => mount.Source === name || mount.Target === name)) &&
      filters.any('publish', (port) => container.boundPorts.some((bound) => fitsPort(port, bound.PublishedPort ?? 0, bound.Protocol ?? 'tcp'))) &&
      filters.any('expose', (port) => exposedPorts(daemon, container).some((key) => fitsPort(port, Number(key.split('/')[0]), key.split('/')[1] ?? 'tcp'))) &&
      (isTask === undefined || isTask === (config.labels['com.docker.swarm.task.id'] !== undefined)) &&
      (before === undefined || container.createdAt < before) &&
      (since === undefined || container.createdAt > since)
    );
  });
  return limit > 0 ? chosen.slice(0, limit) : chosen;
}

/** `80`, `80/tcp` or `80-90/udp`. */
function fitsPort(wanted: string, number: number, protocol: string): boolean {
  const match = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(wanted);
  if (!match) return false;
  return number >= Number(match[1]) && number <= Number(match[2] ?? match[1]) && (match[3] ?? 'tcp') === protocol;
}

/** Why a filter by port cannot be read (moby daemon/list.go portOp). */
function portFault(wanted: readonly string[], filter: string): string | undefined {
  for (const text of wanted) {
    const odd = text
      .split('/', 1)
      .join()
      .split('-')
      .find((part) => !/^\d+$/.test(part));
    if (odd !== undefined) return `error while looking up for ${filter} ${text}: strconv.ParseUint: parsing ${JSON.stringify(odd)}: invalid syntax`;
  }
  return undefined;
}
