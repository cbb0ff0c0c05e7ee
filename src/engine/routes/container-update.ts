import type { Json, JsonObject } from '../../base/json.ts';
import { type Container, type ContainerConfig, isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { resourcesFault } from '../../swarm/agent/creation-fault.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';
import { restartPolicyFault, retriesFault } from '../decode/create-fault.ts';

/** `POST /containers/{id}/update`: limits and restart policy of a container; what is zero or empty stays (moby daemon/update.go). */
export function updateContainer(daemon: Daemon, call: Call, container: Container): void {
  const changes = changesOf(call.body, container, daemon);
  const refused = isRefusal(changes) ? changes : daemon.host.containers.update(container.id, changes);
  if (refused) return call.refuse(refused);
  const body = daemon.createBodies.get(container.id);
  if (body) daemon.createBodies.set(container.id, { ...body, HostConfig: changedHostConfig(objectOf(body['HostConfig']), objectOf(call.body)) });
  call.reply(200, { Warnings: [] });
}

/** Limits that are only shown. */
const SHOWN = ['CpuShares', 'CpuPeriod', 'CpuQuota', 'CpuRealtimePeriod', 'CpuRealtimeRuntime', 'CpusetCpus', 'CpusetMems', 'BlkioWeight', 'MemoryReservation'];

/** What is zero or empty stays. The swap limit was set when the container was made: twice its memory. */
function changedHostConfig(host: JsonObject, given: JsonObject): JsonObject {
  const changed = Object.fromEntries([...SHOWN, 'MemorySwap'].filter((key) => given[key]).map((key) => [key, given[key] ?? null]));
  const swap = given['MemorySwap'] || swapOf(host);
  return { ...host, ...changed, MemorySwap: swap };
}

function swapOf(host: JsonObject): number {
  return Number(host['MemorySwap'] ?? 0) || 2 * Number(host['Memory'] ?? 0);
}

function changesOf(body: Json | undefined, { id, config }: Container, daemon: Daemon): Partial<ContainerConfig> | Refusal {
  const { cpus } = daemon.host.spec;
  const given = objectOf(body);
  const number = (name: string): number => Number(given[name] ?? 0) || 0;
  const [memoryBytes, nanoCpus, pidsLimit] = [number('Memory'), number('NanoCpus'), number('PidsLimit')];
  const limits = resourcesFault({ memoryBytes, nanoCpus }, cpus);
  if (limits) return { status: 400, message: limits };
  const policy = objectOf(given['RestartPolicy']);
  const restart = policy['Name'] ?? '';
  const odd = restartPolicyFault(String(restart));
  if (odd) return { status: 400, message: odd };
  const retries = retriesFault({ Name: String(restart), MaximumRetryCount: Number(policy['MaximumRetryCount'] ?? 0) || 0 });
  if (restart !== '' && retries) return { status: 400, message: retries };
  const swap = swapOf(objectOf(daemon.createBodies.get(id)?.['HostConfig']));
  if (memoryBytes > swap && swap > 0 && !number('MemorySwap')) {
    const why = 'Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time';
    return { status: 409, message: `Cannot update container ${id}: ${why}` };
  }
  if (restart !== '' && config.autoRemove) return { status: 400, message: 'Restart policy cannot be updated because AutoRemove is enabled for the container' };
  return {
    ...(memoryBytes === 0 ? {} : { memoryBytes }),
    ...(nanoCpus === 0 ? {} : { nanoCpus }),
    ...(pidsLimit === 0 ? {} : { pidsLimit }),
    ...(restart === 'no' || restart === 'always' || restart === 'on-failure' || restart === 'unless-stopped'
      ? { restartPolicy: { name: restart, maximumRetryCount: Number(policy['MaximumRetryCount'] ?? 0) || 0 } }
      : {}),
  };
}

const objectOf = (value: Json | undefined): JsonObject => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {});
