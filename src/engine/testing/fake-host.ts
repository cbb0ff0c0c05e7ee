import type { Json } from '../../base/json.ts';
import type { EngineRequest, StreamChunk } from '../../docker/api/client.ts';
import { Kernel } from '../../sim/kernel.ts';
import type { ContainerRuntime, Refusal } from '../../swarm/agent/container.ts';
import { createContainerRuntime } from '../../swarm/agent/runtime.ts';
import { generateJoinToken } from '../../swarm/ca/join-token.ts';
import { generateRootCa } from '../../swarm/ca/root-ca.ts';
import type { Host, HostSpec, SwarmInitRequest, SwarmJoinRequest } from '../../swarm/cluster/host.ts';
import type { LeaderAccess } from '../../swarm/manager/leader-access.ts';
import { NO_LEADER, NO_SWARM, NOT_IN_SWARM, NOT_MANAGER } from '../../swarm/manager/refusals.ts';
import type { RaftMember } from '../../swarm/raft/raft-member.ts';
import { SoleProposer } from '../../swarm/store/proposer.ts';
import { Store } from '../../swarm/store/store.ts';
import { createEngine } from '../create-engine.ts';
import type { EngineOptions } from '../daemon.ts';
import type { Engine } from '../engine.ts';
import { moreRoutes } from '../more-routes.ts';

/** 2026-11-23T23:14:00Z. */
export const EPOCH_MS = 1_795_475_640_000;
export const NODE_ID = '81c88tan2p31pg1yd937307v8';

/** A host whose swarm is a store of its own: no raft, no other hosts, containers that run on a clock. */
export class FakeHost implements Host {
  readonly kernel: Kernel;
  readonly store: Store;
  readonly containers: ContainerRuntime;
  readonly engineUp = true;
  readonly power = true;
  readonly linkUp = true;
  state: Host['swarm']['state'] = 'inactive';
  isManager = false;
  leaderless = false;
  members: RaftMember[] = [];
  readonly inits: SwarmInitRequest[] = [];
  readonly joins: SwarmJoinRequest[] = [];

  constructor(
    readonly spec: HostSpec = {
      name: 'DC2-N1',
      address: '10.35.3.145',
      cpus: 2,
      memoryBytes: 25_276_502_016,
      engineLabels: {},
      genericResources: [],
    },
    registry: 'offline' | 'simulated' = 'offline',
  ) {
    this.kernel = new Kernel('engine');
    this.store = new Store(new SoleProposer(9), () => this.kernel.now);
    this.containers = createContainerRuntime({ kernel: this.kernel, host: spec.name, registry });
  }

  get swarm(): Host['swarm'] {
    const inside = this.state === 'active';
    const manager = inside && this.isManager;
    return {
      state: this.state,
      nodeId: inside ? NODE_ID : '',
      nodeAddr: inside ? this.spec.address : '',
      isManager: manager,
      error: '',
      remoteManagers: inside ? [{ nodeId: NODE_ID, addr: `${this.spec.address}:2377` }] : [],
      replica: manager ? this.store.read : undefined,
      members: manager ? this.members : [],
      replicaStore: manager ? this.store : undefined,
    };
  }

  startEngine(): void {}
  stopEngine(): void {}
  setPower(): void {}
  setLink(): void {}

  withLeader(use: (leader: LeaderAccess) => void, fail: (refusal: Refusal) => void): void {
    if (this.state !== 'active') fail(NO_SWARM);
    else if (!this.isManager) fail(NOT_MANAGER);
    else if (this.leaderless) fail(NO_LEADER);
    else use({ store: this.store, nodeId: NODE_ID, members: this.members, canRemoveMember: () => true });
  }

  swarmInit(request: SwarmInitRequest, done: (refusal: Refusal | undefined) => void): void {
    this.inits.push(request);
    this.form(request);
    done(undefined);
  }

  swarmJoin(request: SwarmJoinRequest, done: (refusal: Refusal | undefined) => void): void {
    this.joins.push(request);
    this.state = 'active';
    done(undefined);
  }

  swarmLeave(_force: boolean, done: (refusal: Refusal | undefined) => void): void {
    if (this.state === 'inactive') {
      done(NOT_IN_SWARM);
      return;
    }
    this.state = 'inactive';
    done(undefined);
  }

  swarmUnlock(_key: string, done: (refusal: Refusal | undefined) => void): void {
    done(undefined);
  }

  /** Makes the objects of a fresh swarm of this one manager. */
  private form(request: SwarmInitRequest): void {
    const random = this.kernel.random('fake-host');
    const root = generateRootCa(random, EPOCH_MS);
    this.state = 'active';
    this.isManager = true;
    this.members = [{ nodeId: NODE_ID, address: request.advertiseAddr, leader: true, reachability: 'reachable' }];
    this.store.update((tx) => {
      tx.create('cluster', {
        id: 'qppx348uu86wia9vy0nxghkfo',
        spec: request.spec,
        rootCa: {
          ...root,
          joinTokens: { worker: generateJoinToken(root.digest, random), manager: generateJoinToken(root.digest, random) },
          lastForcedRotation: 0,
        },
        unlockKey: '',
        defaultAddressPool: request.defaultAddressPool,
        subnetSize: request.subnetSize,
        dataPathPort: request.dataPathPort,
        blacklist: [],
      });
      tx.create('node', {
        id: NODE_ID,
        spec: { Labels: {}, Role: 'manager', Availability: request.availability || 'active' },
        role: 'manager',
        membership: 'accepted',
        description: {
          Hostname: this.spec.name,
          Platform: { Architecture: 'x86_64', OS: 'linux' },
          Resources: { NanoCPUs: this.spec.cpus * 1e9, MemoryBytes: this.spec.memoryBytes },
          Engine: { EngineVersion: '28.2.2', Plugins: [{ Type: 'Log', Name: 'json-file' }] },
        },
        status: { state: 'ready', message: '', addr: this.spec.address },
        attachments: [],
        certificate: { role: 'manager', issuer: root.digest, expiresAt: 0 },
      });
      tx.create('network', {
        id: random.swarmId(),
        spec: { Name: 'ingress', Ingress: true, IPAM: {} },
        driver: 'overlay',
        driverOptions: { 'com.docker.network.driver.overlay.vxlanid_list': '4096' },
        ipam: [{ Subnet: '10.0.0.0/24', Gateway: '10.0.0.1' }],
        predefined: false,
      });
      for (const name of ['bridge', 'host']) {
        tx.create('network', {
          id: random.swarmId(),
          spec: { Name: name, Driver: { Name: name } },
          driver: name,
          driverOptions: {},
          ipam: [],
          predefined: true,
        });
      }
    });
  }
}

/** What came of one request. */
export interface Answer {
  /** 0 while there is no answer. */
  status: number;
  body: Json | undefined;
  headers: { readonly [name: string]: string };
  readonly chunks: StreamChunk[];
  streaming: boolean;
  ended: boolean;
  cancel(): void;
}

/** An engine on a fake host, and a way to ask it. */
export class EngineFixture {
  readonly host: FakeHost;
  readonly engine: Engine;

  constructor(options: Partial<EngineOptions> = {}, host = new FakeHost()) {
    this.host = host;
    this.engine = createEngine(host, { kernel: host.kernel, epochMs: EPOCH_MS, ...options }, moreRoutes);
  }

  /** A manager of a fresh swarm. */
  static manager(options: Partial<EngineOptions> = {}): EngineFixture {
    const fixture = new EngineFixture(options);
    fixture.ask('POST', '/swarm/init', { body: { ListenAddr: '0.0.0.0:2377', AdvertiseAddr: '10.35.3.145' } });
    return fixture;
  }

  /** Sends a request; `path` may carry its query. */
  ask(method: EngineRequest['method'], path: string, given: Partial<EngineRequest> = {}): Answer {
    const [bare = '', queryText = ''] = path.split('?');
    const query: { [key: string]: string } = {};
    for (const pair of queryText === '' ? [] : queryText.split('&')) {
      const at = pair.indexOf('=');
      query[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1));
    }
    const answer: Answer = { status: 0, body: undefined, headers: {}, chunks: [], streaming: false, ended: false, cancel: () => undefined };
    const call = this.engine.handle(
      { method, path: bare, query, ...given },
      {
        respond: (status, body, headers) => Object.assign(answer, { status, body, headers: headers ?? {}, ended: true }),
        open: (status, headers) => {
          Object.assign(answer, { status, headers, streaming: true });
          return { chunk: (chunk) => answer.chunks.push(chunk), end: () => Object.assign(answer, { ended: true }) };
        },
      },
    );
    answer.cancel = () => call.cancel();
    return answer;
  }

  /** The message of a refusal with its status, or the status alone. */
  fault(method: EngineRequest['method'], path: string, given: Partial<EngineRequest> = {}): string {
    const { status, body } = this.ask(method, path, given);
    const message = (body as { readonly message?: string } | undefined)?.message;
    return message === undefined ? String(status) : `${status} ${message}`;
  }

  /** Lets virtual milliseconds pass. */
  pass(ms: number): void {
    this.host.kernel.runUntil(this.host.kernel.now + ms);
  }
}
