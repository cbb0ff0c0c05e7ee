import type { Program } from '../program.ts';
import { docker } from './docker.ts';
import { filePrograms } from './files.ts';
import { justBashPrograms } from './just-bash.ts';
import { networkPrograms } from './network.ts';
import { pagers } from './pagers.ts';
import { runners } from './runners.ts';
import { swarmarium } from './swarmarium.ts';
import { systemPrograms } from './system.ts';
import { textPrograms } from './text.ts';

/** All programs of a host by name. */
export const programs: { readonly [name: string]: Program } = {
  docker,
  swarmarium,
  ...filePrograms,
  ...textPrograms,
  ...pagers,
  ...runners,
  ...systemPrograms,
  ...networkPrograms,
  ...justBashPrograms,
  which: async (context, args) => {
    let status = 0;
    for (const name of args) {
      if (Object.hasOwn(programs, name)) context.stdout.write(`/usr/bin/${name}\n`);
      else status = 1;
    }
    return status;
  },
};
