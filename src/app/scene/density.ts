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
  { density: 'card', head: 'full', minNode: 172, header: 101, minLane: 150, cell: 50, gap: 6, padding: 10 },
  { density: 'card', head: 'full', minNode: 172, header: 101, minLane: 150, cell: 42, gap: 5, padding: 10 },
  { density: 'row', head: 'full', minNode: 172, header: 101, minLane: 150, cell: 29, gap: 4, padding: 10 },
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

/** Whether two plans divide the stage alike. */
export function samePlan(a: StagePlan, b: StagePlan): boolean {
  return (
    a.density === b.density && a.head === b.head && a.columns === b.columns && a.lanes === b.lanes && a.cell === b.cell && a.gap === b.gap && a.fits === b.fits
  );
}

/** What the plan needs to know of a node. */
export interface StageNode {
  readonly tasks: number;
  /** Height in pixels of what is said under its tasks, where its head is full. */
  readonly notice: number;
}

/**
 * The loosest step that fits into `width` × `height` without scrolling, for these nodes in their order. `before` is
 * the plan that is shown now. All nodes beside each other are preferred to larger cards in two rows: columns side by
 * side are what people compare, and another node then does not send a third of the picture to another row.
 */
export function planStage(width: number, height: number, nodes: readonly StageNode[], before?: StagePlan): StagePlan {
  const shown = before && STEPS.findIndex((step) => step.density === before.density && step.cell === before.cell);
  for (const oneRow of [true, false]) {
    for (const [index, step] of STEPS.entries()) {
      if (oneRow && (step.density === 'chip' || step.density === 'square')) continue;
      const looser = before !== undefined && (shown === -1 || index < (shown ?? 0));
      const plan = planNodes(step, width, looser ? height / SPARE : height, nodes, oneRow);
      if (plan) return plan;
    }
  }
  return planHeat(width, height, nodes.length);
}

function planNodes(step: Step, width: number, height: number, nodes: readonly StageNode[], oneRow: boolean): StagePlan | undefined {
  const count = Math.max(1, nodes.length);
  const most = Math.max(1, Math.min(count, Math.floor((width + NODE_GAP) / (step.minNode + NODE_GAP))));
  for (let rows = Math.ceil(count / most); rows <= (oneRow ? 1 : count); rows++) {
    const columns = Math.ceil(count / rows);
    const nodeWidth = (width - (columns - 1) * NODE_GAP) / columns;
    const maxLanes = Math.max(1, Math.floor((nodeWidth - 2 * step.padding + step.gap) / (step.minLane + step.gap)));
    for (let lanes = step.density === 'square' ? maxLanes : 1; lanes <= maxLanes; lanes++) {
      if (stageHeight(step, columns, lanes, nodes) > height) continue;
      return { density: step.density, head: step.head, columns, lanes, cell: step.cell, gap: step.gap, fits: true };
    }
    if (columns === 1) break;
  }
  return undefined;
}

function stageHeight(step: Step, columns: number, lanes: number, nodes: readonly StageNode[]): number {
  let height = -NODE_GAP;
  for (let first = 0; first < Math.max(1, nodes.length); first += columns) {
    const inner = nodes
      .slice(first, first + columns)
      .map((node) => Math.ceil(node.tasks / lanes) * (step.cell + step.gap) - step.gap + (step.head === 'full' ? node.notice : 0));
    height += NODE_GAP + step.header + 2 * step.padding + Math.max(step.cell, ...inner);
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
