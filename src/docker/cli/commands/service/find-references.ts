import { compareText } from '../../../../base/compare.ts';
import type { ConfigReference, NetworkAttachmentConfig, SecretReference } from '../../../api/specs.ts';
import type { CommandContext } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import type { NetworkRequest } from '../../options/network-attachment.ts';
import type { ObjectRequest } from '../../options/object-reference.ts';

interface Named {
  readonly ID: string;
  readonly Spec: { readonly Name: string };
}

/** The id of a swarm-scoped network named by name, id or id prefix. Throws CommandError with the engine's text. */
export async function findNetwork(context: CommandContext, nameOrId: string): Promise<string> {
  const network = await get<{ readonly Id: string }>(context, `/networks/${nameOrId}`, { scope: 'swarm' });
  return network.Id;
}

/** A network attachment as asked for, with its id. */
export async function findAttachment(context: CommandContext, request: NetworkRequest): Promise<NetworkAttachmentConfig> {
  return {
    Target: await findNetwork(context, request.target),
    ...(request.aliases.length === 0 ? {} : { Aliases: request.aliases }),
    ...(Object.keys(request.driverOptions).length === 0 ? {} : { DriverOpts: request.driverOptions }),
  };
}

/** Networks in the order in which they are sent: by id. */
export function sortedAttachments(networks: readonly NetworkAttachmentConfig[]): NetworkAttachmentConfig[] {
  return [...networks].sort((a, b) => compareText(a.Target ?? '', b.Target ?? ''));
}

async function idsByName(context: CommandContext, kind: 'secret' | 'config', names: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = Object.fromEntries([...new Set(names)].sort().map((name) => [name, true]));
  const found = await get<readonly Named[]>(context, `/${kind}s`, { filters: JSON.stringify({ name: wanted }) });
  return new Map(found.map((object) => [object.Spec.Name, object.ID]));
}

function checkTargets(kind: 'secret' | 'config', requests: readonly ObjectRequest[]): void {
  const targets = new Set<string>();
  for (const { source, file } of requests) {
    if (targets.has(file.Name)) throw new CommandError(`duplicate ${kind} target for ${source} not allowed`);
    targets.add(file.Name);
  }
}

function idOf(kind: 'secret' | 'config', ids: ReadonlyMap<string, string>, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new CommandError(`${kind} not found: ${name}`);
  return id;
}

/** The secrets asked for, found by exact name (docker CLI ParseSecrets). Throws CommandError: `secret not found: X`. */
export async function findSecrets(context: CommandContext, requests: readonly ObjectRequest[]): Promise<SecretReference[]> {
  if (requests.length === 0) return [];
  checkTargets('secret', requests);
  const ids = await idsByName(
    context,
    'secret',
    requests.map((request) => request.source),
  );
  return requests.map(({ source, file }) => ({ File: file, SecretID: idOf('secret', ids, source), SecretName: source }));
}

/** The configs asked for; those of `runtime` are used by the engine (credential specs) and are no files (docker CLI ParseConfigs). */
export async function findConfigs(context: CommandContext, requests: readonly ObjectRequest[], runtime: readonly string[] = []): Promise<ConfigReference[]> {
  if (requests.length === 0 && runtime.length === 0) return [];
  checkTargets('config', requests);
  const ids = await idsByName(context, 'config', [...requests.map((request) => request.source), ...runtime]);
  return [
    ...requests.map(({ source, file }) => ({ File: file, ConfigID: idOf('config', ids, source), ConfigName: source })),
    ...[...new Set(runtime)].map((name) => ({ Runtime: {}, ConfigID: idOf('config', ids, name), ConfigName: name })),
  ];
}
