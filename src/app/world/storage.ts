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

/** Keeps a text, or forgets it; false when storage is blocked or full. */
export function save(name: string, text: string | undefined): boolean {
  try {
    if (text === undefined) localStorage.removeItem(`swarmarium.${name}`);
    else localStorage.setItem(`swarmarium.${name}`, text);
    return true;
  } catch {
    return false;
  }
}
