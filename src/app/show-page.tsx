import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadLocale } from './i18n/messages.ts';
import { useMirror } from './mirror/mirror-store.ts';
import { workOffline } from './offline/register.ts';
import { awaitFirstPicture } from './ui/shell/first-picture.ts';
import { useSettings } from './world/settings.ts';

/** Wall milliseconds for which the page waits for its cluster: drawn together, both are there sooner. */
const PATIENCE_MS = 500;

/** Puts the page into the document, with the cluster in it if that comes soon. */
export async function showPage(): Promise<void> {
  const root = document.getElementById('root');
  await Promise.all([loadLocale(useSettings.getState().locale), clusterOrPatience()]);
  if (root) createRoot(root).render(<App />);
  awaitFirstPicture();
  workOffline();
}

/** Resolves when the first frame has come, or when patience ends: a long run takes its time to be brought back. */
function clusterOrPatience(): Promise<void> {
  return new Promise((resolve) => {
    if (useMirror.getState().ready) resolve();
    const off = useMirror.subscribe(({ ready }) => {
      if (ready) end();
    });
    const patience = setTimeout(() => end(), PATIENCE_MS);
    const end = (): void => {
      off();
      clearTimeout(patience);
      resolve();
    };
  });
}
