import type { PortConfig } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { Container, ContainerConfig, Refusal } from './container.ts';

const FIRST_EPHEMERAL_PORT = 32_768;
const NO_PORTS: readonly PortConfig[] = [];

/**
 * The ports of the host that a container gets, the free ones of those it leaves open; refused when one is taken
 * (moby libnetwork/portallocator, the text of its bridge driver).
 */
export function bindPorts(
  config: ContainerConfig,
  containers: Iterable<{ readonly view: Pick<Container, 'boundPorts'> }>,
  random: RandomStream,
): readonly PortConfig[] | Refusal {
  if (config.ports.length === 0) return NO_PORTS;
  const bound: PortConfig[] = [];
  const taken = Array.from(containers).flatMap(({ view }) => view.boundPorts);
  for (const port of config.ports) {
    const protocol = port.Protocol ?? 'tcp';
    const isTaken = (number: number): boolean => [...bound, ...taken].some((other) => (other.Protocol ?? 'tcp') === protocol && other.PublishedPort === number);
    let number = port.PublishedPort ?? 0;
    if (number === 0) for (number = FIRST_EPHEMERAL_PORT; isTaken(number); number++);
    else if (isTaken(number)) {
      const endpoint = `driver failed programming external connectivity on endpoint ${config.name} (${random.hex(64)})`;
      return { status: 500, message: `failed to set up container networking: ${endpoint}: Bind for 0.0.0.0:${number} failed: port is already allocated` };
    }
    bound.push({ ...port, Protocol: protocol, PublishedPort: number });
  }
  return bound;
}
