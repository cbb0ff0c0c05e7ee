import type { Stage } from '../stage.ts';
import { forming } from './forming.ts';
import { noSwarm } from './no-swarm.ts';
import { objects } from './objects.ts';
import { services } from './services.ts';

/** Every recorded form belongs to one story, which brings the cluster into the state in which the form was recorded. */
export const STORIES: readonly (() => Promise<Stage>)[] = [noSwarm, forming, objects, services];
