import { useMessages } from '../../i18n/messages.ts';
import { useWorld } from '../../world/world-store.ts';
import { Stage } from '../stage/Stage.tsx';
import { LazyEmbedBar, LazyTerminal } from './lazy-panels.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import css from './Shell.module.css';

/** In a frame of somebody's page: just the stage and, if asked for, the terminal. */
export function EmbedLayout({ withTerminal }: { readonly withTerminal: boolean }) {
  const m = useMessages();
  const title = useWorld((world) => world.title);
  return (
    <main className={css['compact']}>
      <h1 className={css['unseen']}>Swarmarium: {m.scenarioTitle(title)}</h1>
      <div className={css['compactStage']}>
        <PanelBoundary name={m.top.stage}>
          <Stage />
        </PanelBoundary>
      </div>
      {withTerminal && (
        <div className={css['embedTerminal']}>
          <LazyTerminal />
        </div>
      )}
      <LazyEmbedBar />
    </main>
  );
}
