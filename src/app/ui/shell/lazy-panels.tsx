import { lazy } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { Fallback } from '../kit/Fallback.tsx';
import { AfterFirstPicture } from './AfterFirstPicture.tsx';
import css from './Shell.module.css';

const Terminal = lazy(() => import('../terminal/TerminalPanel.tsx').then((module) => ({ default: module.TerminalPanel })));
const Inspector = lazy(() => import('../inspector/Inspector.tsx').then((module) => ({ default: module.Inspector })));
const Timeline = lazy(() => import('../timeline/Timeline.tsx').then((module) => ({ default: module.Timeline })));
const Editor = lazy(() => import('../editor/EditorPanel.tsx').then((module) => ({ default: module.EditorPanel })));

/** The terminal, loaded after the first picture. */
export function LazyTerminal() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={<p className={css['loading']}>{m.terminal.loading}</p>}>
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
    <AfterFirstPicture placeholder={<p className={css['loading']}>{m.editor.loading}</p>}>
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
    <AfterFirstPicture placeholder={<p className={css['loading']}>{m.inspector.title}</p>}>
      <Fallback instead={<p className={css['loading']}>{m.inspector.title}</p>}>
        <Inspector />
      </Fallback>
    </AfterFirstPicture>
  );
}

/** The timeline, loaded after the first picture; its place is kept, so that nothing moves when it comes. */
export function LazyTimeline() {
  return (
    <AfterFirstPicture placeholder={null}>
      <Timeline />
    </AfterFirstPicture>
  );
}
