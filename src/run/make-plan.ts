import type { Service, Task } from '../swarm/objects/objects.ts';
import { TaskState } from '../swarm/objects/task-state.ts';
import { updatePolicy } from '../swarm/orchestrator/update/update-policy.ts';
import type { Store } from '../swarm/store/store.ts';
import type { Reader } from '../swarm/store/tables.ts';
import type { Plan, PlanRequest, ServicePlan } from './plan.ts';
import { PlanHistory } from './plan-history.ts';
import { type ObjectsState, planObjects } from './plan-objects.ts';
import { planService } from './plan-service.ts';
import { type Branchable, branchOf } from './restore.ts';
import type { Run, RunServices } from './run.ts';
import { leadingHost } from './view-builder.ts';

/** The branch is at rest when nothing happened for this long: longer than the pause before a failed task is started again. */
const QUIET_MS = 8000;
const STEP_MS = 250;
/** How long a deploy is followed at most, beyond the pauses that its updates prescribe. */
const HORIZON_MS = 600_000;
/** What keeps ending is looked at for so long. */
const RESTLESS_MS = 30_000;
const LONGEST_HORIZON_MS = 86_400_000;

/** Virtual milliseconds between looks at the signal: some milliseconds of work. */
const SLICE_MS = 60_000;

const STACK_LABEL = 'com.docker.stack.namespace';

/** The swarm before the deploy. */
interface Before extends ObjectsState {
  readonly services: readonly Service[];
  readonly tasks: readonly Task[];
}

/**
 * Finds out what a deploy would do by doing it on a second run, brought to the present by replaying the log; the run itself
 * is not touched. The same deploy, typed now, does just this. Rejects with `PlanCancelled` when the signal says so.
 */
export async function makePlan(
  run: Branchable & Pick<Run, 'plansGiven'>,
  request: PlanRequest,
  services: RunServices,
  signal?: { readonly aborted: boolean },
): Promise<Plan> {
  const { plan: _, ...others } = services;
  const advance = (branch: Run, until: number): Promise<void> => advanceUnless(branch, until, services, signal);
  const branch = await branchOf(run, { ...others, knownPlans: run.plansGiven, canEdit: false }, advance);
  for (const { path, content } of [...request.files, ...(request.beside ?? [])]) branch.writeFile(path, content);
  const leader = leadingHost(branch.cluster);
  const store = leader?.swarm.replicaStore;
  const began = branch.now;
  const command = deployCommand(request);
  const output = { stdout: '', stderr: '' };
  const deploy = (): Promise<number> =>
    branch.execute(request.host ?? leader?.spec.name ?? branch.cluster.hosts()[0]?.spec.name ?? '', `${assignments(request.env ?? {})}${command}`, {
      stdout: { write: (text) => (output.stdout += text) },
      stderr: { write: (text) => (output.stderr += text) },
    });
  const common = { stack: request.stack, at: began, command };
  if (store === undefined) return { ...common, exit: await deploy(), ...output, services: [], objects: [], settledAfterMs: 0, horizonMs: 0 };

  const before: Before = { ...objectsOf(branch, store.read), services: store.read.list('service'), tasks: store.read.list('task') };
  const history = new PlanHistory(() => branch.now);
  const unwatch = store.watch((changes) => history.take(changes));
  const exit = await deploy();
  const wanted = ofStack(store.read.list('service'), request.stack);
  await follow(branch, store, wanted, history, advance);
  unwatch();

  const touched = touchedServices(output.stdout);
  const planned = servicePlans(branch, store.read, request.stack, before, wanted, touched, history, began);
  const unsettled = planned.some((plan) => plan.settledAfterMs === undefined);
  return {
    ...common,
    exit,
    ...output,
    services: planned,
    objects: planObjects(request.stack, wanted, before, objectsOf(branch, store.read), began, touched),
    settledAfterMs: unsettled ? undefined : Math.max(0, ...planned.map((plan) => plan.settledAfterMs ?? 0)),
    horizonMs: branch.now - began,
  };
}

function servicePlans(
  branch: Run,
  reader: Reader,
  stack: string,
  before: Before,
  wanted: readonly Service[],
  touched: ReadonlySet<string>,
  history: PlanHistory,
  began: number,
): readonly ServicePlan[] {
  const hostOf = (nodeId: string): string => branch.cluster.hosts().find((host) => host.swarm.nodeId === nodeId)?.spec.name ?? nodeId;
  const old = ofStack(before.services, stack);
  const ids = new Map([...old, ...wanted].map((service) => [service.id, service.spec.Name]));
  const plans = [...ids].map(([id, name]) =>
    planService({
      before: old.find((service) => service.id === id),
      tasksBefore: before.tasks.filter((task) => task.serviceId === id),
      after: reader.get('service', id),
      wanted: wanted.find((service) => service.id === id),
      touched: touched.has(name),
      stories: history.ofService(id),
      began,
      hostOf,
      reader,
    }),
  );
  return plans.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Nobody wants the plan any more. */
export class PlanCancelled extends Error {
  override readonly name = 'PlanCancelled';
  constructor() {
    super('the plan was cancelled');
  }
}

/** Lets time pass in slices, and looks in between whether anybody still waits: what tells it needs a turn of the event loop to come in. */
async function advanceUnless(branch: Run, until: number, services: RunServices, signal: { readonly aborted: boolean } | undefined): Promise<void> {
  while (branch.now < until && signal !== undefined) {
    if (signal.aborted) throw new PlanCancelled();
    const slice = Math.min(until, branch.now + SLICE_MS);
    await branch.advance(slice);
    if (slice < until) await services.turn();
  }
  await branch.advance(until);
}

/** The names of the services that the deploy wrote, as it printed them. */
function touchedServices(stdout: string): ReadonlySet<string> {
  return new Set([...stdout.matchAll(/^(?:Creating|Updating) service (\S+)/gm)].map(([, name = '']) => name));
}

/** Lets time pass on the branch until the stack is at rest, or is seen to fail again and again, or the horizon is reached. */
async function follow(
  branch: Run,
  store: Store,
  wanted: readonly Service[],
  history: PlanHistory,
  advance: (branch: Run, until: number) => Promise<void>,
): Promise<void> {
  const began = branch.now;
  const pauses = wanted.map((service) => pausesMs(service, store.read));
  const end = began + Math.min(LONGEST_HORIZON_MS, HORIZON_MS + Math.max(0, ...pauses));
  while (branch.now < end) {
    await advance(branch, Math.min(end, branch.now + STEP_MS));
    const quietSince = Math.max(began, history.lastChangeAt);
    if (branch.now - quietSince >= QUIET_MS && wanted.every(({ id }) => !isMoving(store.read, id))) return;
    if (branch.now - began > RESTLESS_MS && wanted.every(({ id }) => !isMoving(store.read, id) || history.keepsEnding(id))) return;
  }
}

/** The pauses between the groups of an update of all tasks, in milliseconds. */
function pausesMs(service: Service, reader: Reader): number {
  const { parallelism, delayMs, monitorMs } = updatePolicy(service);
  const tasks = reader.tasksOfService(service.id).filter((task) => task.desiredState <= TaskState.RUNNING).length;
  return (parallelism === 0 ? 1 : Math.ceil(tasks / parallelism)) * delayMs + monitorMs;
}

function isMoving(reader: Reader, serviceId: string): boolean {
  const state = reader.get('service', serviceId)?.updateStatus?.state;
  if (state === 'updating' || state === 'rollback_started') return true;
  return reader.tasksOfService(serviceId).some(({ desiredState, status }) => {
    if (desiredState > TaskState.COMPLETE) return status.state <= TaskState.RUNNING && status.state >= TaskState.ASSIGNED;
    return (
      (status.state >= TaskState.ASSIGNED && status.state < TaskState.RUNNING) || (desiredState === TaskState.COMPLETE && status.state === TaskState.RUNNING)
    );
  });
}

function objectsOf(branch: Run, reader: Reader): ObjectsState {
  const volumes = new Map<string, readonly string[]>();
  for (const host of branch.cluster.hosts()) {
    for (const { name } of host.containers.volumes()) volumes.set(name, [...(volumes.get(name) ?? []), host.spec.name]);
  }
  return { networks: reader.list('network'), secrets: reader.list('secret'), configs: reader.list('config'), volumes };
}

function ofStack(services: readonly Service[], stack: string): readonly Service[] {
  return services.filter((service) => service.spec.Labels[STACK_LABEL] === stack);
}

function deployCommand({ files, prune, resolveImage, stack }: PlanRequest): string {
  const words = ['docker', 'stack', 'deploy', '--detach=true'];
  if (prune) words.push('--prune');
  if (resolveImage !== undefined) words.push('--resolve-image', resolveImage);
  for (const { path } of files) words.push('-c', path);
  return [...words, stack].map(quoted).join(' ');
}

function assignments(env: { readonly [name: string]: string }): string {
  return Object.entries(env)
    .map(([name, value]) => `${name}=${quoted(value)} `)
    .join('');
}

function quoted(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
