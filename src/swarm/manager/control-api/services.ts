import { sameJson } from '../../../base/same-json.ts';
import type { ServiceSpec } from '../../../docker/api/specs.ts';
import type { Service } from '../../objects/objects.ts';
import type { Reader } from '../../store/tables.ts';
import { type Committed, type ControlContext, transact } from './control-context.ts';
import { fitting } from './message-size.ts';
import { portConflict } from './port-conflicts.ts';
import { type RpcStatus, rpcStatus, storeRefusal } from './rpc-status.ts';
import { validateServiceSpec } from './service-validation.ts';

/** Creates a service; `done` gets its id or the refusal (swarmkit controlapi/service.go CreateService). */
export function createService(context: ControlContext, spec: ServiceSpec, done: (result: string | RpcStatus) => void): void {
  const reader = context.store.read;
  const refused = validateServiceSpec(spec) ?? validateNetworks(reader, spec) ?? portConflict(reader, spec, '') ?? missingIngress(reader, spec);
  if (refused) {
    done(refused);
    return;
  }
  const id = context.random.swarmId();
  transact(
    context,
    (tx) => {
      const missing = missingReferences(tx, spec);
      if (missing) return missing;
      const job = isJob(spec) ? { jobStatus: { jobIteration: 0, lastExecution: context.now } } : {};
      tx.create('service', fitting({ id, spec, specVersion: 0, ...job }));
      return undefined;
    },
    (failed) => done(failed ?? id),
    (error) =>
      error.code === 'name-conflict'
        ? rpcStatus('AlreadyExists', `name conflicts with an existing object: service ${spec.Name} already exists`)
        : storeRefusal(error),
  );
}

/** A request to change a service: `version` is the one that the client has read. */
export interface ServiceUpdate {
  readonly id: string;
  readonly version: number;
  readonly spec: ServiceSpec;
  /** Swap back to the previous spec; `spec` is validated but not used. */
  readonly rollback: boolean;
}

/** Changes a service or rolls it back (swarmkit controlapi/service.go UpdateService; orchestrator.md §10.3, §5.5). */
export function updateService(context: ControlContext, request: ServiceUpdate, done: Committed): void {
  const { spec, id } = request;
  const reader = context.store.read;
  const current = reader.get('service', id);
  const notFound = rpcStatus('NotFound', `service ${id} not found`);
  const refused = validateServiceSpec(spec) ?? validateNetworks(reader, spec) ?? (current ? undefined : notFound);
  if (refused || !current) {
    done(refused ?? notFound);
    return;
  }
  const newPorts = spec.EndpointSpec !== undefined && !sameJson(spec.EndpointSpec, current.spec.EndpointSpec);
  const conflict = newPorts ? portConflict(reader, spec, id) : undefined;
  if (conflict) {
    done(conflict);
    return;
  }
  transact(
    context,
    (tx) => {
      const service = tx.get('service', id);
      if (!service) return notFound;
      const stopped = changeRefusal(tx, service, spec) ?? (request.rollback && !service.previousSpec ? noPrevious(id) : undefined);
      if (stopped) return stopped;
      tx.update(
        'service',
        fitting({
          ...(request.rollback ? rolledBack(service, context.now) : changed(service, request)),
          ...nextIteration(service, context.now),
          meta: { ...service.meta, version: request.version },
        }),
      );
      return undefined;
    },
    done,
  );
}

/** Removes a service at once, whatever runs of it (swarmkit controlapi/service.go RemoveService). */
export function removeService(context: ControlContext, id: string, done: Committed): void {
  transact(
    context,
    (tx) => {
      if (!tx.get('service', id)) return rpcStatus('NotFound', `service ${id} not found`);
      tx.delete('service', id);
      return undefined;
    },
    done,
  );
}

function noPrevious(id: string): RpcStatus {
  return rpcStatus('FailedPrecondition', `service ${id} does not have a previous spec`);
}

function changeRefusal(reader: Reader, service: Service, spec: ServiceSpec): RpcStatus | undefined {
  if (!sameJson(spec.Networks ?? [], service.spec.Networks ?? [])) {
    return rpcStatus('Unimplemented', 'networks must be migrated to TaskSpec before being changed');
  }
  const missing = missingReferences(reader, spec);
  if (missing) return missing;
  if (modeOf(service.spec) !== modeOf(spec)) return rpcStatus('Unimplemented', 'service mode change is not allowed');
  if (service.spec.Name !== spec.Name) return rpcStatus('Unimplemented', 'renaming services is not supported');
  return undefined;
}

function changed(service: Service, request: ServiceUpdate): Service {
  const { updateStatus: _reset, ...rest } = service;
  return {
    ...rest,
    previousSpec: service.spec,
    previousSpecVersion: service.specVersion,
    spec: request.spec,
    specVersion: request.version,
  };
}

function rolledBack(service: Service, now: number): Service {
  return {
    ...service,
    spec: service.previousSpec ?? service.spec,
    specVersion: service.previousSpecVersion ?? 0,
    previousSpec: service.spec,
    previousSpecVersion: service.specVersion,
    updateStatus: { state: 'rollback_started', startedAt: now, message: 'manually requested rollback' },
  };
}

/** A job runs anew at every update, whatever was changed. */
function nextIteration(service: Service, now: number): Pick<Service, 'jobStatus'> {
  return isJob(service.spec) ? { jobStatus: { jobIteration: (service.jobStatus?.jobIteration ?? 0) + 1, lastExecution: now } } : {};
}

function isJob(spec: ServiceSpec): boolean {
  return spec.Mode.ReplicatedJob !== undefined || spec.Mode.GlobalJob !== undefined;
}

function modeOf(spec: ServiceSpec): string {
  return (['Replicated', 'Global', 'ReplicatedJob', 'GlobalJob'] as const).find((mode) => spec.Mode[mode] !== undefined) ?? '';
}

/** A network that is missing is left to the allocator, as in SwarmKit. */
function validateNetworks(reader: Reader, spec: ServiceSpec): RpcStatus | undefined {
  for (const { Target: target = '' } of [...(spec.Networks ?? []), ...(spec.TaskTemplate.Networks ?? [])]) {
    const network = reader.get('network', target);
    if (network?.spec.Ingress) {
      return rpcStatus('InvalidArgument', `Service cannot be explicitly attached to the ingress network "${network.spec.Name}"`);
    }
  }
  return undefined;
}

function missingIngress(reader: Reader, spec: ServiceSpec): RpcStatus | undefined {
  const needed = (spec.EndpointSpec?.Ports ?? []).some((port) => port.PublishMode !== 'host');
  if (!needed || reader.list('network').some((network) => network.spec.Ingress)) return undefined;
  return rpcStatus('FailedPrecondition', 'service needs ingress network, but no ingress network is present');
}

/** Secrets and configs that do not exist, or whose name is not the one that goes with the id. */
function missingReferences(reader: Reader, spec: ServiceSpec): RpcStatus | undefined {
  const container = spec.TaskTemplate.ContainerSpec;
  const secrets = (container?.Secrets ?? []).filter((ref) => reader.get('secret', ref.SecretID)?.spec.Name !== ref.SecretName).map((ref) => ref.SecretName);
  const configs = (container?.Configs ?? []).filter((ref) => reader.get('config', ref.ConfigID)?.spec.Name !== ref.ConfigName).map((ref) => ref.ConfigName);
  return missingText('secret', secrets) ?? missingText('config', configs);
}

function missingText(kind: string, names: readonly string[]): RpcStatus | undefined {
  if (names.length === 0) return undefined;
  return rpcStatus('InvalidArgument', `${kind}${names.length > 1 ? 's' : ''} not found: ${names.join(', ')}`);
}
