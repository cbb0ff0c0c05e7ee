import type { PortConfig } from '../../docker/api/specs.ts';

const FIRST_DYNAMIC = 30_000;
const LAST_DYNAMIC = 32_767;

/**
 * The published ingress ports of the swarm, a space per protocol (swarmkit manager/allocator/portallocator.go).
 * Dynamic ones are handed out one after the other from 30000.
 */
export class PortSpace {
  private readonly used = new Set<string>();
  private readonly lastDynamic = new Map<string, number>();

  /** The port with its number, or undefined when it is taken or none is left. */
  allocate(port: PortConfig): PortConfig | undefined {
    const protocol = port.Protocol ?? 'tcp';
    if (port.PublishedPort) {
      const key = `${protocol}/${port.PublishedPort}`;
      if (this.used.has(key)) return undefined;
      this.used.add(key);
      return port;
    }
    const size = LAST_DYNAMIC - FIRST_DYNAMIC + 1;
    const last = this.lastDynamic.get(protocol) ?? FIRST_DYNAMIC - 1;
    for (let step = 1; step <= size; step++) {
      const number = FIRST_DYNAMIC + ((last - FIRST_DYNAMIC + step + size) % size);
      if (this.used.has(`${protocol}/${number}`)) continue;
      this.used.add(`${protocol}/${number}`);
      this.lastDynamic.set(protocol, number);
      return { ...port, PublishedPort: number };
    }
    return undefined;
  }

  free(port: PortConfig): void {
    this.used.delete(`${port.Protocol ?? 'tcp'}/${port.PublishedPort ?? 0}`);
  }
}

export function isIngress(port: PortConfig): boolean {
  return (port.PublishMode ?? 'ingress') === 'ingress';
}

/**
 * The ports to be allocated for a spec (portallocator.go reconcilePortConfigs): host ports and explicit ones first,
 * then the dynamic ones, which keep the number they have if the number of entries is unchanged.
 */
export function reconcilePorts(wanted: readonly PortConfig[], allocated: readonly PortConfig[] | undefined): readonly PortConfig[] {
  if (!allocated || allocated.length !== wanted.length) return wanted;
  const rest = allocated.filter(isIngress);
  const take = (port: PortConfig): PortConfig | undefined => {
    const i = rest.findIndex((state) => samePortBut(state, port) && (!port.PublishedPort || state.PublishedPort === port.PublishedPort));
    return i < 0 ? undefined : rest.splice(i, 1)[0];
  };
  const first: PortConfig[] = [];
  for (const port of wanted) {
    if (!isIngress(port)) first.push(port);
    else if (port.PublishedPort) {
      first.push(port);
      take(port);
    }
  }
  const dynamic = wanted.filter((port) => isIngress(port) && !port.PublishedPort).map((port) => take(port) ?? port);
  return [...first, ...dynamic];
}

function samePortBut(a: PortConfig, b: PortConfig): boolean {
  return (a.Name ?? '') === (b.Name ?? '') && (a.Protocol ?? 'tcp') === (b.Protocol ?? 'tcp') && a.TargetPort === b.TargetPort;
}

/** Whether the allocated ports are what the spec asks for, so that nothing is to be done. */
export function portsAllocated(wanted: readonly PortConfig[], allocated: readonly PortConfig[]): boolean {
  if (wanted.length !== allocated.length) return false;
  const rest = [...allocated];
  for (const port of wanted) {
    const i = rest.findIndex(
      (state) =>
        samePortBut(state, port) &&
        isIngress(state) === isIngress(port) &&
        ((isIngress(port) && !port.PublishedPort) || (state.PublishedPort ?? 0) === (port.PublishedPort ?? 0)),
    );
    if (i < 0) return false;
    rest.splice(i, 1);
  }
  return true;
}
