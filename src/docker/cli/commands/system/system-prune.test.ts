import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const answers = {
  'POST /containers/prune': { body: { ContainersDeleted: ['c1', 'c2'], SpaceReclaimed: 1000 } },
  'POST /networks/prune': { body: { NetworksDeleted: ['net1'] } },
  'POST /volumes/prune': { body: { VolumesDeleted: ['v1'], SpaceReclaimed: 2000 } },
  'POST /images/prune': { body: { ImagesDeleted: [{ Deleted: 'sha256:aa' }], SpaceReclaimed: 3000 } },
  'POST /build/prune': { body: { CachesDeleted: ['b1'], SpaceReclaimed: 4000 } },
};
const run = (line: string, stdin = ''): ReturnType<typeof runScripted> => runScripted(line, { answers, stdin });

describe('docker system prune', () => {
  it('asks first', async () => {
    expect(await run('docker system prune')).toEqual({
      out:
        'WARNING! This will remove:\n  - all stopped containers\n  - all networks not used by at least one container\n' +
        '  - all dangling images\n  - unused build cache\n\nAre you sure you want to continue? [y/N] ',
      err: '',
      status: 0,
      asked: [],
    });
  });

  it('says what it filters with', async () => {
    expect((await run('docker system prune -a --volumes --filter label=b10 --filter label=b9 --filter label!=c', 'n\n')).out).toBe(
      'WARNING! This will remove:\n  - all stopped containers\n  - all networks not used by at least one container\n' +
        '  - all anonymous volumes not used by at least one container\n  - all images without at least one container associated to them\n  - all build cache\n' +
        '\n  Items to be pruned will be filtered with:\n  - label!=c\n  - label=b9\n  - label=b10\n\nAre you sure you want to continue? [y/N] ',
    );
  });

  it('prunes kind after kind and adds up', async () => {
    expect(await run('docker system prune -a -f --volumes --filter label=x')).toEqual({
      out:
        'Deleted Containers:\nc1\nc2\n\nDeleted Networks:\nnet1\n\nDeleted Volumes:\nv1\n\nDeleted Images:\ndeleted: sha256:aa\n\n' +
        'Deleted build cache objects:\nb1\n\nTotal reclaimed space: 10kB\n',
      err: '',
      status: 0,
      asked: [
        'POST /containers/prune filters={"label":{"x":true}}',
        'POST /networks/prune filters={"label":{"x":true}}',
        'POST /volumes/prune filters={"label":{"x":true}}',
        'POST /images/prune filters={"dangling":{"false":true},"label":{"x":true}}',
        'POST /build/prune all=1&filters={"label":{"x":true}}',
      ],
    });
  });

  it('does not take a time for volumes', async () => {
    expect(await run('docker system prune --volumes --filter until=1h')).toEqual({
      out: '',
      err: 'ERROR: The "until" filter is not supported with "--volumes"\n',
      status: 1,
      asked: [],
    });
  });
});
