import { describe, expect, it } from 'vitest';
import { type SchemaDoc, stackDocs } from './stack-docs.ts';
import { stackSchema } from './stack-schema.ts';

describe('what an editor can know (stack.md §14)', () => {
  const keysAt = (...path: (string | number)[]): string[] => (stackSchema(path)?.keys ?? []).map((key) => key.key);

  it('knows the keys of a place', () => {
    expect(keysAt()).toEqual(['version', 'services', 'networks', 'volumes', 'secrets', 'configs']);
    expect(keysAt('services', 'web', 'deploy', 'restart_policy')).toEqual(['condition', 'delay', 'max_attempts', 'window']);
    expect(keysAt('services', 'web', 'ports', 0)).toEqual(['target', 'published', 'mode', 'protocol']);
    expect(keysAt('services', 'web', 'networks', 'front')).toContain('aliases');
    expect(keysAt('services', 'web').slice(0, 6)).toEqual(['image', 'ports', 'environment', 'volumes', 'networks', 'deploy']);
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
  });

  it('explains every key and most words, and keeps no explanation that nothing shows', () => {
    const shown = new Set<SchemaDoc>();
    const every = (path: readonly (string | number)[]): void => {
      const place = stackSchema(path);
      for (const { key, doc, valueDocs } of place?.keys ?? []) {
        for (const each of [doc, ...Object.values(valueDocs)]) {
          expect([key, each.en === '', each.pt === '', each.en === each.pt]).toEqual([key, false, false, false]);
          shown.add(each);
        }
        every([...path, key]);
      }
      if (place?.isList === true) every([...path, 0]);
      if (place?.keys.length === 0 && place.forms.includes('mapping') && path.length < 6) every([...path, 'nofile']);
    };
    every([]);
    const hidden = Object.entries(stackDocs).filter(([, doc]) => !shown.has(doc));
    // What Docker's types know, but no version of the format lists.
    expect(hidden.map(([name]) => name)).toEqual([
      'service.volumes.volume.subpath',
      'service.volumes.image',
      'service.volumes.image.subpath',
      'service.volumes.cluster',
      'volume.cluster.secrets',
      'volume.cluster.secrets.key',
      'volume.cluster.secrets.secret',
    ]);
    expect(stackSchema(['services', 'web', 'deploy', 'mode'])?.valueDocs['global']?.en).toBe(
      'One task on every node that fits, also on those that join later.',
    );
  });

  it('marks required keys', () => {
    expect(stackSchema(['services', 'web', 'volumes', 0])?.keys.find((key) => key.key === 'type')?.required).toBe(true);
  });
});
