import type { Json, JsonObject } from '../../base/json.ts';
import type { EngineClient } from '../api/client.ts';
import { type CommandNode, type FlagDefinition, rootCommand, subcommandOf } from './command-tree.ts';

/** What names there are: asked from the engine, empty where it does not answer. */
type Names = (client: EngineClient) => Promise<string[]>;

const FLAG_VALUES: { readonly [flag: string]: readonly string[] } = {
  mode: ['replicated', 'global', 'replicated-job', 'global-job'],
  'restart-condition': ['none', 'on-failure', 'any'],
  'update-order': ['start-first', 'stop-first'],
  'rollback-order': ['start-first', 'stop-first'],
  'update-failure-action': ['pause', 'continue', 'rollback'],
  'rollback-failure-action': ['pause', 'continue'],
  role: ['worker', 'manager'],
  availability: ['active', 'pause', 'drain'],
  'endpoint-mode': ['vip', 'dnsrr'],
  'resolve-image': ['always', 'changed', 'never'],
  format: ['json', 'table'],
  type: ['config', 'container', 'image', 'network', 'node', 'plugin', 'secret', 'service', 'task', 'volume'],
};

const EVENT_FILTERS = ['container=', 'event=', 'label=', 'network=', 'node=', 'scope=', 'secret=', 'service=', 'type=', 'volume='];

const services = list('/services', (item) => (item['Spec'] as JsonObject)['Name']);
const nodes: Names = async (client) => [...(await list('/nodes', (item) => (item['Description'] as JsonObject)['Hostname'])(client)), 'self'];
const containers = list('/containers/json', (item) => (item['Names'] as readonly string[])[0]?.replace(/^\//, ''));
const allContainers = list('/containers/json?all=1', (item) => (item['Names'] as readonly string[])[0]?.replace(/^\//, ''));
const networks = list('/networks', (item) => item['Name']);
const secrets = list('/secrets', (item) => (item['Spec'] as JsonObject)['Name']);
const configs = list('/configs', (item) => (item['Spec'] as JsonObject)['Name']);
const volumes = list('/volumes', (item) => item['Name'], 'Volumes');
const images = list('/images/json', (item) => (item['RepoTags'] as readonly string[] | null)?.[0]);
const stacks: Names = async (client) => [
  ...new Set(await list('/services', (item) => ((item['Spec'] as JsonObject)['Labels'] as JsonObject)['com.docker.stack.namespace'])(client)),
];

/** What stands for the positional arguments of each command. */
const ARGUMENTS: { readonly [path: string]: Names } = {
  'service ps': services,
  'service inspect': services,
  'service update': services,
  'service rm': services,
  'service logs': services,
  'service rollback': services,
  'service scale': async (client) => (await services(client)).map((name) => `${name}=`),
  'service create': images,
  'node inspect': nodes,
  'node ps': nodes,
  'node update': nodes,
  'node promote': nodes,
  'node demote': nodes,
  'node rm': nodes,
  'stack deploy': stacks,
  'stack rm': stacks,
  'stack ps': stacks,
  'stack services': stacks,
  'secret inspect': secrets,
  'secret rm': secrets,
  'config inspect': configs,
  'config rm': configs,
  'network inspect': networks,
  'network rm': networks,
  'network connect': networks,
  'network disconnect': networks,
  'volume inspect': volumes,
  'volume rm': volumes,
  'swarm join-token': async () => ['worker', 'manager'],
  'container stop': containers,
  'container kill': containers,
  'container restart': containers,
  'container pause': containers,
  'container unpause': containers,
  'container exec': containers,
  'container top': containers,
  'container stats': containers,
  'container logs': allContainers,
  'container start': allContainers,
  'container rm': allContainers,
  'container inspect': allContainers,
  'container port': allContainers,
  'container run': images,
  'image rm': images,
  'image inspect': images,
  inspect: allContainers,
};

/**
 * What may stand at the end of `docker WORDS… CURRENT`: commands, flags, fixed values and the names that the engine
 * knows, sorted (spec/cli.md §19).
 */
export async function completeDocker(context: { readonly client: EngineClient }, words: readonly string[], current: string): Promise<readonly string[]> {
  let node: CommandNode = rootCommand;
  let depth = 0;
  for (; depth < words.length && node.subcommands.length > 0; depth++) {
    const child = subcommandOf(node, words[depth] as string);
    if (!child) break;
    node = child;
  }
  const matching = (choices: readonly string[]): string[] =>
    [...new Set(choices)].filter((choice) => choice !== undefined && choice.startsWith(current)).sort();
  const previous = words.at(-1);
  const flag = previous?.startsWith('-') ? flagOf(node, previous) : undefined;
  if (flag && flag.type !== 'bool' && previous && !previous.includes('=')) return matching(await valuesOf(flag, node, context.client));
  if (current.startsWith('-')) return matching([...node.flags.filter((f) => !f.hidden).map((f) => `--${f.name}`), '--help']);
  if (node.subcommands.length > 0) return matching(node.subcommands.map((child) => child.name));
  const names = ARGUMENTS[node.body] ?? ARGUMENTS[node.path];
  return names ? matching(await names(context.client)) : [];
}

function flagOf(node: CommandNode, word: string): FlagDefinition | undefined {
  return node.flags.find((flag) => word === `--${flag.name}` || (flag.shorthand !== '' && word === `-${flag.shorthand}`));
}

async function valuesOf(flag: FlagDefinition, node: CommandNode, client: EngineClient): Promise<readonly string[]> {
  if (node.path.startsWith('stack') && flag.name === 'compose-file') return [];
  if (flag.name === 'filter' && node.body === 'system events') return EVENT_FILTERS;
  if (flag.name === 'network' || flag.name === 'network-add') return networks(client);
  if (flag.name === 'secret' || flag.name === 'secret-add') return secrets(client);
  if (flag.name === 'config' || flag.name === 'config-add') return configs(client);
  if (flag.name === 'image') return images(client);
  return FLAG_VALUES[flag.name] ?? [];
}

function list(address: string, name: (item: JsonObject) => Json | undefined, member?: string): Names {
  const [path = '', search] = address.split('?');
  return async (client) => {
    try {
      const { status, body } = await client.request({
        method: 'GET',
        path,
        ...(search === undefined ? {} : { query: Object.fromEntries(new URLSearchParams(search)) }),
      });
      const items = (member === undefined ? body : (body as JsonObject | undefined)?.[member]) as readonly JsonObject[] | undefined;
      return status < 400 && Array.isArray(items) ? items.map(name).filter((text): text is string => typeof text === 'string' && text !== '') : [];
    } catch {
      // Nobody answers, so there is nothing to offer; the command itself will say why.
      return [];
    }
  };
}
