import { ageText, useMessages } from '../../i18n/messages.ts';
import { useClock } from '../../mirror/mirror-store.ts';

/** How long ago something was, kept up to date; renders only when its words change. */
export function Age({ at }: { readonly at: number }) {
  const m = useMessages();
  return <>{useClock((clock) => ageText(m, clock.coarse - at))}</>;
}
