import { create } from 'zustand';
import { type ClickAction, perform } from './action.ts';

/** The action that waits for an answer to its question. */
export const useAsking = create<{ readonly action: ClickAction | undefined }>(() => ({ action: undefined }));

/** Does it; where it takes something away, asks before. */
export function act(action: ClickAction): void {
  if (action.confirm === undefined || action.disabled !== undefined) perform(action);
  else useAsking.setState({ action });
}
