import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const volumes = [
  { Name: 'data10', Driver: 'local', Scope: 'local', Mountpoint: '/var/lib/docker/volumes/data10/_data', Labels: { env: 'prod' }, Options: null },
  { Name: 'data2', Driver: 'local', Scope: 'local', Mountpoint: '/var/lib/docker/volumes/data2/_data', Labels: null, Options: null },
];
const answers = {
  'GET /volumes': { body: { Volumes: volumes, Warnings: null } },
  'GET /volumes/data2': { body: volumes[1] ?? null },
  'POST /volumes/create': { body: { Name: 'data3' } },
  'POST /volumes/prune': { body: { VolumesDeleted: ['data2'], SpaceReclaimed: 1_234_567 } },
  'DELETE /volumes/data2': { body: null },
  'DELETE /volumes/nope': { refuse: [404, 'get nope: no such volume'] as const },
};
const run = (line: string, more: Parameters<typeof runScripted>[1] = {}): ReturnType<typeof runScripted> => runScripted(line, { answers, ...more });

describe('docker volume', () => {
  it('lists by name', async () => {
    expect(await run('docker volume ls -f dangling=true')).toEqual({
      out: 'DRIVER    VOLUME NAME\nlocal     data2\nlocal     data10\n',
      err: '',
      status: 0,
      asked: ['GET /volumes filters={"dangling":{"true":true}}'],
    });
    expect((await run('docker volume ls -q')).out).toBe('data2\ndata10\n');
    expect((await run('docker volume ls --cluster')).out).toBe('VOLUME NAME   GROUP     DRIVER    AVAILABILITY   STATUS\n');
    expect((await run('docker volume ls --format json')).out).toContain(
      '{"Availability":"N/A","Driver":"local","Group":"N/A","Labels":"env=prod","Links":"N/A","Mountpoint":"/var/lib/docker/volumes/data10/_data","Name":"data10","Scope":"local","Size":"N/A","Status":"N/A"}\n',
    );
  });

  it('creates', async () => {
    expect(await run('docker volume create -o type=tmpfs -o device=tmpfs --label b=2 --label a=1 data3')).toEqual({
      out: 'data3\n',
      err: '',
      status: 0,
      asked: ['POST /volumes/create  {"Driver":"local","DriverOpts":{"device":"tmpfs","type":"tmpfs"},"Labels":{"a":"1","b":"2"},"Name":"data3"}'],
    });
    expect((await run('docker volume create')).asked).toEqual(['POST /volumes/create  {"Driver":"local"}']);
    expect(await run('docker volume create --name a b')).toEqual({
      out: '',
      err: 'conflicting options: cannot specify a volume-name through both --name and as a positional arg\n',
      status: 1,
      asked: [],
    });
  });

  it('asks for a cluster volume as soon as one of its flags is given', async () => {
    expect((await run('docker volume create -d csi --sharing readonly --topology-preferred zone=a,rack=1 v')).asked).toEqual([
      'POST /volumes/create  {"ClusterVolumeSpec":{"AccessMode":{"Scope":"single","Sharing":"readonly","BlockVolume":{}},' +
        '"AccessibilityRequirements":{"Preferred":[{"Segments":{"zone":"a","rack":"1"}}]},"CapacityRange":{"RequiredBytes":0,"LimitBytes":0},' +
        '"Availability":"active"},"Driver":"csi","Name":"v"}',
    ]);
    expect(await run('docker volume update --availability drain data2')).toMatchObject({ out: '', err: 'can only update cluster volumes\n', status: 1 });
  });

  it('removes all it can', async () => {
    expect(await run('docker volume rm nope data2')).toEqual({
      out: 'data2\n',
      err: 'Error response from daemon: get nope: no such volume\n',
      status: 1,
      asked: ['DELETE /volumes/nope', 'DELETE /volumes/data2'],
    });
    expect((await run('docker volume rm -f data2')).asked).toEqual(['DELETE /volumes/data2 force=1']);
  });

  it('prunes: anonymous ones, or all', async () => {
    const question = (kind: string): string =>
      `WARNING! This will remove ${kind} local volumes not used by at least one container.\nAre you sure you want to continue? [y/N] `;
    expect(await run('docker volume prune', { stdin: '\n' })).toEqual({ out: question('anonymous'), err: '', status: 0, asked: [] });
    expect(await run('docker volume prune -a', { stdin: 'y' })).toEqual({
      out: `${question('all')}Deleted Volumes:\ndata2\n\nTotal reclaimed space: 1.235MB\n`,
      err: '',
      status: 0,
      asked: ['POST /volumes/prune filters={"all":{"true":true}}'],
    });
    expect(await run('docker volume prune -a --filter all=1')).toMatchObject({
      err: 'conflicting options: cannot specify both --all and --filter all=1\n',
      status: 1,
    });
  });
});
