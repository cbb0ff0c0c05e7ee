import { describe, expect, it } from 'vitest';
import { runScripted } from '../../testing/scripted-engine.ts';

const networks = [
  {
    Name: 'net10',
    Id: '07vqwtsvp65pz6no0by7hro8y',
    Created: '2026-01-01T23:00:00.25Z',
    Scope: 'swarm',
    Driver: 'overlay',
    EnableIPv4: true,
    EnableIPv6: false,
    Internal: true,
    Labels: { a: 'b' },
  },
  {
    Name: 'net2',
    Id: 'f668736c3131'.padEnd(64, '0'),
    Created: '2026-01-01T22:00:00Z',
    Scope: 'local',
    Driver: 'bridge',
    EnableIPv4: true,
    EnableIPv6: true,
    Internal: false,
    Labels: null,
  },
];
const answers = {
  'GET /networks': { body: networks },
  'GET /networks/net2': { body: networks[1] ?? null },
  'GET /networks/nope': { refuse: [404, 'network nope not found'] as const },
  'GET /networks/ingress': { body: { Name: 'ingress', Id: 'i', Ingress: true } },
  'DELETE /networks/net2': { body: null },
  'DELETE /networks/nope': { refuse: [404, 'network nope not found'] as const },
  'DELETE /networks/ingress': { body: null },
  'POST /networks/create': { body: { Id: 'newid', Warning: '' } },
  'POST /networks/prune': { body: { NetworksDeleted: ['net2', 'net10'] } },
};
const run = (line: string, more: Parameters<typeof runScripted>[1] = {}): ReturnType<typeof runScripted> => runScripted(line, { answers, ...more });

describe('docker network', () => {
  it('lists by name, ids cut to twelve', async () => {
    expect(await run('docker network ls -f scope=swarm')).toEqual({
      out: 'NETWORK ID     NAME      DRIVER    SCOPE\nf668736c3131   net2      bridge    local\n07vqwtsvp65p   net10     overlay   swarm\n',
      err: '',
      status: 0,
      asked: ['GET /networks filters={"scope":{"swarm":true}}'],
    });
    expect((await run('docker network ls -q --no-trunc')).out).toBe(`${networks[1]?.Id}\n${networks[0]?.Id}\n`);
    expect((await run('docker network ls --format raw')).out).toBe(
      'network_id: f668736c3131\nname: net2\ndriver: bridge\nscope: local\n\nnetwork_id: 07vqwtsvp65p\nname: net10\ndriver: overlay\nscope: swarm\n\n',
    );
    expect((await run('docker network ls --format json')).out).toContain(
      '{"CreatedAt":"2026-01-01 23:00:00.25 +0000 UTC","Driver":"overlay","ID":"07vqwtsvp65p","IPv4":"true","IPv6":"false","Internal":"true","Labels":"a=b","Name":"net10","Scope":"swarm"}\n',
    );
  });

  it('creates an overlay with all its addresses', async () => {
    const line =
      'docker network create -d overlay --attachable --internal --subnet 10.5.0.0/16 --subnet 10.6.0.0/16 --gateway 10.6.0.9 --ip-range 10.5.7.0/24 ' +
      '--aux-address host=10.5.0.7 --ipv6 --opt encrypted --label env=prod --ipam-opt k=v net';
    expect(await run(line)).toEqual({
      out: 'newid\n',
      err: '',
      status: 0,
      asked: [
        'POST /networks/create  {"Driver":"overlay","Scope":"","EnableIPv6":true,"IPAM":{"Driver":"default","Options":{"k":"v"},' +
          '"Config":[{"Subnet":"10.5.0.0/16","IPRange":"10.5.7.0/24","AuxiliaryAddresses":{"host":"10.5.0.7"}},{"Subnet":"10.6.0.0/16","Gateway":"10.6.0.9"}]},' +
          '"Internal":true,"Attachable":true,"Ingress":false,"ConfigOnly":false,"ConfigFrom":null,"Options":{"encrypted":""},"Labels":{"env":"prod"},"Name":"net"}',
      ],
    });
  });

  it.each([
    ['--gateway 10.0.0.1', 'every ip-range or gateway must have a corresponding subnet'],
    ['--subnet 10.5.0.0/16 --gateway 10.6.0.1', 'no matching subnet for gateway 10.6.0.1'],
    ['--subnet 10.5.0.0/16 --ip-range 10.6.0.0/24', 'no matching subnet for range 10.6.0.0/24'],
    ['--subnet 10.5.0.0/16 --subnet 10.5.1.0/24', 'multiple overlapping subnet configuration is not supported'],
    ['--subnet nonsense --gateway 10.0.0.1', 'invalid subnet: invalid CIDR address: nonsense'],
  ])('refuses %s', async (flags, message) => {
    expect(await run(`docker network create ${flags} net`)).toEqual({ out: '', err: `${message}\n`, status: 1, asked: [] });
  });

  it('removes: errors at once, then the status of a shell', async () => {
    expect(await run('docker network rm nope net2')).toEqual({
      out: 'net2\n',
      err: 'Error response from daemon: network nope not found\nexit status 1\n',
      status: 1,
      asked: ['GET /networks/nope', 'DELETE /networks/nope', 'GET /networks/net2', 'DELETE /networks/net2'],
    });
    expect(await run('docker network rm -f nope net2')).toMatchObject({ out: 'net2\n', err: '', status: 0 });
  });

  it('asks before it removes the routing mesh', async () => {
    const question =
      'WARNING! Before removing the routing-mesh network, make sure all the nodes in your swarm run the same docker engine version. Otherwise, removal may ' +
      'not be effective and functionality of newly create ingress networks will be impaired.\nAre you sure you want to continue? [y/N] ';
    expect(await run('docker network rm ingress', { stdin: 'no\n' })).toEqual({ out: question, err: '', status: 0, asked: ['GET /networks/ingress'] });
    expect(await run('docker network rm ingress', { stdin: 'y\n' })).toMatchObject({ out: `${question}ingress\n`, status: 0 });
  });

  it('prunes when told yes', async () => {
    const question = 'WARNING! This will remove all custom networks not used by at least one container.\nAre you sure you want to continue? [y/N] ';
    expect(await run('docker network prune')).toEqual({ out: question, err: '', status: 0, asked: [] });
    expect(await run('docker network prune', { stdin: 'Y\n' })).toEqual({
      out: `${question}Deleted Networks:\nnet2\nnet10\n\n`,
      err: '',
      status: 0,
      asked: ['POST /networks/prune'],
    });
  });

  it('shows the engine’s own JSON, and fields by Go name', async () => {
    const { out, status } = await run(`docker network inspect -f '{{.Name}} {{.Scope}} {{.EnableIPv6}}' net2`);
    expect([out, status]).toEqual(['net2 local true\n', 0]);
    expect(await run(`docker network inspect -f '{{.Name' net2`)).toMatchObject({
      out: '',
      err: 'template parsing error: template: :1: unclosed action\n',
      status: 64,
    });
    expect(await run('docker network inspect nope')).toMatchObject({ out: '[]\n', err: 'Error response from daemon: network nope not found\n', status: 1 });
  });

  it('connects with addresses and driver options', async () => {
    const refused = await run('docker network connect --driver-opt nonsense net2 web');
    expect(refused).toEqual({ out: '', err: 'invalid key/value pair format in driver options\n', status: 1, asked: [] });
    const { asked } = await run(`docker network connect --ip 10.5.0.9 --alias db,store --driver-opt ' a = b ' net2 web`);
    expect(asked).toEqual([
      'POST /networks/net2/connect  {"Container":"web","EndpointConfig":{"IPAMConfig":{"IPv4Address":"10.5.0.9"},"Links":null,"Aliases":["db","store"],' +
        '"MacAddress":"","DriverOpts":{"a":"b"},"GwPriority":0,"NetworkID":"","EndpointID":"","Gateway":"","IPAddress":"","IPPrefixLen":0,"IPv6Gateway":"",' +
        '"GlobalIPv6Address":"","GlobalIPv6PrefixLen":0,"DNSNames":null}}',
    ]);
  });
});
