import { parseArgs } from 'node:util';
import { BREAKABLE, breakComponent } from '../run/fuzz/break-component.ts';
import { LARGE, makePlan, type PlanLimits, SMALL, STORM } from '../run/fuzz/make-plan.ts';
import { describeStep, type FuzzPlan } from '../run/fuzz/plan.ts';
import { type Outcome, runPlan } from '../run/fuzz/run-plan.ts';
import { shrinkPlan } from '../run/fuzz/shrink.ts';

const SIZES: { readonly [name: string]: PlanLimits } = { small: SMALL, large: LARGE, storm: STORM };
const USAGE = `usage: npm run fuzz -- [--runs N] [--seed TEXT] [--size ${Object.keys(SIZES).join('|')}] [--keep-going] [--twice-every N] [--break ${BREAKABLE.join('|')}]
Run i of seed S can be had again with --seed S.i --runs 1. Every run is done twice, as it must repeat; --twice-every N: every N-th.`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: 'small' },
    break: { type: 'string' },
    'keep-going': { type: 'boolean', default: false },
    'twice-every': { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const twiceEvery = Math.max(1, Number(values['twice-every']) || 1);
const limits = SIZES[values.size];
const broken = BREAKABLE.find((name) => name === values.break);

if (values.help || !limits || !Number.isInteger(runs) || (values.break !== undefined && !broken)) console.log(USAGE);
else {
  if (broken) breakComponent(broken);
  process.exitCode = fuzz(limits) ? 0 : 1;
}

function fuzz(limits: PlanLimits): boolean {
  let failed = 0;
  for (let i = 0; i < runs && (failed === 0 || values['keep-going']); i++) {
    const seed = runs === 1 ? values.seed : `${values.seed}.${i}`;
    const plan = makePlan(seed, limits);
    const began = performance.now();
    const outcome = runPlan(plan);
    const took = Math.round(performance.now() - began);
    const shape = `${plan.managers}m${plan.hosts.length - plan.managers}w, ${plan.steps.length} steps, ${Math.round(outcome.took / 1000)} s in ${took} ms`;
    const again = outcome.breaches.length === 0 && i % twiceEvery === 0 ? runPlan(plan) : outcome;
    if (outcome.breaches.length === 0 && again.hash === outcome.hash) {
      console.log(`seed ${seed}: ${shape}, ${outcome.hash}`);
      continue;
    }
    failed++;
    console.log(`seed ${seed}: ${shape}, FAILED`);
    if (again.hash !== outcome.hash) console.log(`  the same plan gave two states: ${outcome.hash} and ${again.hash}`);
    else report(plan, outcome);
  }
  return failed === 0;
}

function report(plan: FuzzPlan, outcome: Outcome): void {
  for (const { invariant, text, at } of outcome.breaches.slice(0, 5)) console.log(`  ${at} ms ${invariant}: ${text}`);
  const small = shrinkPlan(plan, outcome);
  console.log(`  smallest plan that was found (${small.plan.steps.length} steps):`);
  for (const step of small.plan.steps) console.log(`    ${describeStep(step)}`);
  for (const { invariant, text, at } of small.outcome.breaches.slice(0, 5)) console.log(`  ${at} ms ${invariant}: ${text}`);
  for (const line of small.outcome.journal) console.log(`    ${line}`);
  console.log(`  ${JSON.stringify(small.plan)}`);
}
