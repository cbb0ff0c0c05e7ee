import { BadgeCheck } from 'lucide-react';
import { useQuirkWords } from '../../i18n/quirk-words.ts';
import type { Quirk } from '../../scene/quirks.ts';
import { useSession } from '../../world/session.ts';
import { useWorld } from '../../world/world-store.ts';
import css from './Inspector.module.css';

/** Said where something looks like a fault of the simulation and is none; it leads to the whole list. */
export function QuirkNotes({ quirks }: { readonly quirks: readonly Quirk[] }) {
  const w = useQuirkWords();
  const simulated = useWorld((world) => world.client?.capabilities.internals ?? true);
  if (quirks.length === 0 || !simulated) return null;
  return (
    <div className={css['quirk']} role="note">
      <BadgeCheck size={14} aria-hidden="true" />
      <div>
        {quirks.map((quirk) => (
          <p key={quirk}>{w.quirks[quirk]}</p>
        ))}
        <p>
          <b>{w.mark}</b>{' '}
          <button type="button" className={css['jump']} onClick={() => useSession.setState({ dialog: 'faithful' })}>
            {w.all}
          </button>
        </p>
      </div>
    </div>
  );
}
