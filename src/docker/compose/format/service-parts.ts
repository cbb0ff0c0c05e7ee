import { buildForm, healthTestForm, networksForm, portsForm, sourceForm, textMapForm, ulimitForm, volumeForm } from '../short-forms.ts';
import { flag, formatted, int, key, list, mapping, optional, plainWords, record, text, uint32, uint64, unread, words, written } from './kind.ts';
import { anyName, type SchemaNode, userName } from './schema-node.ts';
import { command, duration, environment, hosts, labels, options, textOrList, texts, uniqueTexts } from './shared.ts';

const number: SchemaNode = { types: ['number'] };

const fileReference = record(
  {
    source: key(text, 'file.source'),
    target: key(text, 'file.target'),
    uid: key(text, 'file.uid', { goName: 'UID' }),
    gid: key(text, 'file.gid', { goName: 'GID' }),
    mode: key(optional(written(uint32, number)), 'file.mode'),
  },
  { open: true, hook: sourceForm },
);

/** `secrets` or `configs` of a service: names, or mappings. */
export function fileReferences(section: 'secrets' | 'configs') {
  const name: SchemaNode = { types: ['string'], refersTo: section };
  const { source, ...others } = fileReference.schema.properties ?? {};
  const long: SchemaNode = { ...fileReference.schema, properties: { ...(source === undefined ? {} : { source: { ...source, node: name } }), ...others } };
  return written(list(fileReference, { merge: { by: 'source' } }), { types: ['array'], items: { oneOf: [name, long] } });
}

const port = record({
  mode: key(words('ports.mode', 'ingress', 'host'), 'ports.mode'),
  target: key(uint32, 'ports.target', { rank: 1 }),
  published: key(uint32, 'ports.published', { rank: 2 }),
  protocol: key(plainWords('tcp', 'udp', 'sctp'), 'ports.protocol'),
});

export const ports = written(list(port, { merge: { by: 'published' }, hook: portsForm }), {
  types: ['array'],
  unique: true,
  items: {
    oneOf: [{ types: ['number'], format: 'ports' }, formatted('ports'), port.schema],
    earlier: { before: 2, node: { types: ['string', 'number'], format: 'ports' } },
  },
});

const propagation = plainWords('rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave');

const volume = record(
  {
    type: key(words('service.volumes.type', 'volume', 'bind', 'tmpfs', 'npipe', 'cluster', 'image'), 'service.volumes.type'),
    source: key(written(text, { types: ['string'], refersTo: 'volumes' }), 'service.volumes.source'),
    target: key(text, 'service.volumes.target'),
    read_only: key(flag, 'service.volumes.read_only'),
    consistency: key(text, 'service.volumes.consistency'),
    bind: key(optional(record({ propagation: key(propagation, 'service.volumes.bind.propagation') }, { open: true })), 'service.volumes.bind'),
    volume: key(
      optional(
        record(
          {
            nocopy: key(flag, 'service.volumes.volume.nocopy', { goName: 'nocopy' }),
            subpath: key(text, 'service.volumes.volume.subpath', { goName: 'subpath', reach: 'hidden' }),
          },
          { open: true },
        ),
      ),
      'service.volumes.volume',
    ),
    image: key(optional(record({ subpath: key(text, 'service.volumes.image.subpath', { goName: 'subpath' }) })), 'service.volumes.image', { reach: 'hidden' }),
    tmpfs: key(
      optional(record({ size: key(written(int, { types: ['integer'], minimum: 0 }), 'service.volumes.tmpfs.size') }, { open: true })),
      'service.volumes.tmpfs',
      { since: 6 },
    ),
    cluster: key(optional(record({})), 'service.volumes.cluster', { reach: 'hidden' }),
  },
  { hook: volumeForm, schema: { required: ['type'] } },
);

export const volumes = written(list(volume, { merge: { by: 'target' } }), {
  types: ['array'],
  items: { oneOf: [text.schema, volume.schema] },
  earlier: { before: 2, node: uniqueTexts.schema },
});

const serviceNetwork = record(
  {
    aliases: key(written(texts, uniqueTexts.schema), 'service.networks.aliases'),
    driver_opts: key(options, 'service.networks.driver_opts', { since: 13 }),
    ipv4_address: key(text, 'service.networks.ipv4_address', { effect: 'dropped' }),
    ipv6_address: key(text, 'service.networks.ipv6_address', { effect: 'dropped' }),
  },
  { merge: 'service-network' },
);

/** Networks of a service: a list of names, or a mapping. */
export const attachments = written(mapping(optional(serviceNetwork), userName, { hook: networksForm }), {
  oneOf: [
    { types: ['array'], items: { types: ['string'], refersTo: 'networks' }, unique: true },
    { types: ['object'], closed: true, refersTo: 'networks', named: { pattern: userName, node: { oneOf: [serviceNetwork.schema, { types: ['null'] }] } } },
  ],
});

/** Before version 3.4 the form of a duration was not checked here. */
const checkDuration = written(optional(duration), formatted('duration', 4));

export const healthcheck = record({
  test: key(written(list(text, { hook: healthTestForm }), command.schema), 'healthcheck.test'),
  timeout: key(checkDuration, 'healthcheck.timeout'),
  interval: key(checkDuration, 'healthcheck.interval'),
  retries: key(optional(written(uint64, number)), 'healthcheck.retries'),
  start_period: key(optional(duration), 'healthcheck.start_period', { since: 4 }),
  start_interval: key(optional(duration), 'healthcheck.start_interval', { since: 12 }),
  disable: key(flag, 'healthcheck.disable'),
});

const longBuild = record(
  {
    context: key(text, 'build.context'),
    dockerfile: key(text, 'build.dockerfile'),
    args: key(environment, 'build.args'),
    labels: key(labels, 'build.labels', { since: 3 }),
    cache_from: key(written(textOrList, uniqueTexts.schema), 'build.cache_from', { since: 2 }),
    extra_hosts: key(hosts, 'build.extra_hosts', { since: 9 }),
    network: key(text, 'build.network', { since: 4 }),
    target: key(text, 'build.target', { since: 4 }),
    shm_size: unread(written(text, { types: ['integer', 'string'] }), 'build.shm_size', { since: 5 }),
  },
  { hook: buildForm, schema: { closed: { before: 11 } } },
);
export const build = written(longBuild, { oneOf: [text.schema, longBuild.schema] });

const limit = record(
  {
    single: key(int, 'ulimits', { reach: 'hidden' }),
    soft: key(int, 'ulimits.soft'),
    hard: key(int, 'ulimits.hard'),
  },
  { hook: ulimitForm, merge: 'whole', schema: { required: ['soft', 'hard'] } },
);
export const ulimits = mapping(optional(written(limit, { oneOf: [int.schema, limit.schema] })), /^[a-z]+$/);

const logOptions = written(mapping(text, anyName, { hook: textMapForm }), {
  types: ['object'],
  named: { pattern: anyName, node: { types: ['string', 'number', 'null'] } },
});
export const logging = record(
  {
    driver: key(plainWords('json-file', 'local', 'syslog', 'journald', 'none'), 'logging.driver'),
    options: key(logOptions, 'logging.options'),
  },
  { merge: 'logging' },
);

export const credentialSpec = record({
  config: key(written(text, { types: ['string'], refersTo: 'configs' }), 'credential_spec.config', { since: 8 }),
  file: key(text, 'credential_spec.file'),
  registry: key(text, 'credential_spec.registry'),
});
