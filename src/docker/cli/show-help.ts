/** Thrown by a command that prints its own help on stdout and ends with status 0 (`docker swarm update` without a flag). */
export class ShowHelp extends Error {
  override readonly name = 'ShowHelp';
}
