/** How many different service colours a theme has (`--s1` …). After them they begin again with another edge. */
export const COLOURS = 8;

/** How much of a service's colour the ground of a small task has: the marks of all states can be seen on it (3:1). The style sheet of cards says the same. */
export const SQUARE_SHARE = 0.27;

/**
 * The look of the `index`th service: a colour of the theme, with its number from 1, and how its edge is drawn, so that no two
 * of 24 are alike.
 */
export function serviceLook(index: number): { readonly colour: string; readonly number: number; readonly edge: 'solid' | 'double' | 'dotted' } {
  const edges = ['solid', 'double', 'dotted'] as const;
  const number = (index % COLOURS) + 1;
  return { colour: `var(--s${number})`, number, edge: edges[Math.floor(index / COLOURS) % edges.length] as 'solid' };
}
