import { messages } from '../../i18n/messages.ts';
import { hostNamed, serviceOf } from '../../mirror/apply-frame.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { useStage } from '../../world/stage-state.ts';
import { type MenuEntry, openMenu } from '../kit/menu-store.ts';
import { hostEntries } from './HostMenu.tsx';
import { markedEntries, stageEntries } from './marked-entries.tsx';
import { serviceEntries, taskEntries } from './service-entries.tsx';

/** What a place of the stage is about. */
export type StageThing =
  | { readonly kind: 'host'; readonly id: string }
  | { readonly kind: 'service'; readonly id: string }
  | { readonly kind: 'task'; readonly id: string }
  | { readonly kind: 'nothing' };

/** Opens the menu of what the pointer, or the focus, is on. */
export function openStageMenu(event: globalThis.MouseEvent): void {
  const target = event.target instanceof Element ? event.target : undefined;
  if (target?.closest('input, textarea')) return;
  event.preventDefault();
  const of = (name: string): string | undefined =>
    target?.closest<HTMLElement>(`[data-${name}]`)?.dataset[name.replace(/-(.)/g, (_, c: string) => c.toUpperCase())];
  const task = of('task');
  const host = of('node') ?? of('grip') ?? of('host');
  const service = of('service') ?? of('service-column');
  const thing: StageThing =
    task !== undefined
      ? { kind: 'task', id: task }
      : host !== undefined
        ? { kind: 'host', id: host }
        : service !== undefined
          ? { kind: 'service', id: service }
          : { kind: 'nothing' };
  openMenuOf(thing, { x: event.clientX, y: event.clientY });
}

/** Opens the menu of a thing at a point of the window. */
export function openMenuOf(thing: StageThing, anchor: Element | { readonly x: number; readonly y: number }): void {
  const m = messages();
  const mirror = useMirror.getState();
  const { marked } = useStage.getState();
  let label = m.stage.title;
  let entries: MenuEntry[] = stageEntries();
  if (thing.kind === 'task') {
    const task = mirror.tasks.get(thing.id);
    if (!task) return;
    label = task.name;
    entries = taskEntries(task);
  } else if (thing.kind === 'service') {
    const service = serviceOf(mirror, thing.id);
    if (!service) return;
    label = service.name;
    entries = serviceEntries(service);
  } else if (thing.kind === 'host') {
    const host = hostNamed(mirror, thing.id);
    if (!host) return;
    label = host.id;
    // Of several marked nodes, the menu of one is the menu of all.
    entries = marked.size > 1 && marked.has(host.id) ? markedEntries() : hostEntries(host);
  }
  openMenu({ anchor, align: 'start', label: m.stage.actions(label), entries: [{ kind: 'label', text: label }, ...entries] });
}
