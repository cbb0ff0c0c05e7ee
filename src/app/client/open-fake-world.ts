import { showWorld, useWorld } from '../world/world.ts';
import { FakeClient } from './fake-client.ts';

/** Shows a fake world; `?fake=12x8` makes one of 12 hosts and 8 services. */
export function openFakeWorld(): void {
  const size = /^(\d+)x(\d+)(?:x(\d+))?$/.exec(new URLSearchParams(location.search).get('fake') ?? '');
  showWorld(
    size
      ? new FakeClient({
          hosts: Number(size[1]),
          managers: Math.min(3, Number(size[1])),
          services: Array.from(
            { length: Number(size[2]) },
            (_, i) =>
              [
                `shop_${['web', 'api', 'cart', 'db', 'mail', 'search', 'cron', 'auth', 'log', 'gpu'][i % 10]}${i > 9 ? i : ''}`,
                i === 9 ? 'gpu:2' : 'nginx:1.25',
                Number(size[3] ?? 6),
              ] as const,
          ),
        })
      : new FakeClient(),
  );
  useWorld.setState({ title: 'The course: one stack, three nodes' });
}
