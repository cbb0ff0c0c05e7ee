import { isEmbedded } from './session.ts';

/** Whether the browser lets this page keep anything. */
export function canStore(): boolean {
  try {
    localStorage.setItem('swarmarium.test', '1');
    localStorage.removeItem('swarmarium.test');
    return true;
  } catch {
    return false;
  }
}

/** What was kept under a name, or undefined: also when storage is blocked. */
export function load(name: string): string | undefined {
  try {
    return localStorage.getItem(`swarmarium.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** How many characters this page keeps, and how many runs. */
export function keptSize(): { readonly characters: number; readonly runs: number } {
  let characters = 0;
  let runs = 0;
  for (const name of ownNames()) {
    characters += name.length + (localStorage.getItem(name)?.length ?? 0);
    if (name.startsWith('swarmarium.runs.')) runs++;
  }
  return { characters, runs };
}

/** Forgets everything that this page keeps. */
export function forgetAll(): void {
  for (const name of ownNames()) localStorage.removeItem(name);
}

function ownNames(): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith('swarmarium.'));
  } catch {
    return [];
  }
}

/** Keeps a text, or forgets it; false when storage is blocked or full. A frame in somebody's page keeps nothing, and misses nothing by that. */
export function save(name: string, text: string | undefined): boolean {
  if (isEmbedded()) return true;
  try {
    if (text === undefined) localStorage.removeItem(`swarmarium.${name}`);
    else localStorage.setItem(`swarmarium.${name}`, text);
    return true;
  } catch {
    return false;
  }
}
