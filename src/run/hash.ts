import type { SimCluster } from '../swarm/cluster/cluster.ts';
import type { ObjectKind } from '../swarm/objects/objects.ts';

const KINDS: readonly ObjectKind[] = ['cluster', 'node', 'service', 'task', 'network', 'config', 'secret'];

/** A hash of the whole state: every replica of the store, every container, the clock. 16 hexadecimal digits. */
export function stateHash(cluster: SimCluster): string {
  const hash = new Hasher();
  hash.add(`now ${cluster.kernel.now}`);
  for (const host of cluster.hosts()) {
    hash.add(`host ${host.spec.name} ${host.power} ${host.engineUp} ${host.linkUp} ${host.swarm.state} ${host.swarm.nodeId} ${host.swarm.isManager}`);
    const replica = host.swarm.replica;
    if (replica) for (const kind of KINDS) for (const object of replica.list(kind)) hash.add(digestOf(object));
    for (const container of host.containers.list()) hash.add(digestOf(container));
  }
  return hash.digest();
}

/** What the objects looked at before came to. They never change, and the replicas share them. */
const digests = new WeakMap<object, string>();

function digestOf(object: object): string {
  let digest = digests.get(object);
  if (digest === undefined) {
    const hash = new Hasher();
    hash.add(JSON.stringify(object));
    digest = hash.digest();
    digests.set(object, digest);
  }
  return digest;
}

/** Two 32-bit lanes of multiply-and-mix over UTF-16 code units: not for secrets, but equal everywhere. */
class Hasher {
  private a = 0xdeadbeef;
  private b = 0x41c6ce57;

  add(text: string): void {
    let { a, b } = this;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      a = Math.imul(a ^ code, 2654435761);
      b = Math.imul(b ^ code, 1597334677);
    }
    this.a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    this.b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  }

  digest(): string {
    return (this.a >>> 0).toString(16).padStart(8, '0') + (this.b >>> 0).toString(16).padStart(8, '0');
  }
}
