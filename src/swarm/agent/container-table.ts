import type { Container, Refusal } from './container.ts';
import type { OneContainer } from './one-container.ts';

/** The containers of a host, by id and by name. */
export class ContainerTable {
  private readonly byId = new Map<string, OneContainer>();
  private readonly byName = new Map<string, OneContainer>();

  values(): Iterable<OneContainer> {
    return this.byId.values();
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  named(name: string): OneContainer | undefined {
    return this.byName.get(name);
  }

  add(one: OneContainer): void {
    this.byId.set(one.id, one);
    this.byName.set(one.view.config.name, one);
  }

  delete(one: OneContainer): void {
    one.removed = true;
    this.byId.delete(one.id);
    this.byName.delete(one.view.config.name);
  }

  /** Lets it be found by the name that it has now. */
  renamed(one: OneContainer, oldName: string): void {
    this.byName.delete(oldName);
    this.byName.set(one.view.config.name, one);
  }

  /** By full id, exact name, or id prefix. */
  find(ref: string): OneContainer | Refusal {
    const exact = ref === '' ? undefined : (this.byId.get(ref) ?? this.byName.get(ref.startsWith('/') ? ref.slice(1) : ref));
    if (exact) return exact;
    const found = ref === '' ? [] : [...this.byId.values()].filter((one) => one.id.startsWith(ref));
    if (found.length > 1) return { status: 400, message: `multiple IDs found with provided prefix: ${ref}` };
    return found[0] ?? { status: 404, message: `No such container: ${ref}` };
  }

  /** Newest first. */
  list(): readonly Container[] {
    return [...this.byId.values()].map((one) => one.withHealth).sort(newestFirst);
  }

  /** Ids of the containers that refer to a volume, newest first. */
  usersOf(volume: string): string[] {
    return this.list()
      .filter(({ id }) => this.byId.get(id)?.volumeNames.includes(volume))
      .map(({ id }) => id);
  }
}

export function newestFirst(a: Container, b: Container): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1);
}
