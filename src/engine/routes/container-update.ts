import type { Json, JsonObject } from '../../base/json.ts';
import { type Container, type ContainerConfig, isRefusal, type Refusal } from '../../swarm/agent/container.ts';
import { resourcesFault, restartPolicyFault } from '../../swarm/agent/creation-fault.ts';
import type { Call } from '../call.ts';
import type { Daemon } from '../daemon.ts';

/** `POST /containers/{id}/update`: limits and restart policy of a container; what is zero or empty stays (moby daemon/update.go). */
export function updateContainer(daemon: Daemon, call: Call, container: Container): void {
  const changes = changesOf(call.body, container.config, daemon.host.spec.cpus);
  const refused = isRefusal(changes) ? changes : daemon.host.containers.update(container.id, changes);
  if (refused) call.refuse(refused);
  else call.reply(200, { Warnings: [] });
}

function changesOf(body: Json | undefined, { autoRemove }: ContainerConfig, cpus: number): Partial<ContainerConfig> | Refusal {
  const given = objectOf(body);
  const number = (name: string): number => Number(given[name] ?? 0) || 0;
  const [memoryBytes, nanoCpus, pidsLimit] = [number('Memory'), number('NanoCpus'), number('PidsLimit')];
  const limits = resourcesFault({ memoryBytes, nanoCpus }, cpus);
  if (limits) return { status: 400, message: limits };
  const policy = objectOf(given['RestartPolicy']);
  const restart = policy['Name'] ?? '';
  const odd = restartPolicyFault(String(restart));
  if (odd) return { status: 400, message: odd };
  if (restart !== '' && autoRemove) return { status: 400, message: 'Restart policy cannot be updated because AutoRemove is enabled for the container' };
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
