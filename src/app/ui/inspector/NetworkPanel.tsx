import type { NetworkRecord } from '../../../run/view.ts';
import { removeObjectAction } from '../../actions/object-actions.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { ActionRow } from './ActionRow.tsx';
import { Facts, Labels } from './Facts.tsx';
import css from './Inspector.module.css';
import { JsonView } from './JsonView.tsx';
import { PanelTabs } from './PanelTabs.tsx';
import { ServiceList } from './ServiceList.tsx';
import { useInspected } from './use-inspected.ts';

interface InspectedNetwork {
  readonly Scope?: string;
  readonly EnableIPv6?: boolean;
  readonly Internal?: boolean;
  readonly Attachable?: boolean;
  readonly IPAM?: { readonly Config?: readonly { readonly Subnet?: string; readonly Gateway?: string; readonly IPRange?: string }[] };
  readonly Options?: { readonly [key: string]: string };
  readonly Labels?: { readonly [key: string]: string };
}

/** Everything about a network of the swarm. */
export function NetworkPanel({ network }: { readonly network: NetworkRecord }) {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const services = useMirror((mirror) => mirror.services);
  const inspected = useInspected<InspectedNetwork>('network', network.id, network);
  const users = services.filter((service) => service.networks.includes(network.id) || (network.ingress && service.ports !== ''));
  const ipam = inspected?.IPAM?.Config?.[0];
  const yes = (value: boolean | undefined): string => (value ? m.inspector.yes : '');
  return (
    <PanelTabs
      title={network.name}
      lead={network.ingress ? m.inspector.ingress : network.driver}
      tabs={[
        {
          id: 'network',
          name: m.inspector.network,
          body: (
            <>
              {!network.ingress && <ActionRow actions={[removeObjectAction(network, hosts, m)]} />}
              <Facts
                rows={[
                  [m.inspector.driver, network.driver],
                  [m.inspector.scope, inspected?.Scope ?? ''],
                  [m.inspector.subnet, network.subnet, true],
                  [m.inspector.gateway, ipam?.Gateway ?? '', true],
                  [m.inspector.ipRange, ipam?.IPRange ?? '', true],
                  [m.inspector.attachable, yes(inspected?.Attachable)],
                  [m.inspector.internal, yes(inspected?.Internal)],
                  ['IPv6', yes(inspected?.EnableIPv6)],
                  [m.inspector.encrypted, yes(inspected?.Options !== undefined && 'encrypted' in inspected.Options)],
                  [m.inspector.labels, Object.keys(inspected?.Labels ?? {}).length > 0 ? <Labels key="labels" labels={inspected?.Labels ?? {}} /> : ''],
                  [m.inspector.id, network.id, true],
                ]}
              />
              <section>
                <h3>{m.inspector.usedBy}</h3>
                {users.length === 0 ? <p className={css['quiet']}>{m.inspector.usedByNone}</p> : <ServiceList services={users} />}
              </section>
            </>
          ),
        },
        { id: 'json', name: m.inspector.json, body: <JsonView type="network" id={network.id} version={network} /> },
      ]}
    />
  );
}
