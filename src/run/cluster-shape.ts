import { COURSE_DEPLOY, COURSE_STACK, defaultScenario, STACK_FILE } from './default-scenario.ts';
import { numberedHost, type Scenario, type ScenarioHost } from './scenario.ts';

/** A cluster in few words: what the page offers as a new one, and what a link carries instead of a whole scenario. */
export interface ClusterShape {
  readonly managers: number;
  readonly workers: number;
  /** Hosts with Docker that are in no swarm. */
  readonly loose: number;
  /** The nodes' label `zone` goes a, b, c … round the nodes, so many; 0: no such label. */
  readonly zones: number;
  /** Whether the course's stack is deployed. */
  readonly course: boolean;
}

/** Shapes to choose from, the course's first. */
export const CLUSTER_CHOICES: readonly { readonly id: 'course' | 'one' | 'small' | 'quorum' | 'five' | 'zones' | 'loose'; readonly shape: ClusterShape }[] = [
  { id: 'course', shape: { managers: 1, workers: 2, loose: 0, zones: 0, course: true } },
  { id: 'one', shape: { managers: 1, workers: 0, loose: 0, zones: 0, course: false } },
  { id: 'small', shape: { managers: 1, workers: 2, loose: 0, zones: 0, course: false } },
  { id: 'quorum', shape: { managers: 3, workers: 3, loose: 0, zones: 0, course: false } },
  { id: 'five', shape: { managers: 5, workers: 5, loose: 0, zones: 0, course: false } },
  { id: 'zones', shape: { managers: 3, workers: 6, loose: 0, zones: 3, course: false } },
  { id: 'loose', shape: { managers: 0, workers: 0, loose: 3, zones: 0, course: false } },
];

const SHAPE = /^(?:(\d{1,4})m)?(?:(\d{1,4})w)?(?:(\d{1,4})h)?(?:(\d{1,2})z)?([+ ]course)?$/;
const MOST_ZONES = 26;

/** Reads `3m3w` (managers, workers), `3m6w3z` (in three zones), `3h` (hosts without a swarm), `1m2w+course`; undefined when the text is something else. */
export function parseClusterShape(text: string): ClusterShape | undefined {
  const match = SHAPE.exec(text.trim());
  if (!match || text.trim() === '') return undefined;
  const [managers, workers, loose, zones] = match.slice(1, 5).map((digits) => Number(digits ?? 0)) as [number, number, number, number];
  const course = match[5] !== undefined;
  if (managers + workers + loose === 0 || zones > MOST_ZONES || (managers === 0 && (workers > 0 || zones > 0 || course))) return undefined;
  return { managers, workers, loose, zones, course };
}

/** The text that `parseClusterShape` reads. */
export function clusterShapeText({ managers, workers, loose, zones, course }: ClusterShape): string {
  const part = (count: number, letter: string): string => (count > 0 ? `${count}${letter}` : '');
  return `${part(managers, 'm')}${managers > 0 ? `${workers}w` : ''}${part(loose, 'h')}${part(zones, 'z')}${course ? '+course' : ''}`;
}

/** How many hosts a shape has. */
export function hostsOf({ managers, workers, loose }: ClusterShape): number {
  return managers + workers + loose;
}

/**
 * The scenario of a shape: hosts DC2-N1 …, managers first, in a swarm with nothing on it unless the course's stack is
 * wanted. The same shape and seed give the same scenario for ever: links depend on it.
 */
export function clusterScenario(shape: ClusterShape, seed: string): Scenario {
  if (clusterShapeText(shape) === '1m2w+course') return defaultScenario(seed);
  const inSwarm = shape.managers + shape.workers;
  const hosts = Array.from({ length: hostsOf(shape) }, (_, i): ScenarioHost => {
    const host = numberedHost(i + 1);
    if (shape.zones === 0 || i >= inSwarm) return host;
    return { ...host, labels: { zone: String.fromCharCode(97 + (i % shape.zones)) } };
  });
  return {
    title: clusterShapeText(shape),
    seed,
    epochMs: defaultScenario(seed).epochMs,
    hosts,
    swarm: shape.managers > 0 ? { managers: shape.managers, workers: shape.workers } : undefined,
    registry: 'simulated',
    setup: shape.course ? [{ kind: 'file', path: STACK_FILE, content: COURSE_STACK }, ...COURSE_DEPLOY] : [],
  };
}

/** The shape of a scenario that is just one; undefined for scenarios of their own. */
export function shapeOf(scenario: Scenario): ClusterShape | undefined {
  const shape = parseClusterShape(scenario.title) ?? parseClusterShape('1m2w+course');
  return shape && JSON.stringify(clusterScenario(shape, scenario.seed)) === JSON.stringify(scenario) ? shape : undefined;
}

/** The same machines without anything on them. */
export function emptied(scenario: Scenario): Scenario {
  const shape = shapeOf(scenario);
  return shape ? clusterScenario({ ...shape, course: false }, scenario.seed) : { ...scenario, setup: [] };
}
