import { Boxes, FilePenLine, Info, SquareTerminal, X } from 'lucide-react';
import { useMessages } from '../../i18n/messages.ts';
import { type SheetName, useSession } from '../../world/session.ts';
import { useSettings } from '../../world/settings.ts';
import { useWorld } from '../../world/world-store.ts';
import { Button } from '../kit/Button.tsx';
import { Stage } from '../stage/Stage.tsx';
import { LazyEditor, LazyInspector, LazyTerminal, LazyTimeline } from './lazy-panels.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import css from './Shell.module.css';

/** Phones and small windows: the stage first, the rest in a sheet over its lower part. */
export function CompactLayout() {
  const m = useMessages();
  const sheet = useSession((session) => session.sheet);
  const timeline = useSettings((settings) => settings.panels.timeline);
  const show = (next: SheetName): void => useSession.setState({ sheet: next });
  const orders = useWorld((world) => world.client?.capabilities.orders ?? true);
  const tabs: readonly (readonly [SheetName, string, React.ReactNode])[] = [
    [undefined, m.top.stage, <Boxes key="stage" />],
    ...(orders
      ? ([
          ['terminal', m.top.terminal, <SquareTerminal key="terminal" />],
          ['editor', m.top.editor, <FilePenLine key="editor" />],
        ] as const)
      : []),
    ['inspector', m.top.inspector, <Info key="inspector" />],
  ];
  return (
    <>
      <main className={css['compact']} data-sheet={sheet ?? 'none'}>
        <div className={css['compactStage']}>
          <PanelBoundary name={m.top.stage}>
            <Stage />
          </PanelBoundary>
          {timeline && sheet === undefined && (
            <div className={css['timeline']}>
              <LazyTimeline />
            </div>
          )}
        </div>
        {sheet !== undefined && (
          <div className={css['sheet']}>
            {sheet !== 'inspector' && (
              <Button className={css['sheetClose'] ?? ''} look="plain" square icon={<X />} aria-label={m.act.close} onClick={() => show(undefined)} />
            )}
            {sheet === 'terminal' && <LazyTerminal />}
            {sheet === 'editor' && <LazyEditor />}
            {sheet === 'inspector' && <LazyInspector />}
          </div>
        )}
      </main>
      <nav className={css['tabs']} aria-label={m.top.panels}>
        {tabs.map(([name, text, icon]) => (
          <button key={text} type="button" aria-current={sheet === name ? 'page' : undefined} onClick={() => show(name)}>
            {icon}
            {text}
          </button>
        ))}
      </nav>
    </>
  );
}
