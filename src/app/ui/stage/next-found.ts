import { hostOfNode, serviceOf } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { visibleOfService } from '../../scene/arrange.ts';
import { matchesHost, matchesTask, parseFilter } from '../../scene/filter.ts';
import { type Selection, select, useSession } from '../../world/session.ts';
import { useStage } from '../../world/stage-state.ts';

/** Selects the next thing on the stage that fits a query, or the one before; nodes before their tasks. */
export function nextFound(query: string, direction: 1 | -1): void {
  const filter = parseFilter(query);
  if (!filter) return;
  const mirror = useMirror.getState();
  const found: NonNullable<Selection>[] = [];
  if (useStage.getState().view === 'services') {
    for (const service of mirror.services)
      for (const task of visibleOfService(mirror.byService.get(service.id) ?? []))
        if (matchesTask(filter, task, hostOfNode(mirror, task.nodeId), service)) found.push({ kind: 'task', id: task.id });
  } else {
    for (const host of mirror.hosts) {
      if (matchesHost(filter, host)) found.push({ kind: 'host', id: host.id });
      for (const task of mirror.columns.get(host.nodeId) ?? [])
        if (matchesTask(filter, task, host, serviceOf(mirror, task.serviceId))) found.push({ kind: 'task', id: task.id });
    }
  }
  if (found.length === 0) return;
  const { selection } = useSession.getState();
  const at = found.findIndex((thing) => thing.kind === selection?.kind && thing.id === selection.id);
  const next = found[(at < 0 && direction < 0 ? found.length - 1 : at + direction + found.length) % found.length];
  select(next);
  const element = next && document.querySelector(next.kind === 'host' ? `[data-node="${CSS.escape(next.id)}"]` : `[data-task="${CSS.escape(next.id)}"]`);
  element?.scrollIntoView({ block: 'nearest' });
}
