import type { PortConfig, ServiceSpec } from '../../../api/specs.ts';

/** What the engine answers for a service (moby api/types/swarm Service). Times are RFC 3339. */
export interface ServiceAnswer {
  readonly ID: string;
  readonly Version: { readonly Index?: number };
  readonly CreatedAt?: string;
  readonly UpdatedAt?: string;
  readonly Spec: ServiceSpec;
  readonly PreviousSpec?: ServiceSpec;
  readonly Endpoint?: { readonly Ports?: readonly PortConfig[] };
  readonly UpdateStatus?: { readonly State?: string; readonly StartedAt?: string; readonly CompletedAt?: string; readonly Message?: string };
  readonly ServiceStatus?: { readonly RunningTasks: number; readonly DesiredTasks: number; readonly CompletedTasks: number };
}
