import { create } from 'zustand';

/** What the editor has to say about a file that came, or did not; empty: nothing. */
export const useNotice = create<{ readonly text: string }>(() => ({ text: '' }));

/** Says something in the editor until it is dismissed or something else is said. */
export function tell(text: string): void {
  useNotice.setState({ text });
}
