import { lineFiles } from './line-files.ts';

/** A stack with what stacks can have. */
const RICH_STACK = `version: "3.9"
services:
  front:
    image: nginx:1.25
    ports: ["8088:80", "8443:443"]
    networks: [inner]
    environment: { A: "1", B: two words }
    labels: { of.container: "yes" }
    deploy:
      replicas: 3
      labels: { tier: front, "com.example.team": "a=b,c" }
      update_config: { parallelism: 2, delay: 10s, order: start-first }
      restart_policy: { condition: on-failure, max_attempts: 3, window: 2m }
      resources: { limits: { cpus: "0.50", memory: 64M }, reservations: { cpus: "0.1", memory: 16M } }
      placement: { constraints: ["node.role == worker"], preferences: [{ spread: node.labels.zone }], max_replicas_per_node: 2 }
    healthcheck: { test: ["CMD", "true"], interval: 5s, timeout: 2s, retries: 3, start_period: 1s }
    logging: { driver: json-file, options: { max-size: 1m } }
    configs: [{ source: page, target: /page.html, mode: 0440 }]
    secrets: [word]
    volumes: ["data:/data", "/etc/hosts:/hosts:ro"]
    extra_hosts: ["db:10.1.2.3"]
    dns: [1.1.1.1]
    stop_grace_period: 20s
    cap_add: [NET_ADMIN]
    sysctls: { net.core.somaxconn: "100" }
    ulimits: { nofile: { soft: 100, hard: 200 } }
  agent:
    image: busybox:latest
    command: ["sleep", "100000"]
    deploy: { mode: global }
    networks: [inner]
configs: { page: { file: ./conf.x } }
secrets: { word: { file: ./conf.x } }
networks: { inner: { driver: overlay, attachable: true, driver_opts: { encrypted: "" } } }
volumes: { data: {} }
`;

export const readFiles: { readonly [name: string]: string } = { ...lineFiles, 'rich.yml': RICH_STACK };

/** Shell lines that make a cluster with something of everything. */
export const readSetup: readonly string[] = [
  'docker node update --label-add zone=a --label-add ssd DC2-N3',
  'docker node update --label-add zone=b DC2-N4',
  'docker network create -d overlay --attachable --subnet 10.50.0.0/16 --gateway 10.50.0.1 --label net=own own-net',
  'docker network create br-net',
  'docker config create conf1 conf.x && docker config create --label a=b conf-2 conf.x',
  'docker secret create sec1 conf.x && docker secret create --label a=b sec10 conf.x',
  'docker volume create vol1 && docker volume create --label a=b --opt type=tmpfs --opt device=tmpfs --opt o=size=1m vol2',
  'docker service create -d --name web --replicas 3 -p 8080:80 --network own-net --label tier=web --env A=1 nginx:1.25 nginx -g "daemon off;"',
  'docker service create -d --name web2 --replicas 2 --publish published=8090,target=80,mode=host --constraint node.labels.zone==a --limit-cpu .5 --limit-memory 1.5g --reserve-memory 50m httpd:latest',
  'docker service create -d --name everywhere --mode global --mount type=volume,source=v,target=/v --config conf1 --secret source=sec1,target=/p,mode=0400 --user 1:2 --hostname "{{.Node.Hostname}}" busybox:latest sleep 100000',
  'docker service create -d --name pi --mode replicated-job --replicas 4 --max-concurrent 2 busybox:latest true',
  'docker service create -d --name each --mode global-job busybox:latest true',
  'docker service create -d --name nowhere --constraint node.labels.zone==nowhere busybox:latest sleep 1',
  'docker service create -d --name broken --restart-condition none busybox:latest nosuchcommand',
  'docker service create -d --name talker --replicas 1 busybox:latest sh -c "while true; do echo hello; sleep 600; done"',
  'docker service update -d --image nginx:1.26 --update-parallelism 0 --env-add B=2 web',
  'docker service update -d --label-add x=y web2',
  'docker service scale -d talker=2',
  'docker stack deploy -c rich.yml rich',
  'docker run -d --name c1 --label own=c -p 8500:80 -p 9000-9001:90-91 --network br-net -e A=1 -v vol1:/d busybox:latest sleep 1000000',
  'docker run --name c2 busybox:latest echo hi',
  'docker create --name c3 nginx:latest',
  'docker tag nginx:latest nginx:extra',
  'docker node update --availability drain DC2-N4',
  'sleep 60',
];

const formats = (fields: string): readonly string[] => {
  const names = fields.split(' ');
  return [
    'json',
    'table',
    'raw',
    'pretty',
    `table ${names.map((name) => `{{.${name}}}`).join('\\t')}`,
    names.map((name) => `{{.${name}}}`).join('|'),
    '{{json .}}',
    `{{upper .${names[0]}}} {{.${names[1]}}}`,
    `table {{truncate .${names[1]} 3}}\\t{{pad .${names[0]} 1 2}}`,
    `{{if eq .${names[1]} "web"}}yes{{else}}{{len .${names[1]}}}{{end}}`,
    `{{.Nope}}`,
    `{{range $i, $c := split .${names[1]} "e"}}{{$i}}={{$c}} {{end}}`,
    'tablex',
    `{{printf "%-10s|%q" .${names[1]} .${names[0]}}}`,
  ];
};

/** A list command with everything that lists take. */
function lists(
  command: string,
  fields: string,
  options: { readonly filters?: readonly string[]; readonly flags?: readonly string[]; readonly args?: string } = {},
): readonly string[] {
  const { filters = [], flags = [], args = '' } = options;
  const tail = args === '' ? '' : ` ${args}`;
  return [
    `${command}${tail}`,
    `${command} -q${tail}`,
    ...flags.flatMap((flag) => [`${command} ${flag}${tail}`, `${command} ${flag} -q${tail}`]),
    ...filters.map((filter) => `${command} --filter '${filter}'${tail}`),
    ...filters.slice(0, 2).map((filter) => `${command} -q -f '${filter}' -f '${filters.at(-1)}'${tail}`),
    ...formats(fields).map((format) => `${command} --format '${format}'${tail}`),
    `${command} -q --format '{{.${fields.split(' ')[1]}}}'${tail}`,
  ];
}

/** An inspect command with its forms. */
function inspects(command: string, names: readonly string[], templates: readonly string[]): readonly string[] {
  const [first = ''] = names;
  return [
    ...names.map((name) => `${command} ${name}`),
    `${command} ${names.join(' ')} nope`,
    `${command} -f '{{json .}}' ${first}`,
    `${command} --format json ${names.join(' ')}`,
    ...[
      '{{.ID}} {{.Nope}}',
      '{{.Spec}}',
      '{{json .Spec}}',
      '{{.CreatedAt}}',
      '{{range $k, $v := .Spec.Labels}}{{$k}}={{$v}};{{end}}',
      '{{println .ID}}',
      ...templates,
    ].map((template) => `${command} -f '${template}' ${names.slice(0, 2).join(' ')}`),
  ];
}

/** Reading docker lines for the cluster that `readSetup` makes, as typed in a shell. */
export const readLines: readonly string[] = [
  ...lists('docker service ls', 'ID Name Mode Replicas Image Ports', {
    filters: [
      'name=web',
      'label=tier',
      'label=tier=web',
      'mode=global',
      'mode=replicated-job',
      'mode=x',
      'id=zzz',
      'bogus=1',
      'runtime=container',
      'name=rich',
    ],
  }),
  ...['web', 'web2', 'everywhere', 'pi', 'each', 'nowhere', 'broken', 'talker', 'rich_front'].flatMap((name) => [
    `docker service ps ${name}`,
    `docker service ps --no-trunc ${name}`,
    `docker service inspect --pretty ${name}`,
    `docker service inspect ${name}`,
  ]),
  ...lists('docker service ps', 'ID Name Image Node DesiredState CurrentState Error Ports', {
    flags: ['--no-resolve', '--no-trunc', '--no-trunc --no-resolve'],
    filters: ['desired-state=running', 'desired-state=shutdown', 'node=DC2-N3', 'node=self', 'name=web.1', 'id=zzz', 'desired-state=x', 'label=x', 'bogus=1'],
    args: 'web rich_front',
  }),
  'docker service ps nope web also',
  ...inspects(
    'docker service inspect',
    ['web', 'everywhere', 'pi'],
    [
      '{{.Spec.Mode.Replicated.Replicas}}',
      '{{.Endpoint.Ports}}',
      '{{json .Endpoint}}',
      '{{range .Endpoint.VirtualIPs}}{{.NetworkID}} {{.Addr}}{{end}}',
      '{{.Spec.TaskTemplate.ContainerSpec.Image}}',
      '{{.Spec.TaskTemplate.ContainerSpec.Env}}',
      '{{index .Spec.Labels "tier"}}',
      '{{.PreviousSpec.TaskTemplate.ContainerSpec.Image}}',
      '{{.UpdateStatus.State}}',
      '{{.Version.Index}} {{.Meta.Version.Index}}',
      '{{.Spec.TaskTemplate.Resources}}',
    ],
  ),
  'docker service inspect --pretty --format x web',
  'docker service inspect --format prettyx web',
  ...['', '-t', '--raw', '--no-task-ids', '--no-trunc', '--no-resolve', '-n 1', '--tail 0', '--since 1h', '--details', '--tail x', '-t --raw'].map(
    (flags) => `docker service logs ${flags} talker`,
  ),
  'docker service logs nope',
  ...lists('docker node ls', 'ID Hostname Status Availability ManagerStatus TLSStatus EngineVersion Self', {
    filters: [
      'role=manager',
      'role=worker',
      'role=x',
      'name=DC2',
      'node.label=zone',
      'node.label=zone=a',
      'membership=accepted',
      'label=x',
      'id=zz',
      'bogus=1',
    ],
  }),
  ...lists('docker node ps', 'ID Name Image Node DesiredState CurrentState Error Ports', {
    flags: ['--no-resolve', '--no-trunc'],
    filters: ['desired-state=running', 'name=web', 'label=x', 'bogus=1'],
    args: 'DC2-N3 DC2-N4',
  }),
  'docker node ps',
  'docker node ps self nope',
  ...inspects(
    'docker node inspect',
    ['self', 'DC2-N3'],
    [
      '{{.Spec.Role}}',
      '{{.Status.State}} {{.Status.Addr}}',
      '{{.ManagerStatus.Leader}}',
      '{{.Description.Hostname}}',
      '{{.Spec.Labels.zone}}',
      '{{.Description.Engine.Plugins}}',
    ],
  ),
  'docker node inspect --pretty self',
  'docker node inspect --pretty DC2-N3 DC2-N4',
  ...lists('docker stack ls', 'Name Services'),
  ...lists('docker stack services', 'ID Name Mode Replicas Image Ports', {
    filters: ['name=rich_front', 'label=tier', 'mode=global', 'bogus=1'],
    args: 'rich',
  }),
  ...lists('docker stack ps', 'ID Name Image Node DesiredState CurrentState Error Ports', {
    flags: ['--no-resolve', '--no-trunc'],
    filters: ['desired-state=running', 'name=rich_front', 'node=DC2-N3', 'bogus=1'],
    args: 'rich',
  }),
  'docker stack ps nope',
  'docker stack services nope',
  'docker stack config -c rich.yml',
  'docker stack config -c stack.yml -c rich.yml --skip-interpolation',
  ...lists('docker secret ls', 'ID Name Driver CreatedAt UpdatedAt Labels', { filters: ['name=sec1', 'label=a', 'label=a=b', 'id=zz', 'bogus=1'] }),
  ...inspects('docker secret inspect', ['sec1', 'sec10'], ['{{.Spec.Name}}', '{{.Spec.Labels.a}}']),
  'docker secret inspect --pretty sec1 sec10',
  ...lists('docker config ls', 'ID Name CreatedAt UpdatedAt Labels', { filters: ['name=conf', 'label=a', 'label=c', 'id=zz', 'bogus=1'] }),
  ...inspects('docker config inspect', ['conf1', 'conf-2'], ['{{.Spec.Name}}', '{{.Spec.Data}}', '{{printf "%s" .Spec.Data}}']),
  'docker config inspect --pretty conf1 conf-2',
  ...lists('docker network ls', 'ID Name Driver Scope IPv4 IPv6 Internal Labels CreatedAt', {
    flags: ['--no-trunc'],
    filters: ['driver=overlay', 'scope=swarm', 'type=custom', 'type=builtin', 'name=net', 'label=net', 'label=net=own', 'dangling=true', 'type=x', 'bogus=1'],
  }),
  ...inspects(
    'docker network inspect',
    ['own-net', 'br-net', 'ingress'],
    ['{{.Name}} {{.Driver}} {{.Scope}}', '{{range .IPAM.Config}}{{.Subnet}} {{.Gateway}}{{end}}', '{{.Containers}}', '{{len .Containers}}', '{{.Options}}'],
  ),
  'docker network inspect -v own-net',
  'docker network inspect bridge host none docker_gwbridge',
  ...lists('docker volume ls', 'Driver Name Scope Mountpoint Labels Links Size', {
    filters: ['name=vol', 'driver=local', 'label=a', 'dangling=true', 'dangling=false', 'bogus=1'],
  }),
  ...inspects('docker volume inspect', ['vol1', 'vol2'], ['{{.Mountpoint}}', '{{.Options}}', '{{.Name}} {{.Labels}}']),
  ...lists('docker ps', 'ID Names Image Command CreatedAt RunningFor Ports State Status Size Labels Mounts LocalVolumes', {
    flags: ['-a', '--no-trunc', '-s', '-l', '-n 2', '-a --no-trunc', '-a -s'],
    filters: [
      'name=c1',
      'status=exited',
      'status=created',
      'exited=0',
      'ancestor=busybox',
      'label=own',
      'network=br-net',
      'volume=vol1',
      'publish=8500',
      'expose=80',
      'is-task=true',
      'health=none',
      'status=x',
      'before=c1',
      'since=c1',
      'bogus=1',
    ],
  }),
  ...inspects(
    'docker container inspect',
    ['c1', 'c2', 'c3'],
    [
      '{{.State.Status}}',
      '{{.NetworkSettings.Ports}}',
      '{{.Config.Env}}',
      '{{.HostConfig.PortBindings}}',
      '{{range .Mounts}}{{.Source}}:{{.Destination}}{{end}}',
      '{{.Name}}',
    ],
  ),
  "docker ps -a -f name=c1 --format '{{.Networks}}'",
  'docker inspect -s c1',
  'docker port c1',
  'docker port c1 80',
  'docker port c1 80/udp',
  'docker port c1 x',
  'docker top c1',
  'docker top c1 -o pid,cmd',
  'docker logs c2',
  'docker logs -t c2',
  'docker logs --tail 0 c2',
  'docker diff c1',
  'docker wait c2',
  "docker stats --no-stream --format 'table {{.Container}}\\t{{.Name}}\\t{{.PIDs}}\\t{{.BlockIO}}' c1",
  "docker stats --no-stream --format '{{.Name}} {{.PIDs}}'",
  "docker stats --no-stream --no-trunc --format '{{.ID}} {{.Name}} {{.PIDs}}' c1 c2",
  ...lists('docker images', 'ID Repository Tag Digest CreatedSince CreatedAt Size Containers SharedSize UniqueSize', {
    flags: ['-a', '--digests', '--no-trunc', '--digests --no-trunc'],
    filters: ['dangling=true', 'reference=nginx', 'reference=*nginx*:1*', 'label=x', 'before=busybox', 'since=busybox', 'bogus=1'],
  }),
  'docker images nginx',
  'docker images nginx:1.25',
  'docker images nosuch',
  'docker images ls',
  'docker images --tree',
  ...inspects('docker image inspect', ['nginx:1.25', 'busybox'], ['{{.Config.Cmd}}', '{{.Size}}', '{{.RepoTags}}', '{{.Os}}/{{.Architecture}}']),
  'docker history nginx:1.25',
  'docker history --no-trunc -H=false busybox',
  'docker history -q nginx:1.25',
  "docker history --format '{{.ID}} {{.CreatedBy}}' nginx:1.25",
  'docker inspect web',
  'docker inspect c1 web own-net vol1 sec1 conf1 nope',
  'docker inspect --type service web',
  'docker inspect --type node DC2-N3',
  'docker inspect --type task nope',
  'docker inspect DC2-N3 nginx:1.25',
  "docker inspect -f '{{.Name}}' c1 own-net vol1",
  "docker inspect -f '{{.Spec.Name}}' web sec1 conf1",
  'docker info',
  "docker info --format '{{json .Swarm}}'",
  "docker info -f '{{.Swarm.NodeID}} {{.Swarm.LocalNodeState}} {{.Swarm.ControlAvailable}} {{.ServerVersion}} {{.Name}} {{.NCPU}}'",
  "docker info -f '{{range .Swarm.RemoteManagers}}{{.NodeID}}@{{.Addr}} {{end}}'",
  "docker info -f '{{.Nope}}'",
  "docker info -f '{{len .Plugins.Network}} {{.Plugins.Volume}}'",
  'docker version',
  "docker version --format '{{.Server.Version}} {{.Client.Version}}'",
  'docker version --format json',
  "docker version -f '{{.Nope}}'",
  'docker system df',
  'docker system df -v',
  'docker system df --format json',
  "docker system df --format 'table {{.Type}}\\t{{.Size}}'",
  "docker system df -v --format '{{json .}}'",
  'docker swarm join-token worker',
  'docker swarm join-token -q manager',
  'docker swarm unlock-key',
  'docker swarm ca',
  'docker context ls --format json',
  'docker context inspect',
  'docker context show',
  'docker plugin ls',
  "docker events --since 71m --until 1s --filter type=service --format '{{.Type}} {{.Action}} {{.Actor.Attributes.name}}'",
  "docker events --since 71m --until 1s --filter type=container --filter event=start --format '{{json .Actor.Attributes}}'",
  'docker events --since 71m --until 1s --filter type=node',
  'docker events --since 71m --until 1s --filter type=secret --filter type=config --format json',
  'docker events --since 71m --until 1s --filter scope=local --filter container=c1',
];
