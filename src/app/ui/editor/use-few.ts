import { useState } from 'react';

/** The first of many things, and how to see more of them: a list of thousands of lines would hold up the page. */
export interface Few<T> {
  readonly shown: readonly T[];
  /** How many `showMore` would add; 0 when all are shown. */
  readonly more: number;
  readonly showMore: () => void;
}

/** Shows `first` items, and up to ten times as many with each wish for more. */
export function useFew<T>(items: readonly T[], first: number): Few<T> {
  const [limit, setLimit] = useState(first);
  return { shown: items.slice(0, limit), more: Math.max(0, Math.min(items.length, limit * 10) - limit), showMore: () => setLimit(limit * 10) };
}
