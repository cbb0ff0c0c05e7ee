import { BadgeCheck, CircleHelp, Languages, Moon, PanelBottom, PanelLeft, PanelRight, Search, Settings, Share2, Sun } from 'lucide-react';
import { runActions } from '../../actions/run-actions.ts';
import { type Locale, setLocale, useMessages } from '../../i18n/messages.ts';
import { shownPanels, togglePresent, useSession } from '../../world/session.ts';
import { effectiveTheme, type PanelName, type Theme, togglePanel, useSettings } from '../../world/settings.ts';
import { useWorld } from '../../world/world.ts';
import { Button } from '../kit/Button.tsx';
import { Hint } from '../kit/Hint.tsx';
import { Menu } from '../kit/Menu.tsx';
import { useCompact } from '../kit/use-media.ts';
import { useFilledBars } from '../shell/first-picture.ts';
import { ClusterChips } from './ClusterChips.tsx';
import { Logo } from './Logo.tsx';
import css from './TopBar.module.css';
import { Transport } from './Transport.tsx';

/** The bar above everything: what is shown, its time, its health, and the page's own settings. */
export function TopBar() {
  const m = useMessages();
  const title = useWorld((world) => world.title);
  const orders = useWorld((world) => world.client?.capabilities.orders ?? true);
  const filled = useFilledBars();
  return (
    <header className={css['bar']} data-filled={filled} data-pane="top">
      <a className={css['skip']} href="#stage">
        {m.top.skip}
      </a>
      <h1 className={css['logo']}>
        <Logo />
        <span className={css['name']}>swarmarium</span>
      </h1>
      <span className={css['title']}>{title === '' ? '' : orders ? m.scenarioTitle(title) : m.top.realSwarm(title)}</span>
      {filled && (
        <>
          <Transport />
          <RightSide />
        </>
      )}
    </header>
  );
}

function RightSide() {
  const m = useMessages();
  const canShare = useWorld((world) => world.client?.capabilities.share ?? true);
  const compact = useCompact();
  const present = useSession((session) => session.view === 'present');
  return (
    <div className={css['right']}>
      <ClusterChips />
      {!compact && !present && <PanelSwitches />}
      <SettingsMenu />
      {canShare && (
        <Hint text={m.top.share} keys="S">
          <Button look="primary" className={css['share'] ?? ''} icon={<Share2 />} onClick={() => useSession.setState({ dialog: 'share' })}>
            {m.top.share}
          </Button>
        </Hint>
      )}
    </div>
  );
}

function PanelSwitches() {
  const m = useMessages();
  const kept = useSettings((settings) => settings.panels);
  const panels = shownPanels(
    kept,
    useSession((session) => session.panels),
  );
  const orders = useWorld((world) => world.client?.capabilities.orders ?? true);
  const one = (panel: PanelName, name: string, icon: React.ReactNode) => (
    <Hint text={m.top.showPanel(name)}>
      <Button look="plain" square icon={icon} aria-pressed={panels[panel]} aria-label={m.top.showPanel(name)} onClick={() => togglePanel(panel)} />
    </Hint>
  );
  return (
    <div className={css['switches']} role="group" aria-label={m.top.panels}>
      {orders && one('editor', m.top.editor, <PanelLeft />)}
      {orders && one('terminal', m.top.terminal, <PanelBottom />)}
      {one('inspector', m.top.inspector, <PanelRight />)}
    </div>
  );
}

function SettingsMenu() {
  const m = useMessages();
  const theme = useSettings((settings) => settings.theme);
  const locale = useSettings((settings) => settings.locale);
  const panels = useSettings((settings) => settings.panels);
  const present = useSession((session) => session.view === 'present');
  return (
    <div className={css['settings']}>
      <Menu
        label={m.top.language}
        trigger={
          <Button look="plain" icon={<Languages />} aria-label={m.top.language}>
            <span className={css['locale']}>{locale === 'en' ? 'EN' : 'PT'}</span>
          </Button>
        }
        entries={() => [
          {
            kind: 'choice',
            label: m.top.language,
            value: locale,
            options: [
              ['en', 'English'],
              ['pt-BR', 'Português (Brasil)'],
            ] satisfies [Locale, string][],
            onChange: (next) => void setLocale(next as Locale),
          },
        ]}
      />
      <Menu
        label={m.top.theme}
        trigger={<Button look="plain" square icon={effectiveTheme(theme) === 'dark' ? <Moon /> : <Sun />} aria-label={m.top.theme} />}
        entries={() => [
          {
            kind: 'choice',
            label: m.top.theme,
            value: theme,
            options: [
              ['system', m.top.themeSystem],
              ['light', m.top.themeLight],
              ['dark', m.top.themeDark],
            ] satisfies [Theme, string][],
            onChange: (next) => useSettings.setState({ theme: next as Theme }),
          },
        ]}
      />
      <Menu
        label={m.top.more}
        trigger={<Button look="plain" square icon={<CircleHelp />} aria-label={m.top.more} />}
        entries={() => [
          { kind: 'item', label: m.top.commands, keys: 'Ctrl K', icon: <Search />, onSelect: () => useSession.setState({ dialog: 'palette' }) },
          { kind: 'item', label: m.settings.title, keys: 'O', icon: <Settings />, onSelect: () => useSession.setState({ dialog: 'settings' }) },
          { kind: 'item', label: m.top.help, keys: '?', icon: <CircleHelp />, onSelect: () => useSession.setState({ dialog: 'help' }) },
          { kind: 'item', label: m.top.faithful, icon: <BadgeCheck />, onSelect: () => useSession.setState({ dialog: 'faithful' }) },
          { kind: 'line' },
          { kind: 'label', text: m.top.panels },
          { kind: 'toggle', label: m.top.timeline, checked: panels.timeline, onChange: (open) => togglePanel('timeline', open) },
          { kind: 'toggle', label: m.top.present, checked: present, onChange: togglePresent, keys: 'P' },
          { kind: 'line' },
          ...runActions(m).map(({ label, keys, enabled, act }) => ({ kind: 'item' as const, label, keys, disabled: !enabled, onSelect: act })),
        ]}
      />
    </div>
  );
}
