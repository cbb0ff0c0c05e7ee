import { Tooltip } from 'radix-ui';
import { lazy, Suspense, useEffect } from 'react';
import css from './App.module.css';
import { useMessages } from './i18n/messages.ts';
import { useCompact } from './ui/kit/use-media.ts';
import { CompactLayout } from './ui/shell/CompactLayout.tsx';
import { EmbedLayout } from './ui/shell/EmbedLayout.tsx';
import { ErrorBoundary } from './ui/shell/ErrorBoundary.tsx';
import { FailureBanner } from './ui/shell/FailureBanner.tsx';
import { useShortcuts } from './ui/shell/use-shortcuts.ts';
import { WideLayout } from './ui/shell/WideLayout.tsx';
import { TopBar } from './ui/topbar/TopBar.tsx';
import { useSession } from './world/session.ts';
import { useWorld } from './world/world.ts';

const Dialogs = lazy(() => import('./ui/shell/Dialogs.tsx').then((module) => ({ default: module.Dialogs })));

/** The page. */
export function App() {
  useShortcuts();
  const compact = useCompact();
  const dialog = useSession((session) => session.dialog);
  const view = useSession((session) => session.view);
  const title = useWorld((world) => world.title);
  const m = useMessages();
  useEffect(() => {
    document.title = title === '' ? 'Swarmarium' : `${m.scenarioTitle(title)} · Swarmarium`;
  }, [title, m]);
  return (
    <ErrorBoundary>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        <div className={css['app']} data-view={view}>
          {view !== 'embed' && view !== 'embed-terminal' && <TopBar />}
          <FailureBanner />
          {view === 'embed' || view === 'embed-terminal' ? (
            <EmbedLayout withTerminal={view === 'embed-terminal'} />
          ) : compact ? (
            <CompactLayout />
          ) : (
            <WideLayout />
          )}
        </div>
        {dialog !== undefined && (
          <Suspense>
            <Dialogs dialog={dialog} />
          </Suspense>
        )}
      </Tooltip.Provider>
    </ErrorBoundary>
  );
}
