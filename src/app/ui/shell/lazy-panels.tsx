import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Fallback } from '../kit/Fallback.tsx';
import css from './Shell.module.css';

const Terminal = lazy(() => import('../terminal/TerminalPanel.tsx').then((module) => ({ default: module.TerminalPanel })));
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

function AfterFirstPicture({ placeholder, children }: { readonly placeholder: string; readonly children: ReactNode }) {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    // Two frames: the first is being painted when the second begins.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setPainted(true));
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  const waiting = <p className={css['loading']}>{placeholder}</p>;
  return painted ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}
