/** The addresses of one network that containers have: the last part of each, from 2 on. */
export class AddressLeases {
  /** By container id, in the order in which they came. */
  readonly byContainer = new Map<string, number>();
  private readonly taken = new Set<number>();
  /** All before it are taken. */
  private firstFree = 2;

  /** Gives a container the lowest free address, if it has none. */
  lease(containerId: string): void {
    if (this.byContainer.has(containerId)) return;
    while (this.taken.has(this.firstFree)) this.firstFree++;
    this.taken.add(this.firstFree);
    this.byContainer.set(containerId, this.firstFree++);
  }

  release(containerId: string): void {
    const host = this.byContainer.get(containerId);
    if (host === undefined) return;
    this.byContainer.delete(containerId);
    this.taken.delete(host);
    this.firstFree = Math.min(this.firstFree, host);
  }
}
