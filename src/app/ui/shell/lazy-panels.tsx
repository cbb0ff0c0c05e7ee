import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { Fallback } from '../kit/Fallback.tsx';
import css from './Shell.module.css';

const Terminal = lazy(() => import('../terminal/TerminalPanel.tsx').then((module) => ({ default: module.TerminalPanel })));
const Inspector = lazy(() => import('../inspector/Inspector.tsx').then((module) => ({ default: module.Inspector })));
const Timeline = lazy(() => import('../timeline/Timeline.tsx').then((module) => ({ default: module.Timeline })));
const Editor = lazy(() => import('../editor/EditorPanel.tsx').then((module) => ({ default: module.EditorPanel })));

/** The terminal, loaded after the first picture. */
export function LazyTerminal() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={m.terminal.loading}>
      <Fallback instead={<p className={css['loading']}>{m.terminal.failed}</p>}>
        <Terminal />
      </Fallback>
    </AfterFirstPicture>
  );
}

/** The editor, loaded after the first picture. */
export function LazyEditor() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={m.editor.loading}>
      <Fallback instead={<p className={css['loading']}>{m.editor.failed}</p>}>
        <Editor />
      </Fallback>
    </AfterFirstPicture>
  );
}

/** The inspector, loaded after the first picture. */
export function LazyInspector() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={m.inspector.title}>
      <Fallback instead={<p className={css['loading']}>{m.inspector.title}</p>}>
        <Inspector />
      </Fallback>
    </AfterFirstPicture>
  );
}

/** The timeline, loaded after the first picture; its place is kept, so that nothing moves when it comes. */
export function LazyTimeline() {
  return (
    <AfterFirstPicture placeholder="">
      <Timeline />
    </AfterFirstPicture>
  );
}

/** Waits until the living cluster has been painted: what is loaded then delays nothing that one came to see. */
function AfterFirstPicture({ placeholder, children }: { readonly placeholder: string; readonly children: ReactNode }) {
  const [painted, setPainted] = useState(false);
  const alive = useMirror((mirror) => mirror.hosts.length > 0);
  useEffect(() => {
    if (!alive) return undefined;
    // Two frames: the first is being painted when the second begins.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [alive]);
  const waiting = <p className={css['loading']}>{placeholder}</p>;
  return painted ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}
