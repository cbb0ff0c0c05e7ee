/** How many different service colours a theme has (`--s1` …). After them they begin again with another edge. */
export const COLOURS = 8;

/** The look of the `index`th service: a colour of the theme, and how its edge is drawn, so that no two of 24 are alike. */
export function serviceLook(index: number): { readonly colour: string; readonly edge: 'solid' | 'double' | 'dotted' } {
  const edges = ['solid', 'double', 'dotted'] as const;
  return { colour: `var(--s${(index % COLOURS) + 1})`, edge: edges[Math.floor(index / COLOURS) % edges.length] as 'solid' };
}
