import { describe, expect, it } from 'vitest';
import { stackSchema } from './stack-schema.ts';

describe('what an editor can know (stack.md §14)', () => {
  const keysAt = (...path: (string | number)[]): string[] => (stackSchema(path)?.keys ?? []).map((key) => key.key);

  it('knows the keys of a place', () => {
    expect(keysAt()).toEqual(['version', 'services', 'networks', 'volumes', 'secrets', 'configs']);
    expect(keysAt('services', 'web', 'deploy', 'restart_policy')).toEqual(['condition', 'delay', 'max_attempts', 'window']);
    expect(keysAt('services', 'web', 'ports', 0)).toEqual(['mode', 'target', 'published', 'protocol']);
    expect(keysAt('services', 'web', 'networks', 'front')).toContain('aliases');
    expect(stackSchema(['services', 'web', 'nothing'])).toBeUndefined();
  });

  it('knows the words of a place', () => {
    expect(stackSchema(['services', 'web', 'deploy', 'mode'])?.values).toEqual(['replicated', 'global', 'replicated-job', 'global-job']);
    expect(stackSchema(['services', 'web', 'deploy', 'rollback_config', 'failure_action'])?.values).toEqual(['continue', 'pause']);
    expect(stackSchema(['services', 'web', 'deploy', 'update_config', 'order'])?.values).toEqual(['start-first', 'stop-first']);
    expect(stackSchema(['services', 'web', 'tty'])?.values).toEqual(['true', 'false']);
    expect(stackSchema(['version'])?.values[0]).toBe('"3.8"');
  });

  it('knows what names refer to, and describes keys in two languages', () => {
    expect(stackSchema(['services', 'web', 'networks'])).toMatchObject({ refersTo: 'networks', isList: true });
    expect(stackSchema(['services', 'web', 'secrets', 0])?.refersTo).toBe('secrets');
    const image = stackSchema(['services', 'web'])?.keys.find((key) => key.key === 'image');
    expect(image).toMatchObject({ type: 'string', since: '3.0', effect: 'used' });
    const every = (path: readonly (string | number)[]): void => {
      for (const { key, doc } of stackSchema(path)?.keys ?? []) {
        expect([key, doc.en === '', doc.pt === '', doc.en === doc.pt]).toEqual([key, false, false, false]);
        every([...path, key]);
      }
    };
    every(['services', 'web']);
    every(['networks', 'n']);
    every(['volumes', 'v']);
    every(['secrets', 's']);
    every(['configs', 'c']);
  });

  it('marks required keys', () => {
    expect(stackSchema(['services', 'web', 'volumes', 0])?.keys.find((key) => key.key === 'type')?.required).toBe(true);
  });
});
