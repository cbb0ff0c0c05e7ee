import { useSettings } from '../world/settings.ts';
import { en } from './en.ts';

/** Everything the page says. A language that lacks a word, or has one too many, does not compile. */
export type Messages = typeof en;

/** Languages of the page. */
export type Locale = 'en' | 'pt-BR';

/** The languages that are here; English always, others when they are wanted. */
const catalogues: { [locale in Locale]?: Messages } = { en };

/** Fetches a language's words unless they are here; resolves when they are. */
export async function loadLocale(locale: Locale): Promise<void> {
  if (locale === 'pt-BR') catalogues[locale] ??= (await import('./pt-br.ts')).ptBr;
}

/** Changes the page's language, at once when its words are here. */
export async function setLocale(locale: Locale): Promise<void> {
  await loadLocale(locale);
  useSettings.setState({ locale });
}

/** The words of the chosen language; views that call it change when the language does. */
export function useMessages(): Messages {
  return wordsOf(useSettings((settings) => settings.locale));
}

/** The words of the chosen language outside of views. */
export function messages(): Messages {
  return wordsOf(useSettings.getState().locale);
}

function wordsOf(locale: Locale): Messages {
  return catalogues[locale] ?? en;
}

/** How long ago, in one unit. */
export function ageText(m: Messages, ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  if (seconds < 60) return m.units.seconds(seconds);
  if (seconds < 3600) return m.units.minutes(Math.floor(seconds / 60));
  return seconds < 86_400 ? m.units.hours(Math.floor(seconds / 3600)) : m.units.days(Math.floor(seconds / 86_400));
}

/** The word for a task's state; unknown ones as Docker says them. */
export function stateText(m: Messages, state: string): string {
  return (m.state as { readonly [state: string]: string })[state] ?? state;
}

/** The word for a node's status, availability or role; unknown ones as Docker says them. */
export function nodeText(m: Messages, word: string): string {
  const known = (m.node as unknown as { readonly [word: string]: unknown })[word];
  return typeof known === 'string' ? known : word;
}
