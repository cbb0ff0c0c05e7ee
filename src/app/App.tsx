import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import css from './App.module.css';
import { useAsking } from './actions/ask-first.ts';
import { useMessages } from './i18n/messages.ts';
import { useTimeline } from './time/timeline-store.ts';
import { useMenu } from './ui/kit/menu-store.ts';
import { useCompact } from './ui/kit/use-media.ts';
import { AfterFirstPicture } from './ui/shell/AfterFirstPicture.tsx';
import { CompactLayout } from './ui/shell/CompactLayout.tsx';
import { EmbedLayout } from './ui/shell/EmbedLayout.tsx';
import { ErrorBoundary } from './ui/shell/ErrorBoundary.tsx';
import { FailureBanner } from './ui/shell/FailureBanner.tsx';
import { LayerBoundary } from './ui/shell/LayerBoundary.tsx';
import { useIncoming } from './ui/shell/use-incoming.ts';
import { useShortcuts } from './ui/shell/use-shortcuts.ts';
import { WideLayout } from './ui/shell/WideLayout.tsx';
import { TopBar } from './ui/topbar/TopBar.tsx';
import { useSession } from './world/session.ts';
import { useWorld } from './world/world.ts';

const Confirm = lazy(() => import('./ui/kit/Confirm.tsx').then((module) => ({ default: module.Confirm })));
const HintLayer = lazy(() => import('./ui/kit/HintLayer.tsx').then((module) => ({ default: module.HintLayer })));
const MenuLayer = lazy(() => import('./ui/kit/MenuLayer.tsx').then((module) => ({ default: module.MenuLayer })));
const Dialogs = lazy(() => import('./ui/shell/Dialogs.tsx').then((module) => ({ default: module.Dialogs })));

/** Something over the page, loaded when it is wanted. */
function Layer({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  return (
    <LayerBoundary onClose={onClose}>
      <Suspense>{children}</Suspense>
    </LayerBoundary>
  );
}

const closeAsking = (): void => useAsking.setState({ action: undefined });

/** The page. */
export function App() {
  useShortcuts();
  useIncoming();
  const compact = useCompact();
  const dialog = useSession((session) => session.dialog);
  const asking = useAsking((state) => state.action);
  const menu = useMenu((state) => state.menu !== undefined);
  const view = useSession((session) => session.view);
  const title = useWorld((world) => world.title);
  const past = useTimeline((time) => time.moment !== undefined);
  const m = useMessages();
  useEffect(() => {
    document.title = title === '' ? 'Swarmarium' : `${m.scenarioTitle(title)} · Swarmarium`;
  }, [title, m]);
  return (
    <ErrorBoundary>
      <div className={css['app']} data-view={view} data-past={past && view !== 'present'}>
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
        <Layer key={dialog} onClose={() => useSession.setState({ dialog: undefined })}>
          <Dialogs dialog={dialog} />
        </Layer>
      )}
      {asking && (
        <Layer onClose={closeAsking}>
          <Confirm action={asking} onClose={closeAsking} />
        </Layer>
      )}
      {menu && (
        <Layer onClose={() => useMenu.setState({ menu: undefined })}>
          <MenuLayer />
        </Layer>
      )}
      <AfterFirstPicture placeholder={null}>
        <HintLayer />
      </AfterFirstPicture>
    </ErrorBoundary>
  );
}
