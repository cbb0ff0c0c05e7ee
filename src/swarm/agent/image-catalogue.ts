import type { HealthConfig } from '../../docker/api/specs.ts';

/** An image that the simulated world knows of. */
export interface CatalogueImage {
  /** Familiar name without tag. */
  readonly name: string;
  readonly tags: readonly string[];
  /**
   * `preloaded`: every host has it. `pullable`: only the simulated public registry has it. `private`: in a registry that its
   * name says and that can be reached even when the public one cannot.
   */
  readonly from: 'preloaded' | 'pullable' | 'private';
  readonly sizeMb: number;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly ports: readonly string[];
  readonly env?: readonly string[];
  /** Made by `docker import`: nothing is set but what is said here, and the same content is one image under many names. */
  readonly imported?: { readonly content: string };
  readonly workingDir?: string;
  readonly health?: HealthConfig;
  /** Files that differ from those of every image, by path. */
  readonly files?: { readonly [path: string]: string };
  /** What its shell says before the first prompt. */
  readonly shellBanner?: string;
  /** What its own command does: serve until told to stop, be a shell, or say something and end. */
  readonly behaviour: 'serve' | 'shell' | 'say';
  /** What it writes at start (serve) or altogether (say). */
  readonly log?: readonly string[];
  /** Memory in use when idle. */
  readonly memoryMb: number;
  /** What a GET of any path answers; `{hostname}` and `{address}` are the container's. Absent: no HTTP. */
  readonly page?: string;
}

const ENTRYPOINT = ['/docker-entrypoint.sh'];
const NGINX_PAGE = '<!DOCTYPE html>\n<html>\n<head>\n<title>Welcome to nginx!</title>\n</head>\n<body>\n<h1>Welcome to nginx!</h1>\n</body>\n</html>\n';

/**
 * What is known of images. The preloaded ones behave as on the recorded hosts (nginx, httpd, redis and the webserver
 * write no log and end at once with 0 when told to stop); the others are what stack files out there ask for.
 */
export const IMAGE_CATALOGUE: readonly CatalogueImage[] = [
  {
    name: 'nginx',
    tags: ['latest', '1.25', '1.26', '1.27', 'alpine'],
    from: 'preloaded',
    sizeMb: 192,
    entrypoint: ENTRYPOINT,
    command: ['nginx', '-g', 'daemon off;'],
    ports: ['80/tcp'],
    env: ['NGINX_VERSION=1.27.5'],
    behaviour: 'serve',
    memoryMb: 5,
    page: NGINX_PAGE,
  },
  {
    name: 'httpd',
    tags: ['latest', '2.4'],
    from: 'preloaded',
    sizeMb: 148,
    entrypoint: [],
    command: ['httpd-foreground'],
    ports: ['80/tcp'],
    env: ['HTTPD_PREFIX=/usr/local/apache2'],
    workingDir: '/usr/local/apache2',
    behaviour: 'serve',
    memoryMb: 9,
    page: '<html><body><h1>It works!</h1></body></html>\n',
  },
  {
    name: 'redis',
    tags: ['latest', '3.0.6', '7'],
    from: 'preloaded',
    sizeMb: 117,
    entrypoint: ['docker-entrypoint.sh'],
    command: ['redis-server'],
    ports: ['6379/tcp'],
    workingDir: '/data',
    behaviour: 'serve',
    memoryMb: 8,
  },
  {
    name: 'daviddavistx/webserver',
    tags: ['1', '2'],
    from: 'preloaded',
    sizeMb: 134,
    entrypoint: [],
    command: ['webserver'],
    ports: ['80/tcp'],
    behaviour: 'serve',
    memoryMb: 12,
    page: '<html><body><h1>Web server</h1><p>{hostname}</p></body></html>\n',
  },
  { name: 'alpine', tags: ['latest', '3.20'], from: 'preloaded', sizeMb: 8, entrypoint: [], command: ['/bin/sh'], ports: [], behaviour: 'shell', memoryMb: 1 },
  { name: 'busybox', tags: ['latest'], from: 'preloaded', sizeMb: 4, entrypoint: [], command: ['sh'], ports: [], behaviour: 'shell', memoryMb: 1 },

  pullable(
    'nginx',
    ['1.21', '1.22', '1.23', '1.24', '1.24-alpine', '1.25-alpine', '1.26-alpine', '1.27-alpine', '1.28', '1.29', 'mainline', 'stable'],
    192,
    'nginx',
    ['80/tcp'],
    5,
    {
      entrypoint: ENTRYPOINT,
      page: NGINX_PAGE,
      log: ['/docker-entrypoint.sh: Configuration complete; ready for start up', '[notice] 1#1: start worker processes'],
    },
  ),
  pullable('httpd', ['2', '2.4-alpine', 'alpine'], 148, 'httpd-foreground', ['80/tcp'], 9, { page: '<html><body><h1>It works!</h1></body></html>\n' }),
  pullable('redis', ['alpine', '6', '6-alpine', '7-alpine', '7.2', '8'], 117, 'redis-server', ['6379/tcp'], 8, {
    entrypoint: ['docker-entrypoint.sh'],
    workingDir: '/data',
    log: ['* Ready to accept connections tcp'],
  }),
  pullable(
    'postgres',
    ['latest', '9.4', '12', '13', '14', '15', '15-alpine', '16', '16-alpine', '17', '17-alpine', '18', 'alpine'],
    438,
    'postgres',
    ['5432/tcp'],
    27,
    {
      entrypoint: ['docker-entrypoint.sh'],
      env: ['PGDATA=/var/lib/postgresql/data'],
      log: ['LOG:  database system is ready to accept connections'],
    },
  ),
  pullable('mysql', ['latest', '5.7', '8', '8.0', '8.4', '9'], 632, 'mysqld', ['3306/tcp', '33060/tcp'], 360, {
    entrypoint: ['docker-entrypoint.sh'],
    log: ['[System] [MY-010931] [Server] /usr/sbin/mysqld: ready for connections.'],
  }),
  pullable('mariadb', ['latest', '10', '10.6', '10.11', '11', 'lts'], 405, 'mariadbd', ['3306/tcp'], 90, {
    entrypoint: ['docker-entrypoint.sh'],
    log: ['[Note] mariadbd: ready for connections.'],
  }),
  pullable('mongo', ['latest', '4', '4.4', '5', '6', '7', '8'], 800, 'mongod', ['27017/tcp'], 160, {
    entrypoint: ['docker-entrypoint.sh'],
    log: ['Waiting for connections'],
  }),
  pullable('rabbitmq', ['latest', '3', '3-management', '4', '4-management', 'management'], 250, 'rabbitmq-server', ['5672/tcp', '15672/tcp'], 120, {
    entrypoint: ['docker-entrypoint.sh'],
    log: ['Server startup complete'],
    page: '<html><title>RabbitMQ Management</title></html>\n',
  }),
  pullable('memcached', ['latest', '1.6', 'alpine', '1.6-alpine'], 90, 'memcached', ['11211/tcp'], 4, { entrypoint: ['docker-entrypoint.sh'] }),
  pullable('traefik', ['latest', 'v2.10', 'v2.11', 'v3', 'v3.0', 'v3.1', 'v3.2', 'v3.3', 'v3.4', 'v3.5'], 225, 'traefik', ['80/tcp'], 40, {
    entrypoint: ['/entrypoint.sh'],
    log: ['INF Traefik version 3.5.0 built'],
    page: '404 page not found\n',
  }),
  pullable('haproxy', ['latest', '2.8', '3.0', 'alpine', 'lts'], 104, 'haproxy', [], 20, {
    entrypoint: ['docker-entrypoint.sh'],
    page: '<html><body><h1>503 Service Unavailable</h1></body></html>\n',
  }),
  pullable('caddy', ['latest', '2', '2-alpine', 'alpine'], 50, 'caddy', ['80/tcp', '443/tcp'], 14, { page: 'Caddy works!\n' }),
  pullable('wordpress', ['latest', '6', 'php8.2-apache', 'php8.3-apache'], 700, 'apache2-foreground', ['80/tcp'], 45, {
    entrypoint: ['docker-entrypoint.sh'],
    workingDir: '/var/www/html',
    page: '<html><title>WordPress &rsaquo; Installation</title></html>\n',
  }),
  pullable('ghost', ['latest', '5', '5-alpine'], 560, 'node', ['2368/tcp'], 140, {
    entrypoint: ['docker-entrypoint.sh'],
    page: '<html><title>Ghost</title></html>\n',
  }),
  pullable('adminer', ['latest', '4', '5'], 118, 'php', ['8080/tcp'], 18, {
    entrypoint: ['entrypoint.sh'],
    page: '<html><title>Login - Adminer</title></html>\n',
  }),
  pullable('phpmyadmin', ['latest', '5'], 560, 'apache2-foreground', ['80/tcp'], 40, {
    entrypoint: ['/docker-entrypoint.sh'],
    page: '<html><title>phpMyAdmin</title></html>\n',
  }),
  pullable('registry', ['latest', '2', '3'], 25, '/etc/distribution/config.yml', ['5000/tcp'], 10, { entrypoint: ['/entrypoint.sh'], page: '{}\n' }),
  pullable('consul', ['latest', '1.15'], 150, 'agent', ['8500/tcp'], 50, { entrypoint: ['docker-entrypoint.sh'], page: 'Consul Agent: UI disabled.\n' }),
  program('portainer/portainer-ce', ['latest', '2.19.4', '2.21.5', 'lts', 'sts', 'alpine'], 290, '/portainer', ['8000/tcp', '9000/tcp', '9443/tcp'], 30, {
    page: '<html><title>Portainer</title></html>\n',
  }),
  program('portainer/agent', ['latest', '2.19.4', '2.21.5', 'lts', 'sts'], 165, './agent', ['9001/tcp'], 12, {}),
  program('prom/prometheus', ['latest', 'v2.53.0', 'v3.0.0'], 290, '/bin/prometheus', ['9090/tcp'], 60, {
    page: '<html><title>Prometheus Time Series Collection and Processing Server</title></html>\n',
  }),
  program('prom/node-exporter', ['latest', 'v1.8.0'], 25, '/bin/node_exporter', ['9100/tcp'], 14, { page: '<html><title>Node Exporter</title></html>\n' }),
  program('prom/alertmanager', ['latest', 'v0.27.0'], 70, '/bin/alertmanager', ['9093/tcp'], 20, { page: '<html><title>Alertmanager</title></html>\n' }),
  program('grafana/grafana', ['latest', '10.4.0', '11.0.0', '12.0.0'], 480, '/run.sh', ['3000/tcp'], 80, { page: '<html><title>Grafana</title></html>\n' }),
  program('grafana/loki', ['latest', '2.9.0', '3.0.0'], 80, '/usr/bin/loki', ['3100/tcp'], 45, { page: 'ready\n' }),
  program('gcr.io/cadvisor/cadvisor', ['latest', 'v0.49.1'], 80, '/usr/bin/cadvisor', ['8080/tcp'], 40, { page: '<html><title>cAdvisor</title></html>\n' }),
  pullable('dockersamples/visualizer', ['latest', 'stable'], 177, 'npm', ['8080/tcp'], 45, { page: '<html><title>Visualizer</title></html>\n' }),
  pullable('dockersamples/examplevotingapp_vote', ['latest', 'before', 'after'], 84, 'gunicorn', ['80/tcp'], 30, {
    page: '<html><title>Cats vs Dogs!</title></html>\n',
  }),
  pullable('dockersamples/examplevotingapp_result', ['latest', 'before', 'after'], 230, 'node', ['80/tcp'], 40, {
    page: '<html><title>Cats vs Dogs -- Result</title></html>\n',
  }),
  pullable('dockersamples/examplevotingapp_worker', ['latest'], 200, 'dotnet', [], 40, { log: ['Connected to db', 'Found redis'] }),
  program('traefik/whoami', ['latest', 'v1.10', 'v1.11'], 7, '/whoami', ['80/tcp'], 3, { page: 'Hostname: {hostname}\nIP: {address}\n' }),
  program('containous/whoami', ['latest'], 7, '/whoami', ['80/tcp'], 3, { page: 'Hostname: {hostname}\nIP: {address}\n' }),
  pullable('jwilder/whoami', ['latest'], 10, '/app/http', ['8000/tcp'], 3, { page: "I'm {hostname}\n" }),
  pullable('nginxdemos/hello', ['latest', 'plain-text'], 20, 'nginx', ['80/tcp'], 5, { page: 'Server address: {address}:80\nServer name: {hostname}\n' }),
  program('hashicorp/http-echo', ['latest', '1.0'], 8, '/http-echo', ['5678/tcp'], 4, { page: 'hello-world\n' }),
  pullable('kennethreitz/httpbin', ['latest'], 534, 'gunicorn', ['80/tcp'], 60, { page: '<html><title>httpbin.org</title></html>\n' }),
  pullable('elasticsearch', ['7.17.0', '8.11.0', '8.15.0'], 1200, 'eswrapper', ['9200/tcp', '9300/tcp'], 700, {
    entrypoint: ['/usr/local/bin/docker-entrypoint.sh'],
    page: '{ "tagline" : "You Know, for Search" }\n',
  }),
  pullable('nats', ['latest', '2', 'alpine'], 20, 'nats-server', ['4222/tcp', '8222/tcp'], 10, { entrypoint: ['docker-entrypoint.sh'] }),
  pullable('tomcat', ['latest', '9', '10', '11'], 470, 'catalina.sh', ['8080/tcp'], 120, { page: '<html><title>Apache Tomcat</title></html>\n' }),
  pullable('jenkins/jenkins', ['latest', 'lts'], 480, '/usr/local/bin/jenkins.sh', ['8080/tcp', '50000/tcp'], 400, {
    page: '<html><title>Jenkins</title></html>\n',
  }),
  shell('alpine', ['3', '3.18', '3.19', '3.21', '3.22', 'edge'], 8, '/bin/sh'),
  shell('busybox', ['1', '1.36', '1.37', 'glibc', 'musl', 'uclibc', 'stable'], 4, 'sh'),
  shell('ubuntu', ['latest', '20.04', '22.04', '24.04', 'jammy', 'noble'], 78, '/bin/bash'),
  shell('debian', ['latest', '11', '12', 'bookworm', 'bookworm-slim', 'bullseye', 'stable', 'stable-slim'], 117, 'bash'),
  shell('centos', ['latest', '7', '8'], 231, '/bin/bash'),
  shell('fedora', ['latest', '41'], 180, '/bin/bash'),
  shell('node', ['latest', '18', '18-alpine', '20', '20-alpine', '22', '22-alpine', 'lts', 'alpine'], 1100, 'node'),
  shell('python', ['latest', '3', '3-alpine', '3-slim', '3.10', '3.11', '3.11-slim', '3.12', '3.12-slim', '3.13', '3.13-slim'], 1010, 'python3'),
  shell('nicolaka/netshoot', ['latest', 'v0.13'], 480, 'zsh'),
  shell('curlimages/curl', ['latest', '8.10.0'], 22, 'sh'),
  shell('bash', ['latest', '5'], 15, 'bash'),
  {
    name: 'hello-world',
    tags: ['latest', 'linux'],
    from: 'pullable',
    sizeMb: 1,
    entrypoint: [],
    command: ['/hello'],
    ports: [],
    behaviour: 'say',
    memoryMb: 1,
    log: ['', 'Hello from Docker!', 'This message shows that your installation appears to be working correctly.', ''],
  },
];

function pullable(
  name: string,
  tags: readonly string[],
  sizeMb: number,
  program: string,
  ports: readonly string[],
  memoryMb: number,
  more: Partial<Pick<CatalogueImage, 'entrypoint' | 'env' | 'log' | 'page' | 'workingDir'>>,
): CatalogueImage {
  return { name, tags, from: 'pullable', sizeMb, entrypoint: [], command: [program], ports, behaviour: 'serve', memoryMb, ...more };
}

/** An image that is one program: what is given as command are its arguments. */
function program(...[name, tags, sizeMb, path, ...rest]: Parameters<typeof pullable>): CatalogueImage {
  return { ...pullable(name, tags, sizeMb, path, ...rest), entrypoint: [path], command: [] };
}

function shell(name: string, tags: readonly string[], sizeMb: number, program: string): CatalogueImage {
  return { name, tags, from: 'pullable', sizeMb, entrypoint: [], command: [program], ports: [], behaviour: 'shell', memoryMb: 2 };
}

/**
 * What else tutorials and stack files ask for, of which only the name, the port and the size are known: `name port MB`. They
 * serve and say nothing.
 */
const OTHERS =
  'drupal 80 568,joomla 80 460,nextcloud 80 1100,kibana 5601 700,logstash 5044 800,couchdb 5984 230,influxdb 8086 310,telegraf 8125 360,' +
  'zookeeper 2181 290,vault 8200 400,sonarqube 9000 1000,jenkins 8080 700,cassandra 9042 380,neo4j 7474 560,mongo-express 8081 180,' +
  'gitea/gitea 3000 170,minio/minio 9000 150,quay.io/keycloak/keycloak 8080 440,swarmpit/swarmpit 8080 240,swarmpit/agent 8080 20,' +
  'portainer/portainer 9000 80,manomarks/visualizer 8080 150,google/cadvisor 8080 70,gitlab/gitlab-ce 80 2900,' +
  'bretfisher/examplevotingapp_vote 80 84,bretfisher/examplevotingapp_worker - 200,bretfisher/examplevotingapp_result 80 230,' +
  'stefanscherer/whoami 8080 4,ajeetraina/hellowhale 80 20,vfarcic/docker-flow-proxy 80 60,dockerswarm/swarm 2375 20,docker 2375 330,' +
  'confluentinc/cp-kafka 9092 800,openfaas/gateway 8080 30,training/webapp 5000 350,tutum/hello-world 80 20,crccheck/hello-world 8000 1';

const others = new Map<string, CatalogueImage>(
  OTHERS.split(',').map((row) => {
    const [name = '', port = '', size = ''] = row.split(' ');
    const program = name.slice(name.lastIndexOf('/') + 1);
    return [
      name,
      pullable(name, ['latest'], Number(size), program, port === '-' ? [] : [`${port}/tcp`], 30, { ...(port === '-' ? {} : { page: `${program}\n` }) }),
    ];
  }),
);

const firstNumber = (tag: string): number => Number(/^v?(\d+)(?:[.-]|$)/.exec(tag)?.[1] ?? Number.NaN);

/**
 * The entry for a familiar name and tag: a tag of the catalogue, or an older version of the same image (`redis:3.0.7` where there
 * is a `redis:8`). Of the images whose versions are not known, a registry has any version and the usual variants.
 */
export function catalogueImage(name: string, tag: string): CatalogueImage | undefined {
  const entries = IMAGE_CATALOGUE.filter((image) => image.name === name);
  const listed = entries.find((image) => image.tags.includes(tag));
  if (listed !== undefined) return listed;
  const version = firstNumber(tag);
  const newest = Math.max(...entries.flatMap((image) => image.tags.map(firstNumber)).filter((number) => !Number.isNaN(number)));
  if (version <= newest)
    return entries.find((image) => image.from === 'pullable') ?? entries.map((image): CatalogueImage => ({ ...image, from: 'pullable' }))[0];
  const other = others.get(name);
  return other !== undefined && (!Number.isNaN(version) || /^(?:latest|alpine|slim|stable|lts|dind|apache|fpm)\b/.test(tag)) ? other : undefined;
}

/** Files that an image brings along and that somebody may look at or put another in the place of. */
export function imageFiles({ name, page }: CatalogueImage): readonly { readonly path: string; readonly text: string }[] {
  if (page === undefined) return [];
  if (name === 'nginx') return [{ path: '/usr/share/nginx/html/index.html', text: page }];
  return name === 'httpd' ? [{ path: '/usr/local/apache2/htdocs/index.html', text: page }] : [];
}
