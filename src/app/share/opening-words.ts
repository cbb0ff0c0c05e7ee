import { RecordingProblem } from '../../run/recording.ts';
import { messages } from '../i18n/messages.ts';

/** Why a text could not be opened as a run, for its reader. Throws what is no `RecordingProblem` again. */
export function openingWords(error: unknown): string {
  if (!(error instanceof RecordingProblem)) throw error;
  const m = messages();
  if (error.reason === 'version') return m.failure.linkVersion;
  return error.limit ? m.failure.limitWas(error.limit.what, error.limit.asked, error.limit.most) : m.share.notOpened;
}
