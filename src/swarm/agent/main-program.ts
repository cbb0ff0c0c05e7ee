import type { HealthConfig } from '../../docker/api/specs.ts';
import { commandLine } from './command-line.ts';
import type { ContainerConfig, Image } from './container.ts';
import { sharedPart } from './container-config.ts';
import { hasHealthCheck, mergeHealth } from './health-monitor.ts';
import type { CatalogueImage } from './image-catalogue.ts';
import { isOwnProgram } from './program/run-command.ts';
import { startsAnywhere } from './start-fault.ts';

/** What a container is to run, as its configuration and its image say it. */
export interface MainProgram {
  readonly argv: readonly string[];
  readonly image: Image;
  readonly known: CatalogueImage;
  /** The program that the image is made for. */
  readonly own: string;
  /** It is the image's own server. */
  readonly serves: boolean;
  /** It is a server that needs nothing of its surroundings but a place to write to. */
  readonly alone: boolean;
  /** The configuration that nothing keeps it from starting with. */
  readonly unhindered: ContainerConfig | undefined;
  readonly health: HealthConfig | undefined;
}

/** What was found for a configuration last. */
const found = new WeakMap<object, MainProgram>();

/** The main program of a container. The containers of a service's tasks share it. */
export function mainProgram(config: ContainerConfig, image: Image, known: CatalogueImage): MainProgram {
  const shared = sharedPart(config);
  const last = found.get(shared);
  if (last && (last.image === image || last.image.id === image.id) && last.known === known) return last;
  const argv = commandLine(config, image);
  const own = known.behaviour === 'shell' ? '' : (known.command[0] ?? known.entrypoint[0] ?? '');
  const serves = known.behaviour === 'serve' && argv[0] === own;
  const health = mergeHealth(config.health, image.health);
  const alone = serves && !config.tty && !config.openStdin && isOwnProgram(argv[0] ?? '', own);
  const program: MainProgram = {
    argv,
    image,
    known,
    own,
    serves,
    alone,
    unhindered: alone && startsAnywhere(shared) ? shared : undefined,
    health: hasHealthCheck(health) ? health : undefined,
  };
  found.set(shared, program);
  return program;
}
