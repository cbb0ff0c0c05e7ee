import { numberedHosts, type Scenario } from './scenario.ts';

/** The course's stack file: what the editor shows first. */
export const COURSE_STACK = `version: "3.8"
services:
  web:
    image: daviddavistx/webserver:1
    deploy:
      replicas: 5
      resources:
        limits:
          cpus: "0.1"
          memory: 50M
      restart_policy:
        condition: on-failure
    ports:
      - "80:80"
    networks:
      - webnet
networks:
  webnet:
`;

/** Where the editor's file lies on every host. */
export const STACK_FILE = '/root/docker-stack.yml';

/** What the page opens with: one manager, two workers, the course's stack deployed as `mystack`. */
export function defaultScenario(seed = 'course'): Scenario {
  return {
    title: 'The course: one stack, three nodes',
    seed,
    epochMs: Date.UTC(2026, 0, 5, 9, 0, 0),
    hosts: numberedHosts(3),
    swarm: { managers: 1, workers: 2 },
    registry: 'simulated',
    setup: [
      { kind: 'file', path: STACK_FILE, content: COURSE_STACK },
      { kind: 'line', host: 'DC2-N1', text: 'docker stack deploy -c docker-stack.yml mystack', from: 'terminal' },
    ],
  };
}
