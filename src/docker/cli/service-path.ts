import { CommandError } from './command.ts';

/** A service's path by what was typed. Throws CommandError for an empty name. */
export function servicePath(nameOrId: string): string {
  if (nameOrId.trim() === '') throw new CommandError('invalid service name or ID: value is empty');
  return `/services/${nameOrId.trim()}`;
}
