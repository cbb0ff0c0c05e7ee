import type { EngineRoutes } from './create-engine.ts';
import { routeArchive } from './routes/archive.ts';
import { routeContainers } from './routes/containers.ts';
import { routeDistribution } from './routes/distribution.ts';
import { routeEvents } from './routes/events.ts';
import { routeExec } from './routes/exec.ts';
import { routeImages } from './routes/images.ts';
import { routeLogs } from './routes/logs.ts';
import { routeNetworks } from './routes/networks.ts';
import { routePayloads } from './routes/payloads.ts';
import { routeServices } from './routes/services.ts';
import { routeSystem } from './routes/system.ts';
import { routeTasks } from './routes/tasks.ts';
import { routeVolumes } from './routes/volumes.ts';

/** Everything but what a scenario begins with: a page does not need it before its first picture. */
export const moreRoutes: EngineRoutes = (router, daemon, swarmEvents) => {
  routeSystem(router, daemon);
  routeLogs(router, daemon);
  routeServices(router, daemon);
  routeTasks(router, daemon);
  routePayloads(router, daemon, 'config');
  routePayloads(router, daemon, 'secret');
  routeNetworks(router, daemon);
  routeVolumes(router, daemon);
  routeContainers(router, daemon);
  routeArchive(router, daemon);
  routeExec(router, daemon);
  routeImages(router, daemon);
  routeDistribution(router, daemon);
  routeEvents(router, daemon, swarmEvents);
};
