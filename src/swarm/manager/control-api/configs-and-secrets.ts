import { sameJson } from '../../../base/same-json.ts';
import type { ConfigSpec, SecretSpec, ServiceSpec } from '../../../docker/api/specs.ts';
import type { Reader } from '../../store/tables.ts';
import { type Committed, type ControlContext, transact } from './control-context.ts';
import { fitting } from './message-size.ts';
import { validateObjectName } from './names.ts';
import { type RpcStatus, rpcStatus, storeRefusal } from './rpc-status.ts';

const LIMIT_BYTES = { config: 1_024_000, secret: 512_000 } as const;

/** Configs and secrets live by the same rules; only a secret may have a driver, which brings the data. */
export type PayloadKind = 'config' | 'secret';
type PayloadSpec = ConfigSpec & SecretSpec;

/** Creates a config or a secret; `done` gets its id or the refusal (swarmkit controlapi/{config,secret}.go). */
export function createPayload(context: ControlContext, kind: PayloadKind, spec: PayloadSpec, done: (result: string | RpcStatus) => void): void {
  const refused = validatePayload(kind, spec);
  if (refused) {
    done(refused);
    return;
  }
  const id = context.random.swarmId();
  transact(
    context,
    (tx) => {
      tx.create(kind, { id, spec: fitting(spec) });
      return undefined;
    },
    (failed) => done(failed ?? id),
    (error) => (error.code === 'name-conflict' ? rpcStatus('AlreadyExists', `${kind} ${spec.Name} already exists`) : storeRefusal(error)),
  );
}

/** Changes the labels, the only thing that may be changed (ORC-244). */
export function updatePayload(
  context: ControlContext,
  kind: PayloadKind,
  request: { readonly id: string; readonly version: number; readonly spec: PayloadSpec },
  done: Committed,
): void {
  transact(
    context,
    (tx) => {
      const object = tx.get(kind, request.id);
      if (!object) return rpcStatus('NotFound', `${kind} ${request.id} not found`);
      const old = object.spec as PayloadSpec;
      const { spec } = request;
      const newData = spec.Data !== undefined && spec.Data !== old.Data;
      if (spec.Name !== old.Name || newData || spec.Driver || old.Driver || !sameJson(spec.Templating, old.Templating)) {
        return rpcStatus('InvalidArgument', 'only updates to Labels are allowed');
      }
      tx.update(kind, { ...object, meta: { ...object.meta, version: request.version }, spec: fitting({ ...old, Labels: spec.Labels }) });
      return undefined;
    },
    done,
  );
}

/** Removes one that no service's present spec refers to (ORC-243). */
export function removePayload(context: ControlContext, kind: PayloadKind, id: string, done: Committed): void {
  transact(
    context,
    (tx) => {
      const object = tx.get(kind, id);
      if (!object) return rpcStatus('NotFound', `could not find ${kind} ${id}`);
      const users = usersOf(tx, kind, id);
      if (users.length > 0) {
        const services = users.length > 1 ? 'services' : 'service';
        return rpcStatus('InvalidArgument', `${kind} '${object.spec.Name}' is in use by the following ${services}: ${users.join(', ')}`);
      }
      tx.delete(kind, id);
      return undefined;
    },
    done,
  );
}

function usersOf(reader: Reader, kind: PayloadKind, id: string): string[] {
  return reader
    .list('service')
    .filter((service) => refersTo(service.spec, kind, id))
    .map((service) => service.spec.Name);
}

function refersTo(spec: ServiceSpec, kind: PayloadKind, id: string): boolean {
  const container = spec.TaskTemplate.ContainerSpec;
  return kind === 'config'
    ? (container?.Configs ?? []).some((reference) => reference.ConfigID === id)
    : (container?.Secrets ?? []).some((reference) => reference.SecretID === id);
}

function validatePayload(kind: PayloadKind, spec: PayloadSpec): RpcStatus | undefined {
  const name = validateObjectName(spec.Name);
  if (name) return name;
  if (kind === 'secret' && spec.Driver) {
    return (spec.Driver.Name ?? '') === '' ? rpcStatus('InvalidArgument', 'secret driver must have a name') : undefined;
  }
  const bytes = base64Length(spec.Data ?? '');
  if (bytes === 0 || bytes >= LIMIT_BYTES[kind]) {
    return rpcStatus('InvalidArgument', `${kind} data must be larger than 0 and less than ${LIMIT_BYTES[kind]} bytes`);
  }
  return undefined;
}

/** How many bytes a base64 text stands for. */
function base64Length(text: string): number {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return Math.floor((text.length * 3) / 4) - padding;
}
