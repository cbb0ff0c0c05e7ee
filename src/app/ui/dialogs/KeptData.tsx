import { useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { keepNoMore } from '../../world/keep.ts';
import { forgetAll, keptSize } from '../../world/storage.ts';
import { Button } from '../kit/Button.tsx';
import css from './SettingsDialog.module.css';

/** What the page keeps in this browser, and how to be rid of it. */
export function KeptData() {
  const m = useMessages();
  const [asking, setAsking] = useState(false);
  const { characters, runs } = keptSize();
  const forget = (): void => {
    keepNoMore();
    forgetAll();
    location.reload();
  };
  return (
    <section className={css['data']}>
      <h3>{m.settings.data}</h3>
      <p className={css['quiet']}>{m.settings.dataHint(Math.ceil((characters * 2) / 1000), runs)}</p>
      {asking ? (
        <div className={css['row']} role="alert">
          <p>{m.settings.forgetAsk}</p>
          <Button look="danger" onClick={forget}>
            {m.act.confirm}
          </Button>
          <Button onClick={() => setAsking(false)}>{m.act.cancel}</Button>
        </div>
      ) : (
        <Button onClick={() => setAsking(true)}>{m.settings.forget}</Button>
      )}
    </section>
  );
}
