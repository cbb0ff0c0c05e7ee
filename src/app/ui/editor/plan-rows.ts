import type { ObjectPlan, Plan, ServicePlan, TaskPlan } from '../../../run/plan.ts';
import type { EditorWords } from '../../i18n/editor-words.ts';

/** What happens to something: made, changed, left, taken away, or not in the file. */
export type PlanMark = 'create' | 'update' | 'leave' | 'remove' | 'left-over';

/** A line of the plan. */
export interface PlanRow {
  readonly id: string;
  readonly mark: PlanMark;
  /** `update`, … */
  readonly verb: string;
  /** `service` is not said: it is the usual thing. */
  readonly kind: string;
  readonly name: string;
  /** Few changes stand on the line of the name. */
  readonly change: string;
  /** Many changes: one a line. */
  readonly fields: readonly { readonly key: string; readonly full: string; readonly before: string; readonly after: string; readonly restarts: boolean }[];
  /** What happens to its tasks, in sentences. */
  readonly details: readonly string[];
  /** What goes wrong, in Swarm's words. */
  readonly troubles: readonly string[];
  /** Its tasks one by one, in the order in which they are touched. */
  readonly tasks: readonly TaskPlan[];
}

const MOST_ON_ONE_LINE = 2;
/** Nobody reads further, and a browser takes seconds to lay out a value of half a million characters. */
const MOST_OF_VALUE = 200;

/** A plan as lines: what changes first, what stays last. Services and objects that stay as they are share one line. */
export function planRows(plan: Plan, m: EditorWords): PlanRow[] {
  const services = plan.services.map((service) => serviceRow(service, m));
  const objects = plan.objects.filter((object) => object.action !== 'kept' && object.action !== 'external').map((object) => objectRow(object, m));
  // A deploy that stops halfway tells nothing of what it did not come to.
  const changed = [...services, ...objects].filter((row) => row.mark !== 'leave' && (plan.exit === 0 || row.mark !== 'left-over'));
  const order: readonly PlanMark[] = ['remove', 'create', 'update', 'left-over'];
  changed.sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark));
  return [...changed, ...services.filter((row) => row.mark === 'leave'), ...keptRows(plan.objects, m)];
}

function serviceRow(plan: ServicePlan, m: EditorWords): PlanRow {
  const marks = { create: 'create', update: 'update', unchanged: 'leave', removed: 'remove', 'left-over': 'left-over' } as const;
  const mark = marks[plan.action];
  const fields = plan.fields.map(({ key, before, after, restarts }) => ({
    key: shortKey(key),
    full: key,
    before: shortValue(before),
    after: shortValue(after),
    restarts,
  }));
  const few = fields.length <= MOST_ON_ONE_LINE && fields.every(({ before, after }) => before.length + after.length < 44);
  const isMade = plan.action === 'create';
  return {
    id: `service/${plan.name}`,
    mark,
    verb: m.plan.verb[mark],
    kind: '',
    name: plan.name,
    change: plan.action === 'left-over' ? m.plan.leftOver : few ? fields.map(({ key, before, after }) => m.plan.change(key, before, after)).join(', ') : '',
    fields: few || isMade ? [] : fields,
    details: plan.action === 'left-over' ? [] : taskDetails(plan, m),
    troubles: troublesOf(plan, m),
    tasks: plan.action === 'left-over' || plan.action === 'unchanged' ? [] : plan.tasks,
  };
}

/** `3 tasks start on DC2-N1, DC2-N2; 5 stay as they are`. */
function taskDetails({ tasks, rollout, mode }: ServicePlan, m: EditorWords): string[] {
  const of = (change: TaskPlan['change']): readonly TaskPlan[] => tasks.filter((task) => task.change === change);
  const details: string[] = [];
  const replaced = of('replace');
  if (replaced.length > 0) {
    details.push(rollout ? m.plan.replaced(replaced.length, rollout.parallelism, rollout.order, rollout.delayMs / 1000) : m.plan.replacedAll(replaced.length));
    if (rollout && rollout.atLeastMs > 0) details.push(m.plan.atLeast(Math.round(rollout.atLeastMs / 1000)));
  }
  const started = of('start');
  if (started.length > 0) details.push(mode.endsWith('job') ? m.plan.runs(started.length, hostsOf(started)) : m.plan.starts(started.length, hostsOf(started)));
  const stopped = of('stop');
  if (stopped.length > 0) details.push(m.plan.stops(stopped.length));
  const kept = of('keep');
  if (kept.length > 0 && details.length > 0) details.push(m.plan.stays(kept.length));
  return details;
}

function troublesOf({ misfits, outcome, tasks }: ServicePlan, m: EditorWords): string[] {
  const troubles = misfits.map(({ message, tasks: count }) => m.plan.misfit(count, message));
  const failure = tasks.find((task) => task.change !== 'wait' && task.message !== '')?.message ?? '';
  if (outcome === 'failing') troubles.push(m.plan.failing(failure));
  if (outcome === 'paused') troubles.push(m.plan.paused(failure));
  if (outcome === 'rolled-back') troubles.push(m.plan.rolledBack(failure));
  return troubles;
}

function objectRow({ kind, name, action }: ObjectPlan, m: EditorWords): PlanRow {
  const mark = action === 'create' ? 'create' : action === 'update' ? 'update' : 'left-over';
  return {
    ...EMPTY_ROW,
    id: `${kind}/${name}`,
    mark,
    verb: m.plan.verb[mark],
    kind: m.plan.kind[kind],
    name,
    change: mark === 'left-over' ? m.plan.leftOver : '',
  };
}

/** Networks, secrets, configs and volumes that stay as they are: one line a kind. */
function keptRows(objects: readonly ObjectPlan[], m: EditorWords): PlanRow[] {
  return (['network', 'secret', 'config', 'volume'] as const).flatMap((kind) => {
    const names = objects.filter((object) => object.kind === kind && (object.action === 'kept' || object.action === 'external')).map((object) => object.name);
    if (names.length === 0) return [];
    return [{ ...EMPTY_ROW, id: `kept/${kind}`, mark: 'leave' as const, verb: m.plan.verb.leave, kind: m.plan.kind[kind], name: names.join(', ') }];
  });
}

const EMPTY_ROW = { change: '', fields: [], details: [], troubles: [], tasks: [] };

function hostsOf(tasks: readonly TaskPlan[]): string {
  return [...new Set(tasks.map((task) => task.to).filter((host) => host !== ''))].sort().join(', ');
}

function shortValue(text: string): string {
  return text.length > MOST_OF_VALUE ? `${text.slice(0, MOST_OF_VALUE)}…` : text;
}

/** `deploy.resources.limits.memory` → `limits.memory`: what stands in front is clear. */
function shortKey(key: string): string {
  return key.replace(/^deploy\./, '').replace(/^resources\./, '');
}
