import type { ServiceSpec } from '../../docker/api/specs.ts';
import { RandomStream } from '../../sim/random.ts';
import type { Trouble } from '../input.ts';
import { changeService, makeService, NODE_LABEL_VALUES, pick } from './make-service.ts';
import type { FuzzAction, FuzzPlan, FuzzStep, PlanHost } from './plan.ts';

/** What a plan is drawn within. */
export interface PlanLimits {
  readonly managers: readonly [min: number, max: number];
  readonly workers: readonly [min: number, max: number];
  readonly steps: readonly [min: number, max: number];
  /** Nearly nothing but slow links, cuts and losses among managers that write: what is hard for raft. */
  readonly storm?: boolean;
}

export const SMALL: PlanLimits = { managers: [1, 3], workers: [0, 3], steps: [4, 14] };
export const LARGE: PlanLimits = { managers: [1, 7], workers: [0, 20], steps: [8, 30] };
export const STORM: PlanLimits = { managers: [3, 5], workers: [0, 1], steps: [15, 40], storm: true };

const GIB = 1024 ** 3;
const SERVICES = 6;
/** The names of the services of every plan: it makes fewer than this, as one that was removed keeps its number. */
export const SERVICE_NAMES = Array.from({ length: 40 }, (_, i) => `s${i + 1}`);
/** What programs are told to do differently; nothing: as their spec says again. */
const CHARACTERS: readonly { readonly [name: string]: string }[] = [
  { health: 'unhealthy' },
  { 'crash-after': '0s' },
  { 'crash-after': '7s', 'exit-code': '3' },
  { memory: '700m' },
  {},
];

/** Draws a plan from a seed: the same seed and limits give the same plan. */
export function makePlan(seed: string, limits: PlanLimits): FuzzPlan {
  const random = new RandomStream(`fuzz/${seed}`);
  const managers = random.between(...limits.managers);
  const workers = random.between(...limits.workers);
  const hosts = Array.from(
    { length: managers + workers },
    (_, i): PlanHost => ({
      name: `N${i + 1}`,
      cpus: pick(random, [1, 2, 4]),
      memoryBytes: pick(random, [1, 2, 4]) * GIB,
      zone: pick(random, ['a', 'b']),
      gpus: random.chance(0.3) ? random.between(1, 3) : 0,
    }),
  );
  const drawer = new StepDrawer(random, hosts, random.chance(0.7));
  const steps: FuzzStep[] = [{ afterMs: 0, action: drawer.create() }];
  const count = random.between(...limits.steps);
  while (steps.length < count) steps.push({ afterMs: drawPause(random), action: limits.storm ? drawer.drawStorm() : drawer.draw() });
  return { seed, managers, hosts, steps, activateAtEnd: random.chance(0.7) };
}

/** Mostly a few seconds; sometimes at once, sometimes long enough for time-outs. */
function drawPause(random: RandomStream): number {
  switch (random.below(8)) {
    case 0:
      return 0;
    case 1:
      return random.below(300);
    case 2:
      return random.between(15_000, 70_000);
    default:
      return random.between(300, 12_000);
  }
}

/** Draws actions, with an eye on what was drawn before, so that most of them apply. */
class StepDrawer {
  private readonly services = new Map<string, ServiceSpec>();
  private created = 0;
  /** Faults that wait for their end, so that a plan does not darken for ever. */
  private readonly open: FuzzAction[] = [];

  constructor(
    private readonly random: RandomStream,
    private readonly hosts: readonly PlanHost[],
    /** Whether this plan has faults at all. */
    private readonly faults: boolean,
  ) {}

  create(): FuzzAction {
    const spec = makeService(this.random, `s${++this.created}`);
    this.services.set(spec.Name, spec);
    return { kind: 'create', via: this.random.below(8), spec };
  }

  draw(): FuzzAction {
    const { random } = this;
    const kind = random.below(100);
    if (this.services.size === 0 || (kind < 18 && this.created < SERVICES)) return this.create();
    if (kind < 45) return this.drawServiceChange();
    if (kind < 65 || !this.faults) return this.drawNodeChange();
    if (this.open.length > 0 && random.chance(0.4)) return this.open.splice(random.below(this.open.length), 1)[0] as FuzzAction;
    return this.drawFault();
  }

  /** Writes while links are slow and managers come and go. */
  drawStorm(): FuzzAction {
    const { random, open } = this;
    const kind = random.below(100);
    if (kind < 30) return { kind: 'label', via: random.below(8), host: this.host(), to: pick(random, NODE_LABEL_VALUES) };
    if (kind < 40) return this.services.size > 0 ? this.drawServiceChange() : this.create();
    if (kind < 55) return { kind: 'trouble', trouble: { kind: 'quality', a: '*', b: '*', delayMs: pick(random, [1, 300, 900, 1800]), lossPercent: 0 } };
    if (open.length > 0 && random.chance(0.5)) return open.splice(random.below(open.length), 1)[0] as FuzzAction;
    return random.chance(0.3) ? { kind: 'trouble', trouble: this.drawPartition() } : this.drawFault(9);
  }

  private drawServiceChange(): FuzzAction {
    const { random, services } = this;
    const via = random.below(8);
    const name = pick(random, [...services.keys()]);
    const kind = random.below(10);
    if (kind === 0) {
      services.delete(name);
      return { kind: 'remove', via, name };
    }
    if (kind === 1) return { kind: 'rollback', via, name };
    const spec = changeService(random, services.get(name) as ServiceSpec);
    services.set(name, spec);
    return { kind: 'update', via, spec };
  }

  private drawNodeChange(): FuzzAction {
    const { random } = this;
    const via = random.below(8);
    const host = this.host();
    switch (random.below(10)) {
      case 0:
      case 1:
      case 2:
        return { kind: 'availability', via, host, to: pick(random, ['active', 'active', 'drain', 'pause'] as const) };
      case 3:
      case 4:
        return { kind: 'label', via, host, to: pick(random, NODE_LABEL_VALUES) };
      case 5:
        return { kind: 'role', via, host, to: 'manager' };
      case 6:
        return { kind: 'role', via, host, to: 'worker' };
      case 7:
        return { kind: 'node-rm', via, host, force: random.chance(0.5) };
      case 8:
        this.open.push({ kind: 'join', via, host, role: pick(random, ['worker', 'worker', 'manager'] as const) });
        return { kind: 'leave', host, force: random.chance(0.5) };
      default:
        return { kind: 'swarm', via, historyLimit: random.between(-1, 6), snapshotInterval: pick(random, [20, 100, 10_000]) };
    }
  }

  /** @param kinds 9: of hosts and links only; 10: whatever there is */
  private drawFault(kinds = 10): FuzzAction {
    const { random, open } = this;
    const host = this.host();
    switch (random.below(kinds)) {
      case 0:
      case 1:
      case 2:
        open.push({ kind: 'engine', host, up: true });
        return { kind: 'engine', host, up: false };
      case 3:
      case 4:
        open.push({ kind: 'power', host, on: true });
        return { kind: 'power', host, on: false };
      case 5:
      case 6:
        open.push({ kind: 'link', host, up: true });
        return { kind: 'link', host, up: false };
      case 7:
      case 8: {
        const other = this.host();
        open.push({ kind: 'pair', a: host, b: other, cut: false });
        return { kind: 'pair', a: host, b: other, cut: true };
      }
      default:
        return { kind: 'trouble', trouble: this.drawTrouble(host) };
    }
  }

  private drawTrouble(host: string): Trouble {
    const { random } = this;
    switch (random.below(8)) {
      case 0:
      case 1:
        return this.drawPartition();
      case 2:
        return { kind: 'slow', host, delayMs: pick(random, [50, 400, 1500]) };
      case 3:
        return { kind: 'memory', host, usedBytes: pick(random, [0, 900 * 2 ** 20, 5 * 2 ** 30]) };
      case 4:
        return { kind: 'image', image: pick(random, ['*', 'nginx:1.26', 'redis']), pullable: random.chance(0.4) };
      case 5:
        return { kind: 'character', service: pick(random, [...this.services.keys(), 's1']), host: '*', labels: pick(random, CHARACTERS) };
      default:
        return { kind: 'quality', a: host, b: this.host(), delayMs: pick(random, [1, 20, 300, 1500]), lossPercent: pick(random, [0, 5, 30]) };
    }
  }

  private drawPartition(): Trouble {
    const { random, hosts } = this;
    const parts = hosts.map(({ name }) => ({ name, part: random.below(3) }));
    const groups = [1, 2].map((part) => parts.filter((each) => each.part === part).map(({ name }) => name)).filter((group) => group.length > 0);
    this.open.push({ kind: 'trouble', trouble: { kind: 'partition', groups: [] } });
    return { kind: 'partition', groups };
  }

  private host(): string {
    return pick(this.random, this.hosts).name;
  }
}
