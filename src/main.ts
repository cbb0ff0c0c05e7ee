import { offerConsoleHandle } from './app/world/console-handle.ts';
import { noticeLoadFailures } from './app/world/load-failure.ts';
import { openWorld } from './app/world/open.ts';
import { applySettings } from './app/world/settings.ts';
import './app/theme/fonts.css';
import './app/theme/tokens.css';
import './app/theme/base.css';

function begin(): void {
  applySettings();
  offerConsoleHandle();
  noticeLoadFailures();
  // The world first: its worker builds the cluster while the page's own script is still on its way.
  if (import.meta.env.VITE_WORLD === 'synthetic') void import('./app/client/open-synthetic-world.ts').then(({ openSyntheticWorld }) => openSyntheticWorld());
  else openWorld();
  void import('./app/show-page.tsx').then(({ showPage }) => showPage());
}

// Where the browser lets no worker run, boot.js has said so.
if (globalThis.origin !== 'null') begin();
