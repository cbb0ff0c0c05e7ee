import { useMessages } from '../../i18n/messages.ts';
import { Modal } from '../kit/Modal.tsx';
import css from './HelpSheet.module.css';

/** All keys. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const h = m.help;
  const groups: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    [
      h.everywhere,
      [
        ['Ctrl K · ⌘K', h.palette],
        ['Space', h.pause],
        ['1 2 3', h.speeds],
        ['− +', h.slower],
        [', .', h.events],
        ['B', h.toNow],
        ['/', h.filter],
        ['T', h.toTerminal],
        ['E', h.toEditor],
        ['G', h.toStage],
        ['N', m.act.addNode],
        ['S', h.share],
        ['D', h.theme],
        ['P', m.top.present],
        ['?', h.thisSheet],
        ['Esc', h.closes],
      ],
    ],
    [
      h.onStage,
      [
        ['← ↑ ↓ →', h.move],
        ['Enter', h.select],
      ],
    ],
    [
      h.inTerminal,
      [
        ['Tab', h.complete],
        ['↑ ↓', h.history],
        ['Ctrl R', h.search],
        ['Ctrl C', h.interrupt],
        ['Ctrl L', h.clear],
        ['Shift Tab', h.leave],
      ],
    ],
    [
      h.inEditor,
      [
        ['Ctrl Enter · ⌘Enter', h.deploy],
        ['Ctrl S · ⌘S', h.save],
        ['Ctrl Space', h.suggest],
        ['Ctrl M', h.tabKey],
      ],
    ],
  ];
  return (
    <Modal title={h.title} onClose={onClose} width={640}>
      <div className={css['groups']}>
        {groups.map(([name, rows]) => (
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
