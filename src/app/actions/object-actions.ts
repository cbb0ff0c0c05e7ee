import type { HostRecord, NetworkRecord, SecretRecord } from '../../run/view.ts';
import type { Messages } from '../i18n/messages.ts';
import { type ClickAction, clickLine } from './action.ts';
import { managerOf } from './managers.ts';
import { quoteWord } from './quote-word.ts';

/** Removes a network, a secret or a config: docker refuses while somebody uses it, and says who. */
export function removeObjectAction(object: NetworkRecord | SecretRecord, hosts: readonly HostRecord[], m: Messages): ClickAction {
  const manager = managerOf(hosts);
  const host = manager?.id ?? hosts[0]?.id ?? '';
  return {
    id: `${object.id}/remove`,
    label: m.act.remove,
    host,
    input: clickLine(host, `docker ${object.kind} rm ${quoteWord(object.name)}`),
    danger: true,
    confirm: m.act.removeAsk(object.name),
    ...(manager ? {} : { disabled: m.act.noManager }),
  };
}

/** Removes a volume where it lies. */
export function removeVolumeAction(host: HostRecord, name: string, m: Messages): ClickAction {
  return {
    id: `${host.id}/${name}/remove`,
    label: m.act.remove,
    host: host.id,
    input: clickLine(host.id, `docker volume rm ${quoteWord(name)}`),
    danger: true,
    confirm: m.act.removeAsk(name),
    ...(host.engineUp ? {} : { disabled: m.inspector.engineAway(host.id) }),
  };
}
