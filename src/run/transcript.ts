/** One step of a transcript's script (conformance/README, "Format of a case"). */
export type TranscriptStep =
  | { readonly kind: 'command'; readonly line: string; readonly host: string; readonly command: string }
  | { readonly kind: 'let'; readonly line: string; readonly name: string; readonly host: string; readonly command: string }
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  | { readonly kind: 'settle'; readonly line: string }
  | { readonly kind: 'wait'; readonly line: string; readonly ms: number }
  | { readonly kind: 'fault'; readonly line: string; readonly action: 'stop' | 'start' | 'cut' | 'heal'; readonly host: string };

export interface Transcript {
  readonly header: { readonly [key: string]: string };
  readonly steps: readonly TranscriptStep[];
}

/** What the directives of a transcript do to a host. */
export const FAULTS = { stop: 'engine-stop', start: 'engine-start', cut: 'cut', heal: 'heal' } as const;

const COMMAND = /^(?:(?:sorted|counts|spread|layout|loose) )?\[(DC2-N\d+)\]\$ (.*)$/;
const LET = /^let ([A-Z][A-Z0-9_]*) = \[(DC2-N\d+)\]\$ (.*)$/;

/** Reads a script; recorded output, remarks and blank lines are passed over. Throws an `Error` that names an unclosed file. */
export function parseTranscript(text: string): Transcript {
  const header: Record<string, string> = {};
  const steps: TranscriptStep[] = [];
  const lines = text.replace(/\r/g, '').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    let match: RegExpExecArray | null;
    if (steps.length === 0 && (match = /^# (\w+): (.*)$/.exec(line))) header[match[1] as string] = (match[2] as string).trim();
    else if ((match = COMMAND.exec(line))) steps.push({ kind: 'command', line, host: match[1] as string, command: match[2] as string });
    else if ((match = LET.exec(line))) steps.push({ kind: 'let', line, name: match[1] as string, host: match[2] as string, command: match[3] as string });
    else if ((match = /^file (\S+) <<EOF$/.exec(line))) {
      const body: string[] = [];
      for (i++; i < lines.length && lines[i] !== 'EOF'; i++) body.push(lines[i] as string);
      if (i >= lines.length) throw new Error(`file ${match[1]} has no EOF`);
      steps.push({ kind: 'file', name: match[1] as string, text: body.map((l) => `${l}\n`).join('') });
    } else if (line === 'settle') steps.push({ kind: 'settle', line });
    else if ((match = /^wait (\d+(?:\.\d+)?)s$/.exec(line))) steps.push({ kind: 'wait', line, ms: Math.round(Number(match[1]) * 1000) });
    else if ((match = /^(stop|start|cut|heal) (DC2-N\d+)$/.exec(line)))
      steps.push({ kind: 'fault', line, action: match[1] as 'stop', host: match[2] as string });
  }
  return { header, steps };
}
