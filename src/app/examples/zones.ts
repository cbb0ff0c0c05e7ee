import type { Example } from './example.ts';

const ZONES = ['a', 'b', 'c'];

/** The same number of tasks in each zone, as node labels name them. */
export const zones: Example = {
  id: 'zones',
  stack: 'zoned',
  title: { en: 'Zones', pt: 'Zonas' },
  about: {
    en: 'Tasks are spread evenly over the values of a node label; at most three of them on one node. Lose a zone and see where they go.',
    pt: 'As tarefas se distribuem por igual entre os valores de um rótulo de nó; no máximo três em cada nó. Perca uma zona e veja para onde elas vão.',
  },
  prepare: (hosts) => hosts.map((host, i) => `docker node update --label-add zone=${ZONES[i % ZONES.length]} ${host}`),
  next: 'docker service ps zoned_api',
  files: [
    {
      name: 'zoned.yml',
      content: `version: "3.8"

services:
  api:
    image: nginx:1.27
    ports:
      - "8082:80"
    deploy:
      replicas: 6
      placement:
        preferences:
          - spread: node.labels.zone
        max_replicas_per_node: 3
      update_config:
        parallelism: 2
        delay: 5s
        failure_action: rollback

  cache:
    image: redis:7
    deploy:
      replicas: 3
      placement:
        constraints:
          - node.labels.zone != none
        preferences:
          - spread: node.labels.zone
`,
    },
  ],
};
