import { stackHints } from '../../../docker/compose/stack-hints.ts';
import type { StackProblem } from '../../client/swarm-client.ts';
import type { Locale } from '../../i18n/messages.ts';

/** What Docker says, and what to do about it. */
export function problemText(problem: StackProblem, locale: Locale): string {
  return [problem.message, hintText(problem, locale)].filter(Boolean).join('\n');
}

/** What to do about a problem; empty when nothing is known. */
export function hintText(problem: StackProblem, locale: Locale): string {
  const hint = (stackHints as { readonly [hint: string]: { readonly en: string; readonly pt: string } })[problem.hint];
  return hint ? (locale === 'en' ? hint.en : hint.pt) : '';
}
