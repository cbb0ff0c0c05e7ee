import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef, useState } from 'react';
import type { HostRecord } from '../../../run/view.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { hostMark } from '../../scene/mark.ts';
import { takeForPanel } from '../../world/awaited-panel.ts';
import { useSession } from '../../world/session.ts';
import { useSettings } from '../../world/settings.ts';
import { useWorld } from '../../world/world.ts';
import { StateMark } from '../kit/StateMark.tsx';
import { useMedia } from '../kit/use-media.ts';
import { HostTerminal } from './host-terminal.ts';
import css from './TerminalPanel.module.css';

const MOST_TABS_BESIDE_HINT = 5;

/** A shell on any host, one tab each. */
export function TerminalPanel() {
  const m = useMessages();
  const hosts = useMirror((mirror) => mirror.hosts);
  const generation = useWorld((world) => world.generation);
  const wanted = useSession((session) => session.terminalHost);
  // The tab that is shown stays when another manager is elected, and screens that were opened live on behind it.
  const [opened, setOpened] = useState<readonly string[]>([]);
  const last = opened[opened.length - 1];
  const active = hosts.find((host) => host.id === wanted) ?? hosts.find((host) => host.id === last) ?? hosts.find((host) => host.leader) ?? hosts[0];
  const name = active?.id;
  if (name !== undefined && name !== last) setOpened([...opened.filter((host) => host !== name), name]);
  useEffect(() => {
    if (name !== undefined) document.getElementById(`tab-${name}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [name]);
  if (!active) return null;
  return (
    <section className={css['panel']} aria-label={m.terminal.title} data-pane="terminal">
      <div className={css['bar']}>
        <div role="tablist" aria-label={m.terminal.hosts} className={css['tabs']} onKeyDown={(event) => moveTab(event, hosts, active.id)}>
          {hosts.map((host) => (
            <button
              key={host.id}
              type="button"
              role="tab"
              id={`tab-${host.id}`}
              aria-selected={host === active}
              aria-controls="terminal-body"
              tabIndex={host === active ? 0 : -1}
              className={css['tab']}
              data-mark={hostMark(host)}
              onClick={() =>
                useSession.setState((session) => ({ terminalHost: host.id, focus: { target: 'terminal', count: (session.focus?.count ?? 0) + 1 } }))
              }
            >
              {hostMark(host) !== 'running' && <StateMark mark={hostMark(host)} size={9} />}
              {host.id}
            </button>
          ))}
        </div>
        {hosts.length <= MOST_TABS_BESIDE_HINT && <span className={css['hint']}>{m.terminal.hint}</span>}
      </div>
      <div id="terminal-body" role="tabpanel" aria-labelledby={`tab-${active.id}`} className={css['body']}>
        {hosts
          .filter((host) => host === active || opened.includes(host.id))
          .map((host) => (
            <Screen key={`${generation}/${host.id}`} host={host} shown={host === active} />
          ))}
        {!active.power && <p className={css['off']}>{m.terminal.off(active.id)}</p>}
      </div>
    </section>
  );
}

function moveTab(event: React.KeyboardEvent, hosts: readonly HostRecord[], active: string): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const next = hosts[(hosts.findIndex((host) => host.id === active) + step + hosts.length) % hosts.length];
  if (!next) return;
  useSession.setState({ terminalHost: next.id });
  event.currentTarget.querySelector<HTMLElement>(`#tab-${CSS.escape(next.id)}`)?.focus();
}

function Screen({ host, shown }: { readonly host: HostRecord; readonly shown: boolean }) {
  const box = useRef<HTMLDivElement>(null);
  const terminal = useRef<HostTerminal>(undefined);
  const theme = useSettings((settings) => settings.theme);
  const systemLight = useMedia('(prefers-color-scheme: light)');
  const focus = useSession((session) => session.focus);
  const name = host.id;
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const family = getComputedStyle(element).fontFamily;
    const made = new HostTerminal(name, element, family);
    terminal.current = made;
    // The machine's letters may still be on their way: cells are measured again when they are there.
    void document.fonts.load(`12px ${family}`).then(() => {
      if (terminal.current === made) made.remeasure();
    });
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      terminal.current = undefined;
      made.dispose();
    };
  }, [name]);
  useEffect(() => {
    terminal.current?.retheme();
  }, [theme, systemLight]);
  useEffect(() => {
    if (!shown || focus?.target !== 'terminal' || !terminal.current) return;
    terminal.current.focus();
    terminal.current.type(takeForPanel('terminal'));
  }, [focus, shown]);
  return <div ref={box} className={css['screen']} hidden={!shown} inert={!host.power} onClick={() => terminal.current?.focus()} />;
}
