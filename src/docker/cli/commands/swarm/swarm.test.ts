import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../base/json.ts';
import { type Answer, AnsweringEngine, docker } from '../../testing/answering-engine.ts';

const spec: Json = {
  Name: 'default',
  Labels: {},
  Orchestration: { TaskHistoryRetentionLimit: 5 },
  Raft: { SnapshotInterval: 10000, KeepOldSnapshots: 0, LogEntriesForSlowFollowers: 500, ElectionTick: 10, HeartbeatTick: 1 },
  Dispatcher: { HeartbeatPeriod: 5_000_000_000 },
  CAConfig: { NodeCertExpiry: 7_776_000_000_000_000 },
  TaskDefaults: {},
  EncryptionConfig: { AutoLockManagers: false },
};
const tls = { TrustRoot: '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n', CertIssuerSubject: 'MA==', CertIssuerPublicKey: 'MQ==' };
const swarm = (more: { readonly [key: string]: Json } = {}): Answer => ({
  body: {
    ID: 'c',
    Version: { Index: 12 },
    Spec: spec,
    TLSInfo: tls,
    RootRotationInProgress: false,
    JoinTokens: { Worker: 'SWMTKN-1-w', Manager: 'SWMTKN-1-m' },
    ...more,
  },
});
const manager: Answer = { body: { ID: 'node1', Spec: {}, ManagerStatus: { Leader: true, Addr: '10.35.3.145:2377' } } };
const key: Answer = { body: { UnlockKey: 'SWMKEY-1-key' } };
const unlockText = `To unlock a swarm manager after it restarts, run the \`docker swarm unlock\`
command and provide the following key:

    SWMKEY-1-key

Remember to store this key in a password manager, since without it you
will not be able to restart the manager.
`;
const empty: Answer = { body: null };
const posted = (engine: AnsweringEngine): readonly string[] => engine.asked.filter((request) => request.startsWith('POST'));

describe('docker swarm init', () => {
  const answers = { 'POST /swarm/init': { body: 'node1' }, 'GET /nodes/node1': manager, 'GET /swarm': swarm(), 'GET /swarm/unlockkey': key };
  const initialized = `Swarm initialized: current node (node1) is now a manager.

To add a worker to this swarm, run the following command:

    docker swarm join --token SWMTKN-1-w 10.35.3.145:2377

To add a manager to this swarm, run 'docker swarm join-token manager' and follow the instructions.
`;
  it('sends only what was given', async () => {
    const engine = new AnsweringEngine(answers);
    expect(await docker(engine, ['swarm', 'init', '--advertise-addr', '10.35.3.145'])).toEqual({ out: initialized, err: '', status: 0 });
    expect(engine.asked[0]).toBe(
      'POST /swarm/init {"ListenAddr":"0.0.0.0:2377","AdvertiseAddr":"10.35.3.145","DataPathAddr":"","DataPathPort":0,"ForceNewCluster":false,' +
        '"Spec":{"Labels":null,"Orchestration":{},"Raft":{"ElectionTick":0,"HeartbeatTick":0},"Dispatcher":{},"CAConfig":{},"TaskDefaults":{},' +
        '"EncryptionConfig":{"AutoLockManagers":false}},"AutoLockManagers":false,"Availability":"","DefaultAddrPool":[],"SubnetSize":24}',
    );
  });
  it('shows the key with --autolock', async () => {
    expect((await docker(new AnsweringEngine(answers), ['swarm', 'init', '--autolock', '--availability', 'DRAIN'])).out).toBe(initialized + unlockText);
  });
  it('refuses a wrong availability, and helps with the address', async () => {
    expect((await docker(new AnsweringEngine(answers), ['swarm', 'init', '--availability', 'foo'])).err).toBe(
      'invalid availability "foo", only active, pause and drain are supported\n',
    );
    const unsure = new AnsweringEngine({
      'POST /swarm/init': { refuses: [400, 'could not choose an IP address to advertise since this system has multiple addresses'] },
    });
    expect((await docker(unsure, ['swarm', 'init'])).err).toBe(
      'Error response from daemon: could not choose an IP address to advertise since this system has multiple addresses - specify one with --advertise-addr\n',
    );
  });
});

describe('docker swarm join and leave', () => {
  it('says as what the node joined', async () => {
    const engine = (asManager: boolean): AnsweringEngine =>
      new AnsweringEngine({ 'POST /swarm/join': empty, 'GET /info': { body: { Swarm: { ControlAvailable: asManager } } } });
    const worker = engine(false);
    expect((await docker(worker, ['swarm', 'join', '--token', 't', 'h:2377'])).out).toBe('This node joined a swarm as a worker.\n');
    expect(worker.asked[0]).toBe(
      'POST /swarm/join {"ListenAddr":"0.0.0.0:2377","AdvertiseAddr":"","DataPathAddr":"","RemoteAddrs":["h:2377"],"JoinToken":"t","Availability":""}',
    );
    expect((await docker(engine(true), ['swarm', 'join', '--token', 't', 'h:2377'])).out).toBe('This node joined a swarm as a manager.\n');
  });
  it('leaves', async () => {
    const engine = new AnsweringEngine({ 'POST /swarm/leave': empty });
    expect((await docker(engine, ['swarm', 'leave', '--force'])).out).toBe('Node left the swarm.\n');
    expect(engine.asked).toEqual(['POST /swarm/leave?force=1']);
  });
});

describe('docker swarm join-token', () => {
  const answers = { 'GET /swarm': swarm(), 'POST /swarm/update': empty, 'GET /info': { body: { Swarm: { NodeID: 'node1' } } }, 'GET /nodes/node1': manager };
  it('shows the command', async () => {
    expect((await docker(new AnsweringEngine(answers), ['swarm', 'join-token', 'manager'])).out).toBe(
      'To add a manager to this swarm, run the following command:\n\n    docker swarm join --token SWMTKN-1-m 10.35.3.145:2377\n\n',
    );
    expect((await docker(new AnsweringEngine(answers), ['swarm', 'join-token', '-q', 'worker'])).out).toBe('SWMTKN-1-w\n');
    expect((await docker(new AnsweringEngine(answers), ['swarm', 'join-token', 'foo'])).err).toBe('unknown role foo\n');
  });
  it('replaces the token', async () => {
    const engine = new AnsweringEngine(answers);
    expect((await docker(engine, ['swarm', 'join-token', '--rotate', 'worker'])).out).toMatch(/^Successfully rotated worker join token\.\n\nTo add a worker/);
    expect(posted(engine)).toEqual([
      `POST /swarm/update?version=12&rotateWorkerToken=true&rotateManagerToken=false&rotateManagerUnlockKey=false ${JSON.stringify(spec)}`,
    ]);
  });
});

describe('docker swarm update', () => {
  const answers = { 'GET /swarm': swarm(), 'POST /swarm/update': empty, 'GET /swarm/unlockkey': key };
  it('shows its help without a flag', async () => {
    const { out, status } = await docker(new AnsweringEngine(answers), ['swarm', 'update']);
    expect(out).toMatch(/^Usage: {2}docker swarm update \[OPTIONS\]\n/);
    expect(status).toBe(0);
  });
  it('changes what was given', async () => {
    const engine = new AnsweringEngine(answers);
    expect((await docker(engine, ['swarm', 'update', '--task-history-limit', '4', '--max-snapshots', '1'])).out).toBe('Swarm updated.\n');
    expect(posted(engine)[0]).toContain('"Orchestration":{"TaskHistoryRetentionLimit":4},"Raft":{"SnapshotInterval":10000,"KeepOldSnapshots":1,"LogEntries');
  });
  it('shows the key when managers begin to lock', async () => {
    expect((await docker(new AnsweringEngine(answers), ['swarm', 'update', '--autolock'])).out).toBe(`Swarm updated.\n${unlockText}`);
    expect((await docker(new AnsweringEngine(answers), ['swarm', 'update', '--autolock=false'])).out).toBe('Swarm updated.\n');
  });
});

describe('docker swarm unlock and unlock-key', () => {
  const state = (word: string): AnsweringEngine =>
    new AnsweringEngine({ 'GET /info': { body: { Swarm: { LocalNodeState: word } } }, 'POST /swarm/unlock': empty });
  it('asks for the key only where it helps', async () => {
    expect((await docker(state('inactive'), ['swarm', 'unlock'])).err).toBe('Error: This node is not part of a swarm\n');
    expect((await docker(state('active'), ['swarm', 'unlock'])).err).toBe('Error: swarm is not locked\n');
  });
  it('reads it from stdin, or at a prompt', async () => {
    const piped = state('locked');
    expect(await docker(piped, ['swarm', 'unlock'], { stdin: ['SWMKEY-1-a'] })).toEqual({ out: '', err: '', status: 0 });
    expect(posted(piped)).toEqual(['POST /swarm/unlock {"UnlockKey":"SWMKEY-1-a"}']);
    expect((await docker(state('locked'), ['swarm', 'unlock'], { stdin: ['SWMKEY-1-a'], columns: 80 })).out).toBe('Enter unlock key: \n');
  });
  it('shows the key', async () => {
    const engine = new AnsweringEngine({ 'GET /swarm/unlockkey': key });
    expect((await docker(engine, ['swarm', 'unlock-key'])).out).toBe(unlockText);
    expect((await docker(engine, ['swarm', 'unlock-key', '-q'])).out).toBe('SWMKEY-1-key\n');
    expect((await docker(new AnsweringEngine({ 'GET /swarm/unlockkey': { body: { UnlockKey: '' } } }), ['swarm', 'unlock-key'])).err).toBe(
      'no unlock key is set\n',
    );
    expect((await docker(new AnsweringEngine({ 'GET /swarm/unlockkey': { refuses: [503, 'no'] } }), ['swarm', 'unlock-key'])).err).toBe(
      'could not fetch unlock key: Error response from daemon: no\n',
    );
  });
  it('replaces it only when there is one', async () => {
    expect((await docker(new AnsweringEngine({ 'GET /swarm': swarm() }), ['swarm', 'unlock-key', '--rotate'])).err).toBe(
      'cannot rotate because autolock is not turned on\n',
    );
  });
});

describe('docker swarm ca', () => {
  const other = { ...tls, TrustRoot: 'other' };
  const node = (info: Json): Json => ({ ID: 'n', Description: { TLSInfo: info } });
  it('prints the root certificate', async () => {
    expect((await docker(new AnsweringEngine({ 'GET /swarm': swarm() }), ['swarm', 'ca'])).out).toBe(`${tls.TrustRoot}`);
  });
  it('wants --rotate for changes', async () => {
    expect((await docker(new AnsweringEngine({ 'GET /swarm': swarm() }), ['swarm', 'ca', '--cert-expiry', '1h'])).err).toBe(
      '`--cert-expiry` flag requires the `--rotate` flag to update the CA\n',
    );
  });
  it('waits until all nodes trust the new root', async () => {
    const engine = new AnsweringEngine({ 'GET /swarm': swarm(), 'POST /swarm/update': empty, 'GET /nodes': { body: [node(tls), node(tls)] } });
    const { out } = await docker(engine, ['swarm', 'ca', '--rotate']);
    expect(out.replace(/sha256:[0-9a-f]{64}/, 'sha256:DIGEST')).toBe(
      `desired root digest: \n  rotated TLS certificates: \n  rotated CA certificates:  \ndesired root digest: sha256:DIGEST\n${tls.TrustRoot}`,
    );
    expect(posted(engine)[0]).toContain('"CAConfig":{"NodeCertExpiry":7776000000000000,"ForceRotate":1}');
  });
  it('goes on asking while nodes are behind', async () => {
    let polls = 0;
    const answers = new AnsweringEngine({ 'GET /swarm': swarm(), 'POST /swarm/update': empty });
    const engine = {
      request: async (request: Parameters<AnsweringEngine['request']>[0]) => {
        if (request.path !== '/nodes') return answers.request(request);
        polls += 1;
        return { status: 200, headers: {}, body: [node(tls), node(polls < 3 ? other : tls)] };
      },
    };
    // Quiet is quiet: not even the new root is shown.
    expect((await docker(engine, ['swarm', 'ca', '--rotate', '-q'])).out).toBe('');
    expect(polls).toBe(3);
  });
});
