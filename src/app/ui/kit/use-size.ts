import { type RefObject, useLayoutEffect, useState } from 'react';

/** Inner width and height of an element in whole CSS pixels; undefined before the first layout. */
export function useSize(ref: RefObject<HTMLElement | null>): { readonly width: number; readonly height: number } | undefined {
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>();
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const take = (width: number, height: number): void =>
      setSize((before) =>
        before?.width === Math.floor(width) && before.height === Math.floor(height) ? before : { width: Math.floor(width), height: Math.floor(height) },
      );
    take(element.clientWidth, element.clientHeight);
    const observer = new ResizeObserver((entries) => {
      const box = entries[0]?.contentRect;
      if (box) take(box.width, box.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
