import { compareText } from '../base/compare.ts';
import type { Config, Network, Secret, Service } from '../swarm/objects/objects.ts';
import type { ObjectPlan } from './plan.ts';

/** The swarm's objects, and the volumes of its hosts, at one moment. */
export interface ObjectsState {
  readonly networks: readonly Network[];
  readonly secrets: readonly Secret[];
  readonly configs: readonly Config[];
  /** Names of hosts by the names of their volumes. */
  readonly volumes: ReadonlyMap<string, readonly string[]>;
}

const STACK_LABEL = 'com.docker.stack.namespace';
const KINDS = ['network', 'secret', 'config', 'volume'] as const;

/**
 * What a deploy does with networks, secrets, configs and volumes: those of the stack and those that its services use.
 * @param services as the deploy left them
 * @param began when the deploy began: docker writes every secret and config of the file, also an unchanged one
 */
export function planObjects(
  stack: string,
  services: readonly Service[],
  before: ObjectsState,
  after: ObjectsState,
  began: number,
  touchedServices: ReadonlySet<string>,
): readonly ObjectPlan[] {
  const plans: ObjectPlan[] = [];
  const touched = services.filter((service) => touchedServices.has(service.spec.Name));
  const usedNetworks = new Set(touched.flatMap((service) => (service.spec.TaskTemplate.Networks ?? []).map((network) => network.Target ?? '')));
  for (const network of after.networks) {
    const isOwn = network.spec.Labels?.[STACK_LABEL] === stack;
    const isUsed = usedNetworks.has(network.id) || usedNetworks.has(network.spec.Name);
    if (!isOwn && !isUsed) continue;
    const isNew = !before.networks.some((old) => old.id === network.id);
    plans.push({ kind: 'network', name: network.spec.Name, action: !isOwn ? 'external' : isNew ? 'create' : isUsed ? 'kept' : 'left-over', hosts: [] });
  }
  for (const [kind, references] of [
    ['secret', 'Secrets'],
    ['config', 'Configs'],
  ] as const) {
    const were: readonly (Secret | Config)[] = before[`${kind}s`];
    const used = new Set(touched.flatMap((service) => (service.spec.TaskTemplate.ContainerSpec?.[references] ?? []).map(idOf)));
    for (const object of after[`${kind}s`]) {
      const isOwn = object.spec.Labels[STACK_LABEL] === stack;
      if (!isOwn && !used.has(object.id)) continue;
      plans.push({ kind, name: object.spec.Name, action: isOwn ? actionOf(object, were, began) : 'external', hosts: [] });
    }
  }
  const volumes = new Set(
    touched.flatMap((service) =>
      (service.spec.TaskTemplate.ContainerSpec?.Mounts ?? []).flatMap((mount) => (mount.Type === 'volume' && mount.Source ? [mount.Source] : [])),
    ),
  );
  for (const name of volumes) {
    const hosts = after.volumes.get(name) ?? [];
    const isNew = hosts.some((host) => !(before.volumes.get(name) ?? []).includes(host));
    plans.push({ kind: 'volume', name, action: isNew ? 'create' : 'kept', hosts });
  }
  return plans.sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || compareText(a.name, b.name));
}

function actionOf(object: Secret | Config, before: readonly (Secret | Config)[], began: number): ObjectPlan['action'] {
  const old = before.find((each) => each.id === object.id);
  if (old === undefined) return 'create';
  if (object.meta.updatedAt < began) return 'left-over';
  return JSON.stringify(old.spec.Labels) === JSON.stringify(object.spec.Labels) ? 'kept' : 'update';
}

function idOf(reference: { readonly SecretID: string } | { readonly ConfigID: string }): string {
  return 'SecretID' in reference ? reference.SecretID : reference.ConfigID;
}
