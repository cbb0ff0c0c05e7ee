import { packRecording, type Recording, RecordingProblem, unpackRecording } from './recording.ts';

/** A run among others: what is kept of a branch. */
export interface KeptRun {
  readonly id: string;
  /** As somebody named it, or empty. */
  readonly name: string;
  /** The run whose past it shares, where it left it (virtual milliseconds), and how many inputs they share. */
  readonly parent: string | undefined;
  readonly forkAt: number;
  readonly shared: number;
  readonly recording: Recording;
}

/** A run with all its branches, as a file. */
export interface RunFile {
  readonly runs: readonly KeptRun[];
  /** The id of the one that is shown. */
  readonly active: string;
}

const MOST_RUNS = 100;
const LONGEST_NAME = 80;

/** A run with its branches as JSON, one run a line: a file that people can keep, read and send. */
export function writeRunFile({ runs, active }: RunFile): string {
  const lines = runs.map(({ id, name, parent, forkAt, shared, recording }) =>
    JSON.stringify({ id, name, ...(parent === undefined ? {} : { parent, forkAt, shared }), run: packRecording(recording) }),
  );
  return `{"swarmarium":2,"active":${JSON.stringify(active)},"runs":[\n${lines.join(',\n')}\n]}\n`;
}

/** Reads what `writeRunFile` wrote, or a single recording of any version. Runs that can't be read are left out, but not the one to be shown. Throws `RecordingProblem`. */
export function readRunFile(text: string): RunFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RecordingProblem('not-json');
  }
  if (!isObject(json)) throw new RecordingProblem('shape');
  if (json['swarmarium'] === undefined)
    return { runs: [{ id: 'run', name: '', parent: undefined, forkAt: 0, shared: 0, recording: unpackRecording(json) }], active: 'run' };
  if (typeof json['swarmarium'] !== 'number') throw new RecordingProblem('shape');
  if (json['swarmarium'] > 2) throw new RecordingProblem('version');
  const active = String(json['active']);
  const listed = (Array.isArray(json['runs']) ? (json['runs'] as unknown[]) : []).filter(isObject).slice(0, MOST_RUNS);
  const runs = listed.flatMap((each): KeptRun[] => {
    try {
      return [keptRun(each)];
    } catch (error) {
      if (each['id'] === active || !(error instanceof RecordingProblem)) throw error;
      return [];
    }
  });
  if (!runs.some((run) => run.id === active)) throw new RecordingProblem('shape');
  // A parent stands before its children: so there is no circle.
  const known = new Set<string>();
  const ordered = runs
    .filter((run) => !known.has(run.id) && known.add(run.id))
    .map((run, i, all) => {
      const hasParent = all.slice(0, i).some((each) => each.id === run.parent);
      return hasParent ? run : { ...run, parent: undefined, shared: 0 };
    });
  return { runs: ordered, active };
}

function keptRun(json: { readonly [key: string]: unknown }): KeptRun {
  const { id, name, parent, forkAt, shared } = json;
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_NAME) throw new RecordingProblem('shape');
  return {
    id,
    name: typeof name === 'string' ? name.slice(0, LONGEST_NAME) : '',
    parent: typeof parent === 'string' && parent !== id ? parent : undefined,
    forkAt: typeof forkAt === 'number' ? forkAt : 0,
    shared: typeof shared === 'number' ? shared : 0,
    recording: unpackRecording(json['run']),
  };
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
