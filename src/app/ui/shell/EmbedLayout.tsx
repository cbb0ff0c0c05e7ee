import { Stage } from '../stage/Stage.tsx';
import { LazyTerminal } from './lazy-panels.tsx';
import css from './Shell.module.css';

/** In a frame of somebody's page: just the stage and, if asked for, the terminal. */
export function EmbedLayout({ withTerminal }: { readonly withTerminal: boolean }) {
  return (
    <main className={css['compact']}>
      <div className={css['compactStage']}>
        <Stage />
      </div>
      {withTerminal && (
        <div className={css['embedTerminal']}>
          <LazyTerminal />
        </div>
      )}
    </main>
  );
}
