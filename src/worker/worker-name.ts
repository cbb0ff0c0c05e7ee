/**
 * The name of a worker. With a seed the worker begins the default cluster of that seed as soon as it is there: what it is told
 * by a message waits until the page has time for it, and while the page begins it has none.
 */
export function workerName(id: string, seed: string | undefined): string {
  return seed === undefined ? id : `${id} ${seed}`;
}

/** The seed of the default cluster that a worker of this name begins by itself; undefined: it waits to be told what to run. */
export function seedOfName(name: string): string | undefined {
  const blank = name.indexOf(' ');
  return blank < 0 ? undefined : name.slice(blank + 1);
}
