/** How much of a task is drawn: all of it, one line, a square, or only the node's count. */
export type Density = 'card' | 'row' | 'square' | 'heat';

/** How the stage is divided. All lengths in CSS pixels. */
export interface StagePlan {
  readonly density: Density;
  /** Node columns beside each other. */
  readonly columns: number;
  /** Columns of tasks in each node. */
  readonly lanes: number;
  /** Height (and width of squares and heat cells) of one task or heat cell. */
  readonly cell: number;
  /** Whether everything fits; if not, the stage scrolls, but only up and down. */
  readonly fits: boolean;
}

interface Measure {
  readonly minNode: number;
  readonly header: number;
  readonly minLane: number;
  readonly cell: number;
  readonly gap: number;
  readonly padding: number;
}

/** Measures that the style sheet of the stage keeps to. */
export const MEASURES: { readonly [density in Exclude<Density, 'heat'>]: Measure } = {
  card: { minNode: 208, header: 101, minLane: 184, cell: 50, gap: 6, padding: 10 },
  row: { minNode: 148, header: 58, minLane: 104, cell: 26, gap: 4, padding: 8 },
  square: { minNode: 92, header: 34, minLane: 17, cell: 17, gap: 3, padding: 7 },
};

const NODE_GAP = 12;
const HEAT_GAP = 4;
const HEAT_CELLS = [96, 72, 56, 44, 34, 26, 20];
/** Room that must be to spare before a looser step is taken again: else the picture would flicker between two steps. */
const SPARE = 1.12;

/**
 * The loosest step that fits into `width` × `height` without scrolling, for nodes with these numbers of tasks, in
 * their order. `before` is the plan that is shown now.
 */
export function planStage(width: number, height: number, taskCounts: readonly number[], before?: StagePlan): StagePlan {
  const rank = { card: 0, row: 1, square: 2, heat: 3 };
  for (const density of ['card', 'row', 'square'] as const) {
    const looser = before !== undefined && rank[density] < rank[before.density];
    const plan = planNodes(density, width, looser ? height / SPARE : height, taskCounts);
    if (plan.fits) return plan;
  }
  return planHeat(width, height, taskCounts.length);
}

function planNodes(density: Exclude<Density, 'heat'>, width: number, height: number, taskCounts: readonly number[]): StagePlan {
  const measure = MEASURES[density];
  const count = Math.max(1, taskCounts.length);
  const most = Math.max(1, Math.min(count, Math.floor((width + NODE_GAP) / (measure.minNode + NODE_GAP))));
  let best: StagePlan | undefined;
  // As few rows of nodes as possible: columns beside each other are what people compare.
  for (let rows = Math.ceil(count / most); rows <= count; rows++) {
    const columns = Math.ceil(count / rows);
    const nodeWidth = (width - (columns - 1) * NODE_GAP) / columns;
    const maxLanes = Math.max(1, Math.floor((nodeWidth - 2 * measure.padding + measure.gap) / (measure.minLane + measure.gap)));
    for (let lanes = density === 'square' ? maxLanes : 1; lanes <= maxLanes; lanes++) {
      const needed = stageHeight(measure, columns, lanes, taskCounts);
      const plan = { density, columns, lanes, cell: measure.cell, fits: needed <= height };
      if (plan.fits) return plan;
      best ??= plan;
    }
    if (columns === 1) break;
  }
  return best ?? { density, columns: 1, lanes: 1, cell: measure.cell, fits: false };
}

function stageHeight(measure: Measure, columns: number, lanes: number, taskCounts: readonly number[]): number {
  let height = -NODE_GAP;
  for (let first = 0; first < Math.max(1, taskCounts.length); first += columns) {
    const most = Math.max(1, ...taskCounts.slice(first, first + columns));
    const lines = Math.ceil(most / lanes);
    height += NODE_GAP + measure.header + 2 * measure.padding + lines * (measure.cell + measure.gap) - measure.gap;
  }
  return height;
}

function planHeat(width: number, height: number, count: number): StagePlan {
  for (const cell of HEAT_CELLS) {
    const columns = Math.max(1, Math.floor((width + HEAT_GAP) / (cell + HEAT_GAP)));
    const rows = Math.ceil(count / columns);
    if (rows * (cell + HEAT_GAP) - HEAT_GAP <= height) return { density: 'heat', columns, lanes: 1, cell, fits: true };
  }
  const cell = HEAT_CELLS[HEAT_CELLS.length - 1] as number;
  return { density: 'heat', columns: Math.max(1, Math.floor((width + HEAT_GAP) / (cell + HEAT_GAP))), lanes: 1, cell, fits: false };
}
