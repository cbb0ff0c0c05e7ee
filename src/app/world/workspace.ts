import { load, save } from './storage.ts';

/** What one tab keeps for itself: its run with all branches. Tabs never write over each other. */
export interface WorkspaceEntry {
  readonly id: string;
  /** When it was kept last, in Unix milliseconds. */
  readonly at: number;
  /** Title of the scenario that was shown, and how much was done. */
  readonly title: string;
  readonly inputs: number;
}

const INDEX = 'workspaces';
const LAST = 'workspace.last';
const IN_TAB = 'swarmarium.workspace';
/** Where the run was kept before tabs had their own place. */
const FORMER_RUN = 'run';
/** More than these are not kept: the oldest go. */
const MOST = 12;

/** How long another page may take to let go, in wall milliseconds. */
const PATIENCE_MS = 1500;

/** The place of this tab, once it is known to be nobody else's. */
let own: string | undefined;
/** The place that is read at the beginning: this tab's own, or that of the last visit. */
const first = inTab() ?? load(LAST);

/**
 * Finds this tab its place. Resolves to true when the run that was read is open in another tab too: then this tab goes
 * on with a copy.
 */
export async function claimWorkspace(): Promise<boolean> {
  if (navigator.locks === undefined) {
    take(inTab() ?? newId());
    return false;
  }
  if (first !== undefined && (await lock(first))) {
    take(first);
    return false;
  }
  const id = newId();
  await lock(id);
  take(id);
  return first !== undefined;
}

/** What was kept in this tab's place, or at the last visit; undefined when there is nothing. */
export function loadRuns(): string | undefined {
  return (first === undefined ? undefined : load(runsOf(first))) ?? load(FORMER_RUN);
}

/** Keeps the runs of this tab; false when the browser keeps nothing or has no room, even after old ones of other visits were dropped. */
export function saveRuns(text: string, title: string, inputs: number): boolean {
  if (own === undefined) return true;
  let index = otherWorkspaces();
  let kept = save(runsOf(own), text);
  // Room is made by what is oldest, one after another.
  while (!kept && index.length > 0) {
    forgetWorkspace((index[index.length - 1] as WorkspaceEntry).id);
    index = otherWorkspaces();
    kept = save(runsOf(own), text);
  }
  for (const { id } of index.slice(MOST - 1)) forgetWorkspace(id);
  save(INDEX, JSON.stringify([{ id: own, at: Date.now(), title, inputs }, ...index.slice(0, MOST - 1)]));
  save(LAST, own);
  return kept;
}

/** What other tabs and visits have kept, the newest first. */
export function otherWorkspaces(): readonly WorkspaceEntry[] {
  try {
    const json: unknown = JSON.parse(load(INDEX) ?? '[]');
    if (!Array.isArray(json)) return [];
    return (json as Partial<WorkspaceEntry>[]).flatMap(({ id, at, title, inputs }) =>
      typeof id === 'string' && id !== own && typeof at === 'number' && typeof title === 'string' && typeof inputs === 'number'
        ? [{ id, at, title, inputs }]
        : [],
    );
  } catch {
    return [];
  }
}

/** The runs of another tab or visit. */
export function loadWorkspace(id: string): string | undefined {
  return load(runsOf(id));
}

/** Forgets what another tab or visit has kept. */
export function forgetWorkspace(id: string): void {
  save(runsOf(id), undefined);
  save(INDEX, JSON.stringify(otherWorkspaces().filter((entry) => entry.id !== id)));
}

function runsOf(id: string): string {
  return `runs.${id}`;
}

function take(id: string): void {
  own = id;
  try {
    sessionStorage.setItem(IN_TAB, id);
  } catch {
    // Nothing is kept at all then.
  }
}

function inTab(): string | undefined {
  try {
    return sessionStorage.getItem(IN_TAB) ?? undefined;
  } catch {
    return undefined;
  }
}

function newId(): string {
  return Date.now().toString(36) + Math.floor(Math.random() * 0xffff).toString(36);
}

/** Holds a place until the page goes; false when another tab holds it, and goes on to: a page that is being left lets go after a moment. */
function lock(id: string): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(`swarmarium.${id}`, { signal: AbortSignal.timeout(PATIENCE_MS) }, () => {
        resolve(true);
        return new Promise<void>(() => {});
      })
      .catch(() => resolve(false));
  });
}
