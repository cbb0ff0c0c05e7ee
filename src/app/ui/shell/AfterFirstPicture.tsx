import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useMirror } from '../../mirror/mirror-store.ts';

/** Waits until the living cluster has been painted: what is loaded then delays nothing that one came to see. */
export function AfterFirstPicture({ placeholder, children }: { readonly placeholder: ReactNode; readonly children: ReactNode }) {
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
  return painted ? <Suspense fallback={placeholder}>{children}</Suspense> : placeholder;
}
