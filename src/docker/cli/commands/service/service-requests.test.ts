import { describe, expect, it } from 'vitest';
import type { CommandBody } from '../../command.ts';
import { CommandError } from '../../command.ts';
import { failureText } from '../../engine-call.ts';
import { RecordedClient, readCommandLine, recording, recordingsPresent, requestText, testContext } from '../../testing/recorded-exchange.ts';
import { serviceCreate } from './create.ts';
import { serviceInspect } from './inspect.ts';
import { serviceLogs } from './logs.ts';
import { serviceLs } from './ls.ts';
import { servicePs } from './ps.ts';
import { serviceRm } from './rm.ts';
import { serviceRollback } from './rollback.ts';
import { serviceScale } from './scale.ts';
import { serviceUpdate } from './update.ts';

const bodies: { readonly [verb: string]: CommandBody } = {
  create: serviceCreate,
  update: serviceUpdate,
  rollback: serviceRollback,
  scale: serviceScale,
  rm: serviceRm,
  logs: serviceLogs,
  inspect: serviceInspect,
  ls: serviceLs,
  ps: servicePs,
};

/** Every form of these commands whose requests do not depend on how long things took. */
const names = [
  'create.full',
  'create.dnsrr',
  'create.minimal.detach',
  'create.no-name',
  'create.no-resolve-image',
  'create.generic-resource',
  'create.max-replicas',
  'create.registry-answers',
  'create.registry-unknown-tag',
  'create.no-resources',
  'create.host-port-twice-a',
  'create.error.bad-image',
  'create.error.bad-mode',
  'create.error.bad-name',
  'create.error.bad-order',
  'create.error.bad-ratio',
  'create.error.bad-restart',
  'create.error.bad-failure-action',
  'create.error.bad-constraint',
  'create.error.bad-constraint-op',
  'create.error.bad-template',
  'create.error.bind-relative',
  'create.error.cpu-too-small',
  'create.error.dnsrr-ingress',
  'create.error.duplicate-mount',
  'create.error.duplicate-port',
  'create.error.host-network',
  'create.error.ingress-network',
  'create.error.job-restart-any',
  'create.error.job-update',
  'create.error.local-network',
  'create.error.mem-too-small',
  'create.error.missing-config',
  'create.error.missing-network',
  'create.error.missing-secret',
  'create.error.negative-delay',
  'create.error.port-in-use',
  'create.error.replicas-global',
  'update.full',
  'update.bad-image',
  'update.endpoint-mode',
  'update.endpoint-vip',
  'update.force',
  'update.generic',
  'update.image.registry-answers',
  'update.max-concurrent',
  'update.missing',
  'update.network-add',
  'update.no-change',
  'update.no-healthcheck',
  'update.publish',
  'update.rollback-conflict',
  'update.rollback-flag',
  'rollback.detach',
  'rollback.none',
  'scale.detach',
  'scale.global',
  'scale.job',
  'scale.missing',
  'scale.bad',
  'rm',
  'rm.missing',
  'rm.two',
  'logs.missing',
  'logs.no-task-ids',
  'logs.no-trunc',
  'logs.raw',
  'logs.tail',
  'logs.task',
  'logs.tty-raw',
  'logs.tty-service',
  'inspect.minimal',
  'inspect.missing',
  'inspect.pretty',
  'inspect.rolled-back',
  'inspect.update-paused',
  'inspect.with-digest',
  'ls.filter.bogus',
  'ls.filter.id',
  'ls.filter.label',
  'ls.filter.mode',
  'ls.filter.name',
  'ls.max-replicas',
  'ls.with-digest',
  'ps.missing',
  'ps.filter-bad',
  'ps.filters',
  'ps.quiet',
  'ps.no-resolve',
  'ps',
  'ps.two',
  'ps.pending',
  'ps.host-port',
  'ps.job',
  'ps.filter-node-self',
  'ps.failed-image',
  'ps.after-kills',
];

/** Ages depend on when something was recorded, and with them the width of their column. */
const ageless = (text: string): string => text.replace(/(less than a second|about an? \w+|\d+ \w+) ago/gi, '<ago>').replace(/ {2,}/g, '  ');

describe.skipIf(!recordingsPresent)('requests and output of the real CLI (recordings beside the project)', () => {
  it.each(names)('service.%s', async (name) => {
    const recorded = recording(`service.${name}`);
    const client = new RecordedClient(recorded.calls);
    const context = testContext(client, { files: { './env.txt': 'E1=fromfile\n' } });
    const { verb, flags, args } = readCommandLine(recorded.command, context);
    let exit: number;
    let failure = '';
    try {
      exit = (await bodies[verb]?.(context, flags, args)) ?? -1;
    } catch (error) {
      exit = error instanceof CommandError ? error.status : 1;
      failure = `${failureText(error)}\n`;
    }
    expect(client.asked).toEqual(recorded.calls.map((call) => requestText(call.request)));
    const expected = recorded.stdout.includes(' ago') ? ageless(recorded.stdout) : recorded.stdout;
    const out = recorded.stdout.includes(' ago') ? ageless(context.out()) : context.out();
    expect({ out, err: context.err() + failure, exit }).toEqual({ out: expected, err: recorded.stderr, exit: recorded.exit });
  });
});
