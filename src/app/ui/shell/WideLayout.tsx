import { useMemo } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { useMessages } from '../../i18n/messages.ts';
import { useTimeline } from '../../time/timeline-store.ts';
import { shownPanels, useSession } from '../../world/session.ts';
import { type PanelName, useSettings } from '../../world/settings.ts';
import { useWorld } from '../../world/world-store.ts';
import { Stage } from '../stage/Stage.tsx';
import { LazyEditor, LazyInspector, LazySteps, LazyTerminal, LazyTimeline } from './lazy-panels.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import css from './Shell.module.css';

/** Panels beside each other, sized as they were last time. */
export function WideLayout() {
  const m = useMessages();
  const present = useSession((session) => session.view === 'present');
  const kept = useSettings((settings) => settings.panels);
  const linked = useSession((session) => session.panels);
  const chosen = shownPanels(kept, linked);
  const selected = useSession((session) => session.selection !== undefined);
  // A room needs the nodes and the commands; the file is not shown, and facts only of what is pointed out.
  const orders = useWorld((world) => world.client?.capabilities.orders ?? true);
  const panels = !orders
    ? { ...chosen, editor: false, terminal: false }
    : present
      ? { ...chosen, editor: false, inspector: chosen.inspector && selected }
      : chosen;
  const steps = useTimeline((time) => present && time.inputs.length > 0);
  // What is pointed out stands under the steps: a third column would leave the nodes too little room on a projector.
  const pointed = steps && panels.inspector;
  const inspector = panels.inspector && !pointed;
  // Sizes are kept for each set of open panels: a closed panel has none.
  const columns = key('columns', pointed ? 'pointed' : steps && 'steps', panels.editor && 'editor', inspector && 'inspector');
  const rows = key('rows', present && 'present', panels.terminal && 'terminal');
  return (
    <>
      <main className={css['main']}>
        <Group key={columns} orientation="horizontal" className={css['group'] ?? ''} {...useKeptLayout(columns)}>
          {steps && (
            <>
              <Panel id="steps" defaultSize="300px" minSize="180px" className={css['panel'] ?? ''}>
                <div className={css['told']}>
                  <LazySteps />
                  {pointed && <LazyInspector />}
                </div>
              </Panel>
              <Separator className={css['column'] ?? ''} />
            </>
          )}
          {panels.editor && (
            <>
              <Panel id="editor" defaultSize="324px" minSize="220px" className={css['panel'] ?? ''}>
                <LazyEditor />
              </Panel>
              <Separator className={css['column'] ?? ''} />
            </>
          )}
          <Panel id="centre" minSize="320px" className={css['panel'] ?? ''}>
            <Group key={rows} orientation="vertical" className={css['group'] ?? ''} {...useKeptLayout(rows)}>
              <Panel id="stage-panel" minSize="180px" className={css['panel'] ?? ''}>
                <PanelBoundary name={m.top.stage}>
                  <Stage />
                </PanelBoundary>
              </Panel>
              {panels.terminal && (
                <>
                  <Separator className={css['row'] ?? ''} />
                  <Panel id="terminal" defaultSize={present ? '24%' : '232px'} minSize="90px" className={css['panel'] ?? ''}>
                    <LazyTerminal />
                  </Panel>
                </>
              )}
            </Group>
          </Panel>
          {inspector && (
            <>
              <Separator className={css['column'] ?? ''} />
              <Panel id="inspector" defaultSize="324px" minSize="240px" className={css['panel'] ?? ''}>
                <LazyInspector />
              </Panel>
            </>
          )}
        </Group>
      </main>
      {panels.timeline && (
        <div className={css['timeline']}>
          <LazyTimeline />
        </div>
      )}
    </>
  );
}

function key(group: string, ...panels: readonly (PanelName | 'steps' | 'pointed' | 'present' | false)[]): string {
  return [group, ...panels.filter(Boolean)].join('-');
}

function useKeptLayout(group: string): { readonly defaultLayout?: Layout; readonly onLayoutChanged: (layout: Layout) => void } {
  // Read once: while the panels live, they know their sizes themselves.
  const kept = useMemo(() => useSettings.getState().layouts[group], [group]);
  return {
    ...(kept ? { defaultLayout: kept as Layout } : {}),
    onLayoutChanged: (layout) => useSettings.setState((settings) => ({ layouts: { ...settings.layouts, [group]: { ...layout } } })),
  };
}
