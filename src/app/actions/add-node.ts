import { messages } from '../i18n/messages.ts';
import { useMirror } from '../mirror/mirror-store.ts';
import { send } from '../world/world.ts';
import { clickLine, echo } from './action.ts';
import { joinLine, nextHostName } from './host-actions.ts';
import { managerOf } from './managers.ts';
import { takesOrders } from './takes-orders.ts';

/** A new machine, which joins the swarm as a worker if there is one to join. */
export function addNode(): void {
  if (!takesOrders()) return;
  const { hosts } = useMirror.getState();
  const m = messages();
  const name = nextHostName(hosts);
  send({ kind: 'add-host', name });
  const manager = managerOf(hosts);
  if (!manager) {
    echo(m.act.addNode, name, undefined, m.act.hostAdded);
    return;
  }
  const line = joinLine(manager, 'worker');
  send(clickLine(name, line));
  echo(m.act.addNode, name, line);
}
