import type { Example } from './example.ts';

/** Tasks that run to their end: some times, or once on every node. */
export const jobs: Example = {
  id: 'jobs',
  stack: 'batch',
  title: { en: 'Jobs', pt: 'Trabalhos' },
  about: {
    en: 'A job that runs three times, one that runs once on every node, and a service that goes on. Deploying again runs the changed jobs again.',
    pt: 'Um trabalho que roda três vezes, um que roda uma vez em cada nó e um serviço que continua. Um novo deploy roda de novo os trabalhos que mudaram.',
  },
  next: 'docker service ls',
  files: [
    {
      name: 'batch.yml',
      content: `version: "3.8"

services:
  report:
    image: alpine:latest
    command: ["sh", "-c", "echo counting; sleep 3; echo done"]
    deploy:
      mode: replicated-job
      replicas: 3
      restart_policy:
        condition: on-failure
        max_attempts: 2

  cleanup:
    image: busybox:latest
    command: ["sh", "-c", "echo cleaning; sleep 2"]
    deploy:
      mode: global-job
      restart_policy:
        condition: none

  queue:
    image: redis:7
    deploy:
      replicas: 1
`,
    },
  ],
};
