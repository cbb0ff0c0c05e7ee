import type { Host } from '../swarm/cluster/host.ts';
import { Daemon, type EngineOptions } from './daemon.ts';
import type { Engine } from './engine.ts';
import { followContainers } from './local/container-events.ts';
import { Router } from './router.ts';
import { routeArchive } from './routes/archive.ts';
import { routeContainers } from './routes/containers.ts';
import { routeDistribution } from './routes/distribution.ts';
import { routeEvents } from './routes/events.ts';
import { routeExec } from './routes/exec.ts';
import { routeImages } from './routes/images.ts';
import { routeLogs } from './routes/logs.ts';
import { routeNetworks } from './routes/networks.ts';
import { routeNodes } from './routes/nodes.ts';
import { routePayloads } from './routes/payloads.ts';
import { routeServices } from './routes/services.ts';
import { routeSwarm } from './routes/swarm.ts';
import { routeSystem } from './routes/system.ts';
import { routeTasks } from './routes/tasks.ts';
import { routeVolumes } from './routes/volumes.ts';
import { SwarmEvents } from './swarm-events.ts';

/** The daemon of one host, for as long as the host exists: stopping the engine only makes that nobody calls it. */
export function createEngine(host: Host, options: EngineOptions): Engine {
  const daemon = new Daemon(host, options);
  const swarmEvents = new SwarmEvents(host, daemon.events);
  followContainers(daemon);
  const router = new Router();
  routeSystem(router, daemon);
  routeSwarm(router, daemon);
  routeNodes(router, daemon);
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
  return {
    handle: (request, sink) => {
      swarmEvents.follow();
      if (host.swarm.state === 'active') daemon.networks.ensureGwbridge(daemon.now);
      return router.handle(request, sink);
    },
  };
}
