import type { InspectedType } from '../../../run/query.ts';
import { type Asked, useAnswer } from './use-answer.ts';

/** What `docker inspect` says of an object, read; `version` changes whenever the object may have. Undefined while it is not known. */
export function useInspected<T>(type: InspectedType, id: string, version: unknown): T | undefined {
  const asked: Asked<{ kind: 'inspect'; type: InspectedType; id: string }> = useAnswer({ kind: 'inspect', type, id }, version);
  if (asked.state !== 'answered') return undefined;
  const [object] = JSON.parse(asked.answer.text) as [T?];
  return object;
}
