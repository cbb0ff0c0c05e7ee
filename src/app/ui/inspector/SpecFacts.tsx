import type { Mount, ServiceSpec, UpdateConfig } from '../../../docker/api/specs.ts';
import type { ServiceRecord } from '../../../run/view.ts';
import { type Messages, useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { cpuText, durationText, memoryText } from '../../scene/format.ts';
import { Facts } from './Facts.tsx';
import { Jump } from './Jump.tsx';
import { useInspected } from './use-inspected.ts';

/** What the inspector reads of a service's JSON. */
interface InspectedService {
  readonly Spec: ServiceSpec;
  readonly Endpoint?: { readonly VirtualIPs?: readonly { readonly NetworkID: string; readonly Addr?: string }[] };
}

/** What a service asks for, read off its own JSON: what goes without saying is left out. */
export function SpecFacts({ service }: { readonly service: ServiceRecord }) {
  const m = useMessages();
  const inspected = useInspected<InspectedService>('service', service.id, service);
  const networks = useMirror((mirror) => mirror.networks);
  const secrets = useMirror((mirror) => mirror.secrets);
  if (!inspected) return null;
  const { Spec: spec, Endpoint: endpoint } = inspected;
  const { TaskTemplate: task } = spec;
  const container = task.ContainerSpec;
  const named = (ids: readonly string[]) =>
    secrets
      .filter((secret) => ids.includes(secret.id))
      .map((secret) => (
        <Jump key={secret.id} to={{ kind: secret.kind, id: secret.id }}>
          {secret.name}
        </Jump>
      ));
  const list = (items: readonly React.ReactNode[]) =>
    items.length === 0 ? '' : <span key="list">{items.flatMap((item, i) => (i === 0 ? [item] : [<br key={i} />, item]))}</span>;
  return (
    <Facts
      rows={[
        [m.inspector.command, [...(container?.Command ?? []), ...(container?.Args ?? [])].join(' '), true],
        [m.inspector.environment, (container?.Env ?? []).join('\n'), true],
        [m.inspector.limits, resourceText(m, task.Resources?.Limits)],
        [m.inspector.reservations, resourceText(m, task.Resources?.Reservations)],
        [m.inspector.restart, restartText(m, task.RestartPolicy)],
        [m.inspector.updates, policyText(m, spec.UpdateConfig)],
        [m.inspector.rollbacks, policyText(m, spec.RollbackConfig)],
        [m.inspector.preferences, (task.Placement?.Preferences ?? []).map((each) => `spread=${each.Spread?.SpreadDescriptor ?? ''}`).join('\n'), true],
        [m.inspector.maxReplicas, task.Placement?.MaxReplicas ? String(task.Placement.MaxReplicas) : ''],
        [m.inspector.healthcheck, healthText(container?.Healthcheck)],
        [m.inspector.mounts, (container?.Mounts ?? []).map(mountText).join('\n'), true],
        [m.inspector.secrets, list(named(service.secrets))],
        [m.inspector.configs, list(named(service.configs))],
        [
          m.inspector.networks,
          list(
            networks
              .filter((network) => service.networks.includes(network.id) || endpoint?.VirtualIPs?.some((vip) => vip.NetworkID === network.id))
              .map((network) => (
                <span key={network.id}>
                  <Jump to={{ kind: 'network', id: network.id }}>{network.name}</Jump>
                  {` ${endpoint?.VirtualIPs?.find((vip) => vip.NetworkID === network.id)?.Addr ?? ''}`}
                </span>
              )),
          ),
        ],
        [m.inspector.endpointMode, spec.EndpointSpec?.Mode === 'dnsrr' ? 'dnsrr' : '', true],
        [
          m.inspector.labels,
          Object.entries(spec.Labels ?? {})
            .filter(([key]) => !key.startsWith('com.docker.stack.'))
            .map(([key, value]) => `${key}=${value}`)
            .join('\n'),
          true,
        ],
      ]}
    />
  );
}

/** CPUs and memory in a few words. */
export function resourceText(m: Messages, resources: { readonly NanoCPUs?: number; readonly MemoryBytes?: number } | undefined): string {
  return [resources?.NanoCPUs ? `${cpuText(resources.NanoCPUs)} ${m.node.cpu}` : '', resources?.MemoryBytes ? memoryText(resources.MemoryBytes) : '']
    .filter(Boolean)
    .join(' · ');
}

function restartText(m: Messages, policy: ServiceSpec['TaskTemplate']['RestartPolicy']): string {
  if (!policy?.Condition) return '';
  const delay = policy.Delay ? ` · ${m.inspector.afterDelay(nanoText(policy.Delay))}` : '';
  return `${policy.Condition}${delay}${policy.MaxAttempts ? ` · ${m.inspector.atMost(policy.MaxAttempts)}` : ''}`;
}

/** An update policy in a few words. */
function policyText(m: Messages, config: UpdateConfig | undefined): string {
  if (!config) return '';
  return [
    m.film.atATime(config.Parallelism ?? 0),
    config.Delay ? m.film.delay(nanoText(config.Delay)) : '',
    config.Order ?? 'stop-first',
    config.Monitor ? m.film.monitor(nanoText(config.Monitor)) : '',
    m.film.onFailure(config.FailureAction ?? 'pause', config.MaxFailureRatio ?? 0),
  ]
    .filter(Boolean)
    .join(' · ');
}

function healthText(health: NonNullable<ServiceSpec['TaskTemplate']['ContainerSpec']>['Healthcheck']): string {
  if (!health?.Test || health.Test.length === 0) return '';
  return `${health.Test.filter((word) => word !== 'CMD' && word !== 'CMD-SHELL').join(' ')}${health.Interval ? ` · ${nanoText(health.Interval)}` : ''}`;
}

function mountText(mount: Mount): string {
  return `${mount.Type ?? 'volume'} ${mount.Source ?? ''} → ${mount.Target ?? ''}${mount.ReadOnly ? ' (ro)' : ''}`;
}

/** Nanoseconds, as specs have them. */
function nanoText(ns: number): string {
  return durationText(ns / 1e6);
}
