import type { Json } from '../../../../base/json.ts';
import type { CommandBody } from '../../command.ts';
import { post } from '../../engine-call.ts';
import { keyValues } from '../../options/labels.ts';
import { ipamConfigs } from './ipam.ts';

/** `docker network create`. */
export const networkCreate: CommandBody = async (context, flags, args) => {
  const from = flags.string('config-from');
  const body: Json = {
    Driver: flags.string('driver'),
    Scope: flags.string('scope'),
    ...(flags.changed('ipv4') ? { EnableIPv4: flags.bool('ipv4') } : {}),
    ...(flags.changed('ipv6') ? { EnableIPv6: flags.bool('ipv6') } : {}),
    IPAM: { Driver: flags.string('ipam-driver'), Options: keyValues(flags.list('ipam-opt')), Config: ipamConfigs(flags) as unknown as Json },
    Internal: flags.bool('internal'),
    Attachable: flags.bool('attachable'),
    Ingress: flags.bool('ingress'),
    ConfigOnly: flags.bool('config-only'),
    ConfigFrom: from === '' ? null : { Network: from },
    Options: keyValues(flags.list('opt')),
    Labels: keyValues(flags.list('label')),
    Name: args[0] ?? '',
  };
  const { Id } = await post<{ readonly Id: string }>(context, '/networks/create', {}, body);
  context.stdout.write(`${Id}\n`);
  return 0;
};
