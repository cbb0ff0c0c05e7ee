import { describe, expect, it } from 'vitest';
import { type PlannedSection, planStage, type StagePlan, samePlan } from './density.ts';

const nodes = (count: number, tasks: number, notice = 0): PlannedSection[] => [
  { titled: false, columns: Array.from({ length: count }, () => ({ tasks, notice })) },
];

describe('planStage', () => {
  it('shows every line of the visualizer’s card where there is room', () => {
    expect(planStage(760, 430, nodes(3, 2))).toMatchObject({ density: 'full', head: 'full', columns: 3 });
  });
  it('shows cards beside each other while they fit', () => {
    expect(planStage(760, 430, nodes(3, 4))).toMatchObject({ density: 'card', head: 'full', columns: 3, lanes: 1, cell: 50, fits: true });
  });
  it('keeps nodes beside each other rather than making their cards larger', () => {
    expect(planStage(745, 430, nodes(4, 3))).toMatchObject({ density: 'card', columns: 4 });
    expect(planStage(745, 430, nodes(4, 9))).toMatchObject({ density: 'row', columns: 4 });
  });
  it('leaves room for what is said under the tasks', () => {
    expect(planStage(760, 430, nodes(3, 5)).cell).toBe(50);
    expect(planStage(760, 430, nodes(3, 5, 100)).cell).toBeLessThan(50);
  });
  it('gets denser step by step as tasks are added', () => {
    const rank = { full: 0, card: 1, row: 2, chip: 3, square: 4, field: 5 };
    let before = 0;
    for (let tasks = 1; tasks < 200; tasks++) {
      const plan = planStage(760, 430, nodes(3, tasks));
      expect(rank[plan.density]).toBeGreaterThanOrEqual(before);
      before = rank[plan.density];
    }
    expect(before).toBeGreaterThanOrEqual(4);
  });
  it.each([1, 2, 3, 7, 30, 60])('never needs more width than there is, with %i nodes', (count) => {
    for (const width of [296, 366, 760, 1200, 1900, 3800]) {
      for (const zoom of [0, 1, 2, -1]) {
        const plan = planStage(width, 500, nodes(count, 4), { zoom });
        if (plan.density !== 'field') expect(plan.columns * 92 + (plan.columns - 1) * 12).toBeLessThanOrEqual(width);
      }
    }
  });
  it('makes a field of what is too many for elements, or does not fit', () => {
    expect(planStage(760, 430, nodes(300, 1)).density).toBe('field');
    expect(planStage(3800, 2000, nodes(3, 300)).density).toBe('field');
    expect(planStage(300, 200, nodes(40, 4)).density).toBe('field');
  });
  it('gives full cards the height of their lines', () => {
    expect(planStage(760, 430, nodes(3, 2), { moreLines: 2 }).cell).toBe(planStage(760, 430, nodes(3, 2)).cell + 32);
  });
  it('takes titles of groups into account', () => {
    const grouped = (titled: boolean): PlannedSection[] => [1, 2].map(() => ({ titled, columns: [{ tasks: 2, notice: 0 }] }));
    expect(planStage(420, 360, grouped(false))).toMatchObject({ density: 'full', columns: 2 });
    expect(planStage(420, 360, grouped(true)).density).toBe('card');
  });
  it('gets larger or smaller when asked, and scrolls for it only up and down', () => {
    const fitting = planStage(760, 430, nodes(3, 6));
    const larger = planStage(760, 430, nodes(3, 6), { before: fitting, zoom: 1 });
    expect(larger.cell).toBeGreaterThan(fitting.cell);
    expect(larger.fits).toBe(false);
    expect(planStage(760, 430, nodes(3, 6), { before: fitting, zoom: -1 }).cell).toBeLessThan(fitting.cell);
    expect(planStage(760, 430, nodes(3, 6), { before: fitting, zoom: 99 })).toMatchObject({ density: 'full' });
    expect(planStage(760, 430, nodes(3, 6), { before: fitting, zoom: -99 }).density).toBe('field');
  });
  it('comes to rest: a plan that is shown is planned again', () => {
    for (let height = 120; height < 900; height += 7) {
      for (const shown of [planStage(760, 200, nodes(4, 8)), planStage(760, 900, nodes(4, 2))]) {
        const plan = planStage(760, height, nodes(4, 6), { before: shown });
        expect(samePlan(planStage(760, height, nodes(4, 6), { before: plan }), plan)).toBe(true);
      }
    }
  });
  it('does not flicker between two steps at their border', () => {
    const denser: StagePlan = planStage(760, 300, nodes(3, 5));
    let height = 300;
    while (planStage(760, height, nodes(3, 5)).cell === denser.cell) height++;
    expect(planStage(760, height, nodes(3, 5), { before: denser }).cell).toBe(denser.cell);
    expect(planStage(760, height * 1.2, nodes(3, 5), { before: denser }).cell).toBeGreaterThan(denser.cell);
  });
});
