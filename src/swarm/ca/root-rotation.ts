import type { RandomStream } from '../../sim/random.ts';
import { Timers } from '../../sim/timers.ts';
import type { LeaderComponent, LeaderContext } from '../manager/leader-component.ts';
import type { Cluster, Node } from '../objects/objects.ts';
import { generateJoinToken } from './join-token.ts';
import { issuerInfo } from './root-ca.ts';

/** How many nodes are asked at a time to renew, and how often (swarmkit ca/reconciler.go, ca/server.go). */
const BATCH_SIZE = 30;
const BATCH_INTERVAL_MS = 3_000;

/**
 * Brings a rotation of the root certificate to its end (swarmkit ca/reconciler.go): every node is asked to renew
 * its certificate, thirty at a time; when all show the new issuer, the new root takes the place of the old one.
 */
export function createRootRotation(ctx: LeaderContext): LeaderComponent {
  const { store, kernel, host, term } = ctx;
  let running: { readonly timers: Timers; readonly unwatch: () => void } | undefined;
  /** Digest of the root that is being rotated to; empty: none. */
  let target = '';

  const pass = (): void => {
    const rotation = store.read.cluster()?.rootCa.rotation;
    if (!running || !rotation || rotation.digest !== target) return;
    const wanted = issuerInfo(rotation.certificate).publicKey;
    const unconverged = store.read.list('node').filter((node) => node.description?.TLSInfo?.CertIssuerPublicKey !== wanted);
    if (unconverged.length === 0) finish(rotation.digest, kernel.random(`ca/${store.read.cluster()?.id}`));
    else ask(unconverged.filter((node) => node.certificate.status !== 'rotate' && node.certificate.issuer !== rotation.digest).slice(0, BATCH_SIZE));
    running.timers.after(BATCH_INTERVAL_MS, 'root rotation', pass);
  };

  const ask = (nodes: readonly Node[]): void =>
    store.batch(
      nodes.map((node) => (tx) => {
        const current = tx.get('node', node.id);
        if (current) tx.update('node', { ...current, certificate: { ...current.certificate, status: 'rotate' } });
      }),
    );

  const finish = (digest: string, random: RandomStream): void =>
    store.update((tx) => {
      const cluster = tx.cluster();
      if (cluster?.rootCa.rotation?.digest === digest) tx.update('cluster', { ...cluster, rootCa: finished(cluster, digest, random) });
    });

  const look = (): void => {
    const digest = store.read.cluster()?.rootCa.rotation?.digest ?? '';
    if (digest === target) return;
    target = digest;
    if (digest !== '') pass();
  };

  return {
    start() {
      const unwatch = store.watch((changes) => {
        if (changes.some((change) => change.kind === 'cluster')) look();
      });
      running = { timers: new Timers(kernel, `${host}/root-rotation/${term}`), unwatch };
      target = '';
      look();
    },
    stop() {
      running?.unwatch();
      running?.timers.close();
      running = undefined;
    },
  };
}

function finished(cluster: Cluster, digest: string, random: RandomStream): Cluster['rootCa'] {
  const { rootCa } = cluster;
  return {
    certificate: rootCa.rotation?.certificate ?? rootCa.certificate,
    digest,
    joinTokens: { worker: generateJoinToken(digest, random), manager: generateJoinToken(digest, random) },
    lastForcedRotation: rootCa.lastForcedRotation,
  };
}
