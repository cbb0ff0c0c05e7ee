import { int, key, list, optional, plainWords, record, text, uint64, words, written } from './kind.ts';
import { duration, float, labels, size, texts } from './shared.ts';

const number = { types: ['number'] } as const;

const genericResources = list(
  record({
    discrete_resource_spec: key(
      optional(
        record({
          kind: key(text, 'deploy.resources.kind', { omitEmpty: false }),
          value: key(written(int, number), 'deploy.resources.value', { omitEmpty: false }),
        }),
      ),
      'deploy.resources.discrete_resource_spec',
    ),
  }),
);

const cpus = key(text, 'deploy.resources.cpus', { goName: 'cpus' });

const resources = record({
  limits: key(
    optional(
      record({
        cpus,
        memory: key(size, 'deploy.resources.memory', { goName: 'memory' }),
        pids: key(int, 'deploy.resources.pids', { goName: 'pids', since: 9 }),
      }),
    ),
    'deploy.resources.limits',
  ),
  reservations: key(
    optional(
      record({
        cpus,
        memory: key(size, 'deploy.resources.reserved_memory', { goName: 'memory' }),
        generic_resources: key(genericResources, 'deploy.resources.generic_resources', { since: 5 }),
      }),
    ),
    'deploy.resources.reservations',
  ),
});

const updateKeys = {
  parallelism: key(optional(uint64), 'deploy.update.parallelism'),
  delay: key(duration, 'deploy.update.delay'),
};

const laterUpdateKeys = {
  monitor: key(duration, 'deploy.update.monitor'),
  max_failure_ratio: key(float, 'deploy.update.max_failure_ratio'),
  order: key(written(text, { types: ['string'], words: ['start-first', 'stop-first'], wordsDoc: 'deploy.update.order' }), 'deploy.update.order', { since: 4 }),
};

const failure = 'deploy.update.failure_action';
const updateConfig = record({ ...updateKeys, failure_action: key(words(failure, 'continue', 'rollback', 'pause'), failure), ...laterUpdateKeys });
const rollbackConfig = record({ ...updateKeys, failure_action: key(words(failure, 'continue', 'pause'), failure), ...laterUpdateKeys });

const restartPolicy = record({
  condition: key(words('deploy.restart_policy.condition', 'none', 'on-failure', 'any'), 'deploy.restart_policy.condition'),
  delay: key(optional(duration), 'deploy.restart_policy.delay'),
  max_attempts: key(optional(uint64), 'deploy.restart_policy.max_attempts'),
  window: key(optional(duration), 'deploy.restart_policy.window'),
});

const placement = record({
  constraints: key(texts, 'deploy.placement.constraints', { rank: 6 }),
  preferences: key(
    list(record({ spread: key(plainWords('node.labels.zone', 'engine.labels.zone'), 'deploy.placement.preferences.spread') })),
    'deploy.placement.preferences',
    { since: 3 },
  ),
  max_replicas_per_node: key(uint64, 'deploy.placement.max_replicas_per_node', { since: 8 }),
});

/** `services.X.deploy`. */
export const deploy = record(
  {
    mode: key(words('deploy.mode', 'replicated', 'global', 'replicated-job', 'global-job'), 'deploy.mode'),
    replicas: key(optional(uint64), 'deploy.replicas', { rank: 1 }),
    labels: key(labels, 'deploy.labels'),
    update_config: key(optional(updateConfig), 'deploy.update_config', { rank: 3 }),
    rollback_config: key(optional(rollbackConfig), 'deploy.rollback_config', { since: 7 }),
    resources: key(resources, 'deploy.resources', { rank: 2 }),
    restart_policy: key(optional(restartPolicy), 'deploy.restart_policy', { rank: 4 }),
    placement: key(placement, 'deploy.placement', { rank: 5 }),
    endpoint_mode: key(words('deploy.endpoint_mode', 'vip', 'dnsrr'), 'deploy.endpoint_mode', { since: 2 }),
  },
  { schema: { types: ['object', 'null'] } },
);
