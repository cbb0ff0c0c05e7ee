import type { HealthConfig, RestartPolicy, UpdateConfig } from '../../../api/specs.ts';
import type { Flags } from '../../command.ts';
import { CommandError } from '../../command.ts';

const second = 1_000_000_000;

/** What an update or rollback config is filled with as soon as one of its flags is given (swarmkit api/defaults/service.go). */
const defaultUpdateConfig: UpdateConfig = { Parallelism: 1, FailureAction: 'pause', Monitor: 5 * second, MaxFailureRatio: 0, Order: 'stop-first' };
const defaultRestartPolicy: RestartPolicy = { Condition: 'any', Delay: 5 * second, MaxAttempts: 0 };

/** Whether one of these flags was given. */
export function anyChanged(flags: Flags, ...names: readonly string[]): boolean {
  return names.some((name) => flags.changed(name));
}

/** The shortest decimal that is this number as a 32 bit float: what Go prints for the ratios. */
function float32(value: number): number {
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === Math.fround(value)) return short;
  }
  return value;
}

/**
 * The update (`which` = `update`) or rollback config with the flags given, over the present one or the defaults. Without
 * any of the flags it stays as it is. The words of order and action go unchecked: the engine answers for them.
 */
export function updateConfigOf(flags: Flags, which: 'update' | 'rollback', present: UpdateConfig | undefined): UpdateConfig | undefined {
  const name = (what: string): string => `${which}-${what}`;
  if (!anyChanged(flags, ...['parallelism', 'delay', 'monitor', 'failure-action', 'max-failure-ratio', 'order'].map(name))) return present;
  const given = <T>(what: string, read: (flag: string) => T): { readonly value: T } | undefined =>
    flags.changed(name(what)) ? { value: read(name(what)) } : undefined;
  const base = present ?? defaultUpdateConfig;
  const parallelism = given('parallelism', (flag) => flags.int(flag));
  const delay = given('delay', (flag) => flags.duration(flag));
  const monitor = given('monitor', (flag) => flags.duration(flag));
  const action = given('failure-action', (flag) => flags.string(flag));
  const ratio = given('max-failure-ratio', (flag) => flags.float(flag));
  const order = given('order', (flag) => flags.string(flag));
  return {
    ...base,
    ...(parallelism === undefined ? {} : { Parallelism: parallelism.value }),
    ...(delay === undefined ? {} : { Delay: delay.value }),
    ...(action === undefined ? {} : { FailureAction: action.value as NonNullable<UpdateConfig['FailureAction']> }),
    ...(monitor === undefined ? {} : { Monitor: monitor.value }),
    ...(ratio === undefined ? {} : { MaxFailureRatio: float32(ratio.value) }),
    ...(order === undefined ? {} : { Order: order.value as NonNullable<UpdateConfig['Order']> }),
  };
}

/** The restart policy with the flags given, over the present one or the defaults; as it is without any of them. */
export function restartPolicyOf(flags: Flags, present: RestartPolicy | undefined): RestartPolicy | undefined {
  if (!anyChanged(flags, 'restart-condition', 'restart-delay', 'restart-max-attempts', 'restart-window')) return present;
  return {
    ...(present ?? defaultRestartPolicy),
    ...(flags.changed('restart-condition') ? { Condition: flags.string('restart-condition') as NonNullable<RestartPolicy['Condition']> } : {}),
    ...(flags.changed('restart-delay') ? { Delay: flags.duration('restart-delay') } : {}),
    ...(flags.changed('restart-max-attempts') ? { MaxAttempts: flags.int('restart-max-attempts') } : {}),
    ...(flags.changed('restart-window') ? { Window: flags.duration('restart-window') } : {}),
  };
}

const conflict = '--no-healthcheck conflicts with --health-* options';

function healthFields(flags: Flags): HealthConfig {
  return {
    ...(flags.changed('health-interval') ? { Interval: flags.duration('health-interval') } : {}),
    ...(flags.changed('health-timeout') ? { Timeout: flags.duration('health-timeout') } : {}),
    ...(flags.changed('health-start-period') ? { StartPeriod: flags.duration('health-start-period') } : {}),
    ...(flags.changed('health-retries') ? { Retries: flags.int('health-retries') } : {}),
  };
}

/** The health check of a new service; undefined leaves it to the image. Throws CommandError on a conflict. */
export function healthOfNewService(flags: Flags): HealthConfig | undefined {
  const command = flags.string('health-cmd');
  const given =
    command !== '' ||
    anyChanged(flags, 'health-interval', 'health-timeout', 'health-start-period', 'health-start-interval') ||
    (flags.changed('health-retries') && flags.int('health-retries') !== 0);
  if (flags.bool('no-healthcheck')) {
    if (given) throw new CommandError(conflict);
    return { Test: ['NONE'] };
  }
  if (!given) return undefined;
  return {
    ...(command === '' ? {} : { Test: ['CMD-SHELL', command] }),
    ...healthFields(flags),
    ...(flags.changed('health-start-interval') ? { StartInterval: flags.duration('health-start-interval') } : {}),
  };
}

/**
 * The health check of an updated service: single fields change; any of them first clears a `NONE`. `--health-start-interval`
 * is read and not used, as in the real one. Throws CommandError on a conflict.
 */
export function updatedHealth(flags: Flags, present: HealthConfig | undefined): HealthConfig | undefined {
  const fields = ['health-cmd', 'health-interval', 'health-retries', 'health-timeout', 'health-start-period'];
  if (!anyChanged(flags, 'no-healthcheck', ...fields)) return present;
  if (flags.bool('no-healthcheck')) {
    if (anyChanged(flags, ...fields)) throw new CommandError(conflict);
    return { Test: ['NONE'] };
  }
  const { Test: test, ...rest } = present ?? {};
  const command = flags.changed('health-cmd') ? flags.string('health-cmd') : undefined;
  const kept = test?.[0] === 'NONE' ? undefined : test;
  const next = command === undefined ? kept : command === '' ? undefined : ['CMD-SHELL', command];
  return { ...(next === undefined ? {} : { Test: next }), ...rest, ...healthFields(flags) };
}
