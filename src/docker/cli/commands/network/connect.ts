import type { CommandBody } from '../../command.ts';
import { post } from '../../engine-call.ts';
import { keyValues } from '../../options/labels.ts';

/** `docker network connect NETWORK CONTAINER`. */
export const networkConnect: CommandBody = async (context, flags, args) => {
  const [network = '', container = ''] = args;
  const lists = (name: string): readonly string[] | null => (flags.list(name).length === 0 ? null : flags.list(name));
  await post(
    context,
    `/networks/${network}/connect`,
    {},
    {
      Container: container,
      EndpointConfig: {
        IPAMConfig: {
          ...(flags.string('ip') === '' ? {} : { IPv4Address: flags.string('ip') }),
          ...(flags.string('ip6') === '' ? {} : { IPv6Address: flags.string('ip6') }),
          ...(flags.list('link-local-ip').length === 0 ? {} : { LinkLocalIPs: flags.list('link-local-ip') }),
        },
        Links: lists('link'),
        Aliases: lists('alias'),
        MacAddress: '',
        DriverOpts: keyValues(flags.list('driver-opt')),
        GwPriority: flags.int('gw-priority'),
        NetworkID: '',
        EndpointID: '',
        Gateway: '',
        IPAddress: '',
        IPPrefixLen: 0,
        IPv6Gateway: '',
        GlobalIPv6Address: '',
        GlobalIPv6PrefixLen: 0,
        DNSNames: null,
      },
    },
  );
  return 0;
};

/** `docker network disconnect NETWORK CONTAINER`. */
export const networkDisconnect: CommandBody = async (context, flags, args) => {
  const [network = '', container = ''] = args;
  await post(context, `/networks/${network}/disconnect`, {}, { Container: container, Force: flags.bool('force') });
  return 0;
};
