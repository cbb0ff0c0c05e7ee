/** What the swarm has given to a container that was attached to one of its networks by hand. */
export interface NetworkGrant {
  readonly taskId: string;
  /** In CIDR form. */
  readonly address: string;
}

interface Attachment {
  grant: NetworkGrant | undefined;
  granted: (() => void) | undefined;
  /** Told when the container has left the network. */
  detached: (() => void) | undefined;
}

/**
 * The containers of one host that are attached to networks of the swarm by hand: where the engine, which asks for them,
 * and the agent, to which their tasks come, meet (moby daemon/cluster/networks.go, attachers). By network and container.
 */
export class NetworkAttachments {
  private readonly all = new Map<string, Attachment>();

  /** Awaits the task of an attachment that has been asked for. */
  expect(networkId: string, containerId: string, granted: () => void): void {
    this.all.set(key(networkId, containerId), { grant: undefined, granted, detached: undefined });
  }

  /** The task has come to this node; false: nobody waits for it. */
  give(networkId: string, containerId: string, grant: NetworkGrant): boolean {
    const attachment = this.all.get(key(networkId, containerId));
    if (!attachment || (attachment.grant && attachment.grant.taskId !== grant.taskId)) return false;
    attachment.grant = grant;
    const { granted } = attachment;
    attachment.granted = undefined;
    granted?.();
    return true;
  }

  grant(networkId: string, containerId: string): NetworkGrant | undefined {
    return this.all.get(key(networkId, containerId))?.grant;
  }

  /** Calls `detached` when the container of this task leaves the network; false: it is not there. */
  onDetached(networkId: string, containerId: string, taskId: string, detached: () => void): boolean {
    const attachment = this.all.get(key(networkId, containerId));
    if (attachment?.grant?.taskId !== taskId) return false;
    attachment.detached = detached;
    return true;
  }

  /** The container leaves the network, or no longer waits for it. */
  forget(networkId: string, containerId: string): NetworkGrant | undefined {
    const attachment = this.all.get(key(networkId, containerId));
    this.all.delete(key(networkId, containerId));
    attachment?.detached?.();
    return attachment?.grant;
  }
}

function key(networkId: string, containerId: string): string {
  return `${networkId}/${containerId}`;
}
