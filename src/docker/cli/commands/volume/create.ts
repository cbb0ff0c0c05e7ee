import { type CommandBody, CommandError } from '../../command.ts';
import { post } from '../../engine-call.ts';
import { keyValues } from '../../options/labels.ts';
import { clusterVolumeSpec } from './cluster-volume-spec.ts';

/** `docker volume create`. */
export const volumeCreate: CommandBody = async (context, flags, args) => {
  const name = args[0] ?? flags.string('name');
  if (args[0] !== undefined && flags.string('name') !== '') {
    throw new CommandError('conflicting options: cannot specify a volume-name through both --name and as a positional arg');
  }
  const options = keyValues(flags.list('opt'));
  const labels = keyValues(flags.list('label'));
  const sorted = (map: { readonly [key: string]: string }): { readonly [key: string]: string } =>
    Object.fromEntries(
      Object.keys(map)
        .sort()
        .map((key) => [key, map[key] ?? '']),
    );
  const cluster = clusterVolumeSpec(flags);
  const body = {
    ...(cluster === undefined ? {} : { ClusterVolumeSpec: cluster }),
    Driver: flags.string('driver'),
    ...(Object.keys(options).length === 0 ? {} : { DriverOpts: sorted(options) }),
    ...(Object.keys(labels).length === 0 ? {} : { Labels: sorted(labels) }),
    ...(name === '' ? {} : { Name: name }),
  };
  const volume = await post<{ readonly Name: string }>(context, '/volumes/create', {}, body);
  context.stdout.write(`${volume.Name}\n`);
  return 0;
};
