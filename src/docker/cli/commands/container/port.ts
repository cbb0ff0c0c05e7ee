import { joinHostPort } from '../../../api/parse/ip-address.ts';
import { type CommandBody, CommandError } from '../../command.ts';
import { get } from '../../engine-call.ts';
import { compareNatural } from '../../format/natural-order.ts';
import { cut } from '../../options/cut.ts';
import { NumberError, parseUint } from '../../options/go-integer.ts';
import type { ContainerAnswer } from './container-answer.ts';

/** `docker port CONTAINER [PORT[/PROTO]]`. */
export const containerPort: CommandBody = async (context, _flags, args) => {
  const [name = '', wanted] = args;
  const container = await get<ContainerAnswer>(context, `/containers/${name}/json`);
  const ports = container.NetworkSettings?.Ports ?? {};
  const lines: string[] = [];
  if (wanted !== undefined && wanted !== '') {
    const { before: port, after } = cut(wanted, '/');
    const protocol = after === '' ? 'tcp' : after;
    try {
      parseUint(port, 10, 16);
    } catch (error) {
      throw error instanceof NumberError ? new CommandError(`Error: invalid port (${port}): ${error.message}`) : error;
    }
    const key = `${port}/${protocol}`;
    const bound = ports[key];
    if (bound === undefined || bound === null || bound.length === 0) throw new CommandError(`Error: No public port '${wanted}' published for ${name}`);
    lines.push(...bound.map((binding) => joinHostPort(binding.HostIp, binding.HostPort)));
  } else {
    for (const [port, bound] of Object.entries(ports))
      for (const binding of bound ?? []) lines.push(`${port} -> ${joinHostPort(binding.HostIp, binding.HostPort)}`);
  }
  for (const line of lines.sort(compareNatural)) context.stdout.write(`${line}\n`);
  return 0;
};
