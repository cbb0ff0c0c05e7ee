import type { Frame } from './frame.ts';
import type { HostRecord, ServiceRecord, TaskRecord } from './view.ts';

/** From `at` (virtual milliseconds) on: so many tasks of the service really ran, so many of them healthy, so many were wanted. */
export interface SeriesPoint {
  readonly at: number;
  readonly running: number;
  /** Of those that ran, the ones without a failing or unfinished health check. */
  readonly healthy: number;
  readonly desired: number;
}

/** What a service lived through, oldest first. A removed service ends with a point of zeros. */
export interface ServiceSeries {
  readonly id: string;
  readonly name: string;
  readonly points: readonly SeriesPoint[];
}

/** More points than a chart has pixels help nobody: the older half is thinned when there are this many. */
const MAX_POINTS = 1200;

interface Counted {
  readonly serviceId: string;
  readonly nodeId: string;
  readonly healthy: boolean;
}

interface NodeCounts {
  alive: boolean;
  readonly running: Map<string, number>;
  readonly healthy: Map<string, number>;
}

interface ServiceState {
  running: number;
  healthy: number;
  desired: number;
  series: ServiceSeries | undefined;
}

/**
 * Counts how many tasks of each service really run: not what Swarm believes (it counts the tasks of a dead node as
 * running until it notices, and after), but those whose engine is there. Each frame costs what it changes.
 */
export class Availability {
  private readonly tasks = new Map<string, Counted>();
  private readonly nodes = new Map<string, NodeCounts>();
  private readonly nodeOfHost = new Map<string, string>();
  private readonly services = new Map<string, ServiceState>();
  private list: readonly ServiceSeries[] = [];

  /** Every service that there ever was, in the order in which they came; the same object until something changes. */
  get series(): readonly ServiceSeries[] {
    return this.list;
  }

  /** Begins anew with a frame that carries everything, and with what is known of the time before it. */
  restart(whole: Frame, past: readonly ServiceSeries[]): void {
    for (const map of [this.tasks, this.nodes, this.nodeOfHost, this.services]) map.clear();
    for (const series of past) {
      const points = series.points.filter((point) => point.at <= whole.now);
      if (points.length > 0) this.service(series.id).series = { ...series, points };
    }
    this.take(whole);
    this.list = this.present();
  }

  /** Takes the next frame in. */
  take(frame: Frame): void {
    const touched = new Set<ServiceState>();
    for (const record of frame.changed) {
      if (record.kind === 'host') this.host(record, touched);
      else if (record.kind === 'service') touched.add(this.wanted(record));
      else if (record.kind === 'task') this.task(record.id, countable(record), touched);
    }
    for (const key of frame.removed) {
      const id = key.slice(key.indexOf('/') + 1);
      if (key.startsWith('task/')) this.task(id, undefined, touched);
      else if (key.startsWith('host/')) this.alive(this.nodeOfHost.get(id) ?? '', false, touched);
      else if (key.startsWith('service/')) {
        const service = this.service(id);
        service.desired = 0;
        touched.add(service);
      }
    }
    let changed = false;
    for (const service of touched) changed = addPoint(service, frame.now) || changed;
    if (changed) this.list = this.present();
  }

  private present(): readonly ServiceSeries[] {
    return [...this.services.values()].flatMap((service) => service.series ?? []);
  }

  private host(host: HostRecord, touched: Set<ServiceState>): void {
    const before = this.nodeOfHost.get(host.id);
    if (before !== undefined && before !== host.nodeId) this.alive(before, false, touched);
    this.nodeOfHost.set(host.id, host.nodeId);
    if (host.nodeId !== '') this.alive(host.nodeId, host.power && host.engineUp, touched);
  }

  private alive(nodeId: string, alive: boolean, touched: Set<ServiceState>): void {
    const node = this.node(nodeId);
    if (node.alive === alive) return;
    node.alive = alive;
    const sign = alive ? 1 : -1;
    for (const [serviceId, count] of node.running) {
      const service = this.service(serviceId);
      service.running += sign * count;
      service.healthy += sign * (node.healthy.get(serviceId) ?? 0);
      touched.add(service);
    }
  }

  private task(id: string, counted: Counted | undefined, touched: Set<ServiceState>): void {
    const before = this.tasks.get(id);
    if (before) this.count(before, -1, touched);
    if (counted) {
      this.tasks.set(id, counted);
      this.count(counted, 1, touched);
    } else this.tasks.delete(id);
  }

  private count({ serviceId, nodeId, healthy }: Counted, by: 1 | -1, touched: Set<ServiceState>): void {
    const node = this.node(nodeId);
    node.running.set(serviceId, (node.running.get(serviceId) ?? 0) + by);
    if (healthy) node.healthy.set(serviceId, (node.healthy.get(serviceId) ?? 0) + by);
    if (!node.alive) return;
    const service = this.service(serviceId);
    service.running += by;
    if (healthy) service.healthy += by;
    touched.add(service);
  }

  private wanted(record: ServiceRecord): ServiceState {
    const service = this.service(record.id);
    service.desired = record.desired;
    if (service.series?.name !== record.name) service.series = { id: record.id, name: record.name, points: service.series?.points ?? [] };
    return service;
  }

  private service(id: string): ServiceState {
    let service = this.services.get(id);
    if (!service) {
      service = { running: 0, healthy: 0, desired: 0, series: undefined };
      this.services.set(id, service);
    }
    return service;
  }

  private node(id: string): NodeCounts {
    let node = this.nodes.get(id);
    if (!node) {
      node = { alive: false, running: new Map(), healthy: new Map() };
      this.nodes.set(id, node);
    }
    return node;
  }
}

function countable(task: TaskRecord): Counted | undefined {
  if (task.state !== 'running' || task.nodeId === '' || task.serviceId === '') return undefined;
  return { serviceId: task.serviceId, nodeId: task.nodeId, healthy: task.health === '' || task.health === 'healthy' };
}

/** What a service counted at a moment (virtual milliseconds): the last point before it, if there is one. */
export function pointAt(points: readonly SeriesPoint[], at: number): SeriesPoint | undefined {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return points[low - 1];
}

/** Adds what a service counts at `at` unless it is as before; whether it was added. */
function addPoint(service: ServiceState, at: number): boolean {
  const { series, running, healthy, desired } = service;
  if (!series) return false;
  const { points } = series;
  const last = points[points.length - 1];
  if (last && last.running === running && last.healthy === healthy && last.desired === desired) return false;
  const kept = last !== undefined && last.at >= at ? points.slice(0, -1) : points;
  service.series = { ...series, points: thin([...kept, { at, running, healthy, desired }]) };
  return true;
}

function thin(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  if (points.length < MAX_POINTS) return points;
  const half = points.length >> 1;
  return points.filter((_, i) => i >= half || i % 2 === 0);
}
