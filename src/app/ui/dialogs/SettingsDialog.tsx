import { type Locale, setLocale, useMessages } from '../../i18n/messages.ts';
import { largestSize, type PanelName, SIZES, type Theme, togglePanel, useSettings } from '../../world/settings.ts';
import { Button } from '../kit/Button.tsx';
import { Modal } from '../kit/Modal.tsx';
import { useCompact } from '../kit/use-media.ts';
import { KeptData } from './KeptData.tsx';
import css from './SettingsDialog.module.css';

const PANELS: readonly PanelName[] = ['editor', 'terminal', 'inspector', 'timeline'];

/** What a person can choose about the page itself; kept in this browser. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const m = useMessages();
  const settings = useSettings();
  const compact = useCompact();
  return (
    <Modal title={m.settings.title} onClose={onClose} width={560}>
      <div className={css['body']}>
        <Choice<Theme>
          legend={m.top.theme}
          value={settings.theme}
          options={[
            ['system', m.top.themeSystem],
            ['light', m.top.themeLight],
            ['dark', m.top.themeDark],
          ]}
          onChange={(theme) => useSettings.setState({ theme })}
        />
        <Choice<Locale>
          legend={m.top.language}
          value={settings.locale}
          options={[
            ['en', 'English'],
            ['pt-BR', 'Português (Brasil)'],
          ]}
          onChange={(locale) => void setLocale(locale)}
        />
        <Choice
          legend={m.settings.size}
          value={String(settings.size)}
          options={SIZES.filter((size) => size <= largestSize(innerWidth) || size === settings.size).map((size) => [
            String(size),
            size === 0 ? m.settings.sizeAuto : `${Math.round(size * 100)} %`,
          ])}
          onChange={(size) => useSettings.setState({ size: Number(size) })}
        />
        <Choice
          legend={m.settings.motion}
          value={settings.motion}
          options={[
            ['system', m.top.themeSystem],
            ['none', m.settings.still],
          ]}
          onChange={(motion) => useSettings.setState({ motion })}
        />
        <fieldset>
          <legend>{m.top.panels}</legend>
          {/* In a small window the others are sheets, which open one at a time. */}
          {(compact ? PANELS.slice(-1) : PANELS).map((panel) => (
            <label key={panel}>
              <input type="checkbox" checked={settings.panels[panel]} onChange={(event) => togglePanel(panel, event.target.checked)} />
              {m.top[panel]}
            </label>
          ))}
        </fieldset>
        <div className={css['row']}>
          <Button onClick={() => useSettings.setState({ layouts: {}, panels: { editor: true, terminal: true, inspector: true, timeline: true } })}>
            {m.settings.resetLayout}
          </Button>
          <Button onClick={() => useSettings.setState({ hintSeen: false, hintsDone: [] })}>{m.settings.hintsAgain}</Button>
        </div>
        <KeptData />
      </div>
    </Modal>
  );
}

function Choice<V extends string>({
  legend,
  value,
  options,
  onChange,
}: {
  readonly legend: string;
  readonly value: V;
  readonly options: readonly (readonly [V, string])[];
  readonly onChange: (value: V) => void;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(([key, text]) => (
        <label key={key}>
          <input type="radio" name={legend} checked={key === value} onChange={() => onChange(key)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
