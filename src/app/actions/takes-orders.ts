import { useWorld } from '../world/world-store.ts';

/** Whether the world that is shown can be told to do something; a real swarm is only looked at. */
export function takesOrders(): boolean {
  return useWorld.getState().client?.capabilities.orders ?? true;
}
