/** A text in both languages of the page. */
export interface SchemaDoc {
  readonly en: string;
  readonly pt: string;
}

const doc = (en: string, pt: string): SchemaDoc => ({ en, pt });

const ignored = doc('Ignored by a swarm, with a warning.', 'Ignorado por um swarm, com um aviso.');
const external = doc('It exists already: the stack uses it, but neither creates nor removes it.', 'Já existe: a stack o usa, mas não o cria nem remove.');
const outsideName = doc(
  'Its name in the swarm, as it is written, without the stack’s name in front.',
  'Seu nome no swarm, como está escrito, sem o nome da stack na frente.',
);
const fixedAddress = doc('Dropped without a word: tasks of a swarm have no fixed address.', 'Descartado sem aviso: tarefas de um swarm não têm endereço fixo.');
const mountLabels = doc(
  'Labels of the object, to find it again: docker … ls --filter label=KEY.',
  'Rótulos do objeto, para encontrá-lo depois: docker … ls --filter label=CHAVE.',
);

/** What each key of a stack file means, and what its words mean (`key=word`), in our own words. */
export const stackDocs = {
  version: doc(
    'Version of the format, in quotes: "3.8". It decides which keys are known; without it, all are.',
    'Versão do formato, entre aspas: "3.8". Ela decide quais chaves são conhecidas; sem ela, todas.',
  ),
  services: doc(
    'What runs: each service is an image with a number of tasks. In the swarm it is called STACK_NAME.',
    'O que é executado: cada serviço é uma imagem com um número de tarefas. No swarm ele se chama STACK_NOME.',
  ),
  networks: doc(
    'Networks of the stack. One without settings is an overlay network over all nodes.',
    'Redes da stack. Uma sem ajustes é uma rede overlay sobre todos os nós.',
  ),
  volumes: doc(
    'Named volumes. Each node that runs a task has its own, with its own content.',
    'Volumes com nome. Cada nó que executa uma tarefa tem o seu, com seu próprio conteúdo.',
  ),
  secrets: doc(
    'Passwords, keys and certificates: kept encrypted by the managers, seen only by the tasks that ask for them.',
    'Senhas, chaves e certificados: guardados cifrados pelos gerentes, vistos só pelas tarefas que os pedem.',
  ),
  configs: doc(
    'Files of settings that the managers hand to the tasks that ask for them.',
    'Arquivos de configuração que os gerentes entregam às tarefas que os pedem.',
  ),

  image: doc(
    'The image to run, e.g. nginx:1.27. Needed for a deploy; without a tag it is :latest.',
    'A imagem a executar, por exemplo nginx:1.27. Necessária para o deploy; sem tag é :latest.',
  ),
  command: doc(
    'Arguments in place of those of the image (CMD). A text is split into words as by a shell.',
    'Argumentos no lugar dos da imagem (CMD). Um texto é dividido em palavras como em um shell.',
  ),
  entrypoint: doc('The program in place of that of the image (ENTRYPOINT).', 'O programa no lugar do da imagem (ENTRYPOINT).'),
  environment: doc(
    'Environment variables, as KEY: value or as a list of KEY=value. A key without a value takes that of your shell.',
    'Variáveis de ambiente, como CHAVE: valor ou lista de CHAVE=valor. Uma chave sem valor toma o do seu shell.',
  ),
  env_file: doc(
    'Files with lines KEY=value, read when you deploy. environment: wins over them.',
    'Arquivos com linhas CHAVE=valor, lidos no deploy. environment: vence sobre eles.',
  ),
  ports: doc(
    'Ports to publish, e.g. "8080:80": 8080 on every node leads to port 80 of some task.',
    'Portas a publicar, por exemplo "8080:80": a 8080 de cada nó leva à porta 80 de alguma tarefa.',
  ),
  'service.networks': doc(
    'Networks to join. Without any, the service joins the stack’s default network.',
    'Redes de que participa. Sem nenhuma, o serviço entra na rede default da stack.',
  ),
  'service.volumes': doc(
    'What to mount: name:/path for a volume, ./folder:/path or /folder:/path for a folder of the node.',
    'O que montar: nome:/caminho para um volume, ./pasta:/caminho ou /pasta:/caminho para uma pasta do nó.',
  ),
  'service.secrets': doc('Secrets that the tasks may read, as files under /run/secrets.', 'Segredos que as tarefas podem ler, como arquivos em /run/secrets.'),
  'service.configs': doc(
    'Configs that appear as files in the containers, as /NAME unless a target says otherwise.',
    'Configs que aparecem como arquivos nos contêineres, como /NOME se target não disser outro lugar.',
  ),
  deploy: doc(
    'How the swarm runs the service: how many tasks, where, with what resources, and how they are updated.',
    'Como o swarm executa o serviço: quantas tarefas, onde, com que recursos e como são atualizadas.',
  ),
  healthcheck: doc(
    'How to find out whether a task works. An unhealthy task is replaced; one that starts gets no traffic before it is healthy.',
    'Como descobrir se uma tarefa funciona. Uma não saudável é substituída; uma que inicia não recebe tráfego antes de estar saudável.',
  ),
  labels: doc(
    'Labels of the containers. Those of the service itself stand under deploy.labels.',
    'Rótulos dos contêineres. Os do próprio serviço ficam em deploy.labels.',
  ),
  logging: doc(
    'Where the output of the containers goes. docker service logs reads json-file, local and journald.',
    'Para onde vai a saída dos contêineres. docker service logs lê json-file, local e journald.',
  ),
  hostname: doc(
    'Host name inside of the containers. Templates such as {{.Node.Hostname}}-{{.Task.Slot}} are filled in.',
    'Nome do host dentro dos contêineres. Modelos como {{.Node.Hostname}}-{{.Task.Slot}} são preenchidos.',
  ),
  user: doc('User or user:group in the containers, as text: "1000:1000".', 'Usuário ou usuário:grupo nos contêineres, como texto: "1000:1000".'),
  working_dir: doc('Folder in which the program starts.', 'Pasta em que o programa inicia.'),
  stop_grace_period: doc(
    'How long a task may take to end after SIGTERM before SIGKILL; 10s if not given.',
    'Quanto uma tarefa pode demorar para terminar depois do SIGTERM, antes do SIGKILL; 10s se omitido.',
  ),
  stop_signal: doc('Another signal than SIGTERM to ask the program to end.', 'Outro sinal em vez de SIGTERM para pedir que o programa termine.'),
  tty: doc('Give the containers a terminal.', 'Dar um terminal aos contêineres.'),
  stdin_open: doc('Keep standard input open.', 'Manter a entrada padrão aberta.'),
  read_only: doc('Make the root file system of the containers read-only.', 'Tornar o sistema de arquivos raiz dos contêineres somente leitura.'),
  init: doc(
    'Run a small init process first, which hands on signals and reaps processes.',
    'Executar antes um pequeno processo init, que repassa sinais e recolhe processos.',
  ),
  isolation: doc('Isolation of Windows containers.', 'Isolamento de contêineres Windows.'),
  extra_hosts: doc('More lines in /etc/hosts, as "name:address".', 'Mais linhas em /etc/hosts, como "nome:endereço".'),
  dns: doc('DNS servers of the containers.', 'Servidores DNS dos contêineres.'),
  dns_search: doc('DNS search domains of the containers.', 'Domínios de busca do DNS dos contêineres.'),
  sysctls: doc('Kernel settings of the containers, e.g. net.core.somaxconn: 1024.', 'Ajustes do kernel dos contêineres, por exemplo net.core.somaxconn: 1024.'),
  ulimits: doc('Limits of the processes, such as nofile: one number, or soft: and hard:.', 'Limites dos processos, como nofile: um número, ou soft: e hard:.'),
  'ulimits.soft': doc('The limit that holds until the process raises it.', 'O limite que vale até o processo o aumentar.'),
  'ulimits.hard': doc('The limit up to which the process may go.', 'O limite até onde o processo pode ir.'),
  cap_add: doc('Linux capabilities to add, e.g. NET_ADMIN.', 'Capacidades do Linux a acrescentar, por exemplo NET_ADMIN.'),
  cap_drop: doc('Linux capabilities to take away; ALL takes all.', 'Capacidades do Linux a retirar; ALL retira todas.'),
  oom_score_adj: doc('Accepted, but this version of the docker command drops it.', 'Aceito, mas esta versão do comando docker o descarta.'),
  credential_spec: doc(
    'Windows account (gMSA) of the containers: exactly one of config, file and registry.',
    'Conta Windows (gMSA) dos contêineres: exatamente um entre config, file e registry.',
  ),
  'credential_spec.config': doc('A config of the stack that holds it.', 'Um config da stack que a contém.'),
  'credential_spec.file': doc('A file on the node that holds it.', 'Um arquivo no nó que a contém.'),
  'credential_spec.registry': doc('A value in the Windows registry of the node.', 'Um valor no registro do Windows do nó.'),
  depends_on: doc(
    'Has no effect in a swarm: services start in any order and must be able to wait for each other.',
    'Sem efeito em um swarm: os serviços iniciam em qualquer ordem e precisam saber esperar uns pelos outros.',
  ),
  tmpfs: doc('Has no effect in a swarm. Use volumes: with type: tmpfs.', 'Sem efeito em um swarm. Use volumes: com type: tmpfs.'),
  restart: doc(
    'Meant for docker compose. A swarm warns, and uses it only where deploy.restart_policy is missing.',
    'Feito para o docker compose. Um swarm avisa, e só o usa onde falta deploy.restart_policy.',
  ),
  'restart=no': doc('Never start a new task.', 'Nunca iniciar uma nova tarefa.'),
  'restart=always': doc('Like condition: any.', 'Como condition: any.'),
  'restart=on-failure': doc('Like condition: on-failure; on-failure:3 at most three times.', 'Como condition: on-failure; on-failure:3, no máximo três vezes.'),
  'restart=unless-stopped': doc('Like condition: any.', 'Como condition: any.'),
  container_name: doc('Has no effect: tasks name their containers.', 'Sem efeito: as tarefas dão nome aos contêineres.'),
  expose: doc(
    'Not needed: services on the same network reach all ports of each other.',
    'Desnecessário: serviços na mesma rede alcançam todas as portas uns dos outros.',
  ),
  build: doc(
    'Ignored with a warning: a swarm does not build. Build and push the image first.',
    'Ignorado com um aviso: um swarm não constrói imagens. Construa e envie a imagem antes.',
  ),
  'build.context': doc('Folder with the Dockerfile.', 'Pasta com o Dockerfile.'),
  'build.dockerfile': doc('Another name for the Dockerfile.', 'Outro nome para o Dockerfile.'),
  'build.args': doc('Build arguments.', 'Argumentos da construção.'),
  'build.labels': doc('Labels of the image.', 'Rótulos da imagem.'),
  'build.cache_from': doc('Images used as cache.', 'Imagens usadas como cache.'),
  'build.network': doc('Network while building.', 'Rede durante a construção.'),
  'build.target': doc('Stage to build.', 'Estágio a construir.'),
  'build.shm_size': doc('Size of /dev/shm while building.', 'Tamanho de /dev/shm durante a construção.'),
  'build.extra_hosts': doc('More lines in /etc/hosts while building.', 'Mais linhas em /etc/hosts durante a construção.'),
  cgroupns_mode: ignored,
  cgroup_parent: ignored,
  devices: ignored,
  domainname: ignored,
  external_links: ignored,
  ipc: ignored,
  links: doc(
    'Ignored with a warning: services on the same network find each other by name.',
    'Ignorado com um aviso: serviços na mesma rede se encontram pelo nome.',
  ),
  mac_address: ignored,
  network_mode: doc(
    'Ignored with a warning. To use a node’s own network, join the external network host.',
    'Ignorado com um aviso. Para usar a rede do próprio nó, entre na rede externa host.',
  ),
  pid: ignored,
  privileged: doc(
    'Ignored with a warning: tasks of a swarm are never privileged. Add single capabilities with cap_add.',
    'Ignorado com um aviso: tarefas de um swarm nunca são privilegiadas. Acrescente capacidades com cap_add.',
  ),
  security_opt: ignored,
  shm_size: doc('Ignored with a warning. Mount a tmpfs at /dev/shm instead.', 'Ignorado com um aviso. Monte um tmpfs em /dev/shm.'),
  userns_mode: ignored,

  'ports.target': doc('Port in the container.', 'Porta no contêiner.'),
  'ports.published': doc(
    'Port on the nodes: a number without quotes. Without it the swarm picks one from 30000 on.',
    'Porta nos nós: um número sem aspas. Sem ela, o swarm escolhe uma a partir de 30000.',
  ),
  'ports.protocol': doc('Protocol of the port; tcp if not given.', 'Protocolo da porta; tcp se omitido.'),
  'ports.mode': doc('How the port is reached; ingress if not given.', 'Como se chega à porta; ingress se omitido.'),
  'ports.mode=ingress': doc(
    'On every node: the routing mesh leads to some task, wherever it runs.',
    'Em todo nó: a malha de roteamento leva a alguma tarefa, onde quer que rode.',
  ),
  'ports.mode=host': doc(
    'Only on the nodes that run a task, straight to it: one task a node.',
    'Só nos nós que executam uma tarefa, direto nela: uma tarefa por nó.',
  ),

  'service.networks.aliases': doc(
    'More names under which the service is found on this network.',
    'Outros nomes pelos quais o serviço é encontrado nesta rede.',
  ),
  'service.networks.driver_opts': doc('Options for the network’s driver.', 'Opções para o driver da rede.'),
  'service.networks.ipv4_address': fixedAddress,
  'service.networks.ipv6_address': fixedAddress,

  'service.volumes.type': doc('What is mounted.', 'O que é montado.'),
  'service.volumes.type=volume': doc('A volume of the node, by name or without one.', 'Um volume do nó, com nome ou sem.'),
  'service.volumes.type=bind': doc('A folder or file of the node; it must be there on every node.', 'Uma pasta ou arquivo do nó; precisa existir em todo nó.'),
  'service.volumes.type=tmpfs': doc('A file system in memory, gone with the task.', 'Um sistema de arquivos na memória, que some com a tarefa.'),
  'service.volumes.type=npipe': doc('A named pipe of Windows.', 'Um pipe nomeado do Windows.'),
  'service.volumes.type=cluster': doc('A volume that the cluster provides (CSI).', 'Um volume que o cluster fornece (CSI).'),
  'service.volumes.type=image': doc('The files of an image, read-only.', 'Os arquivos de uma imagem, somente leitura.'),
  'service.volumes.source': doc('Name of the volume, or path on the node.', 'Nome do volume ou caminho no nó.'),
  'service.volumes.target': doc('Path in the container.', 'Caminho no contêiner.'),
  'service.volumes.read_only': doc('The container may not write there.', 'O contêiner não pode escrever ali.'),
  'service.volumes.consistency': doc('Has no effect on Linux.', 'Não tem efeito no Linux.'),
  'service.volumes.bind': doc('Options of a mount of type bind.', 'Opções de uma montagem do tipo bind.'),
  'service.volumes.bind.propagation': doc(
    'Whether what is mounted later below the folder is seen on the other side; rprivate if not given.',
    'Se o que for montado depois dentro da pasta é visto do outro lado; rprivate se omitido.',
  ),
  'service.volumes.volume': doc('Options of a mount of type volume.', 'Opções de uma montagem do tipo volume.'),
  'service.volumes.volume.nocopy': doc('Do not fill a new volume with the files of the image.', 'Não preencher um volume novo com os arquivos da imagem.'),
  'service.volumes.volume.subpath': doc('A folder inside of the volume.', 'Uma pasta dentro do volume.'),
  'service.volumes.image': doc('Options of a mount of type image.', 'Opções de uma montagem do tipo image.'),
  'service.volumes.image.subpath': doc('A folder inside of the image.', 'Uma pasta dentro da imagem.'),
  'service.volumes.tmpfs': doc('Options of a file system in memory.', 'Opções de um sistema de arquivos na memória.'),
  'service.volumes.tmpfs.size': doc('Its size in bytes, without a unit.', 'Seu tamanho em bytes, sem unidade.'),
  'service.volumes.cluster': doc('Options of a mount of type cluster; there are none.', 'Opções de uma montagem do tipo cluster; não há nenhuma.'),

  'file.source': doc('Its name in this file.', 'Seu nome neste arquivo.'),
  'file.target': doc(
    'Where it appears in the container: a name under /run/secrets (or /) or a whole path.',
    'Onde aparece no contêiner: um nome em /run/secrets (ou /) ou um caminho inteiro.',
  ),
  'file.uid': doc('Owner in the container, as text: "0" if not given.', 'Dono no contêiner, como texto: "0" se omitido.'),
  'file.gid': doc('Group in the container, as text: "0" if not given.', 'Grupo no contêiner, como texto: "0" se omitido.'),
  'file.mode': doc('Permissions in octal, e.g. 0400; 0444 if not given.', 'Permissões em octal, por exemplo 0400; 0444 se omitido.'),

  'healthcheck.test': doc(
    'The command that checks. As text it runs in a shell; status 0 is healthy.',
    'O comando que verifica. Como texto, roda em um shell; o status 0 é saudável.',
  ),
  'healthcheck.interval': doc('Time between two checks; 30s if not given.', 'Tempo entre duas verificações; 30s se omitido.'),
  'healthcheck.timeout': doc('How long a check may take; 30s if not given.', 'Quanto uma verificação pode demorar; 30s se omitido.'),
  'healthcheck.retries': doc(
    'How many failures in a row make a task unhealthy; 3 if not given.',
    'Quantas falhas seguidas tornam a tarefa não saudável; 3 se omitido.',
  ),
  'healthcheck.start_period': doc('Time to start, in which failures do not count.', 'Tempo para iniciar, em que falhas não contam.'),
  'healthcheck.start_interval': doc('Time between checks within the start period.', 'Tempo entre verificações durante o período de início.'),
  'healthcheck.disable': doc('Switch off the check that the image brings.', 'Desligar a verificação que a imagem traz.'),
  'logging.driver': doc('The log driver; that of the node’s engine if not given.', 'O driver de log; o do Docker do nó se omitido.'),
  'logging.options': doc('Options of the log driver, e.g. max-size: "10m".', 'Opções do driver de log, por exemplo max-size: "10m".'),

  'deploy.mode': doc('What kind of service it is; replicated if not given.', 'Que tipo de serviço é; replicated se omitido.'),
  'deploy.mode=replicated': doc('A number of tasks, spread over the nodes.', 'Um número de tarefas, distribuídas pelos nós.'),
  'deploy.mode=global': doc(
    'One task on every node that fits, also on those that join later.',
    'Uma tarefa em cada nó que serve, também nos que entrarem depois.',
  ),
  'deploy.mode=replicated-job': doc('Tasks that run to their end, a number of times.', 'Tarefas que rodam até o fim, um número de vezes.'),
  'deploy.mode=global-job': doc('A task that runs to its end on every node.', 'Uma tarefa que roda até o fim em cada nó.'),
  'deploy.replicas': doc(
    'How many tasks should run; 1 if not given. Not for global services.',
    'Quantas tarefas devem rodar; 1 se omitido. Não vale para serviços globais.',
  ),
  'deploy.endpoint_mode': doc('How the service’s name is resolved; vip if not given.', 'Como o nome do serviço é resolvido; vip se omitido.'),
  'deploy.endpoint_mode=vip': doc(
    'To one virtual address that spreads connections over the tasks.',
    'Para um endereço virtual que distribui conexões entre as tarefas.',
  ),
  'deploy.endpoint_mode=dnsrr': doc(
    'To the addresses of all tasks, in turn. Allows no published ports but those of mode host.',
    'Para os endereços de todas as tarefas, em rodízio. Só permite portas publicadas no modo host.',
  ),
  'deploy.labels': doc('Labels of the service. Those of its containers stand under labels.', 'Rótulos do serviço. Os dos contêineres ficam em labels.'),
  'deploy.placement': doc('On which nodes tasks may run, and how they are spread.', 'Em que nós as tarefas podem rodar, e como se distribuem.'),
  'deploy.placement.constraints': doc(
    'Conditions that a node must meet, all of them: node.role == worker, node.labels.disk == ssd, node.hostname != DC2-N1.',
    'Condições que o nó precisa cumprir, todas: node.role == worker, node.labels.disk == ssd, node.hostname != DC2-N1.',
  ),
  'deploy.placement.preferences': doc(
    'Labels over whose values tasks are spread evenly, the first one before the others.',
    'Rótulos por cujos valores as tarefas se distribuem por igual, o primeiro antes dos outros.',
  ),
  'deploy.placement.preferences.spread': doc('A label of the nodes: node.labels.zone.', 'Um rótulo dos nós: node.labels.zone.'),
  'deploy.placement.max_replicas_per_node': doc(
    'Most tasks of the service on one node; 0 means any number.',
    'Máximo de tarefas do serviço em um nó; 0 quer dizer qualquer número.',
  ),
  'deploy.resources': doc('Limits and reservations of CPU and memory.', 'Limites e reservas de CPU e memória.'),
  'deploy.resources.limits': doc(
    'What a task may use at most. Limits do not count when a node is chosen.',
    'O máximo que uma tarefa pode usar. Limites não contam na escolha do nó.',
  ),
  'deploy.resources.reservations': doc(
    'What must be free on a node before a task is placed there. It counts whether it is used or not.',
    'O que precisa estar livre em um nó para uma tarefa ser colocada nele. Conta mesmo sem ser usado.',
  ),
  'deploy.resources.cpus': doc('CPUs as text in quotes: "0.5" is half a CPU.', 'CPUs como texto entre aspas: "0.5" é meia CPU.'),
  'deploy.resources.memory': doc(
    'Memory with a unit: 50M, 1G. A task that needs more is killed.',
    'Memória com unidade: 50M, 1G. Uma tarefa que precisa de mais é morta.',
  ),
  'deploy.resources.reserved_memory': doc('Memory with a unit: 50M, 1G.', 'Memória com unidade: 50M, 1G.'),
  'deploy.resources.pids': doc('Most processes a task may have; 0 means any number.', 'Máximo de processos de uma tarefa; 0 quer dizer qualquer número.'),
  'deploy.resources.generic_resources': doc('Other resources that nodes announce, such as GPUs.', 'Outros recursos que os nós anunciam, como GPUs.'),
  'deploy.resources.discrete_resource_spec': doc('A resource that is counted.', 'Um recurso que se conta.'),
  'deploy.resources.kind': doc('Name of the resource, as the nodes announce it.', 'Nome do recurso, como os nós o anunciam.'),
  'deploy.resources.value': doc('How many of it a task needs.', 'Quantos a tarefa precisa.'),
  'deploy.restart_policy': doc('When a task that ended is replaced by a new one.', 'Quando uma tarefa que terminou é trocada por uma nova.'),
  'deploy.restart_policy.condition': doc(
    'After which end a new task is started; any if not given.',
    'Depois de que fim se inicia uma nova tarefa; any se omitido.',
  ),
  'deploy.restart_policy.condition=none': doc('After none.', 'Depois de nenhum.'),
  'deploy.restart_policy.condition=on-failure': doc(
    'Only when it ended with an error or was unhealthy.',
    'Só quando terminou com erro ou não estava saudável.',
  ),
  'deploy.restart_policy.condition=any': doc('Whenever it ended.', 'Sempre que terminou.'),
  'deploy.restart_policy.delay': doc('Pause before the new task; 5s if not given.', 'Pausa antes da nova tarefa; 5s se omitido.'),
  'deploy.restart_policy.max_attempts': doc('How often at most; 0 or nothing means without end.', 'No máximo quantas vezes; 0 ou nada quer dizer sem fim.'),
  'deploy.restart_policy.window': doc(
    'Time in which the attempts are counted; without it, all of them.',
    'Tempo em que as tentativas são contadas; sem ele, todas.',
  ),
  'deploy.update_config': doc('How tasks are replaced when the service changes.', 'Como as tarefas são trocadas quando o serviço muda.'),
  'deploy.rollback_config': doc('How tasks are replaced when an update is taken back.', 'Como as tarefas são trocadas quando uma atualização é desfeita.'),
  'deploy.update.parallelism': doc(
    'How many tasks are replaced at a time; 1 if not given, 0 means all.',
    'Quantas tarefas são trocadas de cada vez; 1 se omitido, 0 quer dizer todas.',
  ),
  'deploy.update.delay': doc('Pause between one group of tasks and the next.', 'Pausa entre um grupo de tarefas e o seguinte.'),
  'deploy.update.monitor': doc(
    'How long a new task is watched for failure; 5s if not given.',
    'Por quanto tempo se observa se uma tarefa nova falha; 5s se omitido.',
  ),
  'deploy.update.max_failure_ratio': doc('Share of failed tasks that is tolerated, from 0 to 1.', 'Fração de tarefas com falha que se tolera, de 0 a 1.'),
  'deploy.update.failure_action': doc(
    'What to do when too many new tasks fail; pause if not given.',
    'O que fazer quando tarefas novas demais falham; pause se omitido.',
  ),
  'deploy.update.failure_action=continue': doc('Go on with the next tasks.', 'Continuar com as próximas tarefas.'),
  'deploy.update.failure_action=rollback': doc('Go back to the service as it was before.', 'Voltar ao serviço como era antes.'),
  'deploy.update.failure_action=pause': doc('Stop, with some tasks new and some old.', 'Parar, com parte das tarefas novas e parte antigas.'),
  'deploy.update.order': doc('What comes first; stop-first if not given.', 'O que vem antes; stop-first se omitido.'),
  'deploy.update.order=start-first': doc(
    'The new task runs before the old one stops: no gap, but both need room.',
    'A tarefa nova roda antes de a antiga parar: sem intervalo, mas ambas precisam caber.',
  ),
  'deploy.update.order=stop-first': doc('The old task stops before the new one starts.', 'A tarefa antiga para antes de a nova iniciar.'),

  'network.name': outsideName,
  'network.driver': doc('Network driver; overlay if not given.', 'Driver da rede; overlay se omitido.'),
  'network.driver=overlay': doc('One network over all nodes.', 'Uma rede sobre todos os nós.'),
  'network.driver_opts': doc('Options for the driver, e.g. encrypted: "true".', 'Opções do driver, por exemplo encrypted: "true".'),
  'network.ipam': doc('Addresses of the network.', 'Endereços da rede.'),
  'network.ipam.driver': doc('Who hands out addresses.', 'Quem distribui os endereços.'),
  'network.ipam.config': doc('Subnets of the network.', 'Sub-redes da rede.'),
  'network.ipam.config.subnet': doc('Addresses, e.g. 10.1.0.0/24.', 'Endereços, por exemplo 10.1.0.0/24.'),
  'network.external': external,
  'network.internal': doc('No way out to the world: only its members reach each other.', 'Sem saída para o mundo: só os membros se alcançam.'),
  'network.attachable': doc('Single containers (docker run) may join, too.', 'Contêineres avulsos (docker run) também podem entrar.'),
  'network.labels': mountLabels,
  'external.name': doc('Its name outside. Outdated: write external: true and name:.', 'Seu nome fora. Antigo: escreva external: true e name:.'),

  'volume.name': outsideName,
  'volume.driver': doc('Volume driver; local if not given.', 'Driver do volume; local se omitido.'),
  'volume.driver=local': doc('A folder of each node.', 'Uma pasta de cada nó.'),
  'volume.driver_opts': doc('Options for the driver, e.g. type: nfs with o: and device:.', 'Opções do driver, por exemplo type: nfs com o: e device:.'),
  'volume.external': external,
  'volume.labels': mountLabels,
  'volume.cluster': doc('Settings of a volume that the cluster provides (CSI).', 'Ajustes de um volume que o cluster fornece (CSI).'),
  'volume.cluster.group': doc('Group of the volume: tasks may ask for any of a group.', 'Grupo do volume: tarefas podem pedir qualquer um de um grupo.'),
  'volume.cluster.access_mode': doc('How tasks may use it.', 'Como as tarefas podem usá-lo.'),
  'volume.cluster.access_mode.scope': doc('Nodes that may use it at once.', 'Nós que podem usá-lo ao mesmo tempo.'),
  'volume.cluster.access_mode.scope=single': doc('One node.', 'Um nó.'),
  'volume.cluster.access_mode.scope=multi': doc('Several nodes.', 'Vários nós.'),
  'volume.cluster.access_mode.sharing': doc('How tasks share it.', 'Como as tarefas o compartilham.'),
  'volume.cluster.access_mode.sharing=none': doc('Only one task may use it.', 'Só uma tarefa pode usá-lo.'),
  'volume.cluster.access_mode.sharing=readonly': doc('Several may read.', 'Várias podem ler.'),
  'volume.cluster.access_mode.sharing=onewriter': doc('One may write, others may read.', 'Uma pode escrever, outras podem ler.'),
  'volume.cluster.access_mode.sharing=all': doc('All may write.', 'Todas podem escrever.'),
  'volume.cluster.access_mode.block_volume': doc('Use it as a block device.', 'Usar como dispositivo de bloco.'),
  'volume.cluster.access_mode.mount_volume': doc('Use it as a file system.', 'Usar como sistema de arquivos.'),
  'volume.cluster.access_mode.fs_type': doc('The file system.', 'O sistema de arquivos.'),
  'volume.cluster.access_mode.mount_flags': doc('Mount options.', 'Opções de montagem.'),
  'volume.cluster.accessibility': doc('Where in the cluster it must be reachable.', 'Onde no cluster precisa ser alcançável.'),
  'volume.cluster.requisite': doc('Where it must be.', 'Onde precisa estar.'),
  'volume.cluster.preferred': doc('Where it should be.', 'Onde deveria estar.'),
  'volume.cluster.segments': doc('Topology labels.', 'Rótulos de topologia.'),
  'volume.cluster.capacity': doc('Size of the volume.', 'Tamanho do volume.'),
  'volume.cluster.required_bytes': doc('At least, e.g. 10G.', 'No mínimo, por exemplo 10G.'),
  'volume.cluster.limit_bytes': doc('At most, e.g. 20G.', 'No máximo, por exemplo 20G.'),
  'volume.cluster.secrets': doc('Secrets for the driver.', 'Segredos para o driver.'),
  'volume.cluster.secrets.key': doc('The name the driver knows it by.', 'O nome pelo qual o driver o conhece.'),
  'volume.cluster.secrets.secret': doc('The secret.', 'O segredo.'),
  'volume.cluster.availability': doc('Whether tasks may use it.', 'Se as tarefas podem usá-lo.'),
  'volume.cluster.availability=active': doc('Tasks may use it.', 'Tarefas podem usá-lo.'),
  'volume.cluster.availability=pause': doc('No new tasks may use it.', 'Nenhuma tarefa nova pode usá-lo.'),
  'volume.cluster.availability=drain': doc('Tasks that use it are stopped.', 'Tarefas que o usam são paradas.'),

  'object.name': outsideName,
  'object.file': doc(
    'File with the content, beside this one. It is read when you deploy; its content cannot be changed later.',
    'Arquivo com o conteúdo, ao lado deste. É lido no deploy; o conteúdo não pode mudar depois.',
  ),
  'object.external': external,
  'object.labels': mountLabels,
  'object.template_driver': doc(
    'Fill in templates such as {{.Node.Hostname}} or {{env "NAME"}} in the content.',
    'Preencher modelos como {{.Node.Hostname}} ou {{env "NOME"}} no conteúdo.',
  ),
  'object.template_driver=golang': doc('Go templates.', 'Modelos do Go.'),
  'secret.driver': doc('A driver that provides the content.', 'Um driver que fornece o conteúdo.'),
  'secret.driver_opts': doc('Options for the driver.', 'Opções do driver.'),
} as const satisfies { readonly [key: string]: SchemaDoc };

/** A key of `stackDocs`. */
export type StackDoc = keyof typeof stackDocs;
