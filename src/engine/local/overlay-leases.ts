/** The addresses that containers of this host have on swarm networks to which they were attached by hand, by network and container. */
export class OverlayLeases {
  private readonly addresses = new Map<string, string>();

  /** With the prefix length; undefined: none. */
  address(networkId: string, containerId: string): string | undefined {
    return this.addresses.get(`${networkId}/${containerId}`);
  }

  give(networkId: string, containerId: string, address: string): void {
    this.addresses.set(`${networkId}/${containerId}`, address);
  }

  release(networkId: string, containerId: string): void {
    this.addresses.delete(`${networkId}/${containerId}`);
  }
}
