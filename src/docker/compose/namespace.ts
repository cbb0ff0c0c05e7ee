import type { Labels } from '../api/specs.ts';
import type { TextMap } from './config.ts';

/** The label on everything that belongs to a stack; its value is the stack's name. */
export const namespaceLabel = 'com.docker.stack.namespace';

/** The label on a service with the image as it was written in the file. */
export const imageLabel = 'com.docker.stack.image';

/** The name of a stack's object in the swarm: `STACK_NAME`. */
export function scopedName(namespace: string, name: string): string {
  return `${namespace}_${name}`;
}

/** Labels with that of the stack. */
export function stackLabels(namespace: string, labels: TextMap | undefined): Labels {
  return { ...Object.fromEntries(labels ?? []), [namespaceLabel]: namespace };
}
