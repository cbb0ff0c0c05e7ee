import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createShell } from '../docker/shell/create-shell.ts';
import { Run } from '../run/run.ts';
import { numberedHosts, parseSwarmShape } from '../run/scenario.ts';
import { nodeTurn } from './node-turn.ts';

interface CourseLine {
  readonly host: string;
  text: string;
  status: number;
  readonly prints: string[];
  readonly printsNot: string[];
  /** Milliseconds that pass after it. */
  pauseMs: number;
}

interface Course {
  readonly source: string;
  readonly shape: string;
  readonly lines: CourseLine[];
}

/** Reads testdata/course-lines.txt; its form is told at its top. */
function readCourses(text: string): readonly Course[] {
  const courses: Course[] = [];
  let host = 'DC2-N1';
  for (const row of text.split('\n')) {
    const line = courses.at(-1)?.lines.at(-1);
    const rest = row.slice(2);
    if (row.startsWith('== ')) {
      const [source = '', shape = ''] = row.slice(3).split('|');
      courses.push({ source: source.trim(), shape: shape.trim(), lines: [] });
    } else if (row.startsWith('@')) host = row.slice(1);
    else if (row.startsWith('$ ')) courses.at(-1)?.lines.push({ host, text: rest, status: 0, prints: [], printsNot: [], pauseMs: 0 });
    else if (line === undefined) continue;
    else if (row.startsWith('> ')) line.text += `\n${rest}`;
    else if (row.startsWith('! ')) line.status = Number(rest);
    else if (row.startsWith('~ ')) line.prints.push(rest);
    else if (row.startsWith('- ')) line.printsNot.push(rest);
    else if (row.startsWith('+ ')) line.pauseMs += Number(rest) * 1000;
  }
  return courses;
}

async function play(course: Course): Promise<readonly string[]> {
  const run = new Run(
    {
      title: 'course',
      seed: course.source,
      epochMs: Date.UTC(2026, 0, 5, 9),
      hosts: numberedHosts(3),
      swarm: parseSwarmShape(course.shape),
      registry: 'simulated',
      setup: [],
    },
    { turn: nodeTurn, loadShell: async () => ({ createShell }) },
  );
  const wrong: string[] = [];
  for (const line of course.lines) {
    let output = '';
    const sink = { write: (text: string) => void (output += text) };
    const status = await run.execute(line.host, line.text, { stdout: sink, stderr: sink });
    await run.advance(run.now + 1000 + line.pauseMs);
    const fits = (pattern: string): boolean => new RegExp(pattern, 'm').test(output);
    const missing = [...line.prints.filter((pattern) => !fits(pattern)), ...line.printsNot.filter(fits).map((pattern) => `not ${pattern}`)];
    if (status !== line.status || missing.length > 0) {
      wrong.push(
        `${line.host} $ ${line.text}\n  status ${status} of ${line.status}${missing.map((pattern) => `\n  wanted: ${pattern}`).join('')}\n${output.replace(/^/gm, '  | ')}`,
      );
    }
  }
  return wrong;
}

const courses = readCourses(readFileSync(path.join(import.meta.dirname, 'testdata/course-lines.txt'), 'utf8'));

describe('lines of courses and runbooks', () => {
  it.each(courses.map((course) => [`${course.source} (${course.lines.length} lines)`, course] as const))('%s', { timeout: 60_000 }, async (_, course) => {
    expect(await play(course)).toEqual([]);
  });
});
