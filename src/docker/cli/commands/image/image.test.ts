import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const hex = (text: string): string => `sha256:${text.padEnd(64, '0')}`;
const seconds = (time: string): number => Date.parse(time) / 1000;
const digest = hex('d1');
const images = [
  {
    Id: hex('e9607d44e275'),
    RepoTags: ['nginx:1.25', 'nginx:latest', 'registry.local:5000/team/web:v2'],
    RepoDigests: [`nginx@${digest}`],
    Created: seconds('2026-01-01T23:15:00Z'),
    Size: 187_123_456,
    SharedSize: -1,
    Containers: -1,
  },
  { Id: hex('aa11'), RepoTags: [], RepoDigests: [`redis@${digest}`], Created: seconds('2025-12-20T00:00:00Z'), Size: 999_949, SharedSize: 0, Containers: 2 },
  { Id: hex('bb22'), RepoTags: [], RepoDigests: [], Created: seconds('2025-06-01T00:00:00Z'), Size: 0, SharedSize: -1, Containers: -1 },
];
const answers = { 'GET /images/json': { body: images } };
const run = (line: string, more: Parameters<typeof runScripted>[1] = {}): ReturnType<typeof runScripted> => runScripted(line, { answers, ...more });

describe('docker images', () => {
  it('lists each tag; what has only a digest or nothing has no tag', async () => {
    expect(await run('docker images')).toEqual({
      out:
        'REPOSITORY                     TAG       IMAGE ID       CREATED          SIZE\n' +
        'nginx                          1.25      e9607d44e275   45 minutes ago   187MB\n' +
        'nginx                          latest    e9607d44e275   45 minutes ago   187MB\n' +
        'registry.local:5000/team/web   v2        e9607d44e275   45 minutes ago   187MB\n' +
        'redis                          <none>    aa1100000000   13 days ago      1e+03kB\n' +
        '<none>                         <none>    bb2200000000   7 months ago     0B\n',
      err: '',
      status: 0,
      asked: ['GET /images/json'],
    });
  });

  it('shows digests, whole ids, quiet ids', async () => {
    expect((await run('docker images --digests --no-trunc')).out.split('\n').slice(0, 4)).toEqual([
      `REPOSITORY                     TAG       DIGEST${' '.repeat(68)}IMAGE ID${' '.repeat(66)}CREATED          SIZE`,
      `nginx                          1.25      ${digest}   ${images[0]?.Id}   45 minutes ago   187MB`,
      `nginx                          latest    ${digest}   ${images[0]?.Id}   45 minutes ago   187MB`,
      `registry.local:5000/team/web   v2        <none>${' '.repeat(68)}${images[0]?.Id}   45 minutes ago   187MB`,
    ]);
    expect((await run('docker images -q')).out).toBe('e9607d44e275\ne9607d44e275\ne9607d44e275\naa1100000000\nbb2200000000\n');
  });

  it('formats', async () => {
    expect((await run(`docker images --format '{{.Repository}}:{{.Tag}}@{{.Digest}}'`)).out).toBe(
      `nginx:1.25@${digest}\nnginx:latest@${digest}\nregistry.local:5000/team/web:v2@<none>\nredis:<none>@\n<none>:<none>@<none>\n`,
    );
    expect((await run('docker images --format json')).out.split('\n')[3]).toBe(
      '{"Containers":"2","CreatedAt":"2025-12-20 00:00:00 +0000 UTC","CreatedSince":"13 days ago","Digest":"","ID":"aa1100000000","Repository":"redis",' +
        '"SharedSize":"0B","Size":"1e+03kB","Tag":"\\u003cnone\\u003e","UniqueSize":"999.9kB","VirtualSize":"999.9kB"}',
    );
    expect((await run('docker images --format raw')).out).toContain(
      'repository: nginx\ntag: 1.25\nimage_id: e9607d44e275\ncreated_at: 2026-01-01 23:15:00 +0000 UTC\nvirtual_size: 187MB\n\n',
    );
  });

  it('asks for a name; a subcommand in its place gets a hint', async () => {
    expect(await run('docker images -a -f dangling=true nginx')).toMatchObject({
      asked: ['GET /images/json all=1&filters={"dangling":{"true":true},"reference":{"nginx":true}}'],
    });
    expect(await run('docker images ls', { answers: { 'GET /images/json': { body: [] } } })).toMatchObject({
      out: 'REPOSITORY   TAG       IMAGE ID   CREATED   SIZE\n',
      err: '\nNo images found matching "ls": did you mean "docker image ls"?\n',
      status: 0,
    });
  });
});

describe('docker pull', () => {
  const stream = [
    { status: 'Pulling from library/nginx', id: 'latest' },
    { status: 'Pulling fs layer', progressDetail: {}, id: 'aaaa' },
    { status: 'Downloading', progressDetail: { current: 512, total: 1024 }, progress: '[==>  ]', id: 'aaaa' },
    { status: 'Pull complete', progressDetail: {}, id: 'aaaa' },
    { status: `Digest: ${digest}` },
    { status: 'Status: Downloaded newer image for nginx:latest' },
  ];
  const pulled = { 'POST /images/create': { stream } };

  it('says what the registry sends, a line for each state', async () => {
    expect(await run('docker pull nginx', { answers: pulled })).toEqual({
      out:
        'Using default tag: latest\nlatest: Pulling from library/nginx\naaaa: Pulling fs layer\naaaa: Pull complete\n' +
        `Digest: ${digest}\nStatus: Downloaded newer image for nginx:latest\ndocker.io/library/nginx:latest\n`,
      err: '',
      status: 0,
      asked: ['POST /images/create fromImage=docker.io/library/nginx&tag=latest auth e30='],
    });
    expect((await run('docker pull -q nginx:1', { answers: pulled })).out).toBe('docker.io/library/nginx:1\n');
  });

  it('pulls by digest and by all tags', async () => {
    expect((await run(`docker pull nginx@${digest}`, { answers: pulled })).asked).toEqual([
      `POST /images/create fromImage=docker.io/library/nginx&tag=${digest} auth e30=`,
    ]);
    expect((await run('docker pull -a nginx', { answers: pulled })).asked).toEqual(['POST /images/create fromImage=docker.io/library/nginx auth e30=']);
    expect(await run('docker pull -a nginx:1', { answers: pulled })).toMatchObject({ err: "tag can't be used with --all-tags/-a\n", status: 1, asked: [] });
    expect(await run('docker pull Nginx', { answers: pulled })).toMatchObject({
      err: 'invalid reference format: repository name (library/Nginx) must be lowercase\n',
      status: 1,
    });
  });

  it('ends with the error that comes on the way', async () => {
    const failing = { 'POST /images/create': { stream: [stream[0] ?? null, { errorDetail: { message: 'toomanyrequests' }, error: 'toomanyrequests' }] } };
    expect(await run('docker pull nginx:1', { answers: failing })).toMatchObject({
      out: 'latest: Pulling from library/nginx\n',
      err: 'toomanyrequests\n',
      status: 1,
    });
  });
});

describe('docker rmi, tag, image prune', () => {
  it('says what was untagged and deleted, then what could not be', async () => {
    const removed = {
      'DELETE /images/nginx:1.25': { body: [{ Untagged: 'nginx:1.25' }, { Deleted: 'sha256:aa' }] },
      'DELETE /images/nope': { refuse: [404, 'No such image: nope:latest'] as const },
    };
    expect(await run('docker rmi nope nginx:1.25', { answers: removed })).toEqual({
      out: 'Untagged: nginx:1.25\nDeleted: sha256:aa\n',
      err: 'Error response from daemon: No such image: nope:latest\n',
      status: 1,
      asked: ['DELETE /images/nope', 'DELETE /images/nginx:1.25'],
    });
    expect(await run('docker image rm -f --no-prune nope', { answers: removed })).toEqual({
      out: '',
      err: 'Error response from daemon: No such image: nope:latest\n',
      status: 0,
      asked: ['DELETE /images/nope force=1&noprune=1'],
    });
  });

  it('tags in silence; bad names are refused here', async () => {
    expect(await run('docker tag nginx team/web', { answers: { 'POST /images/nginx/tag': { body: null } } })).toEqual({
      out: '',
      err: '',
      status: 0,
      asked: ['POST /images/nginx/tag repo=docker.io/team/web&tag=latest'],
    });
    expect((await run('docker tag nginx BAD')).err).toBe(
      'Error parsing reference: "BAD" is not a valid repository/tag: invalid reference format: repository name (library/BAD) must be lowercase\n',
    );
    expect((await run(`docker tag nginx web@${digest}`)).err).toBe('refusing to create a tag with a digest reference\n');
  });

  it('prunes', async () => {
    const pruned = { 'POST /images/prune': { body: { ImagesDeleted: [{ Untagged: 'nginx:1.25' }, { Deleted: 'sha256:aa' }], SpaceReclaimed: 187_123_456 } } };
    const question = 'WARNING! This will remove all images without at least one container associated to them.\nAre you sure you want to continue? [y/N] ';
    expect(await run('docker image prune -a --filter until=24h', { answers: pruned, stdin: 'y\n' })).toEqual({
      out: `${question}Deleted Images:\nuntagged: nginx:1.25\ndeleted: sha256:aa\n\nTotal reclaimed space: 187.1MB\n`,
      err: '',
      status: 0,
      asked: ['POST /images/prune filters={"dangling":{"false":true},"until":{"24h":true}}'],
    });
    expect((await run('docker image prune', { stdin: 'n' })).out).toBe(
      'WARNING! This will remove all dangling images.\nAre you sure you want to continue? [y/N] ',
    );
  });
});

describe('docker history', () => {
  const layers = [
    {
      Id: hex('e9607d44e275'),
      Created: seconds('2026-01-01T21:00:00Z'),
      CreatedBy: `/bin/sh -c #(nop)\tCMD ["nginx" "-g" "daemon off;"] and more`,
      Size: 1_982_387,
      Comment: 'buildkit',
      Tags: null,
    },
    { Id: '<missing>', Created: 0, CreatedBy: '', Size: 0, Comment: '', Tags: null },
  ];
  const history = { 'GET /images/nginx/history': { body: layers } };

  it('lists layers', async () => {
    expect((await run('docker history nginx', { answers: history })).out).toBe(
      'IMAGE          CREATED       CREATED BY                                      SIZE      COMMENT\n' +
        'e9607d44e275   3 hours ago   /bin/sh -c #(nop) CMD ["nginx" "-g" "daemon …   1.98MB    buildkit\n' +
        '<missing>                                                                    0B        \n',
    );
    expect((await run('docker history -H=false nginx', { answers: history })).out).toBe(
      'IMAGE          CREATED AT             CREATED BY                                      SIZE      COMMENT\n' +
        'e9607d44e275   2026-01-01T21:00:00Z   /bin/sh -c #(nop) CMD ["nginx" "-g" "daemon …   1982387   buildkit\n' +
        '<missing>      1970-01-01T00:00:00Z                                                   0         \n',
    );
  });
});
