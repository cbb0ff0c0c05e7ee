import type { Container } from './container.ts';

/** Milliseconds until a container that has ended is started again, or undefined: its policy does not bring it back (moby restartmanager). */
export function restartDelay({ config, exitCode, restartCount }: Container, stopAsked: boolean): number | undefined {
  const policy = config.restartPolicy;
  const again =
    !stopAsked &&
    (policy?.name === 'always' ||
      policy?.name === 'unless-stopped' ||
      (policy?.name === 'on-failure' && exitCode !== 0 && (policy.maximumRetryCount === 0 || restartCount < policy.maximumRetryCount)));
  // 100 ms, doubled at each restart up to a minute.
  return again ? Math.min(60_000, 100 * 2 ** Math.min(restartCount, 10)) : undefined;
}

/** Whether a container that had ended is started when the engine comes up. */
export function startsWithEngine({ config, exitCode }: Container, stopAsked: boolean): boolean {
  const policy = config.restartPolicy?.name;
  return policy === 'always' || (policy === 'unless-stopped' && !stopAsked) || (policy === 'on-failure' && exitCode !== 0);
}
