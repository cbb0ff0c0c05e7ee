import { tokenColours } from './token-colours.ts';

/** The colours of a theme, whichever is shown: token to `#rrggbb`. */
export function themeColours(theme: 'light' | 'dark'): (token: string) => string {
  const probe = document.createElement('div');
  probe.dataset['theme'] = theme;
  probe.hidden = true;
  document.body.append(probe);
  const token = tokenColours(probe);
  const known = new Map<string, string>();
  // Styles of an element that is gone are gone too: read before.
  for (const name of TOKENS) known.set(name, token(name));
  probe.remove();
  return (name) => known.get(name) ?? '#808080';
}

const TOKENS = ['--bg', '--deep', '--panel', '--line', '--line2', '--ink', '--ink2', '--ink3', '--ok', '--warn', '--bad', '--calm'].concat(
  Array.from({ length: 8 }, (_, i) => `--s${i + 1}`),
);
