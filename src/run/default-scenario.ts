import { numberedHosts, type Scenario, type SetupStep } from './scenario.ts';

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

const IMAGE = 'daviddavistx/webserver:1@sha256:50b23d6fbd7855ce117556b23d977d95ec3a0f75f6d0e88b280f32f236acf601';

/**
 * What `docker stack deploy -c docker-stack.yml mystack` asks of the engine for the course's file; a test compares
 * it with what the command really sends.
 */
export const COURSE_DEPLOY: readonly SetupStep[] = [
  {
    kind: 'request',
    host: 'DC2-N1',
    path: '/networks/create',
    body: {
      Driver: 'overlay',
      Scope: '',
      IPAM: null,
      Internal: false,
      Attachable: false,
      Ingress: false,
      ConfigOnly: false,
      ConfigFrom: null,
      Options: null,
      Labels: { 'com.docker.stack.namespace': 'mystack' },
      Name: 'mystack_webnet',
    },
  },
  {
    kind: 'request',
    host: 'DC2-N1',
    path: '/services/create',
    body: {
      Name: 'mystack_web',
      Labels: { 'com.docker.stack.image': 'daviddavistx/webserver:1', 'com.docker.stack.namespace': 'mystack' },
      TaskTemplate: {
        ContainerSpec: {
          Image: IMAGE,
          Labels: { 'com.docker.stack.namespace': 'mystack' },
          Privileges: { CredentialSpec: null, SELinuxContext: null, NoNewPrivileges: false },
        },
        Resources: { Limits: { NanoCPUs: 100_000_000, MemoryBytes: 52_428_800 } },
        RestartPolicy: { Condition: 'on-failure' },
        Placement: { Platforms: [{ Architecture: 'amd64', OS: 'linux' }] },
        Networks: [{ Target: 'mystack_webnet', Aliases: ['web'] }],
        ForceUpdate: 0,
      },
      Mode: { Replicated: { Replicas: 5 } },
      EndpointSpec: { Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 80, PublishMode: 'ingress' }] },
    },
  },
];

/** What the page opens with: one manager, two workers, the course's stack deployed as `mystack`. */
export function defaultScenario(seed = 'course'): Scenario {
  return {
    title: 'The course: one stack, three nodes',
    seed,
    epochMs: Date.UTC(2026, 0, 5, 9, 0, 0),
    hosts: numberedHosts(3),
    swarm: { managers: 1, workers: 2 },
    registry: 'simulated',
    setup: [{ kind: 'file', path: STACK_FILE, content: COURSE_STACK }, ...COURSE_DEPLOY],
  };
}
