import type { JsonObject } from '../../../../base/json.ts';
import { CommandError, type Flags } from '../../command.ts';

/** `Healthcheck` of a new container: nothing unless a flag says more than its zero value (docker CLI container/opts.go). Throws CommandError. */
export function containerHealth(flags: Flags): JsonObject {
  const command = flags.string('health-cmd');
  const durations = {
    Interval: flags.duration('health-interval'),
    Timeout: flags.duration('health-timeout'),
    StartPeriod: flags.duration('health-start-period'),
    StartInterval: flags.duration('health-start-interval'),
  };
  const retries = flags.int('health-retries');
  const any = command !== '' || retries !== 0 || Object.values(durations).some((value) => value !== 0);
  if (flags.bool('no-healthcheck')) {
    if (any) throw new CommandError('--no-healthcheck conflicts with --health-* options');
    return { Healthcheck: { Test: ['NONE'] } };
  }
  if (!any) return {};
  const refuse = (name: string, value: number): void => {
    if (value < 0) throw new CommandError(`--health-${name} cannot be negative`);
  };
  refuse('interval', durations.Interval);
  refuse('timeout', durations.Timeout);
  refuse('retries', retries);
  refuse('start-period', durations.StartPeriod);
  refuse('start-interval', durations.StartInterval);
  const said = Object.entries(durations).filter(([, value]) => value !== 0);
  return {
    Healthcheck: {
      ...(command === '' ? {} : { Test: ['CMD-SHELL', command] }),
      ...Object.fromEntries(said),
      ...(retries === 0 ? {} : { Retries: retries }),
    },
  };
}
