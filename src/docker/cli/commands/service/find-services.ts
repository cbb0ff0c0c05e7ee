import type { CommandContext } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { encodeFilters } from '../../filters.ts';

interface Found {
  readonly ID: string;
  readonly Spec: { readonly Name: string };
}

/** The services that some names stand for, and a line for each name that stands for none. */
export interface FoundServices {
  readonly ids: readonly string[];
  /** `no such service: X`. */
  readonly notFound: readonly string[];
}

/**
 * Finds services by full id, full name, then id prefix, as `service ps` does (docker CLI service/ps.go). Throws CommandError
 * when a prefix stands for several, or when none was found at all.
 */
export async function findServices(context: CommandContext, names: readonly string[]): Promise<FoundServices> {
  const list = async (key: 'id' | 'name'): Promise<readonly Found[]> => get(context, '/services', { filters: encodeFilters({ [key]: names }) ?? '' });
  const byId = await list('id');
  const byName = await list('name');
  const ids: string[] = [];
  const notFound: string[] = [];
  for (const name of names) {
    const exact = byId.find((service) => service.ID === name) ?? byName.find((service) => service.Spec.Name === name);
    const matches = exact === undefined ? byId.filter((service) => service.ID.startsWith(name)) : [exact];
    if (matches.length > 1) throw new CommandError(`multiple services found with provided prefix: ${name}`);
    const [match] = matches;
    if (match === undefined) notFound.push(`no such service: ${name}`);
    else ids.push(match.ID);
  }
  if (ids.length === 0) throw new CommandError(notFound.join('\n'));
  return { ids, notFound };
}
