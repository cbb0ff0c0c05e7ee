import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { HostRecord } from '../../../run/view.ts';
import { type Messages, useMessages } from '../../i18n/messages.ts';
import { useClock, useMirror } from '../../mirror/mirror-store.ts';
import type { Mark } from '../../scene/mark.ts';
import { type Picture, stagePicture } from '../../scene/stage-picture.ts';
import { download, fileName } from '../../share/download.ts';
import { drawPng } from '../../share/draw-png.ts';
import { themeColours } from '../../theme/theme-colours.ts';
import { effectiveTheme, useSettings } from '../../world/settings.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { factLine } from '../stage/stage-words.ts';
import css from './ShareDialog.module.css';

const PNG_SCALE = 2;

/** The stage as a picture, in either theme: drawn from what is known, not taken off the screen. */
export function SharePicture() {
  const m = useMessages();
  const [theme, setTheme] = useState(() => effectiveTheme(useSettings.getState().theme));
  const [failed, setFailed] = useState(false);
  const title = m.scenarioTitle(useWorld((world) => world.title));
  const picture = useMemo(() => pictureNow(m, title, theme), [m, title, theme]);
  const png = async (): Promise<void> => {
    try {
      download(fileName(title, 'png'), await drawPng(picture, PNG_SCALE));
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <div className={css['row']} role="radiogroup" aria-label={m.top.theme}>
        {(['light', 'dark'] as const).map((name) => (
          <label key={name} className={css['check']}>
            <input type="radio" name="theme" checked={theme === name} onChange={() => setTheme(name)} />
            {name === 'light' ? m.top.themeLight : m.top.themeDark}
          </label>
        ))}
      </div>
      <img className={css['picture']} src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`} alt={m.share.pictureAlt} />
      <div className={css['row']}>
        <Button look="primary" icon={<Download />} onClick={() => void png()}>
          PNG
        </Button>
        <Button icon={<Download />} onClick={() => download(fileName(title, 'svg'), picture.svg, 'image/svg+xml')}>
          SVG
        </Button>
      </div>
      {failed && (
        <p className={css['bad']} role="alert">
          {m.share.noPng}
        </p>
      )}
    </>
  );
}

function pictureNow(m: Messages, title: string, theme: 'light' | 'dark'): Picture {
  const { hosts, services, columns, waiting, colours } = useMirror.getState();
  const words = {
    manager: m.node.manager,
    worker: m.node.worker,
    outside: m.node.outside,
    waiting: m.legend.pending,
    facts: (host: HostRecord): string => factLine(m, host),
    state: (mark: Mark): string => (m.legend as { readonly [mark: string]: string })[mark] ?? mark,
  };
  return stagePicture({ hosts, services, columns, waiting, colours, title, now: useClock.getState().now }, words, themeColours(theme));
}
