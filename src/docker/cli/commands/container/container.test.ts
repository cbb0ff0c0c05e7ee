import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../base/json.ts';
import { type Answer, AnsweringEngine, docker, testNow } from '../../testing/answering-engine.ts';
import { displayedPorts } from './container-list.ts';

const container = (more: { readonly [key: string]: Json } = {}): Json => ({
  Id: '92591927201b6084a2c53b9cf76ccea61cb85f7c24d0f01ba40c77e2bdc24e67',
  Names: ['/web.1.5e62q3lkovm9frpvft0rzihnn'],
  Image: `nginx:1.25@sha256:${'a'.repeat(64)}`,
  ImageID: 'sha256:e9607d44e275bd86c89c3a54c3995069abe8f1ada058e0aeec4f7c37cd21d4ed',
  Command: "sh -c 'echo started; sleep 1'",
  Created: testNow / 1000 - 90,
  Ports: [
    { PrivatePort: 80, Type: 'tcp' },
    { IP: '0.0.0.0', PrivatePort: 81, PublicPort: 8112, Type: 'tcp' },
  ],
  Labels: { 'com.docker.swarm.service.name': 'web', a: '' },
  State: 'running',
  Status: 'Up About a minute (healthy)',
  NetworkSettings: { Networks: { net2: {}, ingress: {} } },
  Mounts: [{ Name: 'a-rather-long-volume-name', Driver: 'local' }, { Source: '/tmp' }],
  SizeRw: 2048,
  SizeRootFs: 1_982_387,
  ...more,
});
const ok: Answer = { body: null };
const missing: Answer = { refuses: [404, 'No such container: nope'] };

describe('docker ps', () => {
  const engine = (): AnsweringEngine => new AnsweringEngine({ 'GET /containers/json': { body: [container()] } });
  const ps = async (...words: string[]): Promise<string> => (await docker(engine(), ['ps', ...words])).out;
  it('is a table', async () => {
    expect(await ps()).toBe(
      'CONTAINER ID   IMAGE        COMMAND                  CREATED              STATUS                        PORTS                          NAMES\n' +
        '92591927201b   nginx:1.25   "sh -c \'echo started…"   About a minute ago   Up About a minute (healthy)   80/tcp, 0.0.0.0:8112->81/tcp   web.1.5e62q3lkovm9frpvft0rzihnn\n',
    );
  });
  it('has other forms', async () => {
    expect(await ps('-q')).toBe('92591927201b\n');
    expect(await ps('--format', '{{.Labels}} {{.Label "a"}} {{.Mounts}} {{.LocalVolumes}} {{.Networks}} {{.Size}} {{.Platform}}')).toBe(
      'a=,com.docker.swarm.service.name=web  a-rather-long-…,/tmp 1 ingress,net2 2.05kB (virtual 1.98MB) <nil>\n',
    );
    expect(await ps('--no-trunc', '--format', '{{.ID}} {{.Command}} {{.CreatedAt}}')).toBe(
      `92591927201b6084a2c53b9cf76ccea61cb85f7c24d0f01ba40c77e2bdc24e67 "sh -c 'echo started; sleep 1'" 2026-01-02 03:08:30 +0000 UTC\n`,
    );
  });
  it('asks for what the flags say, and for sizes where a template shows them', async () => {
    const asked = engine();
    await docker(asked, ['ps', '-a', '-n', '2', '-f', 'status=exited']);
    await docker(asked, ['ps', '-l', '-s']);
    await docker(asked, ['ps', '--format', '{{.Size}}']);
    expect(asked.asked).toEqual([
      'GET /containers/json?all=1&limit=2&filters={"status":{"exited":true}}',
      'GET /containers/json?limit=1&size=1',
      'GET /containers/json?size=1',
    ]);
  });
  it('tries a template before it asks', async () => {
    expect(await docker(engine(), ['ps', '--format', '{{.Foo}}'])).toEqual({
      out: '',
      err: 'failed to execute template: template: :1:2: executing "" at <.Foo>: can\'t evaluate field Foo in type *formatter.ContainerContext\n',
      status: 1,
    });
    expect((await docker(engine(), ['ps', '--format', '{{'])).err).toBe('failed to parse template: template: :1: unclosed action\n');
  });
  it('prefers -q to a template', async () => {
    expect(await docker(engine(), ['ps', '-q', '--format', '{{.Names}}'])).toEqual({
      out: '92591927201b\n',
      err: 'WARNING: Ignoring custom format, because both --format and --quiet are set.\n',
      status: 0,
    });
  });
  it('groups ports', () => {
    const port = (PrivatePort: number, PublicPort?: number, IP?: string, Type = 'tcp'): Parameters<typeof displayedPorts>[0][number] => ({
      PrivatePort,
      Type,
      ...(PublicPort === undefined ? {} : { PublicPort }),
      ...(IP === undefined ? {} : { IP }),
    });
    expect(displayedPorts([port(82), port(80), port(81), port(90)])).toBe('80-82/tcp, 90/tcp');
    expect(displayedPorts([port(80, 80, '0.0.0.0'), port(81, 81, '0.0.0.0'), port(80, 80, '::')])).toBe('0.0.0.0:80-81->80-81/tcp, [::]:80->80/tcp');
    expect(displayedPorts([port(90, 9090, '0.0.0.0'), port(90, 9090, '::'), port(53, undefined, undefined, 'udp')])).toBe(
      '53/udp, 0.0.0.0:9090->90/tcp, [::]:9090->90/tcp',
    );
  });
});

describe('starting and stopping', () => {
  const engine = (): AnsweringEngine =>
    new AnsweringEngine({
      'POST /containers/a/stop': ok,
      'POST /containers/b/stop': ok,
      'POST /containers/a/start': ok,
      'POST /containers/nope/stop': missing,
      'POST /containers/nope/start': missing,
      'DELETE /containers/a': ok,
      'DELETE /containers/nope': missing,
      'POST /containers/a/wait': { body: { StatusCode: 3 } },
      'POST /containers/a/kill': ok,
    });
  it('prints each as typed and errors after', async () => {
    const asked = engine();
    expect(await docker(asked, ['stop', '-t', '1', '-s', 'INT', 'a', 'nope', 'b'])).toEqual({
      out: 'a\nb\n',
      err: 'Error response from daemon: No such container: nope\n',
      status: 1,
    });
    expect(asked.asked[0]).toBe('POST /containers/a/stop?signal=INT&t=1');
  });
  it('start says once more what failed', async () => {
    expect(await docker(engine(), ['start', 'nope', 'a'])).toEqual({
      out: 'a\n',
      err: 'Error response from daemon: No such container: nope\nError: failed to start containers: nope\n',
      status: 1,
    });
  });
  it('rm -f does not mind a missing one', async () => {
    expect(await docker(engine(), ['rm', '-f', 'nope', 'a'])).toEqual({ out: 'a\n', err: 'Error response from daemon: No such container: nope\n', status: 0 });
    expect((await docker(engine(), ['rm', 'nope'])).status).toBe(1);
  });
  it('wait prints exit codes, and --time is an old name', async () => {
    expect((await docker(engine(), ['wait', 'a'])).out).toBe('3\n');
    expect((await docker(engine(), ['stop', '--time', '3', 'a'])).out).toBe('Flag --time has been deprecated, use --timeout instead\na\n');
  });
});

describe('docker logs, exec, port, top', () => {
  const inspect: Answer = {
    body: {
      Id: 'cid',
      State: { Running: true },
      NetworkSettings: {
        Ports: {
          '80/tcp': null,
          '81/tcp': [
            { HostIp: '0.0.0.0', HostPort: '8112' },
            { HostIp: '::', HostPort: '8112' },
          ],
        },
      },
    },
  };
  it('sends output where it belongs', async () => {
    const engine = new AnsweringEngine({
      'GET /containers/a/json': inspect,
      'GET /containers/cid/logs': {
        stream: [
          { kind: 'stdout', text: 'one\n' },
          { kind: 'stderr', text: 'two\n' },
        ],
      },
    });
    expect(await docker(engine, ['logs', '--tail', '5', '-t', '--since', '10m', 'a'])).toEqual({ out: 'one\n', err: 'two\n', status: 0 });
    expect(engine.asked[1]).toBe(`GET /containers/cid/logs?since=${testNow / 1000 - 600}&stderr=1&stdout=1&tail=5&timestamps=1`);
  });
  it('exec ends as its command does', async () => {
    const engine = new AnsweringEngine({
      'GET /containers/a/json': inspect,
      'POST /containers/a/exec': { body: { Id: 'eid' } },
      'POST /exec/eid/start': { stream: [{ kind: 'stderr', text: 'e\n' }] },
      'GET /exec/eid/json': { body: { ExitCode: 3 } },
    });
    expect(await docker(engine, ['exec', '-e', 'A=1', '-e', 'HOME', '-w', '/w', 'a', 'sh', '-c', 'x'])).toEqual({ out: '', err: 'e\n', status: 3 });
    expect(engine.asked[1]).toBe(
      'POST /containers/a/exec {"User":"","Privileged":false,"Tty":false,"AttachStdin":false,"AttachStderr":true,"AttachStdout":true,"Detach":false,"DetachKeys":"","Env":["A=1","HOME=/root"],"WorkingDir":"/w","Cmd":["sh","-c","x"]}',
    );
    expect((await docker(engine, ['exec', '-it', 'a', 'sh'])).err).toBe('the input device is not a TTY\n');
  });
  it('port lists what is published', async () => {
    const engine = new AnsweringEngine({ 'GET /containers/a/json': inspect });
    expect((await docker(engine, ['port', 'a'])).out).toBe('81/tcp -> 0.0.0.0:8112\n81/tcp -> [::]:8112\n');
    expect((await docker(engine, ['port', 'a', '81'])).out).toBe('0.0.0.0:8112\n[::]:8112\n');
    expect((await docker(engine, ['port', 'a', '81/udp'])).err).toBe("Error: No public port '81/udp' published for a\n");
  });
  it('top aligns wide columns', async () => {
    const engine = new AnsweringEngine({ 'GET /containers/a/top': { body: { Titles: ['UID', 'CMD'], Processes: [['root', 'sleep 1']] } } });
    expect((await docker(engine, ['top', 'a'])).out).toBe('UID                 CMD\nroot                sleep 1\n');
  });
});

describe('docker run', () => {
  const created = { 'POST /containers/create': { body: { Id: 'cid', Warnings: [] } } as Answer };
  it('prints the id with -d', async () => {
    const engine = new AnsweringEngine({ ...created, 'POST /containers/cid/start': ok });
    expect(await docker(engine, ['run', '-d', '--name', 'web', '-p', '8080:80', '--network', 'net1', 'nginx', 'a', '-b'])).toEqual({
      out: 'cid\n',
      err: '',
      status: 0,
    });
    const body = JSON.parse(engine.asked[0]?.replace(/^[^{]*/, '') ?? '') as { [key: string]: unknown } & { HostConfig: { [key: string]: unknown } };
    expect(engine.asked[0]).toMatch(/^POST \/containers\/create\?name=web /);
    expect([body['Image'], body['Cmd'], body['ExposedPorts'], body['AttachStdout']]).toEqual(['nginx', ['a', '-b'], { '80/tcp': {} }, false]);
    expect([body.HostConfig['NetworkMode'], body.HostConfig['PortBindings']]).toEqual(['net1', { '80/tcp': [{ HostIp: '', HostPort: '8080' }] }]);
  });
  it('shows the output and ends as the container does', async () => {
    const engine = new AnsweringEngine({
      ...created,
      'POST /containers/cid/attach': { stream: [{ kind: 'stdout', text: 'hello\n' }] },
      'POST /containers/cid/wait': { body: { StatusCode: 4 } },
      'POST /containers/cid/start': ok,
    });
    expect(await docker(engine, ['run', '--rm', 'busybox', 'x'])).toEqual({ out: 'hello\n', err: '', status: 4 });
    expect(engine.asked.slice(1)).toEqual([
      'POST /containers/cid/attach?stderr=1&stdout=1&stream=1',
      'POST /containers/cid/wait?condition=removed',
      'POST /containers/cid/start',
    ]);
  });
  it.each([
    ['exec: "nosuch": executable file not found in $PATH: unknown', 127],
    ['exec: "/etc": permission denied: unknown', 126],
    ['driver failed programming external connectivity', 125],
  ])('tells why it did not start: %s', async (message, status) => {
    const engine = new AnsweringEngine({ ...created, 'POST /containers/cid/start': { refuses: [400, message] } });
    expect(await docker(engine, ['run', '-d', 'busybox', 'nosuch'])).toEqual({
      out: 'cid\n',
      err: `docker: Error response from daemon: ${message}\n\nRun 'docker run --help' for more information\n`,
      status,
    });
  });
  it('fetches a missing image unless told not to', async () => {
    let tries = 0;
    const answers = new AnsweringEngine({
      'POST /images/create': {
        stream: [
          { kind: 'json', value: { status: 'Pulling from library/nginx', id: 'latest' } },
          { kind: 'json', value: { status: 'Status: Downloaded' } },
        ],
      },
      'POST /containers/cid/start': ok,
    });
    const engine = {
      request: async (request: Parameters<AnsweringEngine['request']>[0]) => {
        if (request.path !== '/containers/create') return answers.request(request);
        tries += 1;
        return tries === 1 ? { status: 404, headers: {}, body: { message: 'No such image: nginx:latest' } } : { status: 201, headers: {}, body: { Id: 'cid' } };
      },
    };
    expect(await docker(engine, ['run', '-d', 'nginx'])).toEqual({
      out: 'cid\n',
      err: "Unable to find image 'nginx:latest' locally\nlatest: Pulling from library/nginx\nStatus: Downloaded\n",
      status: 0,
    });
    const never = new AnsweringEngine({ 'POST /containers/create': { refuses: [404, 'No such image: nosuch:1'] } });
    expect(await docker(never, ['run', '--pull', 'never', 'nosuch:1'])).toEqual({
      out: '',
      err: "docker: Error response from daemon: No such image: nosuch:1\n\nRun 'docker run --help' for more information\n",
      status: 125,
    });
  });
  it('checks flags before it asks', async () => {
    const none = new AnsweringEngine({});
    expect((await docker(none, ['run', '-p', 'a:b', 'x'])).err).toBe("docker: invalid containerPort: b\n\nRun 'docker run --help' for more information\n");
    expect((await docker(none, ['run', '--restart', 'on-failure:x', 'x'])).status).toBe(125);
    expect((await docker(none, ['run', '--no-healthcheck', '--health-cmd', 'x', 'y'])).err).toContain('--no-healthcheck conflicts with --health-* options');
    expect(none.asked).toEqual([]);
  });
});

describe('docker stats', () => {
  const sample: Json = {
    name: '/web',
    id: 'a'.repeat(64),
    pids_stats: { current: 2 },
    cpu_stats: { cpu_usage: { total_usage: 300 }, system_cpu_usage: 2000, online_cpus: 2 },
    precpu_stats: { cpu_usage: { total_usage: 100 }, system_cpu_usage: 1000 },
    memory_stats: { usage: 3 * 2 ** 20, limit: 2 ** 30, stats: { inactive_file: 2 ** 20 } },
    networks: { eth0: { rx_bytes: 670, tx_bytes: 378 }, eth1: { rx_bytes: 1000, tx_bytes: 0 } },
    blkio_stats: {
      io_service_bytes_recursive: [
        { op: 'read', value: 4096 },
        { op: 'write', value: 0 },
      ],
    },
  };
  it('is a table', async () => {
    const engine = new AnsweringEngine({ 'GET /containers/web/stats': { body: sample } });
    expect((await docker(engine, ['stats', '--no-stream', 'web'])).out).toBe(
      'CONTAINER ID   NAME      CPU %     MEM USAGE / LIMIT   MEM %     NET I/O         BLOCK I/O    PIDS\n' +
        'aaaaaaaaaaaa   web       40.00%    2MiB / 1GiB         0.20%     1.67kB / 378B   4.1kB / 0B   2\n',
    );
  });
});
