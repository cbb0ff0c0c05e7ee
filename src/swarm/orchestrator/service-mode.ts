import type { Service } from '../objects/objects.ts';

/** The four modes of a service (swarmkit manager/orchestrator/service.go). All answer false for a service that is gone. */
export function isReplicatedService(service: Service | undefined): boolean {
  return service?.spec.Mode.Replicated !== undefined;
}

export function isGlobalService(service: Service | undefined): boolean {
  return service?.spec.Mode.Global !== undefined;
}

export function isReplicatedJob(service: Service | undefined): boolean {
  return service?.spec.Mode.ReplicatedJob !== undefined;
}

export function isGlobalJob(service: Service | undefined): boolean {
  return service?.spec.Mode.GlobalJob !== undefined;
}

export function isJob(service: Service | undefined): boolean {
  return isReplicatedJob(service) || isGlobalJob(service);
}
