import { type TranscriptProblem, toTranscript } from './export/to-transcript.ts';
import type { Recording } from './recording.ts';
import { replayTranscript } from './replay-transcript.ts';
import type { RunServices } from './run.ts';

/** A recording as a transcript with its outputs, found by running its script on a cluster of its own; or why there is none. */
export async function transcriptOf(
  recording: Recording,
  services: RunServices,
): Promise<{ readonly text: string } | { readonly problem: TranscriptProblem['reason'] }> {
  const script = toTranscript(recording);
  if (typeof script !== 'string') return { problem: script.reason };
  let text = '';
  await replayTranscript(script, (part) => (text += part), services);
  return { text };
}
