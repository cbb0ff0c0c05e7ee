import type { Mount } from '../api/specs.ts';
import type { ServiceVolume, StackConfig } from './config.ts';
import { scopedName, stackLabels } from './namespace.ts';
import { StackError } from './stack-error.ts';

type OptionKind = 'image' | 'tmpfs' | 'bind' | 'cluster' | 'volume';

/** Which options each type refuses, in the order in which docker/cli looks (cli/compose/convert/volume.go). */
const refusedOptions: { readonly [type: string]: readonly OptionKind[] } = {
  volume: ['image', 'tmpfs', 'bind', 'cluster'],
  image: ['volume', 'bind', 'tmpfs', 'cluster'],
  bind: ['volume', 'image', 'tmpfs', 'cluster'],
  tmpfs: ['bind', 'volume', 'image', 'cluster'],
  npipe: ['volume', 'image', 'tmpfs'],
  cluster: ['tmpfs', 'bind', 'volume'],
};

/** A service's volume as a mount (docker/cli convert.Volumes). Throws `StackError`. */
export function convertMount(volume: ServiceVolume, config: StackConfig, namespace: string): Mount {
  const type = volume.type === '' ? 'volume' : volume.type;
  const refused = refusedOptions[type];
  if (refused === undefined) throw new StackError('volume type must be volume, bind, tmpfs, npipe, or cluster');
  if (type === 'tmpfs' ? volume.source !== '' : type !== 'volume' && volume.source === '') {
    throw new StackError(type === 'tmpfs' ? 'invalid tmpfs source, source must be empty' : `invalid ${type} source, source cannot be empty`);
  }
  for (const kind of refused) {
    // The first of these texts has a plural that the others do not have.
    if (volume[kind] !== undefined)
      throw new StackError(`${type === 'volume' && kind === 'image' ? 'images' : kind} options are incompatible with type ${type}`);
  }
  const mount: Mount = {
    Type: volume.type,
    Target: volume.target,
    ...(volume.read_only ? { ReadOnly: true } : {}),
    ...(volume.source === '' ? {} : { Source: volume.source }),
    ...(volume.consistency === '' ? {} : { Consistency: volume.consistency }),
  };
  switch (type) {
    case 'volume':
      return volume.source === '' ? mount : namedVolume(mount, volume, config, namespace);
    case 'image':
      return volume.image === undefined ? mount : { ...mount, ImageOptions: { Subpath: volume.image.subpath } };
    case 'tmpfs':
      return volume.tmpfs === undefined ? mount : { ...mount, TmpfsOptions: { SizeBytes: volume.tmpfs.size } };
    case 'cluster':
      return clusterVolume(mount, volume, config, namespace);
    default:
      return volume.bind === undefined ? mount : { ...mount, BindOptions: { Propagation: volume.bind.propagation } };
  }
}

function namedVolume(mount: Mount, volume: ServiceVolume, config: StackConfig, namespace: string): Mount {
  const defined = config.volumes.get(volume.source);
  if (defined === undefined) throw new StackError(`undefined volume "${volume.source}"`);
  const source = defined.name === '' ? scopedName(namespace, volume.source) : defined.name;
  const copying = volume.volume === undefined ? {} : { NoCopy: volume.volume.nocopy, Subpath: volume.volume.subpath };
  if (defined.external.external) return { ...mount, Source: source, VolumeOptions: copying };
  const driver = defined.driver === '' && defined.driver_opts === undefined ? undefined : defined;
  return {
    ...mount,
    Source: source,
    VolumeOptions: {
      ...copying,
      Labels: stackLabels(namespace, defined.labels),
      ...(driver === undefined ? {} : { DriverConfig: { Name: driver.driver, Options: Object.fromEntries(driver.driver_opts ?? []) } }),
    },
  };
}

function clusterVolume(mount: Mount, volume: ServiceVolume, config: StackConfig, namespace: string): Mount {
  if (volume.source.startsWith('group:')) return { ...mount, ClusterOptions: {} };
  const defined = config.volumes.get(volume.source);
  if (defined === undefined) throw new StackError(`undefined volume "${volume.source}"`);
  return { ...mount, ClusterOptions: {}, Source: defined.name === '' ? scopedName(namespace, volume.source) : defined.name };
}
