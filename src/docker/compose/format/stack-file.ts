import type { StackDoc } from '../stack-docs.ts';
import type { Kind } from './kind.ts';
import { config, network, secret, volume } from './objects.ts';
import { type SchemaNode, type SchemaProperty, userName } from './schema-node.ts';
import { service } from './service.ts';

/** The newest version of the format, which also stands for a missing version and for `"3"`. */
export const newestMinor = 13;

const versions = ['"3.8"', ...Array.from({ length: newestMinor + 1 }, (_, minor) => `"3.${minor}"`).filter((version) => version !== '"3.8"')];

function section(doc: StackDoc, rank: number, kind: Kind<unknown>, since = 0, closed = true): SchemaProperty {
  const node: SchemaNode = { types: ['object'], ...(closed ? { closed } : {}), named: { pattern: userName, node: kind.schema } };
  return { node, since, effect: 'used', doc, rank };
}

/** A whole stack file (docker/cli cli/compose/schema, versions 3.0 to 3.13): its sections, each of which maps names to what they define. */
export const stackFileSchema: SchemaNode = {
  types: ['object'],
  closed: true,
  extensionsSince: 4,
  properties: {
    version: { node: { types: ['string'], suggestions: versions }, since: 0, effect: 'used', doc: 'version', rank: 1 },
    services: section('services', 2, service),
    networks: section('networks', 3, network, 0, false),
    volumes: section('volumes', 4, volume),
    secrets: section('secrets', 5, secret, 1),
    configs: section('configs', 6, config, 3),
  },
};
