import { duration, integer, key, number, oneOfWords, pairs, record, type SchemaNode, text, texts } from './schema-node.ts';

const genericResources: SchemaNode = {
  types: ['array'],
  items: record({
    discrete_resource_spec: key(
      record({
        kind: key(text, 'Name of the resource, as the nodes announce it.', 'Nome do recurso, como os nós o anunciam.'),
        value: key(number, 'How many of it a task needs.', 'Quantos a tarefa precisa.'),
      }),
      'A resource that is counted.',
      'Um recurso que se conta.',
    ),
  }),
};

const cpus = key(text, 'CPUs as text in quotes: "0.5" is half a CPU.', 'CPUs como texto entre aspas: "0.5" é meia CPU.');
const memory = key(text, 'Memory with a unit, e.g. 50M or 1G.', 'Memória com unidade, por exemplo 50M ou 1G.');

function updateConfig(actions: readonly string[]): SchemaNode {
  return record({
    parallelism: key(integer, 'How many tasks are replaced at once; 0 means all.', 'Quantas tarefas são trocadas de cada vez; 0 quer dizer todas.'),
    delay: key(duration, 'Pause between one group of tasks and the next.', 'Pausa entre um grupo de tarefas e o seguinte.'),
    failure_action: key(oneOfWords(...actions), 'What to do when too many new tasks fail.', 'O que fazer quando tarefas novas demais falham.'),
    monitor: key(
      { types: ['string'], format: 'duration' },
      'How long a new task is watched for failure.',
      'Por quanto tempo uma tarefa nova é observada em busca de falhas.',
    ),
    max_failure_ratio: key(number, 'Share of failed tasks that is tolerated, from 0 to 1.', 'Fração de tarefas com falha que se tolera, de 0 a 1.'),
    order: key(
      { types: ['string'], words: ['start-first', 'stop-first'] },
      'Whether the new task starts before the old one stops.',
      'Se a tarefa nova começa antes de a antiga parar.',
      4,
    ),
  });
}

/** `services.X.deploy`. */
export const deploySchema: SchemaNode = {
  types: ['object', 'null'],
  closed: true,
  properties: {
    mode: key(
      oneOfWords('replicated', 'global', 'replicated-job', 'global-job'),
      'A number of replicas, one task on every node, or a job that ends.',
      'Um número de réplicas, uma tarefa em cada nó ou um trabalho que termina.',
    ),
    endpoint_mode: key(
      oneOfWords('vip', 'dnsrr'),
      'One virtual address, or the addresses of all tasks in turn.',
      'Um endereço virtual ou, em rodízio, os endereços de todas as tarefas.',
      2,
    ),
    replicas: key(integer, 'How many tasks should run.', 'Quantas tarefas devem rodar.'),
    labels: key(pairs, 'Labels of the service (not of its containers).', 'Rótulos do serviço (não dos contêineres).'),
    rollback_config: key(updateConfig(['continue', 'pause']), 'How a rollback is carried out.', 'Como se desfaz uma atualização.', 7),
    update_config: key(
      updateConfig(['continue', 'rollback', 'pause']),
      'How tasks are replaced on an update.',
      'Como as tarefas são trocadas numa atualização.',
    ),
    resources: key(
      record({
        limits: key(
          record({
            cpus,
            memory,
            pids: key(integer, 'Most processes a task may have.', 'Máximo de processos de uma tarefa.', 9),
          }),
          'What a task may use at most.',
          'O máximo que uma tarefa pode usar.',
        ),
        reservations: key(
          record({
            cpus,
            memory,
            generic_resources: key(
              genericResources,
              'Other resources that nodes announce, such as GPUs.',
              'Outros recursos que os nós anunciam, como GPUs.',
              5,
            ),
          }),
          'What must be free on a node before a task is placed there.',
          'O que precisa estar livre em um nó para uma tarefa ser colocada nele.',
        ),
      }),
      'Limits and reservations of CPU and memory.',
      'Limites e reservas de CPU e memória.',
    ),
    restart_policy: key(
      record({
        condition: key(oneOfWords('none', 'on-failure', 'any'), 'After which end a new task is started.', 'Depois de que fim se inicia uma nova tarefa.'),
        delay: key(duration, 'Pause before the new task.', 'Pausa antes da nova tarefa.'),
        max_attempts: key(integer, 'How often at most; 0 means without end.', 'No máximo quantas vezes; 0 quer dizer sem fim.'),
        window: key(duration, 'Time in which the attempts are counted.', 'Tempo em que as tentativas são contadas.'),
      }),
      'When tasks that ended are replaced.',
      'Quando se substituem tarefas que terminaram.',
    ),
    placement: key(
      record({
        constraints: key(
          texts,
          'Conditions that a node must meet, e.g. node.role == worker.',
          'Condições que o nó precisa cumprir, por exemplo node.role == worker.',
        ),
        preferences: key(
          {
            types: ['array'],
            items: record({
              spread: key(
                oneOfWords('node.labels.zone', 'engine.labels.zone'),
                'Label over whose values tasks are spread evenly.',
                'Rótulo por cujos valores as tarefas são distribuídas por igual.',
              ),
            }),
          },
          'How tasks are spread over groups of nodes.',
          'Como as tarefas se distribuem entre grupos de nós.',
          3,
        ),
        max_replicas_per_node: key(integer, 'Most tasks of the service on one node.', 'Máximo de tarefas do serviço em um nó.', 8),
      }),
      'On which nodes tasks may run.',
      'Em que nós as tarefas podem rodar.',
    ),
  },
};
