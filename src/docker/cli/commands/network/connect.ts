import { type CommandBody, CommandError } from '../../command.ts';
import { post } from '../../engine-call.ts';
import { cut } from '../../options/cut.ts';
import { endpointIpam, endpointSettings } from '../../options/endpoint-settings.ts';

/** `--driver-opt` values as a map, blanks around keys and values cut off (docker CLI network/connect.go). Throws CommandError. */
function driverOptions(texts: readonly string[]): { readonly [key: string]: string } {
  return Object.fromEntries(
    texts.map((text) => {
      const { before, after, found } = cut(text, '=');
      if (!found || before.trim() === '') throw new CommandError('invalid key/value pair format in driver options');
      return [before.trim(), after.trim()];
    }),
  );
}

/** The container's name without blanks around; that of the network is looked at first. Throws CommandError when one is empty. */
function memberName(network: string, container: string): string {
  if (network.trim() !== '' && container.trim() === '') throw new CommandError('invalid container name or ID: value is empty');
  return container.trim();
}

/** `docker network connect NETWORK CONTAINER`. */
export const networkConnect: CommandBody = async (context, flags, args) => {
  const [network = '', container = ''] = args;
  const options = driverOptions(flags.list('driver-opt'));
  await post(
    context,
    `/networks/${network}/connect`,
    {},
    {
      Container: memberName(network, container),
      EndpointConfig: endpointSettings({
        ipam: endpointIpam({ ipv4: flags.string('ip'), ipv6: flags.string('ip6'), linkLocal: flags.list('link-local-ip') }),
        links: flags.list('link'),
        aliases: flags.list('alias'),
        macAddress: '',
        driverOptions: options,
        gatewayPriority: flags.int('gw-priority'),
      }),
    },
  );
  return 0;
};

/** `docker network disconnect NETWORK CONTAINER`. */
export const networkDisconnect: CommandBody = async (context, flags, args) => {
  const [network = '', container = ''] = args;
  await post(context, `/networks/${network}/disconnect`, {}, { Container: memberName(network, container), Force: flags.bool('force') });
  return 0;
};
