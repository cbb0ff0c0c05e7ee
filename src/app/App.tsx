import { Tooltip } from 'radix-ui';
import { lazy, Suspense } from 'react';
import css from './App.module.css';
import { useCompact } from './ui/kit/use-media.ts';
import { CompactLayout } from './ui/shell/CompactLayout.tsx';
import { ErrorBoundary } from './ui/shell/ErrorBoundary.tsx';
import { FailureBanner } from './ui/shell/FailureBanner.tsx';
import { useShortcuts } from './ui/shell/use-shortcuts.ts';
import { WideLayout } from './ui/shell/WideLayout.tsx';
import { TopBar } from './ui/topbar/TopBar.tsx';
import { useSession } from './world/session.ts';

const Dialogs = lazy(() => import('./ui/shell/Dialogs.tsx').then((module) => ({ default: module.Dialogs })));

/** The page. */
export function App() {
  useShortcuts();
  const compact = useCompact();
  const dialog = useSession((session) => session.dialog);
  return (
    <ErrorBoundary>
      <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
        <div className={css['app']}>
          <TopBar />
          <FailureBanner />
          {compact ? <CompactLayout /> : <WideLayout />}
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
