import { type Messages, setLocale } from '../i18n/messages.ts';
import { useMirror } from '../mirror/mirror-store.ts';
import { openEditor, openTerminal } from '../world/open-panel.ts';
import { focusOn, select, togglePresent, useSession } from '../world/session.ts';
import { effectiveTheme, type PanelName, togglePanel, useSettings } from '../world/settings.ts';
import { setPace } from '../world/world.ts';
import { type ClickAction, commandOf } from './action.ts';
import { addNode } from './add-node.ts';
import { act } from './ask-first.ts';
import { hostActions } from './host-actions.ts';
import { serviceActions } from './service-actions.ts';

/** An entry of the list of all actions. */
export interface PageAction {
  readonly id: string;
  readonly group: 'view' | 'hosts' | 'services';
  readonly label: string;
  /** The command it stands for, or its key. */
  readonly detail: string;
  readonly act: () => void;
}

/** Every action of the page, for the command palette. */
export function pageActions(m: Messages): PageAction[] {
  return [...viewActions(m), ...clusterActions(m)];
}

function viewActions(m: Messages): PageAction[] {
  const { paused } = useSession.getState();
  const view = (id: string, label: string, detail: string, act: () => void): PageAction => ({ id, group: 'view', label, detail, act });
  const panel = (name: PanelName, text: string): PageAction => view(`panel/${name}`, m.top.showPanel(text), '', () => togglePanel(name));
  return [
    view('pause', paused ? m.top.play : m.top.pause, 'Space', () => setPace({ paused: !paused })),
    ...[1, 5, 20].map((speed, i) => view(`speed/${speed}`, `${m.top.speed}: ${m.top.times(speed)}`, String(i + 1), () => setPace({ speed, paused: false }))),
    view('terminal', m.help.toTerminal, 'T', () => openTerminal()),
    view('editor', m.help.toEditor, 'E', openEditor),
    view('stage', m.help.toStage, 'G', () => focusOn('stage')),
    view('filter', m.help.filter, '/', () => focusOn('filter')),
    view('cluster', `${m.palette.open}: ${m.inspector.services}`, 'Esc', () => select(undefined)),
    view('share', m.top.share, 'S', () => useSession.setState({ dialog: 'share' })),
    view('help', m.top.help, '?', () => useSession.setState({ dialog: 'help' })),
    view('theme', m.help.theme, 'D', () => useSettings.setState((settings) => ({ theme: effectiveTheme(settings.theme) === 'dark' ? 'light' : 'dark' }))),
    view('present', m.top.present, 'P', togglePresent),
    view(
      'language',
      `${m.top.language}: ${useSettings.getState().locale === 'en' ? 'Português (Brasil)' : 'English'}`,
      '',
      () => void setLocale(useSettings.getState().locale === 'en' ? 'pt-BR' : 'en'),
    ),
    panel('editor', m.top.editor),
    panel('terminal', m.top.terminal),
    panel('inspector', m.top.inspector),
    panel('timeline', m.top.timeline),
    view('start-over', m.top.startOver, '', () => useSession.setState({ dialog: 'start-over' })),
  ];
}

function clusterActions(m: Messages): PageAction[] {
  const { hosts, services } = useMirror.getState();
  const click = (group: 'hosts' | 'services', name: string, action: ClickAction): PageAction => ({
    id: action.id,
    group,
    label: `${name}: ${action.label}`,
    detail: action.disabled ?? commandOf(action) ?? action.words ?? '',
    act: () => act(action),
  });
  return [
    { id: 'add-node', group: 'hosts', label: m.act.addNode, detail: 'N', act: addNode },
    ...hosts.flatMap((host): PageAction[] => [
      {
        id: `select/${host.id}`,
        group: 'hosts',
        label: `${m.palette.open}: ${host.id}`,
        detail: host.address,
        act: () => select({ kind: 'host', id: host.id }),
      },
      { id: `terminal/${host.id}`, group: 'hosts', label: `${host.id}: ${m.act.openTerminal}`, detail: '', act: () => openTerminal(host.id) },
      ...hostActions(host, hosts, m).map((action) => click('hosts', host.id, action)),
    ]),
    ...services.flatMap((service): PageAction[] => [
      {
        id: `select/${service.id}`,
        group: 'services',
        label: `${m.palette.open}: ${service.name}`,
        detail: service.image,
        act: () => select({ kind: 'service', id: service.id }),
      },
      ...serviceActions(service, hosts, m).map((action) => click('services', service.name, action)),
    ]),
  ];
}

/** The actions that fit a query, best first: all its words must occur; those at the beginning of a word count more. */
export function searchActions(actions: readonly PageAction[], query: string): PageAction[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...actions];
  const scored = actions.flatMap((action) => {
    const label = action.label.toLowerCase();
    const all = `${label} ${action.detail.toLowerCase()}`;
    let score = 0;
    for (const word of words) {
      const at = all.indexOf(word);
      if (at < 0) return [];
      score += at === 0 ? 3 : /[\s:-]/.test(all[at - 1] ?? '') ? 2 : 1;
      if (label.includes(word)) score += 1;
    }
    return [{ action, score }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ action }) => action);
}
