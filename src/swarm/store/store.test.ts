import { describe, expect, it } from 'vitest';
import type { Config, Node, Service, Task } from '../objects/objects.ts';
import { TaskState } from '../objects/task-state.ts';
import type { Change } from './change.ts';
import { type Proposer, SoleProposer } from './proposer.ts';
import { Store, type Transaction } from './store.ts';
import { StoreError } from './store-error.ts';

function service(id: string, name: string): Omit<Service, 'meta'> {
  return { id, spec: { Name: name, Labels: {}, TaskTemplate: {}, Mode: { Replicated: { Replicas: 1 } } }, specVersion: 0 };
}

function config(id: string): Omit<Config, 'meta'> {
  return { id, spec: { Name: id, Labels: {} } };
}

function task(id: string, serviceId: string, nodeId: string, slot: number): Omit<Task, 'meta'> {
  return {
    id,
    serviceId,
    serviceName: serviceId,
    serviceLabels: {},
    slot,
    nodeId,
    spec: {},
    specVersion: 0,
    status: { state: TaskState.NEW, timestamp: 0, message: 'created' },
    desiredState: TaskState.RUNNING,
    networks: [],
    assignedGenericResources: [],
  };
}

function newStore(): { readonly store: Store; readonly commits: (readonly Change[])[] } {
  const store = new Store(new SoleProposer(10), () => 1000);
  const commits: (readonly Change[])[] = [];
  store.watch((changes) => commits.push(changes));
  return { store, commits };
}

function errorOf(store: Store, write: (tx: Transaction) => void): string | undefined {
  let message: string | undefined = 'not called';
  store.update(write, (error) => {
    message = error?.message;
  });
  return message;
}

describe('transactions', () => {
  it('ORC-256 names are unique without regard to case, in their kind', () => {
    const { store } = newStore();
    expect(errorOf(store, (tx) => tx.create('service', service('1', 'foo')))).toBeUndefined();
    expect(errorOf(store, (tx) => tx.create('service', service('2', 'FOO')))).toBe('name conflicts with an existing object');
    expect(errorOf(store, (tx) => tx.create('config', { id: '3', spec: { Name: 'foo', Labels: {} } }))).toBeUndefined();
    expect(store.read.byName('service', 'Foo')?.id).toBe('1');
  });

  it('ORC-257 a transaction that fails leaves nothing behind, and nobody hears of it', () => {
    const { store, commits } = newStore();
    const error = errorOf(store, (tx) => {
      tx.create('service', service('1', 'foo'));
      tx.create('service', service('1', 'bar'));
    });
    expect(error).toBe('object already exists');
    expect(store.read.list('service')).toEqual([]);
    expect(commits).toEqual([]);
  });

  it('ORC-258 an update needs the version that is stored', () => {
    const { store } = newStore();
    store.update((tx) => tx.create('service', service('1', 'foo')));
    const first = store.read.get('service', '1') as Service;
    expect(first.meta).toEqual({ version: 10, createdAt: 1000, updatedAt: 1000 });
    expect(errorOf(store, (tx) => tx.update('service', first))).toBeUndefined();
    expect(store.read.get('service', '1')?.meta.version).toBe(11);
    expect(errorOf(store, (tx) => tx.update('service', first))).toBe('update out of sequence');
    expect(errorOf(store, (tx) => tx.update('service', { ...first, id: '2' }))).toBe('object does not exist');
    expect(errorOf(store, (tx) => tx.delete('service', '2'))).toBe('object does not exist');
  });

  it('a transaction sees its own writes', () => {
    const { store } = newStore();
    store.update((tx) => {
      tx.create('service', service('2', 'two'));
      tx.create('task', task('t2', '2', 'n', 1));
      tx.create('task', task('t1', '2', 'n', 2));
      expect(tx.tasksOfService('2').map((t) => t.id)).toEqual(['t1', 't2']);
      expect(tx.tasksOfNode('n').map((t) => t.id)).toEqual(['t1', 't2']);
      tx.delete('task', 't1');
      expect(tx.tasksOfService('2').map((t) => t.id)).toEqual(['t2']);
      const two = tx.byName('service', 'TWO') as Service;
      tx.update('service', { ...two, spec: { ...two.spec, Name: 'zwei' } });
      expect(tx.byName('service', 'two')).toBeUndefined();
      expect(tx.byName('service', 'zwei')?.id).toBe('2');
    });
    expect(store.read.byName('service', 'two')).toBeUndefined();
    expect(store.read.tasksOfNode('n').map((t) => t.id)).toEqual(['t2']);
  });

  it('indexes follow their objects', () => {
    const { store } = newStore();
    store.update((tx) => {
      tx.create('service', service('1', 'foo'));
      tx.create('task', task('t', '1', '', 1));
    });
    store.update((tx) => tx.update('task', { ...(tx.get('task', 't') as Task), nodeId: 'n1' }));
    expect(store.read.tasksOfNode('n1')).toHaveLength(1);
    store.update((tx) => tx.update('task', { ...(tx.get('task', 't') as Task), nodeId: 'n2' }));
    expect(store.read.tasksOfNode('n1')).toEqual([]);
    store.update((tx) => tx.delete('task', 't'));
    expect(store.read.tasksOfNode('n2')).toEqual([]);
    expect(store.read.tasksOfService('1')).toEqual([]);
    store.update((tx) => tx.delete('service', '1'));
    expect(errorOf(store, (tx) => tx.create('service', service('2', 'foo')))).toBeUndefined();
  });
});

describe('batches', () => {
  it('ORC-259 405 updates are three transactions of 200, 200 and 5', () => {
    const { store, commits } = newStore();
    let done = false;
    store.batch(
      Array.from({ length: 405 }, (_, i) => (tx: Transaction) => tx.create('config', config(`c${i}`))),
      () => {
        done = true;
      },
    );
    expect(commits.map((changes) => changes.length)).toEqual([200, 200, 5]);
    expect(done).toBe(true);
  });

  it('ORC-260 when the second transaction fails the first 200 stay', () => {
    let proposals = 0;
    const failing: Proposer = {
      version: () => proposals,
      propose: (_changes, done) => {
        proposals++;
        done(proposals === 2 ? new StoreError('not-leader') : { index: proposals });
      },
    };
    const store = new Store(failing, () => 0);
    let error: StoreError | undefined;
    store.batch(
      Array.from({ length: 405 }, (_, i) => (tx: Transaction) => tx.create('config', config(`c${i}`))),
      (result) => {
        error = result;
      },
    );
    expect(store.read.list('config')).toHaveLength(200);
    expect(error?.code).toBe('not-leader');
  });

  it('a write that is refused does not stop the others', () => {
    const { store } = newStore();
    store.batch([(tx) => tx.create('config', config('a')), (tx) => tx.create('config', config('a')), (tx) => tx.create('config', config('b'))]);
    expect(store.read.list('config').map((c) => c.id)).toEqual(['a', 'b']);
  });
});

describe('watching', () => {
  it('everybody sees every commit in order; what is written meanwhile comes after all have seen it', () => {
    const store = new Store(new SoleProposer(), () => 0);
    const seen: string[] = [];
    store.watch((changes) => {
      for (const change of changes) {
        seen.push(`first ${change.action} ${change.object.id}`);
        if (change.object.id === 'a') store.update((tx) => tx.create('config', config('b')));
      }
    });
    const stop = store.watch((changes) => {
      for (const change of changes) seen.push(`second ${change.action} ${change.object.id}`);
    });
    store.update((tx) => tx.create('config', config('a')));
    expect(seen).toEqual(['first create a', 'second create a', 'first create b', 'second create b']);
    stop();
    store.update((tx) => tx.delete('config', 'b'));
    expect(seen.slice(4)).toEqual(['first delete b']);
  });

  it('a transaction without changes is no commit', () => {
    const { store, commits } = newStore();
    expect(errorOf(store, () => {})).toBeUndefined();
    expect(commits).toEqual([]);
  });

  it('updates carry the object as it was', () => {
    const { store, commits } = newStore();
    store.update((tx) => tx.create('config', config('a')));
    store.update((tx) => {
      const old = tx.get('config', 'a') as Config;
      tx.update('config', { ...old, spec: { ...old.spec, Labels: { x: '1' } } });
    });
    expect(commits[1]?.[0]).toMatchObject({ action: 'update', old: { spec: { Labels: {} } }, object: { spec: { Labels: { x: '1' } } } });
  });
});

describe('consensus that takes its time', () => {
  function slow(): { readonly store: Store; readonly commit: () => void; readonly refuse: () => void } {
    const open: ((result: { readonly index: number } | StoreError) => void)[] = [];
    let index = 0;
    const store = new Store({ version: () => index, propose: (_changes, done) => open.push(done) }, () => 0);
    return { store, commit: () => open.shift()?.({ index: ++index }), refuse: () => open.shift()?.(new StoreError('not-leader')) };
  }

  it('writes one transaction at a time, each on what the one before has left', () => {
    const { store, commit } = slow();
    const order: string[] = [];
    store.update(
      (tx) => tx.create('config', config('a')),
      () => order.push('a'),
    );
    store.update(
      (tx) => {
        order.push(`b sees ${tx.list('config').length}`);
        tx.create('config', config('b'));
      },
      () => order.push('b'),
    );
    expect(store.read.list('config')).toEqual([]);
    expect(order).toEqual([]);
    commit();
    expect(order).toEqual(['a', 'b sees 1']);
    commit();
    expect(order).toEqual(['a', 'b sees 1', 'b']);
    expect(store.read.list('config')).toHaveLength(2);
  });

  it('what is refused is not applied; those who wait are refused when leadership is lost', () => {
    const { store, refuse } = slow();
    const errors: (string | undefined)[] = [];
    store.update(
      (tx) => tx.create('config', config('a')),
      (error) => errors.push(error?.code),
    );
    store.update(
      (tx) => tx.create('config', config('b')),
      (error) => errors.push(error?.code),
    );
    store.abandonWriters();
    refuse();
    expect(errors).toEqual(['not-leader', 'not-leader']);
    expect(store.read.list('config')).toEqual([]);
  });
});

describe('snapshots', () => {
  it('restoring tells watchers what differs', () => {
    const { store } = newStore();
    store.update((tx) => {
      tx.create('config', config('kept'));
      tx.create('config', config('gone later'));
    });
    const saved = store.save();
    const other = newStore();
    other.store.restore(saved);
    expect(other.store.save()).toEqual(saved);
    other.store.update((tx) => {
      tx.delete('config', 'gone later');
      tx.create('config', config('new'));
      const kept = tx.get('config', 'kept') as Config;
      tx.update('config', { ...kept, spec: { ...kept.spec, Labels: { changed: 'yes' } } });
    });
    other.commits.length = 0;
    other.store.restore(saved);
    expect(other.store.save()).toEqual(saved);
    expect(other.commits.flat().map((change) => `${change.action} ${change.object.id}`)).toEqual(['create gone later', 'update kept', 'delete new']);
    expect(other.store.read.get('node', 'x') satisfies Node | undefined).toBeUndefined();
  });
});
