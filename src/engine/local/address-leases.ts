/** The addresses of one network that containers have: the place of each in its subnet. */
export class AddressLeases {
  /** By container id, in the order in which they came. */
  readonly byContainer = new Map<string, number>();
  private readonly taken: Set<number>;
  /** All from the lowest to before it are taken. */
  private firstFree: number;

  /**
   * @param lowest the first that is given out unasked
   * @param kept places that nobody gets
   */
  constructor(
    private readonly lowest = 2,
    kept?: readonly number[],
  ) {
    this.taken = new Set(kept);
    this.firstFree = lowest;
  }

  /** Gives a container the lowest free address, if it has none, or the one that it wants; false: that is somebody's. */
  lease(containerId: string, wanted?: number): boolean {
    if (this.byContainer.has(containerId)) return true;
    if (wanted === undefined) while (this.taken.has(this.firstFree)) this.firstFree++;
    else if (this.taken.has(wanted)) return false;
    const host = wanted ?? this.firstFree;
    this.taken.add(host);
    this.byContainer.set(containerId, host);
    return true;
  }

  release(containerId: string): void {
    const host = this.byContainer.get(containerId);
    if (host === undefined) return;
    this.byContainer.delete(containerId);
    this.taken.delete(host);
    if (host < this.firstFree && host >= this.lowest) this.firstFree = host;
  }
}
