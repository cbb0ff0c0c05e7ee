import { list, map, type Struct, struct } from './shape.ts';

/** What a client may ask of a container's end on a network (moby api/types/network/endpoint.go); the engine itself fills in the rest. */
export interface EndpointSettings {
  readonly IPAMConfig: { readonly IPv4Address?: string; readonly IPv6Address?: string } | null;
  readonly Links: readonly string[] | null;
  readonly Aliases: readonly string[] | null;
  readonly MacAddress: string;
  readonly DriverOpts: { readonly [key: string]: string } | null;
  readonly GwPriority: number;
}

export const endpointShape: Struct = struct('EndpointSettings', [
  [
    'IPAMConfig',
    struct('EndpointIPAMConfig', [
      ['IPv4Address', 'string', 'omit'],
      ['IPv6Address', 'string', 'omit'],
      ['LinkLocalIPs', list('string'), 'omit'],
    ]),
    'null',
  ],
  ['Links', list('string'), 'null'],
  ['Aliases', list('string'), 'null'],
  ['MacAddress', 'string', 'keep'],
  ['DriverOpts', map('string'), 'null'],
  ['GwPriority', 'int', 'keep'],
]);

/** Body of `POST /networks/{id}/connect` and `/disconnect`. */
export const connectShape: Struct = struct('ConnectOptions', [
  ['Container', 'string', 'keep'],
  ['Force', 'bool', 'keep'],
  ['EndpointConfig', endpointShape, 'pointer'],
]);
