import { useEffect, useState } from 'react';
import type { NetworkPicture } from '../../../run/pictures.ts';
import { useMirror } from '../../mirror/mirror-store.ts';
import { askWorld, useWorld } from '../../world/world.ts';

/** How long changes are gathered before networks are asked for anew, in wall milliseconds. */
const GATHER_MS = 120;

/** Every network, who is on it and how it is found there; asked for again when what is shown of them has changed. Undefined at first. */
export function useNetworks(): readonly NetworkPicture[] | undefined {
  const client = useWorld((world) => world.client);
  const tasks = useMirror((mirror) => mirror.tasks);
  const services = useMirror((mirror) => mirror.services);
  const networks = useMirror((mirror) => mirror.networks);
  const hosts = useMirror((mirror) => mirror.hosts);
  const [pictures, setPictures] = useState<readonly NetworkPicture[]>();
  useEffect(() => {
    if (!client) return undefined;
    let wanted = true;
    const timer = setTimeout(() => {
      askWorld({ kind: 'networks', host: '' }).then(
        (answer) => {
          if (wanted) setPictures(answer);
        },
        // The world went away meanwhile: the next change asks the new one.
        () => {},
      );
    }, GATHER_MS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
    // Each of them is what the answer is made of.
  }, [client, tasks, services, networks, hosts]);
  return pictures;
}
