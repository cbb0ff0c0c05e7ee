/** What a command line ended with. */
export interface DockerEnd {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The first line of what went wrong, without what differs between two runs. */
export function firstComplaint(end: DockerEnd): string {
  const text = end.stderr !== '' ? end.stderr : end.status === 0 ? '' : end.stdout;
  return (text.split('\n')[0] ?? '')
    .replace(/\b[0-9a-f]{64}\b|\b[0-9a-z]{25}\b|\b[0-9a-f]{12}\b/g, '<id>')
    .replace(/time="[^"]*"/g, 'time=""')
    .trimEnd();
}
