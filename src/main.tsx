import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { loadLocale } from './app/i18n/messages.ts';
import { workOffline } from './app/offline/register.ts';
import { offerConsoleHandle } from './app/world/console-handle.ts';
import { openWorld } from './app/world/open.ts';
import { applySettings, useSettings } from './app/world/settings.ts';
import './app/theme/fonts.css';
import './app/theme/tokens.css';
import './app/theme/base.css';

applySettings();
offerConsoleHandle();

if (import.meta.env.VITE_WORLD === 'synthetic') void import('./app/client/open-synthetic-world.ts').then(({ openSyntheticWorld }) => openSyntheticWorld());
else openWorld();

const root = document.getElementById('root');
await loadLocale(useSettings.getState().locale);
if (root) createRoot(root).render(<App />);
workOffline();
