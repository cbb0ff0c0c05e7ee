import type { NodeRole } from '../../docker/api/specs.ts';
import type { RandomStream } from '../../sim/random.ts';
import type { Cluster, Node } from '../objects/objects.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import { isBlacklisted, removedFromSwarm } from './blacklist.ts';
import type { CaRequest, CaResponse } from './ca-service.ts';
import type { NodeCertificate } from './node-certificate.ts';
import { issuerInfo } from './root-ca.ts';

const NANOSECONDS_PER_MS = 1_000_000;
const DEFAULT_EXPIRY_NS = 7_776_000_000_000_000;

/**
 * The leader's answer to a CA request (swarmkit ca/server.go): a new node needs the join token of its role, a
 * known one its certificate, and gets the role that the store has for it now.
 */
export function answerCaRequest(store: Store, random: RandomStream, now: number, request: CaRequest, reply: (response: CaResponse) => void): void {
  const cluster = store.read.cluster();
  if (!cluster) {
    reply({ kind: 'error', code: 'Unavailable', text: 'CA is not ready' });
    return;
  }
  if (request.kind === 'root') {
    reply({ kind: 'root', certificate: cluster.rootCa.certificate });
    return;
  }
  const shown = request.certificate;
  if (shown && isBlacklisted(store.read, shown.nodeId)) {
    reply({ kind: 'error', code: 'PermissionDenied', text: removedFromSwarm(shown.nodeId) });
    return;
  }
  if (shown && store.read.get('node', shown.nodeId)) renew(store, cluster, now, shown, reply);
  else admit(store, cluster, random, now, request, reply);
}

/** Adds a node by its join token. */
function admit(
  store: Store,
  cluster: Cluster,
  random: RandomStream,
  now: number,
  request: Extract<CaRequest, { kind: 'issue' }>,
  reply: (response: CaResponse) => void,
): void {
  const role = roleOfToken(cluster, request.token);
  if (!role) {
    reply({ kind: 'error', code: 'InvalidArgument', text: 'A valid join token is necessary to join this cluster' });
    return;
  }
  const certificate = issue(cluster, random.swarmId(), role, now);
  const answer = (error: StoreError | undefined): void => reply(error ? failed(error) : issued(cluster, certificate));
  store.update(
    (tx) =>
      tx.create('node', {
        id: certificate.nodeId,
        spec: { Labels: {}, Role: role, Availability: request.availability },
        role,
        membership: 'accepted',
        status: { state: 'unknown', message: '', addr: '' },
        attachments: [],
        certificate: certificateState(certificate),
      }),
    (error) => (error ? answer(error) : sign(store, certificate, (again) => (again ? answer(again) : sign(store, certificate, answer)))),
  );
}

/**
 * Writes a certificate down that was asked for in a write before. With a new node it is done twice (quirk): what the allocator
 * writes meanwhile still says that one is wanted, so the signer makes another (swarmkit ca/server.go; seen in events).
 */
function sign(store: Store, certificate: NodeCertificate, done: (error: StoreError | undefined) => void): void {
  store.update((tx) => {
    const node = tx.get('node', certificate.nodeId);
    if (!node) throw new StoreError('missing');
    tx.update('node', { ...node, certificate: certificateState(certificate) });
  }, done);
}

function renew(store: Store, cluster: Cluster, now: number, shown: NodeCertificate, reply: (response: CaResponse) => void): void {
  let certificate: NodeCertificate | undefined;
  store.update(
    (tx) => {
      const node = tx.get('node', shown.nodeId);
      if (!node) throw new StoreError('missing');
      certificate = issue(cluster, node.id, node.role, now);
      tx.update('node', { ...node });
    },
    (error) => {
      const given = certificate;
      if (error || !given) reply(failed(error ?? new StoreError('missing')));
      else sign(store, given, (late) => reply(late ? failed(late) : issued(cluster, given)));
    },
  );
}

function issue(cluster: Cluster, nodeId: string, role: NodeRole, now: number): NodeCertificate {
  const lifetime = Math.floor((cluster.spec.CAConfig.NodeCertExpiry ?? DEFAULT_EXPIRY_NS) / NANOSECONDS_PER_MS);
  const root = cluster.rootCa.rotation ?? cluster.rootCa;
  const { subject, publicKey } = issuerInfo(root.certificate);
  return {
    nodeId,
    role,
    clusterId: cluster.id,
    issuer: root.digest,
    issuerSubject: subject,
    issuerPublicKey: publicKey,
    issuedAt: now,
    expiresAt: now + lifetime,
  };
}

function certificateState(certificate: NodeCertificate): Node['certificate'] {
  return { role: certificate.role, issuer: certificate.issuer, expiresAt: certificate.expiresAt };
}

function issued(cluster: Cluster, certificate: NodeCertificate): CaResponse {
  return {
    kind: 'issued',
    certificate,
    rootCertificate: cluster.rootCa.certificate,
    unlockKey: certificate.role === 'manager' ? cluster.unlockKey : '',
  };
}

function failed(error: StoreError): CaResponse {
  return { kind: 'error', code: 'Unknown', text: error.message };
}

function roleOfToken(cluster: Cluster, token: string): NodeRole | undefined {
  if (token === cluster.rootCa.joinTokens.manager) return 'manager';
  if (token === cluster.rootCa.joinTokens.worker) return 'worker';
  return undefined;
}
