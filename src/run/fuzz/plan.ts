import type { NodeAvailability, NodeRole, ServiceSpec } from '../../docker/api/specs.ts';
import type { Trouble } from '../input.ts';

/** A machine of a plan: `N1` is the first one. */
export interface PlanHost {
  readonly name: string;
  readonly cpus: number;
  readonly memoryBytes: number;
  readonly zone: string;
  /** How many units of the generic resource `gpu` it offers; 0: none. */
  readonly gpus: number;
}

/**
 * One thing that happens. Requests go through the engine of a host whose swarm part is a manager (`via`, an index that
 * is taken modulo their number); what does not apply when its time comes is refused by the engine or does nothing, so
 * that a plan stays a plan when steps are taken out of it.
 */
export type FuzzAction =
  | { readonly kind: 'create'; readonly via: number; readonly spec: ServiceSpec }
  | { readonly kind: 'update'; readonly via: number; readonly spec: ServiceSpec }
  | { readonly kind: 'rollback'; readonly via: number; readonly name: string }
  | { readonly kind: 'remove'; readonly via: number; readonly name: string }
  | { readonly kind: 'availability'; readonly via: number; readonly host: string; readonly to: NodeAvailability }
  | { readonly kind: 'role'; readonly via: number; readonly host: string; readonly to: NodeRole }
  | { readonly kind: 'label'; readonly via: number; readonly host: string; readonly to: string }
  | { readonly kind: 'node-rm'; readonly via: number; readonly host: string; readonly force: boolean }
  | { readonly kind: 'leave'; readonly host: string; readonly force: boolean }
  | { readonly kind: 'join'; readonly via: number; readonly host: string; readonly role: NodeRole }
  | { readonly kind: 'swarm'; readonly via: number; readonly historyLimit: number; readonly snapshotInterval: number }
  | { readonly kind: 'engine'; readonly host: string; readonly up: boolean }
  | { readonly kind: 'power'; readonly host: string; readonly on: boolean }
  | { readonly kind: 'link'; readonly host: string; readonly up: boolean }
  | { readonly kind: 'pair'; readonly a: string; readonly b: string; readonly cut: boolean }
  /** Anything else that an input of a run can do to hosts, links and programs. */
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** An action and how long after the one before it happens, in virtual milliseconds. */
export interface FuzzStep {
  readonly afterMs: number;
  readonly action: FuzzAction;
}

/** A whole run as plain JSON: the same plan gives the same run. */
export interface FuzzPlan {
  /** Seeds the cluster's own random streams. */
  readonly seed: string;
  readonly managers: number;
  /** Managers first, then workers. */
  readonly hosts: readonly PlanHost[];
  readonly steps: readonly FuzzStep[];
  /** Whether drained and paused nodes are made active when the faults end. */
  readonly activateAtEnd: boolean;
}

/** One step in few words, e.g. `+1200 ms engine stop N2`. */
export function describeStep({ afterMs, action }: FuzzStep): string {
  return `+${afterMs} ms ${describeAction(action)}`;
}

function describeAction(action: FuzzAction): string {
  switch (action.kind) {
    case 'create':
    case 'update':
      return `${action.kind} service ${action.spec.Name}`;
    case 'rollback':
    case 'remove':
      return `${action.kind} service ${action.name}`;
    case 'availability':
    case 'role':
    case 'label':
      return `${action.kind} of ${action.host}: ${action.to}`;
    case 'node-rm':
      return `node rm${action.force ? ' --force' : ''} ${action.host}`;
    case 'leave':
      return `${action.host}: swarm leave${action.force ? ' --force' : ''}`;
    case 'join':
      return `${action.host}: swarm join as ${action.role}`;
    case 'swarm':
      return `swarm update: history ${action.historyLimit}, snapshots every ${action.snapshotInterval}`;
    case 'engine':
      return `engine ${action.up ? 'start' : 'stop'} ${action.host}`;
    case 'power':
      return `power ${action.on ? 'on' : 'off'} ${action.host}`;
    case 'link':
      return `${action.up ? 'heal' : 'cut'} ${action.host}`;
    case 'pair':
      return `${action.cut ? 'cut' : 'heal'} ${action.a} – ${action.b}`;
    case 'trouble':
      return JSON.stringify(action.trouble);
  }
}
