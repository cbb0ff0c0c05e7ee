import { type Container, isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { attachAll, releaseAddress } from '../local/attach-networks.ts';
import { leaseWanted } from '../local/endpoint-settings.ts';
import { attachments } from '../local/endpoints.ts';

const NETWORKING = 'failed to set up container networking: ';
/** Devices that every host here has. */
const DEVICES = /^\/dev\/(?:null|zero|full|u?random|tty\d*|console|ptmx|fuse|kvm|mem|net\/tun|[sv]d[a-d]\d*|loop\d+|mapper\/control|snd.*|dri.*)$/;

/** Starts a container; one on a swarm network needs the manager's leave, which only attachable ones give. */
export function startContainer(daemon: Daemon, call: Call, container: Container): void {
  if (container.state === 'running') return call.reply(304);
  if (container.state === 'paused') return call.refuse({ status: 409, message: 'cannot start a paused container, try unpause instead' });
  const unknown = container.config.networks.find(({ id }) => id === '');
  const closed = container.config.networks.find(({ id }) => {
    const network = daemon.host.swarm.replica?.get('network', id) ?? daemon.options.attachments?.network(id);
    return network !== undefined && network.spec.Attachable !== true;
  });
  const why = unknown
    ? `network ${unknown.name} not found`
    : closed && `Could not attach to network ${closed.name}: rpc error: code = PermissionDenied desc = network ${closed.name} not manually attachable`;
  if (why !== undefined) answerStart(daemon, call, container, { status: unknown ? 404 : 500, message: `${NETWORKING}${why}` });
  else startAttached(daemon, container, (refused) => answerStart(daemon, call, container, refused));
}

/** Starts a container when the networks of the swarm that it is on have let it in. */
export function startAttached(daemon: Daemon, container: Container, done: (refused: Refusal | undefined) => void): void {
  attachAll(daemon, container, (refused) => {
    const networking = refused ?? networkRefusal(daemon, container);
    const failed = networking
      ? { ...networking, message: `${NETWORKING}${networking.message}` }
      : (deviceRefusal(daemon, container) ?? daemon.host.containers.start(container.id));
    if (failed) for (const { id } of attachments(daemon, container)) releaseAddress(daemon, id, container.id);
    done(failed);
  });
}

function answerStart(daemon: Daemon, call: Call, container: Container, refused: Refusal | undefined): void {
  if (!refused) return call.reply(204);
  call.refuse(refused);
  const now = daemon.host.containers.find(container.id);
  daemon.failedStarts.set(container.id, (!isRefusal(now) && now.exitCode) || 128);
  if (container.config.autoRemove) daemon.host.containers.remove(container.id, { force: true, volumes: true });
}

/** A network that is another container's needs that one running; and addresses that were asked for can be somebody's. */
function networkRefusal(daemon: Daemon, container: Container): Refusal | undefined {
  const { networkMode } = container.config;
  if (networkMode.startsWith('container:')) {
    const other = daemon.host.containers.find(networkMode.slice('container:'.length));
    if (isRefusal(other)) return other;
    if (other.state !== 'running' && other.state !== 'paused') return { status: 409, message: `cannot join network of a non running container: ${other.id}` };
  }
  const taken = leaseWanted(daemon, container);
  return taken === undefined ? undefined : { status: 403, message: taken };
}

/** Devices that no host here has, graphics processors among them (moby daemon/devices.go, daemon/oci_linux.go). */
function deviceRefusal(daemon: Daemon, { id }: Container): Refusal | undefined {
  const host = daemon.createBodies.get(id)?.['HostConfig'] as unknown as DevicesBody | undefined;
  const missing = (host?.Devices ?? []).find(({ PathOnHost }) => !DEVICES.test(PathOnHost));
  if (missing) {
    const message = `error gathering device information while adding custom device ${JSON.stringify(missing.PathOnHost)}: no such file or directory`;
    return { status: 500, message };
  }
  const request = (host?.DeviceRequests ?? []).find(({ Driver }) => Driver !== 'cdi');
  if (!request) return undefined;
  const capabilities = (request.Capabilities ?? []).map((all) => `[${all.join(' ')}]`).join(' ');
  return { status: 500, message: `could not select device driver ${JSON.stringify(request.Driver)} with capabilities: [${capabilities}]` };
}

interface DevicesBody {
  readonly Devices: readonly { readonly PathOnHost: string }[] | null;
  readonly DeviceRequests: readonly { readonly Driver: string; readonly Capabilities: readonly (readonly string[])[] | null }[] | null;
}
