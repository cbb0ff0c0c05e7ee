import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const seconds = (time: string): number => Date.parse(time) / 1000;
const id = (start: string): string => start.padEnd(64, '0');
const usage = {
  LayersSize: 300_000_000,
  Images: [
    {
      Id: `sha256:${id('e9607d44e275')}`,
      RepoTags: ['nginx:1.25'],
      RepoDigests: [],
      Created: seconds('2026-01-01T21:00:00Z'),
      Size: 200_000_000,
      SharedSize: 50_000_000,
      Containers: 1,
    },
    { Id: `sha256:${id('aa11')}`, RepoTags: [], RepoDigests: [], Created: seconds('2025-12-20T00:00:00Z'), Size: 100_000_000, SharedSize: 0, Containers: 0 },
  ],
  Containers: [
    {
      Id: id('c1'),
      Names: ['/web.1.xyz'],
      Image: 'nginx:1.25',
      Command: 'nginx -g "daemon off;" -c x',
      Created: seconds('2026-01-01T23:59:00Z'),
      State: 'running',
      Status: 'Up 5 seconds',
      SizeRw: 3000,
      SizeRootFs: 9,
      Mounts: [{ Driver: 'local' }],
    },
    {
      Id: id('c2'),
      Names: ['/old'],
      Image: 'nginx:1.25',
      Command: 'sh',
      Created: seconds('2026-01-01T22:00:00Z'),
      State: 'exited',
      Status: 'Exited (0) 1 hour ago',
      SizeRw: 1000,
      Mounts: [],
    },
  ],
  Volumes: [
    { Name: 'data', Driver: 'local', UsageData: { RefCount: 1, Size: 2_000_000 } },
    { Name: 'left', Driver: 'local', UsageData: { RefCount: 0, Size: 500_000 } },
    { Name: 'far', Driver: 'nfs', UsageData: { RefCount: 0, Size: -1 } },
  ],
  BuildCache: [
    {
      ID: 'bbbbbbbbbbbbbb',
      Parents: ['p'],
      Type: 'regular',
      Description: 'RUN x',
      InUse: true,
      Shared: false,
      Size: 700,
      CreatedAt: '2026-01-01T00:00:00Z',
      LastUsedAt: '2026-01-01T23:00:00Z',
      UsageCount: 3,
    },
    {
      ID: 'aaaaaaaaaaaaaa',
      Parents: null,
      Type: 'source.local',
      Description: '',
      InUse: false,
      Shared: false,
      Size: 300,
      CreatedAt: '2026-01-01T00:00:00Z',
      LastUsedAt: null,
      UsageCount: 1,
    },
    {
      ID: 'cccccccccccccc',
      Parents: null,
      Type: 'regular',
      Description: '',
      InUse: false,
      Shared: true,
      Size: 9000,
      CreatedAt: '2026-01-01T00:00:00Z',
      LastUsedAt: null,
      UsageCount: 0,
    },
  ],
};
const run = (line: string, body: Parameters<typeof JSON.stringify>[0] = usage): ReturnType<typeof runScripted> =>
  runScripted(line, { answers: { 'GET /system/df': { body } } });

describe('docker system df', () => {
  it('sums up', async () => {
    expect(await run('docker system df')).toEqual({
      out:
        'TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE\n' +
        'Images          2         1         300MB     150MB (50%)\n' +
        'Containers      2         1         4kB       1kB (25%)\n' +
        'Local Volumes   3         1         2.5MB     500kB (20%)\n' +
        'Build Cache     3         1         1kB       300B\n',
      err: '',
      status: 0,
      asked: ['GET /system/df'],
    });
    expect((await run('docker system df', { LayersSize: 0, Images: null, Containers: null, Volumes: null, BuildCache: null })).out).toBe(
      'TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE\n' +
        'Images          0         0         0B        0B\nContainers      0         0         0B        0B\n' +
        'Local Volumes   0         0         0B        0B\nBuild Cache     0         0         0B        0B\n',
    );
  });

  it('formats', async () => {
    expect((await run('docker system df --format json')).out.split('\n')[2]).toBe(
      '{"Active":"1","Reclaimable":"500kB (20%)","Size":"2.5MB","TotalCount":"3","Type":"Local Volumes"}',
    );
    expect((await run(`docker system df --format '{{.Type}}: {{.Reclaimable}}'`)).out).toBe(
      'Images: 150MB (50%)\nContainers: 1kB (25%)\nLocal Volumes: 500kB (20%)\nBuild Cache: 300B\n',
    );
    expect((await run('docker system df --format raw')).out).toContain('type: Images\ntotal: 2\nactive: 1\nsize: 300MB\nreclaimable: 150MB (50%)\n\n');
  });

  it('tells all with -v', async () => {
    expect((await run('docker system df -v')).out).toBe(
      'Images space usage:\n\n' +
        'REPOSITORY   TAG       IMAGE ID       CREATED       SIZE      SHARED SIZE   UNIQUE SIZE   CONTAINERS\n' +
        'nginx        1.25      e9607d44e275   3 hours ago   200MB     50MB          150MB         1\n' +
        '<none>       <none>    aa1100000000   13 days ago   100MB     0B            100MB         0\n' +
        '\nContainers space usage:\n\n' +
        'CONTAINER ID   IMAGE        COMMAND                   LOCAL VOLUMES   SIZE      CREATED              STATUS                  NAMES\n' +
        'c10000000000   nginx:1.25   "nginx -g \\"daemon of…"   1               3kB       About a minute ago   Up 5 seconds            web.1.xyz\n' +
        'c20000000000   nginx:1.25   "sh"                      0               1kB       2 hours ago          Exited (0) 1 hour ago   old\n' +
        '\nLocal Volumes space usage:\n\n' +
        'VOLUME NAME   LINKS     SIZE\ndata          1         2MB\nleft          0         500kB\nfar           0         -1B\n' +
        '\nBuild cache usage: 1kB\n\n' +
        'CACHE ID        CACHE TYPE     SIZE      CREATED        LAST USED           USAGE     SHARED\n' +
        'aaaaaaaaaaaa    source.local   300B      24 hours ago                       1         false\n' +
        'cccccccccccc    regular        9kB       24 hours ago                       0         true\n' +
        'bbbbbbbbbbbb*   regular        700B      24 hours ago   About an hour ago   3         false\n',
    );
  });

  it('takes a template over all of it with -v', async () => {
    expect((await run(`docker system df -v --format '{{range .Volumes}}{{.Name}}={{.Size}} {{end}}{{len .Images}}'`)).out).toBe(
      'data=2MB left=500kB far=-1B 2',
    );
    const { out } = await run('docker system df -v --format json');
    expect(out.startsWith('{"Images":[{"Containers":"1",')).toBe(true);
    expect(Object.keys(JSON.parse(out) as object)).toEqual(['Images', 'Containers', 'Volumes', 'BuildCache']);
    expect((await run('docker system df -v --format raw')).out).toContain('type: Volume\nname: data\ndriver: local\n\n');
  });
});
