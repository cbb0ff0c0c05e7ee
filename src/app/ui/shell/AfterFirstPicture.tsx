import { type ReactNode, Suspense } from 'react';
import { useFirstPicture } from './first-picture.ts';

/** Waits until the living cluster has been painted: what is loaded and drawn then delays nothing that one came to see. */
export function AfterFirstPicture({ placeholder = null, children }: { readonly placeholder?: ReactNode; readonly children: ReactNode }) {
  const painted = useFirstPicture((picture) => picture.painted);
  return painted ? <Suspense fallback={placeholder}>{children}</Suspense> : placeholder;
}
