import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../base/json.ts';
import type { EngineClient, EngineRequest } from '../../../api/client.ts';
import { splitShellWords } from '../../../api/parse/shell-words.ts';
import { runDocker } from '../../run-docker.ts';
import { testContext } from '../../testing/recorded-exchange.ts';

const spec = (more: Json = {}): Json => ({
  Name: 'web',
  Labels: {},
  TaskTemplate: {
    ContainerSpec: { Image: 'nginx:latest', Init: false, DNSConfig: {}, Isolation: 'default' },
    Resources: { Limits: {}, Reservations: {} },
    Placement: {},
    ForceUpdate: 0,
    Runtime: 'container',
  },
  Mode: { Replicated: { Replicas: 1 } },
  EndpointSpec: { Mode: 'vip' },
  ...(more as { readonly [key: string]: Json }),
});

/** An engine with one service `web`; keeps the body of what was sent. */
function engine(stored: Json = spec(), networks: { readonly [name: string]: string } = {}): EngineClient & { sent: Json | undefined } {
  const client = {
    sent: undefined as Json | undefined,
    request: async ({ method, path, body }: EngineRequest): Promise<{ status: number; headers: {}; body?: Json }> => {
      const answer = (value: Json, status = 200): { status: number; headers: {}; body: Json } => ({ status, headers: {}, body: value });
      if (path === '/_ping') return { status: 200, headers: {} };
      if (method === 'POST') {
        client.sent = body;
        return answer({ ID: 'newid', Warnings: null });
      }
      if (path === '/services/web') return answer({ ID: 'webid', Version: { Index: 7 }, Spec: stored });
      const network = networks[path.replace('/networks/', '')];
      if (network !== undefined) return answer({ Id: network, Name: 'x' });
      if (path.startsWith('/distribution/')) return answer({ message: 'no registry' }, 500);
      return answer({ message: `${path.slice(1).replace('s/', ' ')} not found` }, 404);
    },
  };
  return client;
}

async function run(
  line: string,
  client: EngineClient = engine(),
  files: { readonly [path: string]: string } = {},
): Promise<{ out: string; err: string; status: number }> {
  const words = splitShellWords(line);
  const context = testContext(client, { files });
  const status = await runDocker(context, words.ok ? words.value.slice(1) : []);
  return { out: context.out(), err: context.err(), status };
}

describe('service create', () => {
  it.each([
    ['-p 80:80:80:80 nginx', 'invalid argument "80:80:80:80" for "-p, --publish" flag: invalid IP address: 80:80'],
    [
      '-p published=80,target=80,mode=magic nginx',
      `invalid argument "published=80,target=80,mode=magic" for "-p, --publish" flag: invalid publish mode value (magic): must be either 'ingress' or 'host'`,
    ],
    ['--replicas two nginx', 'invalid argument "two" for "--replicas" flag: strconv.ParseUint: parsing "two": invalid syntax'],
    ['--update-delay 10 nginx', 'invalid argument "10" for "--update-delay" flag: time: missing unit in duration "10"'],
    ['--health-interval -5s nginx', 'invalid argument "-5s" for "--health-interval" flag: duration cannot be negative'],
    ['--mount type=bind nginx', 'invalid argument "type=bind" for "--mount" flag: target is required'],
    ['-l =x nginx', `invalid argument "=x" for "-l, --label" flag: invalid label '=x': empty name`],
    ['--limit-cpu 0.0000000001 nginx', 'invalid argument "0.0000000001" for "--limit-cpu" flag: value is too precise'],
    [`--entrypoint 'a "b' nginx`, 'invalid argument "a \\"b" for "--entrypoint" flag: EOF found when expecting closing quote'],
  ])('refuses %s', async (flags, message) => {
    expect(await run(`docker service create ${flags}`)).toEqual({
      out: '',
      err: `${message}\n\nUsage:  docker service create [OPTIONS] IMAGE [COMMAND] [ARG...]\n\nRun 'docker service create --help' for more information\n`,
      status: 125,
    });
  });

  it.each([
    ['--env-file missing.env nginx', 'open missing.env: no such file or directory'],
    ['--env-file f nginx', "invalid env file (f): variable 'C ' contains whitespaces"],
    ['--no-healthcheck --health-cmd x --mode weird nginx', '--no-healthcheck conflicts with --health-* options'],
    ['--mode global --replicas 2 nginx', 'replicas can only be used with replicated or replicated-job mode'],
    ['--max-concurrent 2 nginx', 'max-concurrent can only be used with replicated-job mode'],
    ['--mode global-job --replicas-max-per-node 1 nginx', 'replicas-max-per-node can only be used with replicated or replicated-job mode'],
    ['--mode replicated-job --update-delay 1s nginx', 'update and rollback configuration is not supported for jobs'],
    ['--network nope --generic-resource GPU=a nginx', 'Error response from daemon: network nope not found'],
    ['--generic-resource GPU=a nginx', 'invalid generic-resource request `GPU=a`, Named Generic Resources is not supported for service create or update'],
    ['--secret source=a,target=x --secret source=b,target=x nginx', 'duplicate secret target for b not allowed'],
  ])('fails on %s', async (flags, message) => {
    expect(await run(`docker service create ${flags}`, engine(), { f: 'A=1\nC =2\n' })).toEqual({ out: '', err: `${message}\n`, status: 1 });
  });

  it('warns when no registry answers, sends what was asked', async () => {
    const client = engine();
    expect(await run('docker service create -d --name web -e A=1 -e A=2 --stop-grace-period 3s nginx sleep --name 1', client)).toEqual({
      out: 'newid\n',
      err:
        'image nginx:latest could not be accessed on a registry to record\nits digest. Each node will access nginx:latest independently,\n' +
        'possibly leading to different nodes running different\nversions of the image.\n\n',
      status: 0,
    });
    expect(JSON.stringify(client.sent)).toBe(
      '{"Name":"web","Labels":{},"TaskTemplate":{"ContainerSpec":{"Image":"nginx:latest","Args":["sleep","--name","1"],"Env":["A=2"],"Init":false,' +
        '"StopGracePeriod":3000000000,"DNSConfig":{}},"Resources":{"Limits":{},"Reservations":{}},"Placement":{},"ForceUpdate":0},' +
        '"Mode":{"Replicated":{}},"EndpointSpec":{"Mode":"vip"}}',
    );
  });
});

describe('service update', () => {
  const sent = async (flags: string, stored: Json = spec(), networks: { readonly [name: string]: string } = {}): Promise<Json> => {
    const client = engine(stored, networks);
    expect(await run(`docker service update -d ${flags} web`, client)).toEqual({ out: 'web\n', err: '', status: 0 });
    return client.sent ?? null;
  };

  it('sends the same spec without a flag', async () => {
    expect(JSON.stringify(await sent(''))).toBe(JSON.stringify(spec()));
  });

  it('fills a missing group with defaults and keeps the rest of a present one', async () => {
    expect(await sent('--update-parallelism 2 --restart-delay 1s')).toMatchObject({
      UpdateConfig: { Parallelism: 2, FailureAction: 'pause', Monitor: 5e9, MaxFailureRatio: 0, Order: 'stop-first' },
      TaskTemplate: { RestartPolicy: { Condition: 'any', Delay: 1e9, MaxAttempts: 0 } },
    });
    const present = { UpdateConfig: { Parallelism: 3, Delay: 1e9, FailureAction: 'rollback', Monitor: 1e9, MaxFailureRatio: 0.1, Order: 'start-first' } };
    const { Delay: _delay, ...rest } = present.UpdateConfig;
    expect(((await sent('--update-delay 0s', spec(present))) as { readonly UpdateConfig: Json }).UpdateConfig).toEqual(rest);
  });

  it('clears what is given empty', async () => {
    const stored = {
      TaskTemplate: {
        ContainerSpec: { Image: 'nginx:latest', Args: ['a'], Healthcheck: { Test: ['CMD-SHELL', 'x'], Interval: 1 } },
        Resources: { Limits: { MemoryBytes: 5 } },
      },
    };
    expect(await sent(`--args '' --health-cmd '' --limit-memory 0`, spec(stored))).toMatchObject({
      TaskTemplate: { ContainerSpec: { Image: 'nginx:latest', Healthcheck: { Interval: 1 } }, Resources: { Limits: {}, Reservations: {} }, ForceUpdate: 0 },
    });
  });

  it('moves networks', async () => {
    const stored = { TaskTemplate: { ContainerSpec: {}, Networks: [{ Target: 'idz' }, { Target: 'idb' }] } };
    const networks = { front: 'idz', back: 'idb', third: 'ida' };
    expect(await sent('--network-rm front --network-add name=third,alias=x', spec(stored), networks)).toMatchObject({
      TaskTemplate: { Networks: [{ Target: 'ida', Aliases: ['x'] }, { Target: 'idb' }] },
    });
    expect(await run('docker service update --network-add back web', engine(spec(stored), networks))).toMatchObject({
      err: 'service is already attached to network back\n',
      status: 1,
    });
  });

  it.each([
    ['--replicas 2', { Mode: { Global: {} } }, 'replicas can only be used with replicated mode'],
    ['--rollback --force', {}, 'other flags may not be combined with --rollback'],
    ['--generic-resource-rm x', {}, 'could not find generic-resource `x` to remove it'],
    ['--no-healthcheck --health-retries 2', {}, '--no-healthcheck conflicts with --health-* options'],
  ])('fails on %s', async (flags, stored, message) => {
    expect(await run(`docker service update ${flags} web`, engine(spec(stored)))).toEqual({ out: '', err: `${message}\n`, status: 1 });
  });
});

describe('service scale', () => {
  it('refuses in five lines', async () => {
    expect(await run('docker service scale web')).toEqual({
      out: '',
      err:
        "invalid scale specifier 'web'.\nSee 'docker service scale --help'.\n\n" +
        'Usage:  docker service scale SERVICE=REPLICAS [SERVICE=REPLICAS...]\n\nScale one or multiple replicated services\n',
      status: 1,
    });
  });
  it('names the service in each failure', async () => {
    expect(await run('docker service scale -d web=many nosuch=3 web=4')).toEqual({
      out: 'web scaled to 4\n',
      err:
        'web: invalid replicas value many: strconv.ParseUint: parsing "many": invalid syntax\n' +
        'nosuch: Error response from daemon: service nosuch not found\n',
      status: 1,
    });
  });
});
