import type { Locale } from '../../../i18n/messages.ts';
import { useSettings } from '../../../world/settings.ts';
import { MONACO_PT_BR } from './monaco-words.ts';

declare global {
  var _VSCODE_NLS_MESSAGES: { readonly [index: number]: string } | undefined;
}

// Monaco asks for its texts when it needs them, some of them only once: so this is imported before Monaco itself.
const follow = (locale: Locale): void => {
  globalThis._VSCODE_NLS_MESSAGES = locale === 'pt-BR' ? Object.fromEntries(MONACO_PT_BR.map(([index, , portuguese]) => [index, portuguese])) : {};
};
follow(useSettings.getState().locale);
useSettings.subscribe(({ locale }) => follow(locale));
