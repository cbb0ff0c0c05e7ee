/** One command of docker 28.2.2. Written by src/node/make-command-table.mjs. */
export interface CommandRow {
  /** Without the word docker; the root is ''. */
  readonly path: string;
  readonly usage: string;
  /** How many positional arguments: least and most (-1: any number). Absent for groups. */
  readonly args?: readonly [number, number];
  /** The lowest API version that has the command. */
  readonly api?: string;
  /** When help shows it on an engine that reports its swarm status. Absent: always. */
  readonly swarm?: string;
  /** The first positional argument ends flag parsing. */
  readonly stops?: true;
  /** In docker's order, separated by blanks. */
  readonly subcommands?: string;
  readonly aliases?: string;
  /** The path of the command of which this is another name: same flags, same body. */
  readonly like?: string;
  /** `name|shorthand|type|default|api|deprecation`, trailing empty parts left out; a hidden flag begins with `~`. */
  readonly flags?: readonly string[];
}

export const commandTable: readonly CommandRow[] = [
  {
    path: '', usage: 'docker [OPTIONS] COMMAND', stops: true, subcommands: 'run exec ps build pull push images login logout search version info builder checkpoint container context image manifest network plugin system trust volume config node secret service stack swarm attach commit cp create diff events export history import inspect kill load logs pause port rename restart rm rmi save start stats stop tag top unpause update wait',
    flags: [
      'config||string|~/.docker', 'context|c|string', 'debug|D|bool|false', 'host|H|list', 'log-level|l|string|info', 'tls||bool|false',
      'tlscacert||string|~/.docker/ca.pem', 'tlscert||string|~/.docker/cert.pem', 'tlskey||string|~/.docker/key.pem', 'tlsverify||bool|false',
      'version|v|bool|false',
    ],
  },
  { path: 'swarm', usage: 'docker swarm COMMAND', api: '1.24', subcommands: 'ca init join join-token leave unlock unlock-key update' },
  {
    path: 'swarm ca', usage: 'docker swarm ca [OPTIONS]', args: [0, 0], api: '1.30', swarm: 'manager',
    flags: [
      'ca-cert||pem-file', 'ca-key||pem-file', 'cert-expiry||duration|2160h0m0s', 'detach|d|bool|false', 'external-ca||external-ca', 'quiet|q|bool|false',
      'rotate||bool|false',
    ],
  },
  {
    path: 'swarm init', usage: 'docker swarm init [OPTIONS]', args: [0, 0], api: '1.24',
    flags: [
      'advertise-addr||string', 'autolock||bool|false', 'availability||string|active', 'cert-expiry||duration|2160h0m0s', 'data-path-addr||string||1.31',
      'data-path-port||uint32|0|1.40', 'default-addr-pool||ipNetSlice|[]|1.39', 'default-addr-pool-mask-length||uint32|24|1.39',
      'dispatcher-heartbeat||duration|5s', 'external-ca||external-ca', 'force-new-cluster||bool|false', 'listen-addr||node-addr|0.0.0.0:2377',
      'max-snapshots||uint|0|1.25', 'snapshot-interval||uint|10000|1.25', 'task-history-limit||int|5',
    ],
  },
  {
    path: 'swarm join', usage: 'docker swarm join [OPTIONS] HOST:PORT', args: [1, 1], api: '1.24',
    flags: [
      'advertise-addr||string', 'availability||string|active', 'data-path-addr||string||1.31', 'listen-addr||node-addr|0.0.0.0:2377', 'token||string',
    ],
  },
  {
    path: 'swarm join-token', usage: 'docker swarm join-token [OPTIONS] (worker|manager)', args: [1, 1], api: '1.24', swarm: 'manager',
    flags: [
      'quiet|q|bool|false', 'rotate||bool|false',
    ],
  },
  {
    path: 'swarm leave', usage: 'docker swarm leave [OPTIONS]', args: [0, 0], api: '1.24', swarm: 'active',
    flags: [
      'force|f|bool|false',
    ],
  },
  { path: 'swarm unlock', usage: 'docker swarm unlock', args: [0, 0], api: '1.24', swarm: 'manager' },
  {
    path: 'swarm unlock-key', usage: 'docker swarm unlock-key [OPTIONS]', args: [0, 0], api: '1.24', swarm: 'manager',
    flags: [
      'quiet|q|bool|false', 'rotate||bool|false',
    ],
  },
  {
    path: 'swarm update', usage: 'docker swarm update [OPTIONS]', args: [0, 0], api: '1.24', swarm: 'manager',
    flags: [
      'autolock||bool|false', 'cert-expiry||duration|2160h0m0s', 'dispatcher-heartbeat||duration|5s', 'external-ca||external-ca',
      'max-snapshots||uint|0|1.25', 'snapshot-interval||uint|10000|1.25', 'task-history-limit||int|5',
    ],
  },
  { path: 'node', usage: 'docker node COMMAND', api: '1.24', swarm: 'manager', subcommands: 'demote inspect ls promote ps rm update' },
  { path: 'node demote', usage: 'docker node demote NODE [NODE...]', args: [1, -1] },
  {
    path: 'node inspect', usage: 'docker node inspect [OPTIONS] self|NODE [NODE...]', args: [1, -1],
    flags: [
      'format|f|string', 'pretty||bool|false',
    ],
  },
  {
    path: 'node ls', usage: 'docker node ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'filter|f|filter', 'format||string', 'quiet|q|bool|false',
    ],
  },
  { path: 'node promote', usage: 'docker node promote NODE [NODE...]', args: [1, -1] },
  {
    path: 'node ps', usage: 'docker node ps [OPTIONS] [NODE...]', args: [0, -1],
    flags: [
      'filter|f|filter', 'format||string', 'no-resolve||bool|false', 'no-trunc||bool|false', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'node rm', usage: 'docker node rm [OPTIONS] NODE [NODE...]', args: [1, -1], aliases: 'remove',
    flags: [
      'force|f|bool|false',
    ],
  },
  {
    path: 'node update', usage: 'docker node update [OPTIONS] NODE', args: [1, 1],
    flags: [
      'availability||string', 'label-add||list', 'label-rm||list', 'role||string',
    ],
  },
  { path: 'service', usage: 'docker service COMMAND', api: '1.24', swarm: 'manager', subcommands: 'create inspect logs ls ps rm rollback scale update' },
  {
    path: 'service create', usage: 'docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]', args: [1, -1], stops: true,
    flags: [
      'cap-add||list||1.41', 'cap-drop||list||1.41', 'config||config||1.30', 'constraint||list', 'container-label||list',
      'credential-spec||credential-spec||1.29', 'detach|d|bool|false|1.29', 'dns||list||1.25', 'dns-option||list||1.25', 'dns-search||list||1.25',
      'endpoint-mode||string|vip', 'entrypoint||command', 'env|e|list', 'env-file||list', 'generic-resource||list', 'group||list||1.25',
      'health-cmd||string||1.25', 'health-interval||duration|0s|1.25', 'health-retries||int|0|1.25', 'health-start-interval||duration|0s|1.44',
      'health-start-period||duration|0s|1.29', 'health-timeout||duration|0s|1.25', 'host||list||1.25', 'hostname||string||1.25', 'init||bool|false|1.37',
      'isolation||string||1.35', 'label|l|list', 'limit-cpu||decimal|0', 'limit-memory||bytes|0', 'limit-pids||int|0|1.41', 'log-driver||string',
      'log-opt||list', 'max-concurrent||uint|0|1.41', 'mode||string|replicated', 'mount||mount', 'name||string', 'network||network',
      'no-healthcheck||bool|false|1.25', 'no-resolve-image||bool|false|1.30', 'oom-score-adj||int|0|1.46', 'placement-pref||pref||1.28', 'publish|p|port',
      'quiet|q|bool|false', 'read-only||bool|false|1.28', 'replicas||uint|0', 'replicas-max-per-node||uint|0|1.40', 'reserve-cpu||decimal|0',
      'reserve-memory||bytes|0', 'restart-condition||string|any', 'restart-delay||duration|5s', 'restart-max-attempts||uint|0', 'restart-window||duration|0s',
      'rollback-delay||duration|0s|1.28', 'rollback-failure-action||string|pause|1.28', 'rollback-max-failure-ratio||float|0|1.28',
      'rollback-monitor||duration|5s|1.28', 'rollback-order||string|stop-first|1.29', 'rollback-parallelism||uint|1|1.28', 'secret||secret||1.25',
      'stop-grace-period||duration|10s', 'stop-signal||string||1.28', 'sysctl||list||1.40', 'tty|t|bool|false|1.25', 'ulimit||ulimit|[]|1.41',
      'update-delay||duration|0s', 'update-failure-action||string|pause', 'update-max-failure-ratio||float|0|1.25', 'update-monitor||duration|5s|1.25',
      'update-order||string|stop-first|1.29', 'update-parallelism||uint|1', 'user|u|string', 'with-registry-auth||bool|false', 'workdir|w|string',
    ],
  },
  {
    path: 'service inspect', usage: 'docker service inspect [OPTIONS] SERVICE [SERVICE...]', args: [1, -1],
    flags: [
      'format|f|string', 'pretty||bool|false',
    ],
  },
  {
    path: 'service logs', usage: 'docker service logs [OPTIONS] SERVICE|TASK', args: [1, 1], api: '1.29',
    flags: [
      'details||bool|false|1.30', 'follow|f|bool|false', 'no-resolve||bool|false', 'no-task-ids||bool|false', 'no-trunc||bool|false', 'raw||bool|false|1.30',
      'since||string', 'tail|n|string|all', 'timestamps|t|bool|false',
    ],
  },
  {
    path: 'service ls', usage: 'docker service ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'filter|f|filter', 'format||string', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'service ps', usage: 'docker service ps [OPTIONS] SERVICE [SERVICE...]', args: [1, -1],
    flags: [
      'filter|f|filter', 'format||string', 'no-resolve||bool|false', 'no-trunc||bool|false', 'quiet|q|bool|false',
    ],
  },
  { path: 'service rm', usage: 'docker service rm SERVICE [SERVICE...]', args: [1, -1], aliases: 'remove' },
  {
    path: 'service rollback', usage: 'docker service rollback [OPTIONS] SERVICE', args: [1, 1], api: '1.31',
    flags: [
      'detach|d|bool|false|1.29', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'service scale', usage: 'docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]', args: [1, -1],
    flags: [
      'detach|d|bool|false|1.29',
    ],
  },
  {
    path: 'service update', usage: 'docker service update [OPTIONS] SERVICE', args: [1, 1],
    flags: [
      'args||command', 'cap-add||list||1.41', 'cap-drop||list||1.41', 'config-add||config||1.30', 'config-rm||list||1.30', 'constraint-add||list',
      'constraint-rm||list', 'container-label-add||list', 'container-label-rm||list', 'credential-spec||credential-spec||1.29', 'detach|d|bool|false|1.29',
      'dns-add||list||1.25', 'dns-option-add||list||1.25', 'dns-option-rm||list||1.25', 'dns-rm||list||1.25', 'dns-search-add||list||1.25',
      'dns-search-rm||list||1.25', 'endpoint-mode||string', 'entrypoint||command', 'env-add||list', 'env-rm||list', 'force||bool|false|1.25',
      'generic-resource-add||list', 'generic-resource-rm||list', 'group-add||list||1.25', 'group-rm||list||1.25', 'health-cmd||string||1.25',
      'health-interval||duration|0s|1.25', 'health-retries||int|0|1.25', 'health-start-interval||duration|0s|1.44', 'health-start-period||duration|0s|1.29',
      'health-timeout||duration|0s|1.25', 'host-add||list||1.32', 'host-rm||list||1.25', 'hostname||string||1.25', 'image||string', 'init||bool|false|1.37',
      'isolation||string||1.35', 'label-add||list', 'label-rm||list', 'limit-cpu||decimal|0', 'limit-memory||bytes|0', 'limit-pids||int|0|1.41',
      'log-driver||string', 'log-opt||list', 'max-concurrent||uint|0|1.41', 'mount-add||mount', 'mount-rm||list', 'network-add||network||1.29',
      'network-rm||list||1.29', 'no-healthcheck||bool|false|1.25', 'no-resolve-image||bool|false|1.30', 'oom-score-adj||int|0|1.46',
      'placement-pref-add||pref||1.28', 'placement-pref-rm||pref||1.28', 'publish-add||port', 'publish-rm||port', 'quiet|q|bool|false',
      'read-only||bool|false|1.28', 'replicas||uint|0', 'replicas-max-per-node||uint|0|1.40', 'reserve-cpu||decimal|0', 'reserve-memory||bytes|0',
      'restart-condition||string', 'restart-delay||duration|0s', 'restart-max-attempts||uint|0', 'restart-window||duration|0s', 'rollback||bool|false|1.25',
      'rollback-delay||duration|0s|1.28', 'rollback-failure-action||string||1.28', 'rollback-max-failure-ratio||float|0|1.28',
      'rollback-monitor||duration|0s|1.28', 'rollback-order||string||1.29', 'rollback-parallelism||uint|0|1.28', 'secret-add||secret||1.25',
      'secret-rm||list||1.25', 'stop-grace-period||duration|0s', 'stop-signal||string||1.28', 'sysctl-add||list||1.40', 'sysctl-rm||list||1.40',
      'tty|t|bool|false|1.25', 'ulimit-add||ulimit|[]|1.41', 'ulimit-rm||list||1.41', 'update-delay||duration|0s', 'update-failure-action||string',
      'update-max-failure-ratio||float|0|1.25', 'update-monitor||duration|0s|1.25', 'update-order||string||1.29', 'update-parallelism||uint|0',
      'user|u|string', 'with-registry-auth||bool|false', 'workdir|w|string',
    ],
  },
  {
    path: 'stack', usage: 'docker stack COMMAND', api: '1.25', swarm: 'manager', subcommands: 'config deploy ls ps rm services',
    flags: [
      '~orchestrator||string|||option will be ignored',
    ],
  },
  {
    path: 'stack config', usage: 'docker stack config [OPTIONS]', args: [0, 0],
    flags: [
      'compose-file|c|strings', 'skip-interpolation||bool|false',
    ],
  },
  {
    path: 'stack deploy', usage: 'docker stack deploy [OPTIONS] STACK', args: [1, 1], aliases: 'up',
    flags: [
      'compose-file|c|strings||1.25', 'detach|d|bool|true', 'prune||bool|false|1.27', 'quiet|q|bool|false', 'resolve-image||string|always|1.30',
      'with-registry-auth||bool|false',
    ],
  },
  {
    path: 'stack ls', usage: 'docker stack ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'format||string',
    ],
  },
  {
    path: 'stack ps', usage: 'docker stack ps [OPTIONS] STACK', args: [1, 1],
    flags: [
      'filter|f|filter', 'format||string', 'no-resolve||bool|false', 'no-trunc||bool|false', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'stack rm', usage: 'docker stack rm [OPTIONS] STACK [STACK...]', args: [1, -1], aliases: 'remove down',
    flags: [
      'detach|d|bool|true',
    ],
  },
  {
    path: 'stack services', usage: 'docker stack services [OPTIONS] STACK', args: [1, 1],
    flags: [
      'filter|f|filter', 'format||string', 'quiet|q|bool|false',
    ],
  },
  { path: 'config', usage: 'docker config COMMAND', api: '1.30', swarm: 'manager', subcommands: 'create inspect ls rm' },
  {
    path: 'config create', usage: 'docker config create [OPTIONS] CONFIG file|-', args: [2, 2],
    flags: [
      'label|l|list', 'template-driver||string||1.37',
    ],
  },
  {
    path: 'config inspect', usage: 'docker config inspect [OPTIONS] CONFIG [CONFIG...]', args: [1, -1],
    flags: [
      'format|f|string', 'pretty||bool|false',
    ],
  },
  {
    path: 'config ls', usage: 'docker config ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'filter|f|filter', 'format||string', 'quiet|q|bool|false',
    ],
  },
  { path: 'config rm', usage: 'docker config rm CONFIG [CONFIG...]', args: [1, -1], aliases: 'remove' },
  { path: 'secret', usage: 'docker secret COMMAND', api: '1.25', swarm: 'manager', subcommands: 'create inspect ls rm' },
  {
    path: 'secret create', usage: 'docker secret create [OPTIONS] SECRET [file|-]', args: [1, 2],
    flags: [
      'driver|d|string||1.31', 'label|l|list', 'template-driver||string||1.37',
    ],
  },
  {
    path: 'secret inspect', usage: 'docker secret inspect [OPTIONS] SECRET [SECRET...]', args: [1, -1],
    flags: [
      'format|f|string', 'pretty||bool|false',
    ],
  },
  {
    path: 'secret ls', usage: 'docker secret ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'filter|f|filter', 'format||string', 'quiet|q|bool|false',
    ],
  },
  { path: 'secret rm', usage: 'docker secret rm SECRET [SECRET...]', args: [1, -1], aliases: 'remove' },
  { path: 'network', usage: 'docker network COMMAND', api: '1.21', subcommands: 'connect create disconnect inspect ls prune rm' },
  {
    path: 'network connect', usage: 'docker network connect [OPTIONS] NETWORK CONTAINER', args: [2, 2],
    flags: [
      'alias||strings', 'driver-opt||strings', 'gw-priority||int|0', 'ip||string', 'ip6||string', 'link||list', 'link-local-ip||strings',
    ],
  },
  {
    path: 'network create', usage: 'docker network create [OPTIONS] NETWORK', args: [1, 1],
    flags: [
      'attachable||bool|false|1.25', 'aux-address||map|map[]', 'config-from||string||1.30', 'config-only||bool|false|1.30', 'driver|d|string|bridge',
      'gateway||strings', 'ingress||bool|false|1.29', 'internal||bool|false', 'ip-range||strings', 'ipam-driver||string|default', 'ipam-opt||map|map[]',
      'ipv4||bool|true', 'ipv6||bool|false', 'label||list', 'opt|o|map|map[]', 'scope||string||1.30', 'subnet||strings',
    ],
  },
  {
    path: 'network disconnect', usage: 'docker network disconnect [OPTIONS] NETWORK CONTAINER', args: [2, 2],
    flags: [
      'force|f|bool|false',
    ],
  },
  {
    path: 'network inspect', usage: 'docker network inspect [OPTIONS] NETWORK [NETWORK...]', args: [1, -1],
    flags: [
      'format|f|string', 'verbose|v|bool|false',
    ],
  },
  {
    path: 'network ls', usage: 'docker network ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'filter|f|filter', 'format||string', 'no-trunc||bool|false', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'network prune', usage: 'docker network prune [OPTIONS]', args: [0, 0], api: '1.25',
    flags: [
      'filter||filter', 'force|f|bool|false',
    ],
  },
  {
    path: 'network rm', usage: 'docker network rm NETWORK [NETWORK...]', args: [1, -1], aliases: 'remove',
    flags: [
      'force|f|bool|false',
    ],
  },
  { path: 'volume', usage: 'docker volume COMMAND', api: '1.21', subcommands: 'create inspect ls prune rm update' },
  {
    path: 'volume create', usage: 'docker volume create [OPTIONS] [VOLUME]', args: [0, 1],
    flags: [
      'availability||string|active|1.42', 'driver|d|string|local', 'group||string||1.42', 'label||list', 'limit-bytes||bytes|0|1.42', 'opt|o|map|map[]',
      'required-bytes||bytes|0|1.42', 'scope||string|single|1.42', 'secret||map|map[]|1.42', 'sharing||string|none|1.42', 'topology-preferred||list||1.42',
      'topology-required||list||1.42', 'type||string|block|1.42', '~name||string',
    ],
  },
  {
    path: 'volume inspect', usage: 'docker volume inspect [OPTIONS] VOLUME [VOLUME...]', args: [1, -1],
    flags: [
      'format|f|string',
    ],
  },
  {
    path: 'volume ls', usage: 'docker volume ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'cluster||bool|false|1.42', 'filter|f|filter', 'format||string', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'volume prune', usage: 'docker volume prune [OPTIONS]', args: [0, 0], api: '1.25',
    flags: [
      'all|a|bool|false|1.42', 'filter||filter', 'force|f|bool|false',
    ],
  },
  {
    path: 'volume rm', usage: 'docker volume rm [OPTIONS] VOLUME [VOLUME...]', args: [1, -1], aliases: 'remove',
    flags: [
      'force|f|bool|false|1.25',
    ],
  },
  {
    path: 'volume update', usage: 'docker volume update [OPTIONS] [VOLUME]', args: [1, 1], api: '1.42',
    flags: [
      'availability||string|active|1.42',
    ],
  },
  { path: 'container', usage: 'docker container COMMAND', subcommands: 'attach commit cp create diff exec export inspect kill logs ls pause port prune rename restart rm run start stats stop top unpause update wait' },
  {
    path: 'container attach', usage: 'docker container attach [OPTIONS] CONTAINER', args: [1, 1],
    flags: [
      'detach-keys||string', 'no-stdin||bool|false', 'sig-proxy||bool|true',
    ],
  },
  {
    path: 'container commit', usage: 'docker container commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]', args: [1, 2], stops: true,
    flags: [
      'author|a|string', 'change|c|list', 'message|m|string', 'pause|p|bool|true',
    ],
  },
  {
    path: 'container cp', usage: 'docker container cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-', args: [2, 2],
    flags: [
      'archive|a|bool|false', 'follow-link|L|bool|false', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'container create', usage: 'docker container create [OPTIONS] IMAGE [COMMAND] [ARG...]', args: [1, -1], stops: true,
    flags: [
      'add-host||list', 'annotation||map|map[]|1.43', 'attach|a|list', 'blkio-weight||uint16|0', 'blkio-weight-device||list|[]', 'cap-add||list',
      'cap-drop||list', 'cgroup-parent||string', 'cgroupns||string||1.41', 'cidfile||string', 'cpu-count||int|0', 'cpu-percent||int|0', 'cpu-period||int|0',
      'cpu-quota||int|0', 'cpu-rt-period||int|0|1.25', 'cpu-rt-runtime||int|0|1.25', 'cpu-shares|c|int|0', 'cpus||decimal|0|1.25', 'cpuset-cpus||string',
      'cpuset-mems||string', 'device||list', 'device-cgroup-rule||list', 'device-read-bps||list|[]', 'device-read-iops||list|[]', 'device-write-bps||list|[]',
      'device-write-iops||list|[]', 'disable-content-trust||bool|true', 'dns||list', 'dns-option||list', 'dns-search||list', 'domainname||string',
      'entrypoint||string', 'env|e|list', 'env-file||list', 'expose||list', 'gpus||gpu-request||1.40', 'group-add||list', 'health-cmd||string',
      'health-interval||duration|0s', 'health-retries||int|0', 'health-start-interval||duration|0s|1.44', 'health-start-period||duration|0s|1.29',
      'health-timeout||duration|0s', 'help||bool|false', 'hostname|h|string', 'init||bool|false|1.25', 'interactive|i|bool|false', 'io-maxbandwidth||bytes|0',
      'io-maxiops||uint|0', 'ip||string', 'ip6||string', 'ipc||string', 'isolation||string', 'kernel-memory||bytes|0', 'label|l|list', 'label-file||list',
      'link||list', 'link-local-ip||list', 'log-driver||string', 'log-opt||list', 'mac-address||string', 'memory|m|bytes|0', 'memory-reservation||bytes|0',
      'memory-swap||bytes|0', 'memory-swappiness||int|-1', 'mount||mount', 'name||string', 'network||network', 'network-alias||list',
      'no-healthcheck||bool|false', 'oom-kill-disable||bool|false', 'oom-score-adj||int|0', 'pid||string', 'pids-limit||int|0', 'platform||string',
      'privileged||bool|false', 'publish|p|list', 'publish-all|P|bool|false', 'pull||string|missing', 'quiet|q|bool|false', 'read-only||bool|false',
      'restart||string|no', 'rm||bool|false', 'runtime||string', 'security-opt||list', 'shm-size||bytes|0', 'stop-signal||string', 'stop-timeout||int|0|1.25',
      'storage-opt||list', 'sysctl||map|map[]', 'tmpfs||list', 'tty|t|bool|false', 'ulimit||ulimit|[]', 'use-api-socket||bool|false', 'user|u|string',
      'userns||string', 'uts||string', 'volume|v|list', 'volume-driver||string', 'volumes-from||list', 'workdir|w|string', '~dns-opt||list', '~net||network',
      '~net-alias||list',
    ],
  },
  { path: 'container diff', usage: 'docker container diff CONTAINER', args: [1, 1] },
  {
    path: 'container exec', usage: 'docker container exec [OPTIONS] CONTAINER COMMAND [ARG...]', args: [2, -1], stops: true,
    flags: [
      'detach|d|bool|false', 'detach-keys||string', 'env|e|list||1.25', 'env-file||list||1.25', 'interactive|i|bool|false', 'privileged||bool|false',
      'tty|t|bool|false', 'user|u|string', 'workdir|w|string||1.35',
    ],
  },
  {
    path: 'container export', usage: 'docker container export [OPTIONS] CONTAINER', args: [1, 1],
    flags: [
      'output|o|string',
    ],
  },
  {
    path: 'container inspect', usage: 'docker container inspect [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1],
    flags: [
      'format|f|string', 'size|s|bool|false',
    ],
  },
  {
    path: 'container kill', usage: 'docker container kill [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1],
    flags: [
      'signal|s|string',
    ],
  },
  {
    path: 'container logs', usage: 'docker container logs [OPTIONS] CONTAINER', args: [1, 1],
    flags: [
      'details||bool|false', 'follow|f|bool|false', 'since||string', 'tail|n|string|all', 'timestamps|t|bool|false', 'until||string||1.35',
    ],
  },
  {
    path: 'container ls', usage: 'docker container ls [OPTIONS]', args: [0, 0], aliases: 'list ps',
    flags: [
      'all|a|bool|false', 'filter|f|filter', 'format||string', 'last|n|int|-1', 'latest|l|bool|false', 'no-trunc||bool|false', 'quiet|q|bool|false',
      'size|s|bool|false',
    ],
  },
  { path: 'container pause', usage: 'docker container pause CONTAINER [CONTAINER...]', args: [1, -1] },
  { path: 'container port', usage: 'docker container port CONTAINER [PRIVATE_PORT[/PROTO]]', args: [1, 2] },
  {
    path: 'container prune', usage: 'docker container prune [OPTIONS]', args: [0, 0], api: '1.25',
    flags: [
      'filter||filter', 'force|f|bool|false',
    ],
  },
  { path: 'container rename', usage: 'docker container rename CONTAINER NEW_NAME', args: [2, 2] },
  {
    path: 'container restart', usage: 'docker container restart [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1],
    flags: [
      'signal|s|string', 'timeout|t|int|0', '~time||int|||use --timeout instead',
    ],
  },
  {
    path: 'container rm', usage: 'docker container rm [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1], aliases: 'remove',
    flags: [
      'force|f|bool|false', 'link|l|bool|false', 'volumes|v|bool|false',
    ],
  },
  {
    path: 'container run', usage: 'docker container run [OPTIONS] IMAGE [COMMAND] [ARG...]', args: [1, -1], stops: true,
    flags: [
      'add-host||list', 'annotation||map|map[]|1.43', 'attach|a|list', 'blkio-weight||uint16|0', 'blkio-weight-device||list|[]', 'cap-add||list',
      'cap-drop||list', 'cgroup-parent||string', 'cgroupns||string||1.41', 'cidfile||string', 'cpu-count||int|0', 'cpu-percent||int|0', 'cpu-period||int|0',
      'cpu-quota||int|0', 'cpu-rt-period||int|0|1.25', 'cpu-rt-runtime||int|0|1.25', 'cpu-shares|c|int|0', 'cpus||decimal|0|1.25', 'cpuset-cpus||string',
      'cpuset-mems||string', 'detach|d|bool|false', 'detach-keys||string', 'device||list', 'device-cgroup-rule||list', 'device-read-bps||list|[]',
      'device-read-iops||list|[]', 'device-write-bps||list|[]', 'device-write-iops||list|[]', 'disable-content-trust||bool|true', 'dns||list',
      'dns-option||list', 'dns-search||list', 'domainname||string', 'entrypoint||string', 'env|e|list', 'env-file||list', 'expose||list',
      'gpus||gpu-request||1.40', 'group-add||list', 'health-cmd||string', 'health-interval||duration|0s', 'health-retries||int|0',
      'health-start-interval||duration|0s|1.44', 'health-start-period||duration|0s|1.29', 'health-timeout||duration|0s', 'help||bool|false',
      'hostname|h|string', 'init||bool|false|1.25', 'interactive|i|bool|false', 'io-maxbandwidth||bytes|0', 'io-maxiops||uint|0', 'ip||string', 'ip6||string',
      'ipc||string', 'isolation||string', 'kernel-memory||bytes|0', 'label|l|list', 'label-file||list', 'link||list', 'link-local-ip||list',
      'log-driver||string', 'log-opt||list', 'mac-address||string', 'memory|m|bytes|0', 'memory-reservation||bytes|0', 'memory-swap||bytes|0',
      'memory-swappiness||int|-1', 'mount||mount', 'name||string', 'network||network', 'network-alias||list', 'no-healthcheck||bool|false',
      'oom-kill-disable||bool|false', 'oom-score-adj||int|0', 'pid||string', 'pids-limit||int|0', 'platform||string', 'privileged||bool|false',
      'publish|p|list', 'publish-all|P|bool|false', 'pull||string|missing', 'quiet|q|bool|false', 'read-only||bool|false', 'restart||string|no',
      'rm||bool|false', 'runtime||string', 'security-opt||list', 'shm-size||bytes|0', 'sig-proxy||bool|true', 'stop-signal||string',
      'stop-timeout||int|0|1.25', 'storage-opt||list', 'sysctl||map|map[]', 'tmpfs||list', 'tty|t|bool|false', 'ulimit||ulimit|[]',
      'use-api-socket||bool|false', 'user|u|string', 'userns||string', 'uts||string', 'volume|v|list', 'volume-driver||string', 'volumes-from||list',
      'workdir|w|string', '~dns-opt||list', '~net||network', '~net-alias||list',
    ],
  },
  {
    path: 'container start', usage: 'docker container start [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1],
    flags: [
      'attach|a|bool|false', 'checkpoint||string', 'checkpoint-dir||string', 'detach-keys||string', 'interactive|i|bool|false',
    ],
  },
  {
    path: 'container stats', usage: 'docker container stats [OPTIONS] [CONTAINER...]', args: [0, -1],
    flags: [
      'all|a|bool|false', 'format||string', 'no-stream||bool|false', 'no-trunc||bool|false',
    ],
  },
  {
    path: 'container stop', usage: 'docker container stop [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1],
    flags: [
      'signal|s|string', 'timeout|t|int|0', '~time||int|||use --timeout instead',
    ],
  },
  { path: 'container top', usage: 'docker container top CONTAINER [ps OPTIONS]', args: [1, -1], stops: true },
  { path: 'container unpause', usage: 'docker container unpause CONTAINER [CONTAINER...]', args: [1, -1] },
  {
    path: 'container update', usage: 'docker container update [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1],
    flags: [
      'blkio-weight||uint16|0', 'cpu-period||int|0', 'cpu-quota||int|0', 'cpu-rt-period||int|0|1.25', 'cpu-rt-runtime||int|0|1.25', 'cpu-shares|c|int|0',
      'cpus||decimal|0|1.29', 'cpuset-cpus||string', 'cpuset-mems||string', 'memory|m|bytes|0', 'memory-reservation||bytes|0', 'memory-swap||bytes|0',
      'pids-limit||int|0|1.40', 'restart||string', '~kernel-memory||bytes|||and no longer supported by the kernel',
    ],
  },
  { path: 'container wait', usage: 'docker container wait CONTAINER [CONTAINER...]', args: [1, -1] },
  { path: 'image', usage: 'docker image COMMAND', subcommands: 'build history import inspect load ls prune pull push rm save tag' },
  {
    path: 'image build', usage: 'docker image build [OPTIONS] PATH | URL | -', args: [1, 1],
    flags: [
      'add-host||list', 'build-arg||list', 'cache-from||strings', 'cgroup-parent||string', 'compress||bool|false', 'cpu-period||int|0', 'cpu-quota||int|0',
      'cpu-shares|c|int|0', 'cpuset-cpus||string', 'cpuset-mems||string', 'disable-content-trust||bool|true', 'file|f|string', 'force-rm||bool|false',
      'iidfile||string', 'isolation||string', 'label||list', 'memory|m|bytes|0', 'memory-swap||bytes|0', 'network||string|default|1.25',
      'no-cache||bool|false', 'platform||string||1.38', 'pull||bool|false', 'quiet|q|bool|false', 'rm||bool|true', 'security-opt||strings',
      'shm-size||bytes|0', 'squash||bool|false|1.25', 'tag|t|list', 'target||string', 'ulimit||ulimit|[]',
    ],
  },
  {
    path: 'image history', usage: 'docker image history [OPTIONS] IMAGE', args: [1, 1],
    flags: [
      'format||string', 'human|H|bool|true', 'no-trunc||bool|false', 'platform||string||1.48', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'image import', usage: 'docker image import [OPTIONS] file|URL|- [REPOSITORY[:TAG]]', args: [1, -1],
    flags: [
      'change|c|list', 'message|m|string', 'platform||string',
    ],
  },
  {
    path: 'image inspect', usage: 'docker image inspect [OPTIONS] IMAGE [IMAGE...]', args: [1, -1],
    flags: [
      'format|f|string', 'platform||string||1.49',
    ],
  },
  {
    path: 'image load', usage: 'docker image load [OPTIONS]', args: [0, 0],
    flags: [
      'input|i|string', 'platform||string||1.48', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'image ls', usage: 'docker image ls [OPTIONS] [REPOSITORY[:TAG]]', args: [0, 1], aliases: 'list',
    flags: [
      'all|a|bool|false', 'digests||bool|false', 'filter|f|filter', 'format||string', 'no-trunc||bool|false', 'quiet|q|bool|false', 'tree||bool|false|1.47',
    ],
  },
  {
    path: 'image prune', usage: 'docker image prune [OPTIONS]', args: [0, 0], api: '1.25',
    flags: [
      'all|a|bool|false', 'filter||filter', 'force|f|bool|false',
    ],
  },
  {
    path: 'image pull', usage: 'docker image pull [OPTIONS] NAME[:TAG|@DIGEST]', args: [1, 1],
    flags: [
      'all-tags|a|bool|false', 'disable-content-trust||bool|true', 'platform||string', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'image push', usage: 'docker image push [OPTIONS] NAME[:TAG]', args: [1, 1],
    flags: [
      'all-tags|a|bool|false', 'disable-content-trust||bool|true', 'platform||string||1.46', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'image rm', usage: 'docker image rm [OPTIONS] IMAGE [IMAGE...]', args: [1, -1], aliases: 'remove',
    flags: [
      'force|f|bool|false', 'no-prune||bool|false', 'platform||strings||1.50',
    ],
  },
  {
    path: 'image save', usage: 'docker image save [OPTIONS] IMAGE [IMAGE...]', args: [1, -1],
    flags: [
      'output|o|string', 'platform||string||1.48',
    ],
  },
  { path: 'image tag', usage: 'docker image tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]', args: [2, 2], stops: true },
  { path: 'system', usage: 'docker system COMMAND', subcommands: 'df events info prune' },
  {
    path: 'system df', usage: 'docker system df [OPTIONS]', args: [0, 0], api: '1.25',
    flags: [
      'format||string', 'verbose|v|bool|false',
    ],
  },
  {
    path: 'system events', usage: 'docker system events [OPTIONS]', args: [0, 0],
    flags: [
      'filter|f|filter', 'format||string', 'since||string', 'until||string',
    ],
  },
  {
    path: 'system info', usage: 'docker system info [OPTIONS]', args: [0, 0],
    flags: [
      'format|f|string',
    ],
  },
  {
    path: 'system prune', usage: 'docker system prune [OPTIONS]', args: [0, 0], api: '1.25',
    flags: [
      'all|a|bool|false', 'filter||filter||1.28', 'force|f|bool|false', 'volumes||bool|false',
    ],
  },
  { path: 'context', usage: 'docker context COMMAND', subcommands: 'create export import inspect ls rm show update use' },
  {
    path: 'context create', usage: 'docker context create [OPTIONS] CONTEXT', args: [1, 1],
    flags: [
      'description||string', 'docker||stringToString|[]', 'from||string',
    ],
  },
  { path: 'context export', usage: 'docker context export [OPTIONS] CONTEXT [FILE|-]', args: [1, 2] },
  { path: 'context import', usage: 'docker context import CONTEXT FILE|-', args: [2, 2] },
  {
    path: 'context inspect', usage: 'docker context inspect [OPTIONS] [CONTEXT] [CONTEXT...]', args: [0, -1],
    flags: [
      'format|f|string',
    ],
  },
  {
    path: 'context ls', usage: 'docker context ls [OPTIONS]', args: [0, 0], aliases: 'list',
    flags: [
      'format||string', 'quiet|q|bool|false',
    ],
  },
  {
    path: 'context rm', usage: 'docker context rm CONTEXT [CONTEXT...]', args: [1, -1], aliases: 'remove',
    flags: [
      'force|f|bool|false',
    ],
  },
  { path: 'context show', usage: 'docker context show', args: [0, 0] },
  {
    path: 'context update', usage: 'docker context update [OPTIONS] CONTEXT', args: [1, 1],
    flags: [
      'description||string', 'docker||stringToString|[]',
    ],
  },
  { path: 'context use', usage: 'docker context use CONTEXT', args: [0, -1] },
  { path: 'ps', usage: 'docker ps [OPTIONS]', args: [0, 0], like: 'container ls' },
  {
    path: 'inspect', usage: 'docker inspect [OPTIONS] NAME|ID [NAME|ID...]', args: [1, -1],
    flags: [
      'format|f|string', 'size|s|bool|false', 'type||string',
    ],
  },
  { path: 'logs', usage: 'docker logs [OPTIONS] CONTAINER', args: [1, 1], like: 'container logs' },
  { path: 'exec', usage: 'docker exec [OPTIONS] CONTAINER COMMAND [ARG...]', args: [2, -1], stops: true, like: 'container exec' },
  { path: 'stop', usage: 'docker stop [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1], like: 'container stop' },
  { path: 'kill', usage: 'docker kill [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1], like: 'container kill' },
  { path: 'start', usage: 'docker start [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1], like: 'container start' },
  { path: 'restart', usage: 'docker restart [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1], like: 'container restart' },
  { path: 'rm', usage: 'docker rm [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1], like: 'container rm' },
  { path: 'run', usage: 'docker run [OPTIONS] IMAGE [COMMAND] [ARG...]', args: [1, -1], stops: true, like: 'container run' },
  { path: 'create', usage: 'docker create [OPTIONS] IMAGE [COMMAND] [ARG...]', args: [1, -1], stops: true, like: 'container create' },
  { path: 'images', usage: 'docker images [OPTIONS] [REPOSITORY[:TAG]]', args: [0, 1], like: 'image ls' },
  { path: 'info', usage: 'docker info [OPTIONS]', args: [0, 0], like: 'system info' },
  {
    path: 'version', usage: 'docker version [OPTIONS]', args: [0, 0],
    flags: [
      'format|f|string',
    ],
  },
  { path: 'events', usage: 'docker events [OPTIONS]', args: [0, 0], like: 'system events' },
  { path: 'stats', usage: 'docker stats [OPTIONS] [CONTAINER...]', args: [0, -1], like: 'container stats' },
  { path: 'top', usage: 'docker top CONTAINER [ps OPTIONS]', args: [1, -1], stops: true, like: 'container top' },
  { path: 'port', usage: 'docker port CONTAINER [PRIVATE_PORT[/PROTO]]', args: [1, 2], like: 'container port' },
  { path: 'pause', usage: 'docker pause CONTAINER [CONTAINER...]', args: [1, -1], like: 'container pause' },
  { path: 'unpause', usage: 'docker unpause CONTAINER [CONTAINER...]', args: [1, -1], like: 'container unpause' },
  { path: 'wait', usage: 'docker wait CONTAINER [CONTAINER...]', args: [1, -1], like: 'container wait' },
  { path: 'attach', usage: 'docker attach [OPTIONS] CONTAINER', args: [1, 1], like: 'container attach' },
  { path: 'cp', usage: 'docker cp [OPTIONS] CONTAINER:SRC_PATH DEST_PATH|-', args: [2, 2], like: 'container cp' },
  { path: 'diff', usage: 'docker diff CONTAINER', args: [1, 1], like: 'container diff' },
  { path: 'rename', usage: 'docker rename CONTAINER NEW_NAME', args: [2, 2], like: 'container rename' },
  { path: 'update', usage: 'docker update [OPTIONS] CONTAINER [CONTAINER...]', args: [1, -1], like: 'container update' },
  { path: 'pull', usage: 'docker pull [OPTIONS] NAME[:TAG|@DIGEST]', args: [1, 1], like: 'image pull' },
  { path: 'rmi', usage: 'docker rmi [OPTIONS] IMAGE [IMAGE...]', args: [1, -1], like: 'image rm' },
  { path: 'tag', usage: 'docker tag SOURCE_IMAGE[:TAG] TARGET_IMAGE[:TAG]', args: [2, 2], stops: true, like: 'image tag' },
  { path: 'history', usage: 'docker history [OPTIONS] IMAGE', args: [1, 1], like: 'image history' },
  { path: 'commit', usage: 'docker commit [OPTIONS] CONTAINER [REPOSITORY[:TAG]]', args: [1, 2], stops: true, like: 'container commit' },
  { path: 'export', usage: 'docker export [OPTIONS] CONTAINER', args: [1, 1], like: 'container export' },
  { path: 'build', usage: 'docker build [OPTIONS] PATH | URL | -', args: [1, 1], like: 'image build' },
  { path: 'import', usage: 'docker import [OPTIONS] file|URL|- [REPOSITORY[:TAG]]', args: [1, -1], like: 'image import' },
  { path: 'load', usage: 'docker load [OPTIONS]', args: [0, 0], like: 'image load' },
  { path: 'push', usage: 'docker push [OPTIONS] NAME[:TAG]', args: [1, 1], like: 'image push' },
  { path: 'save', usage: 'docker save [OPTIONS] IMAGE [IMAGE...]', args: [1, -1], like: 'image save' },
  { path: 'login', usage: 'docker login [OPTIONS] [ARG...]', args: [0, -1], stops: true },
  { path: 'logout', usage: 'docker logout [OPTIONS] [ARG...]', args: [0, -1], stops: true },
  { path: 'search', usage: 'docker search [OPTIONS] [ARG...]', args: [0, -1], stops: true },
  { path: 'builder', usage: 'docker builder [OPTIONS] [ARG...]', args: [0, -1], stops: true },
  { path: 'checkpoint', usage: 'docker checkpoint [OPTIONS] [ARG...]', args: [0, -1], stops: true },
  { path: 'manifest', usage: 'docker manifest [OPTIONS] [ARG...]', args: [0, -1], stops: true },
  { path: 'plugin', usage: 'docker plugin [OPTIONS] [ARG...]', args: [0, -1], stops: true },
  { path: 'trust', usage: 'docker trust [OPTIONS] [ARG...]', args: [0, -1], stops: true },
];
