import { useMemo } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { useSession } from '../../world/session.ts';
import { type PanelName, useSettings } from '../../world/settings.ts';
import { Stage } from '../stage/Stage.tsx';
import { LazyEditor, LazyInspector, LazyTerminal, LazyTimeline } from './lazy-panels.tsx';
import css from './Shell.module.css';

/** Panels beside each other, sized as they were last time. */
export function WideLayout() {
  const present = useSession((session) => session.view === 'present');
  const chosen = useSettings((settings) => settings.panels);
  // A room needs the nodes and the commands; the file is shown when it is asked for.
  const panels = present ? { ...chosen, editor: false } : chosen;
  // Sizes are kept for each set of open panels: a closed panel has none.
  const columns = key('columns', panels.editor && 'editor', panels.inspector && 'inspector');
  const rows = key('rows', panels.terminal && 'terminal');
  return (
    <>
      <main className={css['main']}>
        <Group key={columns} orientation="horizontal" className={css['group'] ?? ''} {...useKeptLayout(columns)}>
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
                <Stage />
              </Panel>
              {panels.terminal && (
                <>
                  <Separator className={css['row'] ?? ''} />
                  <Panel id="terminal" defaultSize="232px" minSize="90px" className={css['panel'] ?? ''}>
                    <LazyTerminal />
                  </Panel>
                </>
              )}
            </Group>
          </Panel>
          {panels.inspector && (
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

function key(group: string, ...panels: readonly (PanelName | false)[]): string {
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
