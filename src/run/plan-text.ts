import type { PlanText } from '../docker/shell/shell.ts';
import type { ObjectPlan, Plan, ServicePlan, TaskPlan } from './plan.ts';

const SIGNS = { create: '+', update: '~', unchanged: '=', removed: '-', 'left-over': '?', kept: '=', external: '=' } as const;

const ACTIONS: { readonly [action in ServicePlan['action']]: string } = {
  create: 'create',
  update: 'update',
  unchanged: 'unchanged',
  removed: 'remove',
  'left-over': 'not in the file; it stays (--prune removes it)',
};

const OBJECT_ACTIONS: { readonly [action in ObjectPlan['action']]: string } = {
  create: 'create',
  update: 'update the labels',
  kept: 'there, stays as it is',
  external: 'external',
  'left-over': 'not in the file; it stays',
};

/** A plan as `swarmarium plan` prints it; status 1 when the deploy would fail. */
export function planText(plan: Plan): PlanText {
  const lines = [`Plan for stack ${plan.stack}: ${plan.command.replace(' --detach=true', '')}`, ''];
  for (const object of plan.objects) {
    const where = object.kind === 'volume' && object.hosts.length > 0 ? ` on ${object.hosts.join(', ')}` : '';
    lines.push(`${SIGNS[object.action]} ${object.kind} ${object.name}  ${OBJECT_ACTIONS[object.action]}${where}`);
  }
  for (const service of plan.services) lines.push(...serviceLines(service));
  if (plan.objects.length + plan.services.length === 0) lines.push('Nothing to do.');
  if (plan.exit !== 0) lines.push('', 'The deploy fails:', ...plan.stderr.trimEnd().split('\n').slice(-1), '', 'What is listed above is done before.');
  else lines.push('', summary(plan));
  return { text: `${lines.join('\n')}\n`, status: plan.exit === 0 ? 0 : 1 };
}

function serviceLines(service: ServicePlan): readonly string[] {
  const { rollout } = service;
  const touched = service.tasks.filter((task) => task.change !== 'keep');
  const kept = service.tasks.length - touched.length;
  const lines = [`${SIGNS[service.action]} service ${service.name}  ${[ACTIONS[service.action], ...countsOf(service, kept)].join(', ')}`];
  const widest = Math.max(0, ...service.fields.map(({ key }) => key.length));
  for (const { key, before, after, restarts } of service.fields) {
    lines.push(`    ${key.padEnd(widest)}  ${before === '' ? '(none)' : before} -> ${after === '' ? '(none)' : after}${restarts ? '  (restarts tasks)' : ''}`);
  }
  if (rollout) {
    const pace = rollout.parallelism === 0 ? 'all at a time' : `${rollout.parallelism} at a time`;
    const pause = rollout.delayMs > 0 ? `, ${seconds(rollout.delayMs)} between, at least ${seconds(rollout.atLeastMs)}` : '';
    lines.push(
      `    replaces ${counted(rollout.tasks, 'task')} in ${counted(rollout.groups, 'group')}: ${pace}, ${rollout.order}${pause}; on failure: ${rollout.failureAction}`,
    );
  }
  const names = Math.max(0, ...touched.map(({ name }) => name.length));
  for (const task of touched) lines.push(`    ${task.name.padEnd(names)}  ${taskText(task)}`);
  for (const { message, tasks } of service.misfits) lines.push(`    ! ${counted(tasks, 'task')} will not fit: ${message}`);
  const end = endOf(service);
  return end === undefined ? lines : [...lines, `    ! ${end}`];
}

function countsOf({ action, tasks, rollout }: ServicePlan, kept: number): readonly string[] {
  const counts: string[] = [];
  const started = tasks.filter(({ change, from }) => change === 'start' || (change === 'wait' && from === '')).length;
  const stopped = tasks.filter(({ change }) => change === 'stop').length;
  if (rollout) counts.push(`${counted(rollout.tasks, 'task')} restart${rollout.tasks === 1 ? 's' : ''}`);
  if (started > 0) counts.push(`${counted(started, 'task')} new`);
  if (stopped > 0) counts.push(`${counted(stopped, 'task')} stop${stopped === 1 ? 's' : ''}`);
  if (kept > 0 && action !== 'left-over') counts.push(`${counted(kept, 'task')} stay${kept === 1 ? 's' : ''}`);
  return counts;
}

function taskText({ change, from, to, group, beginsMs, runsMs, message }: TaskPlan): string {
  const at = beginsMs === undefined ? '' : `  from ${seconds(beginsMs)}`;
  const runs = runsMs === undefined ? '' : `, runs at ${seconds(runsMs)}`;
  const why = message === '' || change === 'wait' ? '' : `: ${message}`;
  switch (change) {
    case 'replace':
      return `${group > 0 ? `group ${group}: ` : ''}${from === to ? `replaced on ${to}` : `${from} -> ${to}`}${at}${runs}${why}`;
    case 'start':
      return `starts on ${to}${at}${runs}${why}`;
    case 'stop':
      return `stops on ${from}${at}`;
    case 'wait':
      return from === '' ? 'finds no node' : `${group > 0 ? `group ${group}: ` : ''}stops on ${from}, finds no node${at}`;
    case 'keep':
      return `stays on ${to}`;
  }
}

function endOf({ outcome }: ServicePlan): string | undefined {
  switch (outcome) {
    case 'failing':
      return 'its tasks end and are started again and again';
    case 'ended':
      return 'its tasks end and are not started again';
    case 'paused':
      return 'the update is paused because a new task fails';
    case 'rolled-back':
      return 'the update is taken back because a new task fails';
    case 'unfinished':
      return 'not at its end when the plan stopped looking';
    case 'running':
    case 'complete':
    case 'waiting':
    case 'gone':
      return undefined;
  }
}

function summary({ services, settledAfterMs, horizonMs }: Plan): string {
  const count = (action: ServicePlan['action']): number => services.filter((service) => service.action === action).length;
  const parts = [
    `${count('create')} to create`,
    `${count('update')} to update`,
    `${count('unchanged')} unchanged`,
    `${count('removed')} to remove`,
    `${count('left-over')} left over`,
  ].filter((part) => !part.startsWith('0 '));
  const time = settledAfterMs === undefined ? `Not at rest after ${seconds(horizonMs)}.` : `At rest after ${seconds(settledAfterMs)}.`;
  return `${counted(services.length, 'service')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}. ${time}`;
}

function counted(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** `3.7s`, `1m20s`. */
function seconds(ms: number): string {
  const tenths = Math.round(ms / 100);
  if (tenths < 600) return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}s`;
  const whole = Math.round(ms / 1000);
  return `${Math.floor(whole / 60)}m${whole % 60 === 0 ? '' : `${whole % 60}s`}`;
}
