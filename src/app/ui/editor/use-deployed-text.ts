import { useEffect, useState } from 'react';
import { useMirror } from '../../mirror/mirror-store.ts';
import { deployedTexts } from '../../world/recorded-files.ts';
import { shownRecording, useWorld } from '../../world/world.ts';

/** The text that a stack was last deployed from, if it was this file; undefined when it is not known. */
export function useDeployedText(stack: string, path: string): string | undefined {
  const client = useWorld((world) => world.client);
  // Whoever deploys changes a service, and that is told.
  const version = useMirror((mirror) => mirror.notes.findLast((note) => note.kind.startsWith('service-'))?.at ?? 0);
  const [texts, setTexts] = useState<ReturnType<typeof deployedTexts>>();
  useEffect(() => setTexts(deployedTexts(shownRecording())), [client, version]);
  const found = texts?.get(stack);
  return found?.path === path ? found.content : undefined;
}
