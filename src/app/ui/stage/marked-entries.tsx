import { Plus } from 'lucide-react';
import { addNode } from '../../actions/add-node.ts';
import { markedActions } from '../../actions/marked-actions.ts';
import { takesOrders } from '../../actions/takes-orders.ts';
import { messages } from '../../i18n/messages.ts';
import { shownViews } from '../../world/shown-views.ts';
import { markHosts, showStageView, useStage, zoomStage } from '../../world/stage-state.ts';
import { ActionIcon } from '../kit/ActionIcon.tsx';
import type { MenuEntry } from '../kit/menu-store.ts';

/** The menu of the marked hosts. */
export function markedEntries(): MenuEntry[] {
  const m = messages();
  return [
    ...markedActions().map(
      ({ id, label, detail, danger, enabled, act }): MenuEntry => ({
        kind: 'item',
        label,
        icon: <ActionIcon id={id} />,
        command: detail,
        danger,
        disabled: !enabled,
        onSelect: act,
      }),
    ),
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
