import { describe, expect, it } from 'vitest';
import { planStage, type StageNode, samePlan } from './density.ts';

const nodes = (count: number, tasks: number, notice = 0): StageNode[] => Array.from({ length: count }, () => ({ tasks, notice }));

describe('planStage', () => {
  it('shows full cards beside each other while they fit', () => {
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
    const rank = { card: 0, row: 1, chip: 2, square: 3, heat: 4 };
    let before = 0;
    for (let tasks = 1; tasks < 200; tasks++) {
      const plan = planStage(760, 430, nodes(3, tasks));
      expect(rank[plan.density]).toBeGreaterThanOrEqual(before);
      before = rank[plan.density];
    }
    expect(before).toBeGreaterThanOrEqual(3);
  });
  it.each([1, 2, 3, 7, 30, 100, 400, 1000])('never needs more width than there is, with %i nodes', (count) => {
    for (const width of [296, 366, 760, 1200, 1900]) {
      const plan = planStage(width, 500, nodes(count, 4));
      const least = plan.density === 'heat' ? plan.columns * (plan.cell + 4) - 4 : plan.columns * 92 + (plan.columns - 1) * 12;
      expect(least).toBeLessThanOrEqual(width);
    }
  });
  it('fits hundreds of nodes into an ordinary stage without scrolling', () => {
    expect(planStage(760, 430, nodes(300, 4))).toMatchObject({ density: 'heat', fits: true });
  });
  it('scrolls only when even the smallest cells do not fit', () => {
    expect(planStage(300, 200, nodes(1000, 4))).toMatchObject({ density: 'heat', cell: 20, fits: false });
  });
  it('comes to rest: a plan that is shown is planned again', () => {
    for (let height = 120; height < 900; height += 7) {
      for (const shown of [planStage(760, 200, nodes(4, 8)), planStage(760, 900, nodes(4, 2))]) {
        const plan = planStage(760, height, nodes(4, 6), shown);
        expect(samePlan(planStage(760, height, nodes(4, 6), plan), plan)).toBe(true);
      }
    }
  });
  it('does not flicker between two steps at their border', () => {
    const denser = planStage(760, 300, nodes(3, 5));
    let height = 300;
    while (planStage(760, height, nodes(3, 5)).cell === denser.cell) height++;
    expect(planStage(760, height, nodes(3, 5), denser).cell).toBe(denser.cell);
    expect(planStage(760, height * 1.2, nodes(3, 5), denser).cell).toBeGreaterThan(denser.cell);
  });
});
