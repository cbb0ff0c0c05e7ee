/**
 * How much of a task is drawn: every line of the visualizer's card, two lines, one line, its slot, a square; or, as
 * `field`, whatever its place on a map leaves room for.
 */
export type Density = 'full' | 'card' | 'row' | 'chip' | 'square' | 'field';

/** How the stage is divided. All lengths in CSS pixels. */
export interface StagePlan {
  readonly density: Density;
  /** How much a column's head tells: with its meters, with one line of facts, or only its name. */
  readonly head: 'full' | 'short' | 'name';
  /** Columns beside each other. */
  readonly columns: number;
  /** Columns of tasks in each column. */
  readonly lanes: number;
  /** Height (and width of squares) of one task, and the gap between two. */
  readonly cell: number;
  readonly gap: number;
  /** Whether everything fits; if not, the stage scrolls, but only up and down. */
  readonly fits: boolean;
}

interface Step {
  readonly density: Exclude<Density, 'field'>;
  readonly head: StagePlan['head'];
  readonly minColumn: number;
  readonly header: number;
  readonly minLane: number;
  readonly cell: number;
  readonly gap: number;
  readonly padding: number;
}

/** From the loosest to the densest. The style sheet of the stage keeps to these heights. */
const STEPS: readonly Step[] = [
  { density: 'full', head: 'full', minColumn: 196, header: 101, minLane: 174, cell: 112, gap: 6, padding: 10 },
  { density: 'card', head: 'full', minColumn: 172, header: 101, minLane: 150, cell: 50, gap: 6, padding: 10 },
  { density: 'card', head: 'full', minColumn: 172, header: 101, minLane: 150, cell: 42, gap: 5, padding: 10 },
  { density: 'row', head: 'full', minColumn: 172, header: 101, minLane: 150, cell: 29, gap: 4, padding: 10 },
  { density: 'row', head: 'short', minColumn: 148, header: 58, minLane: 104, cell: 26, gap: 4, padding: 8 },
  { density: 'row', head: 'name', minColumn: 124, header: 34, minLane: 108, cell: 24, gap: 3, padding: 7 },
  { density: 'chip', head: 'short', minColumn: 148, header: 58, minLane: 52, cell: 24, gap: 4, padding: 8 },
  { density: 'chip', head: 'name', minColumn: 124, header: 34, minLane: 52, cell: 24, gap: 3, padding: 7 },
  { density: 'square', head: 'name', minColumn: 124, header: 34, minLane: 25, cell: 25, gap: 4, padding: 8 },
  { density: 'square', head: 'name', minColumn: 92, header: 34, minLane: 17, cell: 17, gap: 3, padding: 7 },
];

const COLUMN_GAP = 12;
/** Height of a section's title. */
const TITLE = 28;
/** Room that must be to spare before a looser step is taken again: else the picture would flicker between two steps. */
const SPARE = 1.12;
/** With more than this, elements cost more than a drawing: the stage becomes a field. */
export const MOST_COLUMNS = 60;
export const MOST_TASKS = 600;

/** A map: what fits into each place is decided where it is drawn. */
const FIELD: StagePlan = { density: 'field', head: 'name', columns: 0, lanes: 1, cell: 0, gap: 0, fits: true };

/** Whether two plans divide the stage alike. */
export function samePlan(a: StagePlan, b: StagePlan): boolean {
  return (
    a.density === b.density && a.head === b.head && a.columns === b.columns && a.lanes === b.lanes && a.cell === b.cell && a.gap === b.gap && a.fits === b.fits
  );
}

/** Height of one line more on a full card. */
const FULL_LINE = 16;

/** What the plan needs to know of a column. */
export interface PlannedColumn {
  readonly tasks: number;
  /** Height in pixels of what is said under its tasks, where its head is full. */
  readonly notice: number;
}

/** A section: its columns, and whether it has a title above them. */
export interface PlannedSection {
  readonly titled: boolean;
  readonly columns: readonly PlannedColumn[];
}

/** What else a plan depends on. */
export interface PlanOptions {
  /** The plan that is shown now. */
  readonly before?: StagePlan | undefined;
  /** So many steps larger (positive) or smaller than what fits. */
  readonly zoom?: number;
  /** Lines that a full card may have beyond those that every card has: the node, the command. */
  readonly moreLines?: number;
}

/**
 * The loosest step that fits into `width` × `height` without scrolling, for these columns in their order. All columns of a
 * section beside each other are preferred to larger cards in two rows: columns side by side are what people compare,
 * and another node then does not send a third of the picture to another row.
 */
export function planStage(width: number, height: number, sections: readonly PlannedSection[], options: PlanOptions = {}): StagePlan {
  const { before, zoom = 0, moreLines = 0 } = options;
  const steps = STEPS.map((step) => (step.density === 'full' ? { ...step, cell: step.cell + moreLines * FULL_LINE } : step));
  let columns = 0;
  let tasks = 0;
  for (const section of sections) {
    columns += section.columns.length;
    for (const column of section.columns) tasks += column.tasks;
  }
  if (columns > MOST_COLUMNS || tasks > MOST_TASKS) return FIELD;
  const shown = before === undefined ? undefined : steps.findIndex((step) => isStep(step, before));
  const fitting = zoom === 0 ? bestStep(steps, width, height, sections, shown) : bestStep(steps, width, height, sections, undefined);
  if (zoom === 0) return fitting?.plan ?? FIELD;
  const index = (fitting?.index ?? steps.length) - zoom;
  const step = steps[Math.max(0, index)];
  return (step && layOut(step, width, height, sections, false, true)) ?? FIELD;
}

function isStep(step: Step, plan: StagePlan): boolean {
  return step.density === plan.density && step.cell === plan.cell && step.head === plan.head;
}

interface Fitting {
  readonly index: number;
  readonly plan: StagePlan;
}

function bestStep(steps: readonly Step[], width: number, height: number, sections: readonly PlannedSection[], shown: number | undefined): Fitting | undefined {
  for (const oneRow of [true, false]) {
    for (const [index, step] of steps.entries()) {
      if (oneRow && (step.density === 'chip' || step.density === 'square')) continue;
      // Coming from the field (-1) every step is a looser one.
      const looser = shown !== undefined && (shown === -1 || index < shown);
      const plan = layOut(step, width, looser ? height / SPARE : height, sections, oneRow, false);
      if (plan) return { index, plan };
    }
  }
  return undefined;
}

/** The plan of a step; undefined when it does not fit, unless it `mayScroll`. */
function layOut(step: Step, width: number, height: number, sections: readonly PlannedSection[], oneRow: boolean, mayScroll: boolean): StagePlan | undefined {
  const count = Math.max(
    1,
    sections.reduce((sum, section) => sum + section.columns.length, 0),
  );
  const most = Math.max(1, Math.min(count, Math.floor((width + COLUMN_GAP) / (step.minColumn + COLUMN_GAP))));
  let before = 0;
  for (let rows = Math.ceil(count / most); rows <= (oneRow ? 1 : count); rows++) {
    const columns = Math.ceil(count / rows);
    if (columns === before) continue;
    before = columns;
    const columnWidth = (width - (columns - 1) * COLUMN_GAP) / columns;
    const maxLanes = Math.max(1, Math.floor((columnWidth - 2 * step.padding + step.gap) / (step.minLane + step.gap)));
    for (let lanes = step.density === 'square' || mayScroll ? maxLanes : 1; lanes <= maxLanes; lanes++) {
      const fits = stageHeight(step, columns, lanes, sections) <= height;
      if (fits || mayScroll) return { density: step.density, head: step.head, columns, lanes, cell: step.cell, gap: step.gap, fits };
    }
  }
  return undefined;
}

/** Sections stand beside each other while there is room in the row, as the grid of the style sheet places them. */
function stageHeight(step: Step, columns: number, lanes: number, sections: readonly PlannedSection[]): number {
  let height = 0;
  let row = 0;
  let free = columns;
  for (const section of sections) {
    const span = Math.min(columns, Math.max(1, section.columns.length));
    if (span > free) {
      height += row + COLUMN_GAP;
      row = 0;
      free = columns;
    }
    row = Math.max(row, sectionHeight(step, columns, lanes, section));
    free -= span;
  }
  return height + row;
}

function sectionHeight(step: Step, columns: number, lanes: number, section: PlannedSection): number {
  let height = (section.titled ? TITLE : 0) - COLUMN_GAP;
  for (let first = 0; first < Math.max(1, section.columns.length); first += columns) {
    let inner = step.cell;
    for (const { tasks, notice } of section.columns.slice(first, first + columns))
      inner = Math.max(inner, Math.ceil(tasks / lanes) * (step.cell + step.gap) - step.gap + (step.head === 'full' ? notice : 0));
    height += COLUMN_GAP + step.header + 2 * step.padding + inner;
  }
  return height;
}
