import { fillWords, stackFixTitles, stackHints } from '../../../docker/compose/stack-hints.ts';
import type { StackFix } from '../../../docker/compose/stack-problem.ts';
import type { StackProblem } from '../../client/swarm-client.ts';
import type { Locale } from '../../i18n/messages.ts';

/** What Docker says, and what to do about it. */
export function problemText(problem: StackProblem, locale: Locale): string {
  return [problem.message, hintText(problem, locale)].filter(Boolean).join('\n');
}

/** What to do about a problem. */
export function hintText(problem: StackProblem, locale: Locale): string {
  const hint = stackHints[problem.hint];
  return fillWords(locale === 'en' ? hint.en : hint.pt, problem.words);
}

/** What a fix does. */
export function fixTitle(fix: StackFix, locale: Locale): string {
  const title = stackFixTitles[fix.title];
  return fillWords(locale === 'en' ? title.en : title.pt, fix.words);
}
