import type { Stage } from '../stage.ts';
import { byHand } from './by-hand.ts';
import { containers } from './containers.ts';
import { ending } from './ending.ts';
import { events } from './events.ts';
import { forming } from './forming.ts';
import { images } from './images.ts';
import { looking } from './looking.ts';
import { noSwarm } from './no-swarm.ts';
import { objects } from './objects.ts';
import { services } from './services.ts';
import { settings } from './settings.ts';
import { stacks } from './stacks.ts';

/** Every recorded form belongs to one story, which brings the cluster into the state in which the form was recorded. */
export const STORIES: readonly (() => Promise<Stage>)[] = [
  noSwarm,
  forming,
  objects,
  services,
  containers,
  ending,
  looking,
  settings,
  stacks,
  events,
  images,
  byHand,
];
