import { describe, expect, it } from 'vitest';
import { Kernel } from '../../sim/kernel.ts';
import { Network } from '../../sim/network.ts';
import { RpcEndpoint } from '../../sim/rpc.ts';
import { RaftNode } from './raft-node.ts';

/** Managers `a`, `b` … at the addresses `a:2377`, `b:2377` … and nothing else of a swarm. */
class World {
  readonly kernel = new Kernel('raft node test');
  readonly network = new Network(this.kernel);
  readonly endpoints = new Map<string, RpcEndpoint>();
  readonly nodes = new Map<string, RaftNode>();
  readonly events: string[] = [];
  private generation = 0;

  constructor() {
    this.network.open();
  }

  start(host: string, join?: { readonly through: string; readonly force?: boolean; readonly address?: string }): string | undefined {
    let endpoint = this.endpoints.get(host);
    if (!endpoint) {
      endpoint = new RpcEndpoint(this.kernel, this.network, host);
      endpoint.open();
      this.endpoints.set(host, endpoint);
    }
    const node = new RaftNode(
      {
        kernel: this.kernel,
        rpc: endpoint,
        host,
        port: 2377,
        nodeId: host,
        address: join?.address ?? `${host}:2377`,
        generation: ++this.generation,
        locate: (address) => {
          const name = address.split(/[-:]/)[0] ?? '';
          return this.endpoints.has(name) ? { host: name, port: 2377 } : undefined;
        },
        onLeadership: (leads) => this.events.push(`${host} ${leads ? 'leads' : 'leads no more'}`),
        onRole: () => {},
        onRemoved: () => {
          this.events.push(`${host} removed`);
          node.stop();
        },
      },
      this.nodes.get(host)?.disk,
    );
    this.nodes.set(host, node);
    let result: { readonly error: string | undefined } | undefined;
    node.start(join && { address: `${join.through}:2377`, force: join.force ?? false }, false, (error) => {
      result = { error };
    });
    for (let i = 0; i < 3000 && !result; i++) this.kernel.runUntil(this.kernel.now + 10);
    return result?.error;
  }

  get(host: string): RaftNode {
    return this.nodes.get(host) as RaftNode;
  }

  pass(ms: number): void {
    this.kernel.runUntil(this.kernel.now + ms);
  }

  write(host: string, id: string): string | undefined {
    let message: string | undefined = 'no answer';
    this.get(host).store.update(
      (tx) => tx.create('config', { id, spec: { Name: id, Labels: {} } }),
      (error) => {
        message = error?.message;
      },
    );
    this.pass(20);
    return message;
  }

  configs(host: string): string[] {
    return this.get(host)
      .store.read.list('config')
      .map((config) => config.id);
  }

  members(host: string): string[] {
    return this.get(host)
      .memberList()
      .map((member) => `${member.nodeId} ${member.address} ${member.leader ? 'leader' : member.reachability}`);
  }
}

function three(): World {
  const world = new World();
  world.start('a');
  world.start('b', { through: 'a' });
  world.start('c', { through: 'b' });
  world.pass(3_000);
  return world;
}

describe('RaftNode', () => {
  it('the first one founds the group and leads at once', () => {
    const world = new World();
    expect(world.start('a')).toBeUndefined();
    expect(world.events).toEqual(['a leads']);
    expect(world.members('a')).toEqual(['a a:2377 leader']);
    let committed = false;
    world.get('a').store.update(
      (tx) => tx.create('config', { id: 'x', spec: { Name: 'x', Labels: {} } }),
      () => {
        committed = true;
      },
    );
    expect(committed).toBe(true);
  });

  it('others join through any member; all see the same', () => {
    const world = three();
    expect(world.members('c')).toEqual(['a a:2377 leader', 'b b:2377 reachable', 'c c:2377 reachable']);
    expect(world.write('a', 'x')).toBeUndefined();
    for (const host of ['a', 'b', 'c']) expect(world.configs(host)).toEqual(['x']);
    expect(world.get('b').store.read.get('config', 'x')).toBe(world.get('a').store.read.get('config', 'x'));
  });

  it('only the leader writes', () => {
    const world = three();
    expect(world.write('b', 'x')).toBe('raft: failed to process the request: node lost leader status');
  });

  it('ORC-269 who does not answer at its advertised address is not let in', () => {
    const world = three();
    const error = world.start('d', { through: 'a', address: 'nowhere:2377' });
    expect(error).toContain('could not connect to prospective new cluster member using its advertised address');
    expect(world.members('a')).toHaveLength(3);
  });

  it('ORC-270 the same node joins twice: the same raft id; or its address is updated', () => {
    const world = three();
    const raftId = world.get('a').memberOf('c')?.raftId;
    world.get('c').stop();
    expect(world.start('c', { through: 'a', force: true })).toBeUndefined();
    world.pass(100);
    expect(world.get('a').memberOf('c')).toEqual({ raftId, nodeId: 'c', address: 'c:2377' });
    world.get('c').stop();
    expect(world.start('c', { through: 'a', force: true, address: 'c-new:2377' })).toBeUndefined();
    world.pass(100);
    expect(world.get('b').memberOf('c')).toEqual({ raftId, nodeId: 'c', address: 'c-new:2377' });
    world.write('a', 'x');
    world.pass(12_000);
    expect(world.configs('c')).toEqual(['x']);
  });

  it('a member that stops is unreachable within a second or so, and reachable again a while after it returns', () => {
    const world = three();
    world.get('c').stop();
    world.pass(1_100);
    expect(world.members('a')[2]).toBe('c c:2377 unreachable');
    world.pass(30_000);
    world.write('a', 'meanwhile');
    world.start('c');
    world.pass(15_000);
    expect(world.members('a')[2]).toBe('c c:2377 reachable');
    expect(world.configs('c')).toEqual(['meanwhile']);
  });

  it('a member that was away while the present leader joined catches up with it', () => {
    const world = three();
    world.get('c').stop();
    world.start('d', { through: 'a' });
    world.pass(5_000);
    // The new one has been active longest, once b was away too.
    world.get('b').stop();
    world.pass(1_500);
    world.start('b');
    world.pass(15_000);
    world.get('a').transferLeadership(() => {});
    world.pass(500);
    expect(world.get('d').leads).toBe(true);
    world.write('d', 'meanwhile');
    world.start('c');
    world.pass(20_000);
    expect(world.get('d').leads).toBe(true);
    expect(world.configs('c')).toEqual(['meanwhile']);
    expect(world.members('c')).toHaveLength(4);
  });

  it('answers that come too late are failures, but when the links are quick again all is well at once', () => {
    const world = three();
    const all = (delayMs: number): void => {
      for (const [a, b] of ['ab', 'ac', 'bc']) world.network.setQuality(a ?? '', b ?? '', { delayMs, lossPercent: 0 });
    };
    all(1_500);
    world.pass(60_000);
    expect(world.members('a').join()).toContain('unreachable');
    all(1);
    world.pass(4_000);
    for (const host of ['a', 'b', 'c']) expect(world.members(host).join()).not.toContain('unreachable');
  });

  it('a leader that is cut off loses what it could not commit', () => {
    const world = three();
    world.network.setHostCut('a', true);
    let error: string | undefined = 'no answer';
    world.get('a').store.update(
      (tx) => tx.create('config', { id: 'lost', spec: { Name: 'lost', Labels: {} } }),
      (result) => {
        error = result?.message;
      },
    );
    world.pass(45_000);
    expect(error).toBe('raft: failed to process the request: node lost leader status');
    expect(world.get('a').lostQuorum).toBe(true);
    const leader = world.get('b').leads ? 'b' : 'c';
    expect(world.write(leader, 'kept')).toBeUndefined();
    world.network.setHostCut('a', false);
    world.pass(60_000);
    for (const host of ['a', 'b', 'c']) expect(world.configs(host)).toEqual(['kept']);
    expect(world.events.filter((event) => event === 'a leads no more')).toHaveLength(1);
  });

  it('leadership goes to another one on request, without an election time-out', () => {
    const world = three();
    let result: string | undefined = 'no answer';
    world.get('a').transferLeadership((error) => {
      result = error;
    });
    world.pass(500);
    expect(result).toBeUndefined();
    expect(world.get('a').leads).toBe(false);
    expect(world.events.slice(-2)).toContain('a leads no more');
  });

  it('a removed member hears of it; removing is refused where it would cost the quorum', () => {
    const world = three();
    const remove = (nodeId: string): string | undefined => {
      let result: string | undefined = 'no answer';
      world.get('a').removeMember(nodeId, (error) => {
        result = error;
      });
      world.pass(100);
      return result;
    };
    expect(remove('c')).toBeUndefined();
    expect(world.events).toContain('c removed');
    expect(world.members('b')).toHaveLength(2);
    world.get('b').stop();
    world.pass(1_500);
    expect(remove('a')).toBe('raft: member cannot be removed, because removing it may result in loss of quorum');
    expect(remove('nobody')).toBe('raft: member unknown');
  });

  it('everything that was committed survives a restart of all', () => {
    const world = three();
    world.write('a', 'x');
    world.pass(2_000);
    for (const host of ['a', 'b', 'c']) world.get(host).stop();
    for (const host of ['a', 'b', 'c']) world.start(host);
    world.pass(40_000);
    for (const host of ['a', 'b', 'c']) expect(world.configs(host)).toEqual(['x']);
    expect(['a', 'b', 'c'].filter((host) => world.get(host).leads)).toHaveLength(1);
  });

  it('goes on over a link that loses a fifth of everything', () => {
    const world = three();
    for (const [a, b] of [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ] as const)
      world.network.setQuality(a, b, { delayMs: 20, lossPercent: 20 });
    world.pass(60_000);
    const leader = ['a', 'b', 'c'].find((host) => world.get(host).leads) ?? '';
    world.write(leader, 'x');
    world.pass(20_000);
    for (const host of ['a', 'b', 'c']) expect(world.configs(host)).toEqual(['x']);
  });
});
