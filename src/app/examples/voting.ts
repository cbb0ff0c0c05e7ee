import type { Example } from './example.ts';

/** The shape of the voting app that everybody shows: two web pages, a queue, a worker and a database. */
export const voting: Example = {
  id: 'voting',
  stack: 'voting',
  title: { en: 'Voting app', pt: 'App de votação' },
  about: {
    en: 'Two pages, a queue, a worker and a database on two networks. The database stays on a manager; votes are updated two at a time.',
    pt: 'Duas páginas, uma fila, um worker e um banco em duas redes. O banco fica em um gerente; as páginas de voto são atualizadas de duas em duas.',
  },
  next: 'docker service update --image dockersamples/examplevotingapp_vote:after voting_vote',
  files: [
    {
      name: 'voting.yml',
      content: `version: "3.8"

services:
  vote:
    image: dockersamples/examplevotingapp_vote:before
    ports:
      - "5000:80"
    networks:
      - frontend
    deploy:
      replicas: 4
      update_config:
        parallelism: 2
        delay: 5s
        order: start-first

  result:
    image: dockersamples/examplevotingapp_result:before
    ports:
      - "5001:80"
    networks:
      - backend
    deploy:
      replicas: 1

  worker:
    image: dockersamples/examplevotingapp_worker
    networks:
      - frontend
      - backend
    deploy:
      replicas: 2
      restart_policy:
        condition: on-failure
        delay: 5s
        max_attempts: 3

  redis:
    image: redis:alpine
    networks:
      - frontend
    deploy:
      replicas: 1

  db:
    image: postgres:15-alpine
    environment:
      POSTGRES_USER: postgres
      POSTGRES_PASSWORD: postgres
    volumes:
      - db-data:/var/lib/postgresql/data
    networks:
      - backend
    deploy:
      placement:
        constraints:
          - node.role == manager

networks:
  frontend:
  backend:

volumes:
  db-data:
`,
    },
  ],
};
