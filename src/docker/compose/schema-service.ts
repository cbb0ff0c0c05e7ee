import { deploySchema } from './schema-deploy.ts';
import {
  anyName,
  commandLine,
  duration,
  flag,
  integer,
  key,
  number,
  oneOfWords,
  openRecord,
  options,
  pairs,
  record,
  type SchemaNode,
  text,
  textOrList,
  uniqueTexts,
  userName,
} from './schema-node.ts';

const healthDuration: SchemaNode = { types: ['string'], format: 'duration', formatSince: 4 };

function fileReferences(section: 'secrets' | 'configs'): SchemaNode {
  return {
    types: ['array'],
    items: {
      oneOf: [
        { types: ['string'], refersTo: section },
        openRecord({
          source: key({ types: ['string'], refersTo: section }, 'Its name in this file.', 'Seu nome neste arquivo.'),
          target: key(text, 'Where it appears in the container.', 'Onde aparece no contêiner.'),
          uid: key(text, 'Owner in the container, as text.', 'Dono no contêiner, como texto.'),
          gid: key(text, 'Group in the container, as text.', 'Grupo no contêiner, como texto.'),
          mode: key(number, 'Permissions, e.g. 0440.', 'Permissões, por exemplo 0440.'),
        }),
      ],
    },
  };
}

const ports: SchemaNode = {
  types: ['array'],
  unique: true,
  items: {
    oneOf: [
      { types: ['number'], format: 'ports' },
      { types: ['string'], format: 'ports' },
      record({
        mode: key(
          oneOfWords('ingress', 'host'),
          'On every node through the mesh, or only on nodes with a task.',
          'Em todo nó, pela malha, ou só nos nós com uma tarefa.',
        ),
        target: key(integer, 'Port in the container.', 'Porta no contêiner.'),
        published: key(integer, 'Port on the nodes (a number, not in quotes).', 'Porta nos nós (um número, sem aspas).'),
        protocol: key(oneOfWords('tcp', 'udp', 'sctp'), 'Protocol of the port.', 'Protocolo da porta.'),
      }),
    ],
    earlier: { before: 2, node: { types: ['string', 'number'], format: 'ports' } },
  },
};

const volumes: SchemaNode = {
  types: ['array'],
  items: {
    oneOf: [
      text,
      {
        ...record({
          type: key(oneOfWords('volume', 'bind', 'tmpfs', 'npipe', 'cluster', 'image'), 'What is mounted.', 'O que é montado.'),
          source: key({ types: ['string'], refersTo: 'volumes' }, 'Name of the volume, or path on the node.', 'Nome do volume ou caminho no nó.'),
          target: key(text, 'Path in the container.', 'Caminho no contêiner.'),
          read_only: key(flag, 'Whether the container may not write there.', 'Se o contêiner não pode escrever ali.'),
          consistency: key(text, 'Has no effect on Linux.', 'Não tem efeito no Linux.'),
          bind: key(
            openRecord({
              propagation: key(
                oneOfWords('rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave'),
                'Whether mounts made later are seen on the other side.',
                'Se montagens feitas depois são vistas do outro lado.',
              ),
            }),
            'Options of a bind mount.',
            'Opções de uma montagem bind.',
          ),
          volume: key(
            openRecord({
              nocopy: key(flag, 'Do not fill a new volume with the files of the image.', 'Não preencher um volume novo com os arquivos da imagem.'),
            }),
            'Options of a volume.',
            'Opções de um volume.',
          ),
          tmpfs: key(
            openRecord({ size: key({ types: ['integer'], minimum: 0 }, 'Size in bytes.', 'Tamanho em bytes.') }),
            'Options of a file system in memory.',
            'Opções de um sistema de arquivos na memória.',
            6,
          ),
        }),
        required: ['type'],
      },
    ],
  },
  earlier: { before: 2, node: uniqueTexts },
};

const networks: SchemaNode = {
  oneOf: [
    { types: ['array'], items: { types: ['string'], refersTo: 'networks' }, unique: true },
    {
      types: ['object'],
      closed: true,
      refersTo: 'networks',
      named: {
        pattern: userName,
        node: {
          oneOf: [
            record({
              aliases: key(uniqueTexts, 'More names of the service on this network.', 'Outros nomes do serviço nesta rede.'),
              driver_opts: key(options, 'Options for the driver.', 'Opções para o driver.', 13),
              ipv4_address: key(
                text,
                'Dropped without a word: swarm tasks have no fixed address.',
                'Descartado sem aviso: tarefas não têm endereço fixo.',
                0,
                'dropped',
              ),
              ipv6_address: key(
                text,
                'Dropped without a word: swarm tasks have no fixed address.',
                'Descartado sem aviso: tarefas não têm endereço fixo.',
                0,
                'dropped',
              ),
            }),
            { types: ['null'] },
          ],
        },
      },
    },
  ],
};

const healthcheck = record({
  disable: key(flag, 'Switch off the health check of the image.', 'Desligar a verificação de saúde da imagem.'),
  interval: key(healthDuration, 'Time between two checks.', 'Tempo entre duas verificações.'),
  retries: key(number, 'Failures in a row that make a task unhealthy.', 'Falhas seguidas que tornam a tarefa não saudável.'),
  test: key(commandLine, 'The command that checks; as text it runs in a shell.', 'O comando que verifica; como texto, roda em um shell.'),
  timeout: key(healthDuration, 'How long a check may take.', 'Quanto uma verificação pode demorar.'),
  start_period: key(duration, 'Time to start in which failures do not count.', 'Tempo para iniciar em que falhas não contam.', 4),
  start_interval: key(duration, 'Time between checks while starting.', 'Tempo entre verificações durante o início.', 12),
});

const build: SchemaNode = {
  oneOf: [
    text,
    {
      types: ['object'],
      closed: { before: 11 },
      properties: {
        context: key(text, 'Folder with the Dockerfile.', 'Pasta com o Dockerfile.'),
        dockerfile: key(text, 'Another name for the Dockerfile.', 'Outro nome para o Dockerfile.'),
        args: key(pairs, 'Build arguments.', 'Argumentos da construção.'),
        labels: key(pairs, 'Labels of the image.', 'Rótulos da imagem.', 3),
        cache_from: key(uniqueTexts, 'Images used as cache.', 'Imagens usadas como cache.', 2),
        network: key(text, 'Network while building.', 'Rede durante a construção.', 4),
        target: key(text, 'Stage to build.', 'Estágio a construir.', 4),
        shm_size: key({ types: ['integer', 'string'] }, 'Size of /dev/shm while building.', 'Tamanho de /dev/shm durante a construção.', 5),
        extra_hosts: key(pairs, 'More lines in /etc/hosts while building.', 'Mais linhas em /etc/hosts durante a construção.', 9),
      },
    },
  ],
};

const ulimits: SchemaNode = {
  types: ['object'],
  named: {
    pattern: /^[a-z]+$/,
    node: {
      oneOf: [
        integer,
        {
          ...record({ hard: key(integer, 'The hard limit.', 'O limite rígido.'), soft: key(integer, 'The soft limit.', 'O limite flexível.') }),
          required: ['soft', 'hard'],
        },
      ],
    },
  },
};

const ignoredEn = 'Ignored by a swarm (with a warning).';
const ignoredPt = 'Ignorado por um swarm (com um aviso).';
const ignored = (node: SchemaNode, since = 0) => key(node, ignoredEn, ignoredPt, since, 'unsupported');

/** `services.X`. */
export const serviceSchema: SchemaNode = {
  types: ['object'],
  closed: true,
  extensionsSince: 7,
  properties: {
    deploy: key(deploySchema, 'How the swarm runs the service.', 'Como o swarm executa o serviço.'),
    build: ignored(build),
    cap_add: key(uniqueTexts, 'Linux capabilities to add.', 'Capacidades do Linux a acrescentar.'),
    cap_drop: key(uniqueTexts, 'Linux capabilities to take away.', 'Capacidades do Linux a retirar.'),
    cgroupns_mode: ignored(text, 9),
    cgroup_parent: ignored(text),
    command: key(commandLine, 'Arguments instead of those of the image.', 'Argumentos no lugar dos da imagem.'),
    configs: key(fileReferences('configs'), 'Configs that appear as files in the container.', 'Configs que aparecem como arquivos no contêiner.', 3),
    container_name: key(text, 'Has no effect: tasks name their containers.', 'Sem efeito: as tarefas dão nome aos contêineres.', 0, 'deprecated'),
    credential_spec: key(
      record({
        config: key({ types: ['string'], refersTo: 'configs' }, 'A config that holds it.', 'Um config que a contém.', 8),
        file: key(text, 'A file on the node.', 'Um arquivo no nó.'),
        registry: key(text, 'A value in the Windows registry.', 'Um valor no registro do Windows.'),
      }),
      'Windows account of the containers.',
      'Conta Windows dos contêineres.',
      3,
    ),
    depends_on: key(
      { types: ['array'], items: { types: ['string'], refersTo: 'services' }, unique: true },
      'Has no effect in a swarm: services start in any order.',
      'Sem efeito em um swarm: os serviços iniciam em qualquer ordem.',
      0,
      'dropped',
    ),
    devices: ignored(uniqueTexts),
    dns: key(textOrList, 'DNS servers of the containers.', 'Servidores DNS dos contêineres.'),
    dns_search: key(textOrList, 'DNS search domains.', 'Domínios de busca do DNS.'),
    domainname: ignored(text),
    entrypoint: key(commandLine, 'Program instead of that of the image.', 'Programa no lugar do da imagem.'),
    env_file: key(textOrList, 'Files with environment variables.', 'Arquivos com variáveis de ambiente.'),
    environment: key(pairs, 'Environment variables of the containers.', 'Variáveis de ambiente dos contêineres.'),
    expose: key({ types: ['array'], items: { types: ['string', 'number'] }, unique: true }, 'Not needed.', 'Desnecessário.', 0, 'deprecated'),
    external_links: ignored(uniqueTexts),
    extra_hosts: key(pairs, 'More lines in /etc/hosts.', 'Mais linhas em /etc/hosts.'),
    healthcheck: key(healthcheck, 'How to find out whether a task works.', 'Como descobrir se uma tarefa funciona.'),
    hostname: key(text, 'Host name in the container; may hold templates.', 'Nome do host no contêiner; aceita modelos.'),
    image: key(text, 'The image to run; needed for deploy.', 'A imagem a executar; necessária para o deploy.'),
    init: key(flag, 'Run a small init process first.', 'Executar antes um pequeno processo init.', 7),
    ipc: ignored(text),
    isolation: key(oneOfWords('default', 'process', 'hyperv'), 'Isolation on Windows.', 'Isolamento no Windows.', 5),
    labels: key(pairs, 'Labels of the containers.', 'Rótulos dos contêineres.'),
    links: ignored(uniqueTexts),
    logging: key(
      record({
        driver: key(oneOfWords('json-file', 'local', 'syslog', 'journald', 'none'), 'Where the output goes.', 'Para onde vai a saída.'),
        options: key(
          { types: ['object'], named: { pattern: anyName, node: { types: ['string', 'number', 'null'] } } },
          'Options of the log driver.',
          'Opções do driver de log.',
        ),
      }),
      'What happens to the output.',
      'O que acontece com a saída.',
    ),
    mac_address: ignored(text),
    network_mode: ignored(text),
    networks: key(networks, 'Networks to join.', 'Redes de que participa.'),
    pid: ignored({ types: ['string', 'null'] }),
    ports: key(ports, 'Ports to publish, e.g. "8080:80".', 'Portas a publicar, por exemplo "8080:80".'),
    privileged: ignored(flag),
    read_only: key(flag, 'Make the root file system read-only.', 'Tornar o sistema de arquivos raiz somente leitura.'),
    restart: key(
      oneOfWords('no', 'always', 'on-failure', 'unless-stopped'),
      'Use deploy.restart_policy instead; counts only where that is missing.',
      'Prefira deploy.restart_policy; só vale onde ele falta.',
      0,
      'unsupported',
    ),
    security_opt: ignored(uniqueTexts),
    shm_size: ignored({ types: ['number', 'string'] }),
    secrets: key(fileReferences('secrets'), 'Secrets that appear under /run/secrets.', 'Segredos que aparecem em /run/secrets.', 1),
    sysctls: key(pairs, 'Kernel settings of the containers.', 'Ajustes do kernel dos contêineres.'),
    stdin_open: key(flag, 'Keep standard input open.', 'Manter a entrada padrão aberta.'),
    stop_grace_period: key(duration, 'Time between SIGTERM and SIGKILL.', 'Tempo entre SIGTERM e SIGKILL.'),
    stop_signal: key(text, 'Another signal than SIGTERM.', 'Outro sinal em vez de SIGTERM.'),
    tmpfs: key(textOrList, 'Has no effect in a swarm: use volumes with type tmpfs.', 'Sem efeito em um swarm: use volumes do tipo tmpfs.', 0, 'dropped'),
    tty: key(flag, 'Give the containers a terminal.', 'Dar um terminal aos contêineres.'),
    ulimits: key(ulimits, 'Limits such as nofile.', 'Limites como nofile.'),
    oom_score_adj: key(
      integer,
      'Accepted, but dropped by this version of the command line.',
      'Aceito, mas descartado por esta versão da linha de comando.',
      13,
      'dropped',
    ),
    user: key(text, 'User in the container, as text.', 'Usuário no contêiner, como texto.'),
    userns_mode: ignored(text),
    volumes: key(volumes, 'Volumes and folders to mount.', 'Volumes e pastas a montar.'),
    working_dir: key(text, 'Folder in which the program starts.', 'Pasta em que o programa inicia.'),
  },
};
