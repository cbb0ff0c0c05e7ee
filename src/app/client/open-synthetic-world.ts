import { showWorld, useWorld } from '../world/world.ts';
import { SyntheticClient } from './synthetic-client.ts';

/** Shows a synthetic world; `?world=100x10x100` makes one of 100 hosts and 10 services of 100 tasks. */
export function openSyntheticWorld(): void {
  const [hosts = 12, services = 8, replicas = 6] = (new URLSearchParams(location.search).get('world') ?? '')
    .split('x')
    .map((text) => Number(text) || undefined);
  showWorld(new SyntheticClient({ hosts, services, replicas }));
  useWorld.setState({ title: `${hosts} × ${services * replicas}` });
}
