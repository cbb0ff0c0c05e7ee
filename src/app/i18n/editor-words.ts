import { create } from 'zustand';
import { useSettings } from '../world/settings.ts';
import { editorEn } from './editor-en.ts';
import type { Locale } from './messages.ts';

/** What the editor says. A language that lacks a word, or has one too many, does not compile. */
export type EditorWords = typeof editorEn;

/** The languages that are here; English always, others when they are wanted. */
const useCatalogues = create<{ readonly [locale in Locale]?: EditorWords }>(() => ({ en: editorEn }));

/** Fetches the words of a language unless they are here; resolves when they are. */
export async function loadEditorWords(locale: Locale): Promise<void> {
  if (locale === 'pt-BR' && !useCatalogues.getState()[locale]) useCatalogues.setState({ [locale]: (await import('./editor-pt-br.ts')).editorPtBr });
}

useSettings.subscribe(({ locale }) => void loadEditorWords(locale));

/** The editor's words in the chosen language; views that call it change when the language does. */
export function useEditorWords(): EditorWords {
  const locale = useSettings((settings) => settings.locale);
  return useCatalogues((catalogues) => catalogues[locale]) ?? editorEn;
}

/** The editor's words in the chosen language outside of views. */
export function editorWords(): EditorWords {
  return useCatalogues.getState()[useSettings.getState().locale] ?? editorEn;
}
