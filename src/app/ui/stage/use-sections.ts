import { useMemo } from 'react';
import type { HostRecord, ServiceRecord, TaskRecord } from '../../../run/view.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { arrangeNodes, arrangeServices, type StageSection } from '../../scene/arrange.ts';

const NO_HOSTS: readonly HostRecord[] = [];
const NO_SERVICES: readonly ServiceRecord[] = [];
const NO_TASKS: ReadonlyMap<string, readonly TaskRecord[]> = new Map();

/** The columns of a view, as they are grouped; not told anew when only the other view's things change. */
export function useSections(view: 'nodes' | 'services', group: string): readonly StageSection[] {
  const nodes = view === 'nodes';
  const hosts = useMirror((mirror) => (nodes ? mirror.hosts : NO_HOSTS));
  const columns = useMirror((mirror) => (nodes ? mirror.columns : NO_TASKS));
  const services = useMirror((mirror) => (nodes ? NO_SERVICES : mirror.services));
  const byService = useMirror((mirror) => (nodes ? NO_TASKS : mirror.byService));
  return useMemo(
    () => (nodes ? arrangeNodes(hosts, columns, group) : arrangeServices(services, byService, group)),
    [nodes, hosts, columns, services, byService, group],
  );
}
