import { printedListForm } from '../short-forms.ts';
import type { StackDoc } from '../stack-docs.ts';
import { deploy } from './deploy.ts';
import { flag, int, type Key, type Kind, key, list, optional, plainWords, record, text, unread, words, written } from './kind.ts';
import { attachments, build, credentialSpec, fileReferences, healthcheck, logging, ports, ulimits, volumes } from './service-parts.ts';
import { command, duration, environment, hosts, labels, textOrList, texts, uniqueTexts } from './shared.ts';

const different = written(texts, uniqueTexts.schema);

/** A key that a swarm warns about and ignores. */
function ignored<T>(kind: Kind<T>, doc: StackDoc, since = 0): Key<T> {
  return key(kind, doc, { since, effect: 'unsupported' });
}

/** `services.X`. */
export const service = record(
  {
    build: ignored(build, 'build'),
    cap_add: key(different, 'cap_add'),
    cap_drop: key(different, 'cap_drop'),
    cgroupns_mode: ignored(text, 'cgroupns_mode', 9),
    cgroup_parent: ignored(text, 'cgroup_parent'),
    command: key(command, 'command', { rank: 8 }),
    configs: key(fileReferences('configs'), 'service.configs', { since: 3 }),
    container_name: key(text, 'container_name', { effect: 'deprecated' }),
    credential_spec: key(credentialSpec, 'credential_spec', { since: 3 }),
    depends_on: key(written(texts, { types: ['array'], items: { types: ['string'], refersTo: 'services' }, unique: true }), 'depends_on', {
      effect: 'dropped',
    }),
    deploy: key(deploy, 'deploy', { rank: 6 }),
    devices: ignored(different, 'devices'),
    dns: key(textOrList, 'dns', { goName: 'DNS' }),
    dns_search: key(textOrList, 'dns_search'),
    domainname: { ...ignored(text, 'domainname'), goName: 'domainname' },
    entrypoint: key(command, 'entrypoint'),
    environment: key(environment, 'environment', { rank: 3 }),
    env_file: key(textOrList, 'env_file'),
    expose: key(written(list(text, { hook: printedListForm }), { types: ['array'], items: { types: ['string', 'number'] }, unique: true }), 'expose', {
      effect: 'deprecated',
    }),
    external_links: ignored(different, 'external_links'),
    extra_hosts: key(hosts, 'extra_hosts'),
    hostname: key(text, 'hostname'),
    healthcheck: key(optional(healthcheck), 'healthcheck', { goName: 'HealthCheck', rank: 9 }),
    image: key(text, 'image', { rank: 1 }),
    init: key(optional(flag), 'init', { since: 7 }),
    ipc: ignored(text, 'ipc'),
    isolation: key(plainWords('default', 'process', 'hyperv'), 'isolation', { since: 5, goName: 'isolation' }),
    labels: key(labels, 'labels'),
    links: ignored(different, 'links'),
    logging: key(optional(logging), 'logging'),
    mac_address: ignored(text, 'mac_address'),
    network_mode: ignored(text, 'network_mode'),
    networks: key(attachments, 'service.networks', { rank: 5 }),
    pid: ignored(written(text, { types: ['string', 'null'] }), 'pid'),
    ports: key(ports, 'ports', { rank: 2 }),
    privileged: ignored(flag, 'privileged'),
    read_only: key(flag, 'read_only'),
    restart: ignored(words('restart', 'no', 'always', 'on-failure', 'unless-stopped'), 'restart'),
    secrets: key(fileReferences('secrets'), 'service.secrets', { since: 1, rank: 7 }),
    security_opt: ignored(different, 'security_opt'),
    shm_size: ignored(written(text, { types: ['number', 'string'] }), 'shm_size'),
    stdin_open: key(flag, 'stdin_open'),
    stop_grace_period: key(optional(duration), 'stop_grace_period'),
    stop_signal: key(text, 'stop_signal'),
    sysctls: key(labels, 'sysctls'),
    tmpfs: key(textOrList, 'tmpfs', { effect: 'dropped' }),
    tty: key(flag, 'tty'),
    ulimits: key(ulimits, 'ulimits'),
    user: key(text, 'user'),
    userns_mode: ignored(text, 'userns_mode'),
    volumes: key(volumes, 'service.volumes', { rank: 4 }),
    working_dir: key(text, 'working_dir'),
    oom_score_adj: unread(int, 'oom_score_adj', { since: 13, effect: 'dropped' }),
  },
  { schema: { extensionsSince: 7 } },
);
