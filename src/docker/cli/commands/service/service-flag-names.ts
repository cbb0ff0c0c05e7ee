import { commandTable } from '../../command-table.ts';

/** The names of all flags of `docker service COMMAND`. */
export function serviceFlagNames(command: string): readonly string[] {
  const row = commandTable.find((each) => each.path === `service ${command}`);
  return (row?.flags ?? []).map((flag) => flag.replace(/^~/, '').split('|')[0] ?? '');
}
