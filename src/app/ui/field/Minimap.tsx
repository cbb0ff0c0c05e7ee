import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { useMessages } from '../../i18n/messages.ts';
import type { FieldLayout } from '../../scene/field/field-layout.ts';
import { MARK_COLOURS } from '../../scene/mark-shapes.ts';
import css from './Field.module.css';
import type { FieldView } from './field-view.ts';

const WIDTH = 168;
const HIGHEST = 150;
/** The map is drawn anew at most this often, in wall milliseconds; where the window stands is always true. */
const EVERY_MS = 400;

/** The whole field in small while only a part of it is in view. A press goes there. */
export function Minimap({ view }: { readonly view: FieldView }) {
  const m = useMessages();
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<FieldLayout>();
  useEffect(() => {
    let drawnAt = Number.NEGATIVE_INFINITY;
    return view.watch(() => {
      const { shown } = view;
      const inSmall = shown && !shown.fitted ? shown.scene.layout : undefined;
      setLayout(inSmall);
      if (!shown || !inSmall || !canvas.current || !frame.current) return;
      const k = scaleOf(inSmall);
      const { camera, size } = shown;
      frame.current.style.transform = `translate(${(-camera.x / camera.k) * k}px, ${(-camera.y / camera.k) * k}px)`;
      frame.current.style.width = `${(size.width / camera.k) * k}px`;
      frame.current.style.height = `${(size.height / camera.k) * k}px`;
      const now = performance.now();
      if (now - drawnAt < EVERY_MS) return;
      drawnAt = now;
      draw(canvas.current, shown, k);
    });
  }, [view]);
  const go = (event: PointerEvent<HTMLDivElement>): void => {
    if (!layout || (event.type === 'pointermove' && event.buttons === 0)) return;
    const rect = event.currentTarget.getBoundingClientRect();
    view.lookAt(((event.clientX - rect.left) / rect.width) * layout.width, ((event.clientY - rect.top) / rect.height) * layout.height);
  };
  const k = layout ? scaleOf(layout) : 0;
  return (
    <div
      className={css['map']}
      hidden={!layout}
      style={layout ? { width: layout.width * k, height: layout.height * k } : {}}
      title={m.stage.minimap}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        go(event);
      }}
      onPointerMove={go}
    >
      <canvas ref={canvas} width={WIDTH * 2} height={HIGHEST * 2} style={{ width: WIDTH, height: HIGHEST }} />
      <div ref={frame} className={css['window']} />
    </div>
  );
}

function scaleOf({ width, height }: FieldLayout): number {
  return Math.min(WIDTH / Math.max(1, width), HIGHEST / Math.max(1, height));
}

function draw(canvas: HTMLCanvasElement, { scene, theme }: NonNullable<FieldView['shown']>, k: number): void {
  const c = canvas.getContext('2d');
  if (!c) return;
  c.setTransform(2, 0, 0, 2, 0, 0);
  c.fillStyle = theme.token('deep');
  c.fillRect(0, 0, WIDTH, HIGHEST);
  for (const [i, box] of scene.layout.boxes.entries()) {
    const shown = scene.boxes[i];
    if (!shown) continue;
    const { column, mark, dark, colours } = shown;
    c.globalAlpha = dark ? 0.25 : 1;
    c.fillStyle =
      column.kind === 'service'
        ? theme.token(theme.service(colours[0] ?? 0))
        : mark === 'running'
          ? theme.mixed('calm', 0.2 + 0.6 * (Math.round((column.tasks.length / scene.most) * 10) / 10), 'deep')
          : theme.token(MARK_COLOURS[mark]);
    c.fillRect(box.x * k, box.y * k, Math.max(1, box.width * k), Math.max(1, box.height * k));
  }
  c.globalAlpha = 1;
}
