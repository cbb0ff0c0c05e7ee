import { create } from 'zustand';
import type { Locale } from '../i18n/messages.ts';
import { shownPanels, useSession } from './session.ts';
import { load, save } from './storage.ts';

export type Theme = 'system' | 'light' | 'dark';
export type PanelName = 'editor' | 'terminal' | 'inspector' | 'timeline';

/** What a person has chosen about the page itself; kept in the browser. */
export interface Settings {
  readonly theme: Theme;
  readonly locale: Locale;
  /** Which panels are open on a wide screen. */
  readonly panels: { readonly [panel in PanelName]: boolean };
  /** Sizes of panels in percent, by group, as the panel library reports them. */
  readonly layouts: { readonly [group: string]: { readonly [panel: string]: number } };
  readonly hintSeen: boolean;
  /** Hints of the first run that were followed or sent away. */
  readonly hintsDone: readonly string[];
  /** How large the page is drawn: 1 is as designed, 0 what the window is good for. */
  readonly size: number;
  /** `none`: nothing moves, whatever the system says. */
  readonly motion: 'system' | 'none';
}

/** The sizes that can be chosen; 0 leaves it to the window. */
export const SIZES = [0, 0.9, 1, 1.15, 1.3, 1.5, 1.75, 2] as const;

const NAME = 'settings';

function browserLocale(): Locale {
  return typeof navigator !== 'undefined' && /^pt/i.test(navigator.language) ? 'pt-BR' : 'en';
}

/** Reads kept settings; what is missing or wrong becomes the default. */
export function readSettings(text: string | undefined, locale: Locale): Settings {
  let kept: { [key: string]: unknown } = {};
  try {
    const json: unknown = JSON.parse(text ?? '{}');
    if (typeof json === 'object' && json !== null) kept = json as typeof kept;
  } catch {
    // Unreadable: the defaults hold.
  }
  const panels = (typeof kept['panels'] === 'object' && kept['panels'] !== null ? kept['panels'] : {}) as { [panel: string]: unknown };
  const open = (panel: PanelName): boolean => panels[panel] !== false;
  return {
    theme: kept['theme'] === 'light' || kept['theme'] === 'dark' ? kept['theme'] : 'system',
    locale: kept['locale'] === 'en' || kept['locale'] === 'pt-BR' ? kept['locale'] : locale,
    panels: { editor: open('editor'), terminal: open('terminal'), inspector: open('inspector'), timeline: open('timeline') },
    layouts: readLayouts(kept['layouts']),
    hintSeen: kept['hintSeen'] === true,
    hintsDone: Array.isArray(kept['hintsDone']) ? kept['hintsDone'].filter((hint) => typeof hint === 'string') : [],
    size: SIZES.find((size) => size === kept['size']) ?? 0,
    motion: kept['motion'] === 'none' ? 'none' : 'system',
  };
}

function readLayouts(json: unknown): Settings['layouts'] {
  const layouts: { [group: string]: { [panel: string]: number } } = {};
  if (typeof json !== 'object' || json === null) return layouts;
  for (const [group, sizes] of Object.entries(json)) {
    if (typeof sizes !== 'object' || sizes === null) continue;
    if (Object.values(sizes).every((size) => typeof size === 'number' && size >= 0 && size <= 100)) layouts[group] = sizes as { [panel: string]: number };
  }
  return layouts;
}

export const useSettings = create<Settings>(() => readSettings(load(NAME), browserLocale()));

useSettings.subscribe((settings) => {
  save(NAME, JSON.stringify(settings));
});

/** The theme that is drawn now. */
export function effectiveTheme(theme: Theme): 'light' | 'dark' {
  if (theme !== 'system') return theme;
  return typeof matchMedia !== 'undefined' && matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/**
 * How large the page is drawn in a window of so many CSS pixels: as designed up to a large desktop; on a wall screen its type grows
 * rather than its empty areas.
 */
export function fittingSize(width: number, height: number): number {
  return Math.max(1, Math.round(Math.min(width / 2200, height / 1240, 2.5) * 20) / 20);
}

/** The largest size at which everything still finds its place in a window of so many CSS pixels: panels side by side, or a phone's bars. */
export function largestSize(width: number): number {
  return Math.max(1, width / (width >= 1024 ? 900 : 330));
}

/** How much larger everything is drawn for a room, dialogs too; a phone has no space for it. */
function roomSize(): number {
  return useSession.getState().view === 'present' && innerWidth >= 1024 ? 1.35 : 1;
}

/** How large the page is drawn now: what was chosen, or what the window is good for, and larger for a room. */
export function drawnSize(): number {
  return Math.min(largestSize(innerWidth), (useSettings.getState().size || fittingSize(innerWidth, innerHeight)) * roomSize());
}

/** Puts theme and language on the document, now and whenever they change. */
export function applySettings(): void {
  const apply = (): void => {
    const { theme, locale, motion } = useSettings.getState();
    document.documentElement.dataset['theme'] = effectiveTheme(theme);
    document.documentElement.dataset['motion'] = motion;
    document.documentElement.style.setProperty('--scale', String(drawnSize()));
    document.documentElement.lang = locale;
  };
  apply();
  useSettings.subscribe(apply);
  useSession.subscribe((now, before) => {
    if (now.view !== before.view) apply();
  });
  addEventListener('resize', apply);
  matchMedia('(prefers-color-scheme: light)').addEventListener('change', apply);
}

/** Opens or closes a panel. */
export function togglePanel(panel: PanelName, open?: boolean): void {
  const panels = shownPanels(useSettings.getState().panels, useSession.getState().panels);
  useSession.setState({ panels: undefined });
  useSettings.setState({ panels: { ...panels, [panel]: open ?? !panels[panel] } });
}

/** Whether things stand still: the person or the system wants it so. */
export function wantsStillness(): boolean {
  return useSettings.getState().motion === 'none' || matchMedia('(prefers-reduced-motion: reduce)').matches;
}
