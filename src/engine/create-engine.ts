import type { EngineRequest } from '../docker/api/client.ts';
import type { Host } from '../swarm/cluster/host.ts';
import { Daemon, type EngineOptions } from './daemon.ts';
import type { Engine } from './engine.ts';
import { followContainers } from './local/container-events.ts';
import { namedNetworks } from './local/endpoints.ts';
import { Router } from './router.ts';
import { routeNetworkCreate } from './routes/network-create.ts';
import { routeNodes } from './routes/nodes.ts';
import { routeServiceCreate } from './routes/service-create.ts';
import { routeSwarm } from './routes/swarm.ts';
import { SwarmEvents } from './swarm-events.ts';

/** Adds routes to an engine. */
export type EngineRoutes = (router: Router, daemon: Daemon, swarmEvents: SwarmEvents) => void;

/** An engine that can be given its other routes later. */
export interface GrowingEngine extends Engine {
  /** Whether a route that is there takes the request. */
  knows(request: EngineRequest): boolean;
  /** Adds all other routes, once. */
  complete(routes: EngineRoutes): void;
}

/**
 * The daemon of one host, for as long as the host exists: stopping the engine only makes that nobody calls it. By itself it
 * can do what a scenario begins with: form a swarm, label its nodes, create networks and services. @param routes all others
 * (`more-routes.ts`), or absent when `complete` brings them before they are asked for.
 */
export function createEngine(host: Host, options: EngineOptions, routes?: EngineRoutes): GrowingEngine {
  const daemon = new Daemon(host, options);
  const swarmEvents = new SwarmEvents(host, daemon.events);
  followContainers(daemon);
  host.onManager = () => swarmEvents.follow();
  host.containers.knowNetworks((container) => namedNetworks(daemon, container));
  const router = new Router();
  router.addLater(() => {
    routeSwarm(router, daemon);
    routeNetworkCreate(router, daemon);
    routeServiceCreate(router, daemon);
    routeNodes(router, daemon);
  });
  const engine: GrowingEngine = {
    handle: (request, sink) => {
      swarmEvents.follow();
      if (host.swarm.state === 'active') daemon.networks.ensureGwbridge(daemon.now);
      return router.handle(request, sink);
    },
    knows: (request) => router.complete || router.knows(request),
    complete: (more) => {
      if (router.complete) return;
      router.addLater(() => more(router, daemon, swarmEvents));
      router.complete = true;
    },
  };
  if (routes) engine.complete(routes);
  return engine;
}
