import { editorWords } from '../i18n/editor-words.ts';
import { type Messages, setLocale, stateText } from '../i18n/messages.ts';
import { hostOfNode } from '../mirror/apply-frame.ts';
import { useMirror } from '../mirror/mirror-store.ts';
import { hostGroupings } from '../scene/arrange.ts';
import { groupName } from '../scene/group-name.ts';
import { openEditor, openTerminal } from '../world/open-panel.ts';
import { focusOn, select, togglePresent, useSession } from '../world/session.ts';
import { effectiveTheme, type PanelName, togglePanel, useSettings } from '../world/settings.ts';
import { shownViews } from '../world/shown-views.ts';
import { groupStage, markHosts, showStageView, useStage, zoomStage } from '../world/stage-state.ts';
import { setPace } from '../world/world.ts';
import { type ClickAction, commandOf } from './action.ts';
import { addNode } from './add-node.ts';
import { act } from './ask-first.ts';
import { helpGroups } from './help-topics.ts';
import { hostActions } from './host-actions.ts';
import { markedActions } from './marked-actions.ts';
import { runActions } from './run-actions.ts';
import { serviceActions } from './service-actions.ts';
import { takesOrders } from './takes-orders.ts';

/** An entry of the list of all actions. */
export interface PageAction {
  readonly id: string;
  readonly group: 'view' | 'hosts' | 'services' | 'objects' | 'tasks' | 'help';
  readonly label: string;
  /** The command it stands for, or its key. */
  readonly detail: string;
  readonly act: () => void;
}

/** Actions for which the cluster must be one's own. */
const OF_THE_PLAYGROUND = /^(?:pause|speed\/.*|terminal|editor|examples|open-file|open-address|share|panel\/(?:editor|terminal))$/;

/** Every action of the page, for the command palette; tasks are found by `taskActions`. */
export function pageActions(m: Messages): PageAction[] {
  const views = takesOrders() ? viewActions(m) : viewActions(m).filter(({ id }) => !OF_THE_PLAYGROUND.test(id));
  return [...views, ...stageActions(m), ...clusterActions(m), ...objectActions(m), ...helpActions(m)];
}

/** Tasks whose name, state or node holds every word of a query, at most so many: there may be very many tasks. */
export function taskActions(m: Messages, query: string, most: number): PageAction[] {
  const words = wordsOf(query);
  const found: PageAction[] = [];
  if (query.trim().length < 2) return found;
  const mirror = useMirror.getState();
  for (const tasks of mirror.byService.values()) {
    for (const task of tasks) {
      const host = hostOfNode(mirror, task.nodeId)?.id ?? m.stage.unassigned;
      const all = `${task.name} ${task.state} ${host} ${task.id}`.toLowerCase();
      if (!words.every((word) => all.includes(word))) continue;
      found.push({
        id: `task/${task.id}`,
        group: 'tasks',
        label: `${m.palette.open}: ${task.name}`,
        detail: `${stateText(m, task.state)} · ${host}`,
        act: () => select({ kind: 'task', id: task.id }),
      });
      if (found.length === most) return found;
    }
  }
  return found;
}

function stageActions(m: Messages): PageAction[] {
  const stage = (id: string, label: string, detail: string, act: () => void): PageAction => ({ id: `stage/${id}`, group: 'view', label, detail, act });
  const { view, marked } = useStage.getState();
  const { hosts } = useMirror.getState();
  return [
    ...shownViews().map((name) => stage(`view/${name}`, `${m.stage.view}: ${m.stage.views[name]}`, name === view ? '✓' : 'V', () => showStageView(name))),
    stage('larger', m.stage.larger, 'Z', () => zoomStage(1)),
    stage('smaller', m.stage.smaller, 'X', () => zoomStage(-1)),
    stage('fit', m.stage.fit, '0', () => zoomStage(0)),
    stage('legend', m.legend.title, 'L', () => useStage.setState(({ legend }) => ({ legend: !legend }))),
    stage('words', m.stage.asWords, 'W', () => useStage.setState(({ words }) => ({ words: !words }))),
    ...(view === 'nodes' ? ['', ...hostGroupings(hosts)] : view === 'services' ? ['', 'stack'] : []).map((by) =>
      stage(`group/${by}`, `${m.stage.groupBy}: ${groupName(m, by)}`, '', () => groupStage(by)),
    ),
    stage('tool/cut', m.stage.tools.cut, '', () => useStage.setState({ tool: 'cut' })),
    stage('tool/partition', m.stage.tools.partition, '', () => useStage.setState({ tool: 'partition' })),
    ...hosts.map((host) => stage(`mark/${host.id}`, `${host.id}: ${marked.has(host.id) ? m.act.unmark : m.act.mark}`, 'M', () => markHosts([host.id], true))),
    ...markedActions().map(
      (action): PageAction => ({
        id: `marked/${action.id}`,
        group: 'hosts',
        label: `${m.stage.markedCount(marked.size)}: ${action.label}`,
        detail: action.detail,
        act: action.act,
      }),
    ),
    ...(marked.size > 0 ? [stage('unmark', m.act.unmark, 'Esc', () => markHosts([]))] : []),
  ];
}

function objectActions(m: Messages): PageAction[] {
  const { networks, secrets, hosts } = useMirror.getState();
  const open = (kind: 'network' | 'secret' | 'config' | 'volume', id: string, name: string, detail: string): PageAction => ({
    id: `select/${kind}/${id}`,
    group: 'objects',
    label: `${m.palette.open}: ${m.inspector[kind]} ${name}`,
    detail,
    act: () => select({ kind, id }),
  });
  return [
    ...networks.map((network) => open('network', network.id, network.name, network.subnet)),
    ...secrets.map((secret) => open(secret.kind, secret.id, secret.name, '')),
    ...hosts.flatMap((host) => host.volumes.map((volume) => open('volume', `${host.id}/${volume.name}`, volume.name, host.id))),
  ];
}

function helpActions(m: Messages): PageAction[] {
  return helpGroups(m).flatMap(({ name, rows }) =>
    rows.map(([keys, text]) => ({
      id: `help/${name}/${keys}`,
      group: 'help' as const,
      label: `${m.palette.help}: ${name}: ${text}`,
      detail: keys,
      act: () => useSession.setState({ dialog: 'help' }),
    })),
  );
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
    view('examples', editorWords().editor.examples, '', () => useSession.setState({ dialog: 'examples' })),
    view(
      'open-file',
      `${m.top.editor}: ${editorWords().editor.openFile}`,
      '',
      () => void import('../world/open-files.ts').then(({ pickFiles }) => pickFiles()),
    ),
    view('open-address', editorWords().incoming.title, '', () => useSession.setState({ dialog: 'open-address' })),
    view('stage', m.help.toStage, 'G', () => focusOn('stage')),
    view('filter', m.help.filter, '/', () => focusOn('filter')),
    view('cluster', `${m.palette.open}: ${m.inspector.services}`, 'Esc', () => select(undefined)),
    view('share', m.top.share, 'S', () => useSession.setState({ dialog: 'share' })),
    view('settings', m.settings.title, 'O', () => useSession.setState({ dialog: 'settings' })),
    view('help', m.top.help, '?', () => useSession.setState({ dialog: 'help' })),
    view('faithful', m.top.faithful, '', () => useSession.setState({ dialog: 'faithful' })),
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
    ...runActions(m).flatMap(({ id, label, keys, enabled, act }) => (enabled ? [view(id, label, keys, act)] : [])),
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
    ...(takesOrders() ? [{ id: 'add-node', group: 'hosts', label: m.act.addNode, detail: 'N', act: addNode } as const] : []),
    ...hosts.flatMap((host): PageAction[] => [
      {
        id: `select/${host.id}`,
        group: 'hosts',
        label: `${m.palette.open}: ${host.id}`,
        detail: host.address,
        act: () => select({ kind: 'host', id: host.id }),
      },
      ...(takesOrders()
        ? [{ id: `terminal/${host.id}`, group: 'hosts', label: `${host.id}: ${m.act.openTerminal}`, detail: '', act: () => openTerminal(host.id) } as const]
        : []),
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

/** The words of a query, in small letters. */
function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The actions that fit a query, best first: all its words must occur; those at the beginning of a word count more. */
export function searchActions(actions: readonly PageAction[], query: string): PageAction[] {
  const words = wordsOf(query);
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
