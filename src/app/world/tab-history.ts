import { useBranches } from '../time/branches.ts';
import { switchTo } from './branching.ts';

/** The run that was shown at this entry of the tab's history; undefined when none was. */
export function runOfEntry(): string | undefined {
  const state: unknown = history.state;
  const run = typeof state === 'object' && state !== null && 'run' in state ? state.run : undefined;
  return typeof run === 'string' ? run : undefined;
}

/** Notes from now on in the tab's history which run is shown: back and forward lead from link to link, each as it was left. */
export function followHistory(): void {
  useBranches.subscribe(({ active }) => {
    if (active !== '' && active !== runOfEntry()) history.replaceState({ ...history.state, run: active }, '');
  });
  addEventListener('popstate', () => {
    const run = runOfEntry();
    if (run !== undefined) switchTo(run);
  });
}
