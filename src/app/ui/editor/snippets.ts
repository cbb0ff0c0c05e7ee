/** A whole block that can be written at once. `$1`, `${1:default}` are stops, as in Monaco's and VS Code's snippets. */
export interface Snippet {
  /** Where it fits: a path with `*` for any name; the mapping whose keys it adds. */
  readonly at: string;
  readonly label: { readonly en: string; readonly pt: string };
  /** Lines; the first begins at the cursor, the others are relative to its column. */
  readonly body: readonly string[];
  readonly doc: { readonly en: string; readonly pt: string };
}

const SERVICE = ['${1:web}:', '  image: ${2:nginx:1.27}', '  deploy:', '    replicas: ${3:3}', '  ports:', '    - "${4:8080}:${5:80}"', '$0'];

/** Blocks that people write again and again. */
export const SNIPPETS: readonly Snippet[] = [
  {
    at: '',
    label: { en: 'stack', pt: 'stack' },
    body: ['services:', ...SERVICE.map((line) => (line === '$0' ? line : `  ${line}`))],
    doc: { en: 'A whole small stack: one service with replicas and a port.', pt: 'Uma pequena stack inteira: um serviço com réplicas e uma porta.' },
  },
  {
    at: '',
    label: { en: 'network with encryption', pt: 'rede cifrada' },
    body: ['networks:', '  ${1:backend}:', '    driver: overlay', '    driver_opts:', '      encrypted: ""', '$0'],
    doc: { en: 'An overlay network whose traffic is encrypted.', pt: 'Uma rede overlay com o tráfego cifrado.' },
  },
  {
    at: '',
    label: { en: 'secret from a file', pt: 'segredo de um arquivo' },
    body: ['secrets:', '  ${1:db_password}:', '    file: ./${2:db_password.txt}', '$0'],
    doc: {
      en: 'A secret whose content is in a file beside this one; services name it under secrets:.',
      pt: 'Um segredo cujo conteúdo está num arquivo ao lado; os serviços o citam em secrets:.',
    },
  },
  {
    at: '',
    label: { en: 'config from a file', pt: 'config de um arquivo' },
    body: ['configs:', '  ${1:site}:', '    file: ./${2:site.conf}', '$0'],
    doc: { en: 'A config whose content is in a file beside this one.', pt: 'Um config cujo conteúdo está num arquivo ao lado.' },
  },
  {
    at: 'services',
    label: { en: 'service', pt: 'serviço' },
    body: SERVICE,
    doc: { en: 'A service with replicas and a published port.', pt: 'Um serviço com réplicas e uma porta publicada.' },
  },
  {
    at: 'services',
    label: { en: 'service on every node', pt: 'serviço em todo nó' },
    body: ['${1:agent}:', '  image: ${2:prom/node-exporter:latest}', '  deploy:', '    mode: global', '$0'],
    doc: { en: 'A global service: one task on every node.', pt: 'Um serviço global: uma tarefa em cada nó.' },
  },
  {
    at: 'services',
    label: { en: 'job', pt: 'trabalho (job)' },
    body: [
      '${1:migrate}:',
      '  image: ${2:alpine:latest}',
      '  command: ${3:sh -c "echo done"}',
      '  deploy:',
      '    mode: replicated-job',
      '    replicas: ${4:1}',
      '$0',
    ],
    doc: { en: 'A job: tasks that run to their end, once.', pt: 'Um trabalho: tarefas que rodam até o fim, uma vez.' },
  },
  {
    at: 'services.*',
    label: { en: 'health check', pt: 'teste de saúde' },
    body: [
      'healthcheck:',
      '  test: ["CMD", "${1:curl}", "${2:-f}", "${3:http://localhost}"]',
      '  interval: ${4:10s}',
      '  timeout: ${5:3s}',
      '  retries: ${6:3}',
      '$0',
    ],
    doc: { en: 'How to find out whether a task works.', pt: 'Como descobrir se uma tarefa funciona.' },
  },
  {
    at: 'services.*',
    label: { en: 'port, long form', pt: 'porta, forma longa' },
    body: ['ports:', '  - target: ${1:80}', '    published: ${2:8080}', '    protocol: ${3|tcp,udp,sctp|}', '    mode: ${4|ingress,host|}', '$0'],
    doc: { en: 'A published port with all its settings.', pt: 'Uma porta publicada com todos os ajustes.' },
  },
  {
    at: 'services.*.deploy',
    label: { en: 'rolling update', pt: 'atualização gradual' },
    body: [
      'update_config:',
      '  parallelism: ${1:1}',
      '  delay: ${2:10s}',
      '  order: ${3|start-first,stop-first|}',
      '  failure_action: ${4|rollback,pause,continue|}',
      '$0',
    ],
    doc: { en: 'Replace tasks a few at a time, and go back when the new ones fail.', pt: 'Troca tarefas aos poucos e volta atrás quando as novas falham.' },
  },
  {
    at: 'services.*.deploy',
    label: { en: 'limits and reservations', pt: 'limites e reservas' },
    body: [
      'resources:',
      '  limits:',
      '    cpus: "${1:0.5}"',
      '    memory: ${2:256M}',
      '  reservations:',
      '    cpus: "${3:0.25}"',
      '    memory: ${4:128M}',
      '$0',
    ],
    doc: { en: 'What a task may use, and what must be free for it.', pt: 'O que uma tarefa pode usar e o que precisa estar livre para ela.' },
  },
  {
    at: 'services.*.deploy',
    label: { en: 'only on managers', pt: 'só em gerentes' },
    body: ['placement:', '  constraints:', '    - node.role == manager', '$0'],
    doc: { en: 'Tasks run on managers only.', pt: 'As tarefas só rodam em gerentes.' },
  },
  {
    at: 'services.*.deploy',
    label: { en: 'spread over zones', pt: 'espalhar por zonas' },
    body: ['placement:', '  preferences:', '    - spread: node.labels.${1:zone}', '$0'],
    doc: { en: 'Tasks are spread evenly over the values of a node label.', pt: 'As tarefas se distribuem por igual entre os valores de um rótulo de nó.' },
  },
  {
    at: 'services.*.deploy',
    label: { en: 'restart on failure', pt: 'reinício ao falhar' },
    body: ['restart_policy:', '  condition: on-failure', '  delay: ${1:5s}', '  max_attempts: ${2:3}', '  window: ${3:2m}', '$0'],
    doc: { en: 'Start a failed task again, some times.', pt: 'Reinicia uma tarefa que falhou, algumas vezes.' },
  },
];

/** The blocks that fit into the mapping at a path. */
export function snippetsAt(path: readonly (string | number)[]): readonly Snippet[] {
  const place = path.map((part, i) => (i === 1 ? '*' : part)).join('.');
  return SNIPPETS.filter((snippet) => snippet.at === place);
}
