import { Plus } from 'lucide-react';
import { type ClickAction, clickLine, perform } from '../../actions/action.ts';
import { addNode } from '../../actions/add-node.ts';
import { isParted, linkAction, partitionAction, reunionAction } from '../../actions/link-actions.ts';
import { managerOf } from '../../actions/managers.ts';
import { takesOrders } from '../../actions/takes-orders.ts';
import { messages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { shownViews } from '../../world/shown-views.ts';
import { markHosts, showStageView, useStage, zoomStage } from '../../world/stage-state.ts';
import type { MenuEntry } from '../kit/menu-store.ts';
import { actionEntry } from './service-entries.tsx';

/** What can be done to all marked hosts together. */
export function markedActions(): ClickAction[] {
  const m = messages();
  const { hosts } = useMirror.getState();
  const { marked } = useStage.getState();
  const chosen = hosts.filter((host) => marked.has(host.id));
  const names = chosen.map((host) => host.id);
  if (names.length === 0) return [];
  const manager = managerOf(hosts);
  const all = names.join('+');
  const availability = (word: 'drain' | 'active' | 'pause', id: string, label: string): ClickAction[] => {
    const nodes = chosen.filter((host) => host.role !== '' && host.availability !== word).map((host) => host.id);
    if (nodes.length === 0) return [];
    const update = 'docker node update --availability';
    const line = nodes.length === 1 ? `${update} ${word} ${nodes[0]}` : `for n in ${nodes.join(' ')}; do ${update} ${word} $n; done`;
    const host = manager?.id ?? '';
    return [{ id: `${all}/${id}`, label, host, input: clickLine(host, line), ...(manager ? {} : { disabled: m.act.noManager }) }];
  };
  const fault = (word: 'power-off' | 'power-on', label: string, fits: boolean): ClickAction[] =>
    fits && names.length === 1 ? [{ id: `${all}/${word}`, label, host: all, input: { kind: 'fault', fault: word, host: all }, words: m.act.fault[word] }] : [];
  return [
    ...availability('drain', 'drain', m.act.drain),
    ...availability('pause', 'pause', m.act.pause),
    ...availability('active', 'activate', m.act.activate),
    ...fault('power-off', m.act.powerOff, chosen[0]?.power === true),
    ...fault('power-on', m.act.powerOn, chosen[0]?.power === false),
    ...(names.length < hosts.length ? [partitionAction(names, hosts, m)] : []),
    ...(isParted(hosts) ? [reunionAction(m)] : []),
    ...(chosen.length === 2 && chosen[0] && chosen[1] ? [{ ...linkAction(chosen[0], chosen[1], m) }] : []),
  ];
}

/** What can be done to each marked host by itself: one input for every one of them. */
export function markedFaults(): { readonly id: string; readonly label: string; readonly danger: boolean; readonly act: () => void }[] {
  const m = messages();
  const { hosts } = useMirror.getState();
  const { marked } = useStage.getState();
  const chosen = hosts.filter((host) => marked.has(host.id));
  const each = (id: string, label: string, text: string, fits: (up: boolean) => boolean, danger: boolean) => {
    const those = chosen.filter((host) => host.power && fits(host.engineUp));
    return those.length === 0
      ? []
      : [
          {
            id,
            label,
            danger,
            act: () => {
              for (const host of those) perform({ id: `${host.id}/${id}`, label, host: host.id, input: clickLine(host.id, text), danger });
            },
          },
        ];
  };
  return [
    ...each('engine-stop', m.act.stopEngine, 'sudo systemctl stop docker', (up) => up, true),
    ...each('engine-start', m.act.startEngine, 'sudo systemctl start docker', (up) => !up, false),
  ];
}

/** The menu of the marked hosts. */
export function markedEntries(): MenuEntry[] {
  const m = messages();
  return [
    ...markedActions().map(actionEntry),
    ...markedFaults().map(({ label, danger, act }): MenuEntry => ({ kind: 'item', label, danger, onSelect: act })),
    { kind: 'line' },
    { kind: 'item', label: m.act.unmark, keys: 'Esc', onSelect: () => markHosts([]) },
  ];
}

/** The menu of the stage itself. */
export function stageEntries(): MenuEntry[] {
  const m = messages();
  const { view } = useStage.getState();
  return [
    ...(takesOrders() ? ([{ kind: 'item', label: m.act.addNode, keys: 'N', icon: <Plus />, onSelect: addNode }, { kind: 'line' }] satisfies MenuEntry[]) : []),
    {
      kind: 'choice',
      label: m.stage.view,
      value: view,
      options: shownViews().map((name) => [name, m.stage.views[name]]),
      onChange: (next) => showStageView(shownViews().find((name) => name === next) ?? 'nodes'),
    },
    { kind: 'line' },
    { kind: 'item', label: m.stage.larger, keys: 'Z', onSelect: () => zoomStage(1) },
    { kind: 'item', label: m.stage.smaller, keys: 'X', onSelect: () => zoomStage(-1) },
    { kind: 'item', label: m.stage.fit, keys: '0', onSelect: () => zoomStage(0) },
  ];
}
