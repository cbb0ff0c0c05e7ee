import type { NodeInfo } from './node-info.ts';

/**
 * All nodes that the scheduler knows. Their order decides where ranking sees no difference: a new node takes the
 * first place that a removed one has left. A real Swarm goes over a small Go map, which is this order from a place
 * drawn each time, most often the first; recorded placements follow it (swarmkit manager/scheduler/nodeset.go).
 */
export class NodeSet {
  private readonly places = new Map<string, number>();
  private readonly nodes: (NodeInfo | undefined)[] = [];
  private listed: readonly NodeInfo[] | undefined;

  get(nodeId: string): NodeInfo | undefined {
    const place = this.places.get(nodeId);
    return place === undefined ? undefined : this.nodes[place];
  }

  add(info: NodeInfo): void {
    const free = this.places.get(info.id) ?? this.nodes.indexOf(undefined);
    const place = free === -1 ? this.nodes.length : free;
    this.places.set(info.id, place);
    this.nodes[place] = info;
    this.listed = undefined;
  }

  remove(nodeId: string): void {
    const place = this.places.get(nodeId);
    if (place === undefined) return;
    this.places.delete(nodeId);
    this.nodes[place] = undefined;
    this.listed = undefined;
  }

  list(): readonly NodeInfo[] {
    this.listed ??= this.nodes.filter((node) => node !== undefined);
    return this.listed;
  }
}
