import { lazy } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { AfterFirstPicture } from './AfterFirstPicture.tsx';
import { PanelBoundary } from './PanelBoundary.tsx';
import css from './Shell.module.css';

const Terminal = lazy(() => import('../terminal/TerminalPanel.tsx').then((module) => ({ default: module.TerminalPanel })));
const Inspector = lazy(() => import('../inspector/Inspector.tsx').then((module) => ({ default: module.Inspector })));
const Timeline = lazy(() => import('../timeline/Timeline.tsx').then((module) => ({ default: module.Timeline })));
const EmbedBar = lazy(() => import('./EmbedBar.tsx').then((module) => ({ default: module.EmbedBar })));
const StepList = lazy(() => import('../timeline/StepList.tsx').then((module) => ({ default: module.StepList })));
const Editor = lazy(() => import('../editor/EditorPanel.tsx').then((module) => ({ default: module.EditorPanel })));

/** The terminal, loaded after the first picture. */
export function LazyTerminal() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={<p className={css['loading']}>{m.terminal.loading}</p>}>
      <PanelBoundary name={m.terminal.title}>
        <Terminal />
      </PanelBoundary>
    </AfterFirstPicture>
  );
}

/** The editor, loaded after the first picture. */
export function LazyEditor() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={<p className={css['loading']}>{m.editor.loading}</p>}>
      <PanelBoundary name={m.top.editor}>
        <Editor />
      </PanelBoundary>
    </AfterFirstPicture>
  );
}

/** The inspector, loaded after the first picture. */
export function LazyInspector() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={<p className={css['loading']}>{m.inspector.title}</p>}>
      <PanelBoundary name={m.inspector.title}>
        <Inspector />
      </PanelBoundary>
    </AfterFirstPicture>
  );
}

/** The timeline, loaded after the first picture; its place is kept, so that nothing moves when it comes. */
export function LazyTimeline() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={null}>
      <PanelBoundary name={m.timeline.title}>
        <Timeline />
      </PanelBoundary>
    </AfterFirstPicture>
  );
}

/** The steps of the story, loaded after the first picture. */
export function LazySteps() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={null}>
      <PanelBoundary name={m.steps.title}>
        <StepList />
      </PanelBoundary>
    </AfterFirstPicture>
  );
}

/** The bar of a frame in somebody's page, loaded after the first picture. */
export function LazyEmbedBar() {
  const m = useMessages();
  return (
    <AfterFirstPicture placeholder={null}>
      <PanelBoundary name={m.timeline.title}>
        <EmbedBar />
      </PanelBoundary>
    </AfterFirstPicture>
  );
}
