import { useEffect, useState } from 'react';
import type { StackProblem, StackText } from '../../client/swarm-client.ts';
import type { EditorFile } from '../../world/files.ts';
import { useWorld } from '../../world/world.ts';

/** Wait for the next key: shorter than the pause between two keys of a person who knows what to write. */
const AFTER_MS = 40;
const NONE: readonly StackProblem[] = [];

/** What docker says about a stack file with others open beside it: asked a moment after the last key. Undefined before the first answer. */
export function useProblems({ path, content }: EditorFile, check: boolean, files: readonly EditorFile[]): readonly StackProblem[] | undefined {
  const client = useWorld((world) => world.client);
  const [found, setFound] = useState<{ readonly path: string; readonly problems: readonly StackProblem[] }>();
  // As text: other files are others only when they say something else.
  const beside = JSON.stringify(files.filter((file) => file.path !== path).map((file) => ({ path: file.path, content: file.content })));
  useEffect(() => {
    let current = true;
    if (!check) return;
    const timer = setTimeout(() => {
      client?.ask({ kind: 'check-stack', files: [{ path, content }], beside: JSON.parse(beside) as StackText[] }).then(
        (answer) => current && setFound({ path, problems: answer.problems.filter((problem) => problem.path === path) }),
        () => current && setFound(undefined),
      );
    }, AFTER_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, path, content, beside, check]);
  if (!check) return NONE;
  return found?.path === path ? found.problems : undefined;
}
