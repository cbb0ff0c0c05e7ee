import type { RequestRecord } from '../../run/view.ts';

/** How many requests each task answered, in the order of their names, and how many nobody answered. */
export interface AnswerCount {
  readonly tasks: readonly { readonly name: string; readonly taskId: string; readonly count: number }[];
  readonly errors: number;
}

/** Counts answers by the task that gave them. */
export function countAnswers(requests: readonly RequestRecord[]): AnswerCount {
  const tasks = new Map<string, { name: string; taskId: string; count: number }>();
  let errors = 0;
  for (const request of requests) {
    const task = request.hops.findLast((hop) => hop.kind === 'task');
    if (!request.ok || !task) {
      errors++;
      continue;
    }
    const known = tasks.get(request.taskId);
    if (known) known.count++;
    else tasks.set(request.taskId, { name: task.at, taskId: request.taskId, count: 1 });
  }
  const names = new Intl.Collator('en', { numeric: true });
  return { tasks: [...tasks.values()].sort((a, b) => names.compare(a.name, b.name) || (a.taskId < b.taskId ? -1 : 1)), errors };
}

/** The command that sends a request, and the one that sends one a second until Ctrl-C. */
export function requestLine(url: string): string {
  return `curl -s ${url}`;
}

/** See `requestLine`. */
export function streamLine(url: string): string {
  return `while true; do curl -s ${url} | tail -n 1; sleep 1; done`;
}
