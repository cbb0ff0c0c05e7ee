import { describe, expect, it } from 'vitest';
import { recordingsPresent } from '../testing/recorded-exchange.ts';
import { type Outcome, replay } from '../testing/replay.ts';

const files = { './conf.txt': 'hello config\n', './pw.txt': 's3cret' };

/** What the real command line did, by noun, each with the time at which it ran where ages are shown. */
const recordings: { readonly [noun: string]: readonly (string | readonly [name: string, now: string])[] } = {
  secret: [
    'secret.create',
    'secret.create.driver',
    'secret.create.duplicate',
    'secret.create.stdin-label',
    'secret.create.template',
    'secret.inspect',
    'secret.inspect.missing',
    'secret.inspect.pretty',
    ['secret.ls', '2026-11-23T23:16:27.600Z'],
    ['secret.ls.filter', '2026-11-23T23:16:27.600Z'],
    'secret.rm',
    'secret.rm.in-use',
    'secret.rm.missing',
    'no-swarm.secret-ls',
    'on-worker.secret-ls',
  ],
  config: [
    'config.create',
    'config.create.bad-name',
    'config.create.duplicate',
    'config.create.empty',
    'config.create.no-file',
    'config.create.stdin-label',
    'config.create.template',
    'config.inspect',
    'config.inspect.missing',
    'config.inspect.pretty',
    ['config.ls', '2026-11-23T23:16:11.500Z'],
    'config.ls.filter-bad',
    ['config.ls.filter-label', '2026-11-23T23:16:11.500Z'],
    ['config.ls.filter-name', '2026-11-23T23:16:11.500Z'],
    'config.ls.quiet',
    'config.rm',
    'config.rm.in-use',
    'config.rm.missing',
    'no-swarm.config-ls',
    'on-worker.config-ls',
  ],
  network: [
    'network.connect',
    'network.connect.ok',
    'network.create.bad-driver',
    'network.create.bad-subnet',
    'network.create.bridge',
    'network.create.bridge.duplicate',
    'network.create.config-only',
    'network.create.duplicate',
    'network.create.ingress.second',
    'network.create.overlap',
    'network.create.overlay',
    'network.create.overlay.full',
    'network.create.overlay.internal',
    'network.create.overlay.ipv6',
    'network.create.scope-swarm',
    'network.disconnect',
    'network.inspect',
    'network.inspect.bridge',
    'network.inspect.gwbridge',
    'network.inspect.ingress-own-pool',
    'network.inspect.missing',
    'network.inspect.stack',
    'network.inspect.verbose',
    'network.inspect.with-containers',
    'network.ls.filter-bad',
    'network.ls.filters',
    'network.ls.worker',
    'network.prune',
    'network.rm',
    'network.rm.in-use',
    'network.rm.ingress',
    'network.rm.missing',
    'network.rm.predefined',
    'no-swarm.network-create-d-overlay-x-',
    'on-worker.network-create-d-overlay-x',
  ],
  volume: [
    'volume.create',
    'volume.create.anonymous',
    'volume.create.bad-name',
    'volume.create.cluster',
    'volume.create.conflict',
    'volume.create.full',
    'volume.create.same',
    'volume.inspect',
    'volume.inspect.missing',
    'volume.ls',
    'volume.ls.filter',
    'volume.prune',
    'volume.prune.all',
    'volume.rm',
    'volume.rm.force-missing',
    'volume.rm.in-use',
    'volume.rm.missing',
  ],
  image: [
    ['image.history', '2026-11-23T23:29:30.000Z'],
    'image.inspect',
    'image.inspect.missing',
    'image.prune',
    'image.rm',
    'image.rm.in-use',
    'image.tag',
    ['images', '2026-11-23T23:29:30.000Z'],
    ['images.filter', '2026-11-23T23:29:30.000Z'],
    'pull',
    'pull.offline',
    'pull.quiet',
    'pull.unknown-tag',
    'pull.up-to-date',
    'push',
  ],
  system: [
    'events',
    'events.filter-bad',
    'events.filter-container-label',
    'events.filter-event',
    'events.filter-node',
    'events.filter-scope-swarm-format-json',
    'events.filter-type',
    'events.follower-manager',
    'events.since-until',
    'events.worker',
    'system.df',
    ['system.df.verbose', '2026-11-23T23:30:07.500Z'],
    'system.prune',
  ],
};

/** JSON numbers of nanoseconds do not fit a double: both sides are compared in the digits that do. */
function roundNanoseconds(outcome: Outcome): Outcome {
  const rounded = (digits: string): string => String(Number(digits));
  const out = outcome.out
    .replace(/"timeNano":(\d+)/g, (_all, digits: string) => `"timeNano":${rounded(digits)}`)
    .replace(/^(\S{19})\.(\d{9})Z/gm, (_all, second: string, nanoseconds: string) => `${rounded(`${Date.parse(`${second}Z`) / 1000}${nanoseconds}`)}`);
  return { ...outcome, out };
}

describe.skipIf(!recordingsPresent)('as recorded of the real command line', () => {
  for (const [noun, names] of Object.entries(recordings)) {
    it.each(names.map((entry) => (typeof entry === 'string' ? ([entry, undefined] as const) : entry)))(`${noun}: %s`, async (name, now) => {
      const { recorded, ours } = await replay(name, { files, ...(now === undefined ? {} : { now: Date.parse(now) }) });
      expect(roundNanoseconds(ours)).toEqual(roundNanoseconds(recorded));
    });
  }
});
