import { helpGroups } from '../../actions/help-topics.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Modal } from '../kit/Modal.tsx';
import css from './HelpSheet.module.css';

/** All keys. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  return (
    <Modal title={m.help.title} onClose={onClose} width={1040}>
      <div className={css['groups']} role="region" aria-label={m.help.title} tabIndex={0}>
        {helpGroups(m).map(({ name, rows }) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {rows.map(([keys, text]) => (
                <div key={keys}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{text}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
