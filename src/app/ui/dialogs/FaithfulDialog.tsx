import { useQuirkWords } from '../../i18n/quirk-words.ts';
import { QUIRKS } from '../../scene/quirks.ts';
import { Modal } from '../kit/Modal.tsx';
import css from './FaithfulDialog.module.css';

/** What is as in a real Swarm although it surprises, and what is not: the short form of README.md's list. */
export function FaithfulDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useQuirkWords();
  return (
    <Modal title={w.title} onClose={onClose} width={720}>
      <div className={css['body']} role="region" aria-label={w.title} tabIndex={0}>
        <p>{w.lead}</p>
        <h3>{w.surprising}</h3>
        <ul>
          {QUIRKS.map((quirk) => (
            <li key={quirk}>{w.quirks[quirk]}</li>
          ))}
        </ul>
        <h3>{w.notReal}</h3>
        <ul>
          {Object.entries(w.differs).map(([what, words]) => (
            <li key={what}>{words}</li>
          ))}
        </ul>
        <p>{w.readme}</p>
      </div>
    </Modal>
  );
}
