import { externalForm } from '../short-forms.ts';
import { flag, key, list, optional, record, text, words, written } from './kind.ts';
import { labels, options, size, texts } from './shared.ts';

const external = record(
  {
    name: key(text, 'external.name'),
    external: key(flag, 'network.external', { reach: 'hidden' }),
  },
  { hook: externalForm, schema: { types: ['boolean', 'object'] } },
);
/** Secrets and configs do not mind other keys below `external`. */
const openExternal = written(external, { ...external.schema, closed: false });

/** `networks.N`. */
export const network = record(
  {
    name: key(text, 'network.name', { since: 5 }),
    driver: key(words('network.driver', 'overlay'), 'network.driver'),
    driver_opts: key(options, 'network.driver_opts'),
    ipam: key(
      record({
        driver: key(text, 'network.ipam.driver'),
        config: key(list(optional(record({ subnet: key(text, 'network.ipam.config.subnet') }))), 'network.ipam.config'),
      }),
      'network.ipam',
    ),
    external: key(external, 'network.external'),
    internal: key(flag, 'network.internal'),
    attachable: key(flag, 'network.attachable', { since: 2 }),
    labels: key(labels, 'network.labels', { since: 1 }),
  },
  { schema: { types: ['object', 'null'], extensionsSince: 7 } },
);

const segments = list(record({ segments: key(labels, 'volume.cluster.segments') }, { open: true }));

const accessMode = record(
  {
    scope: key(words('volume.cluster.access_mode.scope', 'single', 'multi'), 'volume.cluster.access_mode.scope'),
    sharing: key(words('volume.cluster.access_mode.sharing', 'none', 'readonly', 'onewriter', 'all'), 'volume.cluster.access_mode.sharing'),
    mount_volume: key(
      optional(
        record(
          {
            fs_type: key(text, 'volume.cluster.access_mode.fs_type'),
            mount_flags: key(texts, 'volume.cluster.access_mode.mount_flags'),
          },
          { open: true },
        ),
      ),
      'volume.cluster.access_mode.mount_volume',
    ),
    block_volume: key(optional(written(record({}), { types: ['object'] })), 'volume.cluster.access_mode.block_volume'),
  },
  { open: true },
);

const clusterVolume = record(
  {
    group: key(text, 'volume.cluster.group'),
    access_mode: key(optional(accessMode), 'volume.cluster.access_mode'),
    accessibility_requirements: key(
      optional(record({ requisite: key(segments, 'volume.cluster.requisite'), preferred: key(segments, 'volume.cluster.preferred') }, { open: true })),
      'volume.cluster.accessibility',
    ),
    capacity_range: key(
      optional(record({ required_bytes: key(size, 'volume.cluster.required_bytes'), limit_bytes: key(size, 'volume.cluster.limit_bytes') }, { open: true })),
      'volume.cluster.capacity',
    ),
    secrets: key(list(record({ key: key(text, 'volume.cluster.secrets.key'), secret: key(text, 'volume.cluster.secrets.secret') })), 'volume.cluster.secrets', {
      reach: 'hidden',
    }),
    availability: key(words('volume.cluster.availability', 'active', 'pause', 'drain'), 'volume.cluster.availability'),
  },
  { open: true },
);

/** `volumes.N`. */
export const volume = record(
  {
    name: key(text, 'volume.name', { since: 4 }),
    driver: key(words('volume.driver', 'local'), 'volume.driver'),
    driver_opts: key(options, 'volume.driver_opts'),
    external: key(external, 'volume.external'),
    labels: key(labels, 'volume.labels', { since: 1 }),
    'x-cluster-spec': key(optional(clusterVolume), 'volume.cluster', { since: 10 }),
  },
  { schema: { types: ['object', 'null'], extensionsSince: 7 } },
);

const objectKeys = {
  name: key(text, 'object.name', { since: 5 }),
  file: key(text, 'object.file', { rank: 1 }),
  external: key(openExternal, 'object.external', { rank: 2 }),
  labels: key(labels, 'object.labels'),
};
const driver = key(text, 'secret.driver', { since: 8 });
const driverOptions = key(options, 'secret.driver_opts', { since: 8 });
const templateDriver = key(words('object.template_driver', 'golang'), 'object.template_driver', { since: 8 });

/** `secrets.N`. */
export const secret = record({ ...objectKeys, driver, driver_opts: driverOptions, template_driver: templateDriver }, { schema: { extensionsSince: 7 } });

/** `configs.N`: as a secret, but without a driver. */
export const config = record(
  { ...objectKeys, driver: { ...driver, reach: 'hidden' }, driver_opts: { ...driverOptions, reach: 'hidden' }, template_driver: templateDriver },
  { schema: { extensionsSince: 7 } },
);
