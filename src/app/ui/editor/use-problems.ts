import { useEffect, useState } from 'react';
import type { StackProblem } from '../../client/swarm-client.ts';
import { useWorld } from '../../world/world.ts';

const AFTER_MS = 150;
const NONE: readonly StackProblem[] = [];

/** What Docker says about a stack file: asked a moment after the last key. Undefined before the first answer. */
export function useProblems(path: string, content: string, check: boolean): readonly StackProblem[] | undefined {
  const client = useWorld((world) => world.client);
  const [problems, setProblems] = useState<readonly StackProblem[]>();
  useEffect(() => {
    let current = true;
    if (!check) return;
    const timer = setTimeout(() => {
      client?.ask({ kind: 'check-stack', files: [{ path, content }] }).then(
        (answer) => current && setProblems(answer.problems),
        () => current && setProblems(undefined),
      );
    }, AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, path, content, check]);
  return check ? problems : NONE;
}
