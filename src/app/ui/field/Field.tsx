import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import type { StageSection } from '../../scene/arrange.ts';
import { type FieldScene, makeScene } from '../../scene/field/field-scene.ts';
import type { StageFilter } from '../../scene/filter.ts';
import { useSession } from '../../world/session.ts';
import { useSettings } from '../../world/settings.ts';
import { useStage } from '../../world/stage-state.ts';
import { useMedia } from '../kit/use-media.ts';
import { useSize } from '../kit/use-size.ts';
import css from './Field.module.css';
import { FieldView } from './field-view.ts';
import { Minimap } from './Minimap.tsx';
import { StageTree } from './StageTree.tsx';

interface Props {
  readonly sections: readonly StageSection[];
  readonly filter: StageFilter;
  readonly view: 'nodes' | 'services';
}

/** The stage as a map: any number of nodes and tasks on a canvas, with the same in words for who does not see it. */
export function Field({ sections, filter, view }: Props) {
  const m = useMessages();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(frame);
  const words = useStage((stage) => stage.words);
  const theme = useSettings((settings) => settings.theme);
  const light = useMedia('(prefers-color-scheme: light)');
  const reduced = useMedia('(prefers-reduced-motion: reduce)');
  const still = useSettings((settings) => settings.motion === 'none') || reduced;
  const zoom = useStage((stage) => stage.zoomed);
  const selection = useSession((session) => session.selection);
  const marked = useStage((stage) => stage.marked);
  const [fieldView, setFieldView] = useState<FieldView>();
  const aspect = size ? Math.max(0.2, size.width / Math.max(1, size.height)) : 0;
  const before = useRef<FieldScene>(undefined);
  const scene = useMemo(
    () =>
      aspect === 0
        ? undefined
        : makeScene(
            sections,
            useMirror.getState(),
            filter,
            aspect,
            before.current?.layout.boxes[0]?.column.kind === sections[0]?.columns[0]?.kind ? before.current : undefined,
          ),
    [sections, filter, aspect],
  );
  useEffect(() => {
    before.current = scene;
  }, [scene]);
  useLayoutEffect(() => {
    if (!canvas.current) return undefined;
    const made = new FieldView(canvas.current);
    setFieldView(made);
    return () => made.close();
  }, []);
  useLayoutEffect(() => {
    if (fieldView && scene && size) fieldView.show(scene, size, m, still);
  }, [fieldView, scene, size, m, still]);
  useEffect(() => fieldView?.restyle(), [fieldView, theme, light]);
  useEffect(() => fieldView?.zoomTo(zoom), [fieldView, zoom]);
  useEffect(() => fieldView?.reveal(selection), [fieldView, selection]);
  useEffect(() => fieldView?.draw(), [fieldView, marked]);
  return (
    <div ref={frame} className={css['frame']}>
      <canvas ref={canvas} className={css['canvas']} aria-hidden="true" data-field={view} />
      {fieldView && <Minimap view={fieldView} />}
      {!words && (
        <StageTree
          sections={sections}
          className={css['unseen'] ?? ''}
          onFocus={(thing) => fieldView?.focusOn(thing)}
          placeOf={(thing) => fieldView?.placeOf(thing)}
        />
      )}
    </div>
  );
}
