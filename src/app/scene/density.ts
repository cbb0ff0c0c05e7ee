/** How much of a task is drawn: all of it, one line, its slot, a square, or only the node's count. */
export type Density = 'card' | 'row' | 'chip' | 'square' | 'heat';

/** How the stage is divided. All lengths in CSS pixels. */
export interface StagePlan {
  readonly density: Density;
  /** How much a node's head tells: with its meters, with one line of facts, or only its name. */
  readonly head: 'full' | 'short' | 'name';
  /** Node columns beside each other. */
  readonly columns: number;
  /** Columns of tasks in each node. */
  readonly lanes: number;
  /** Height (and width of squares and heat cells) of one task or heat cell, and the gap between two. */
  readonly cell: number;
  readonly gap: number;
  /** Whether everything fits; if not, the stage scrolls, but only up and down. */
  readonly fits: boolean;
}

interface Step {
  readonly density: Exclude<Density, 'heat'>;
  readonly head: StagePlan['head'];
  readonly minNode: number;
  readonly header: number;
  readonly minLane: number;
  readonly cell: number;
  readonly gap: number;
  readonly padding: number;
}

/** From the loosest to the densest. The style sheet of the stage keeps to these heights. */
const STEPS: readonly Step[] = [
  { density: 'card', head: 'full', minNode: 208, header: 101, minLane: 184, cell: 50, gap: 6, padding: 10 },
  { density: 'card', head: 'full', minNode: 208, header: 101, minLane: 184, cell: 42, gap: 5, padding: 10 },
  { density: 'row', head: 'full', minNode: 190, header: 101, minLane: 160, cell: 29, gap: 4, padding: 10 },
  { density: 'row', head: 'short', minNode: 148, header: 58, minLane: 104, cell: 26, gap: 4, padding: 8 },
  { density: 'chip', head: 'short', minNode: 148, header: 58, minLane: 62, cell: 24, gap: 4, padding: 8 },
  { density: 'square', head: 'name', minNode: 124, header: 34, minLane: 25, cell: 25, gap: 4, padding: 8 },
  { density: 'square', head: 'name', minNode: 92, header: 34, minLane: 17, cell: 17, gap: 3, padding: 7 },
];

const NODE_GAP = 12;
const HEAT_GAP = 4;
const LARGEST_CELL = 96;
const SMALLEST_CELL = 20;
/** Room that must be to spare before a looser step is taken again: else the picture would flicker between two steps. */
const SPARE = 1.12;

/**
 * The loosest step that fits into `width` × `height` without scrolling, for nodes with these numbers of tasks, in
 * their order. `before` is the plan that is shown now.
 */
export function planStage(width: number, height: number, taskCounts: readonly number[], before?: StagePlan): StagePlan {
  const shown = before && STEPS.findIndex((step) => step.density === before.density && step.cell === before.cell);
  for (const [index, step] of STEPS.entries()) {
    const looser = before !== undefined && (shown === -1 || index < (shown ?? 0));
    const plan = planNodes(step, width, looser ? height / SPARE : height, taskCounts);
    if (plan) return plan;
  }
  return planHeat(width, height, taskCounts.length);
}

function planNodes(step: Step, width: number, height: number, taskCounts: readonly number[]): StagePlan | undefined {
  const count = Math.max(1, taskCounts.length);
  const most = Math.max(1, Math.min(count, Math.floor((width + NODE_GAP) / (step.minNode + NODE_GAP))));
  // As few rows of nodes as possible: columns beside each other are what people compare.
  for (let rows = Math.ceil(count / most); rows <= count; rows++) {
    const columns = Math.ceil(count / rows);
    const nodeWidth = (width - (columns - 1) * NODE_GAP) / columns;
    const maxLanes = Math.max(1, Math.floor((nodeWidth - 2 * step.padding + step.gap) / (step.minLane + step.gap)));
    for (let lanes = step.density === 'square' ? maxLanes : 1; lanes <= maxLanes; lanes++) {
      if (stageHeight(step, columns, lanes, taskCounts) > height) continue;
      return { density: step.density, head: step.head, columns, lanes, cell: step.cell, gap: step.gap, fits: true };
    }
    if (columns === 1) break;
  }
  return undefined;
}

function stageHeight(step: Step, columns: number, lanes: number, taskCounts: readonly number[]): number {
  let height = -NODE_GAP;
  for (let first = 0; first < Math.max(1, taskCounts.length); first += columns) {
    const most = Math.max(1, ...taskCounts.slice(first, first + columns));
    const lines = Math.ceil(most / lanes);
    height += NODE_GAP + step.header + 2 * step.padding + lines * (step.cell + step.gap) - step.gap;
  }
  return height;
}

function planHeat(width: number, height: number, count: number): StagePlan {
  for (let cell = LARGEST_CELL; ; cell--) {
    const columns = Math.max(1, Math.floor((width + HEAT_GAP) / (cell + HEAT_GAP)));
    const fits = Math.ceil(count / columns) * (cell + HEAT_GAP) - HEAT_GAP <= height;
    if (fits || cell === SMALLEST_CELL) return { density: 'heat', head: 'name', columns, lanes: 1, cell, gap: HEAT_GAP, fits };
  }
}
