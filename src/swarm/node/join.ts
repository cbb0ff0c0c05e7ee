import type { RpcAnswer } from '../../sim/rpc.ts';
import type { Timers } from '../../sim/timers.ts';
import type { Refusal } from '../agent/container.ts';
import { CA_SERVICE, type CaRequest, type CaResponse } from '../ca/ca-service.ts';
import { parseJoinToken } from '../ca/join-token.ts';
import type { NodeCertificate } from '../ca/node-certificate.ts';
import { type RootCa, rootCaFromPem } from '../ca/root-ca.ts';
import { type NodeEnvironment, portOf } from '../manager/environment.ts';
import { connectionRefused, DEADLINE_EXCEEDED, fingerprintMismatch, INVALID_JOIN_TOKEN, JOIN_TOKEN_NEEDED } from '../manager/refusals.ts';

/** swarmkit ca/config.go, ca/certificates.go: five attempts, each followed by this pause. */
const ATTEMPTS = 5;
const RETRY_MS = 2_000;
const CALL_TIMEOUT_MS = 5_000;
/** Making a key pair and having it signed. */
const CERTIFICATE_MS = 40;

/** What a joining node brings home. */
export interface Admission {
  readonly certificate: NodeCertificate;
  readonly rootCa: RootCa;
  readonly unlockKey: string;
}

/**
 * How a node gets into a swarm (swarmkit node/node.go loadSecurityConfig): it fetches the root certificate from a
 * manager, compares it with the join token's digest, then has a certificate issued for itself.
 */
export function joinSwarm(
  env: NodeEnvironment,
  timers: Timers,
  request: { readonly joinAddr: string; readonly joinToken: string; readonly availability: 'active' | 'pause' | 'drain' },
  done: (result: Admission | Refusal) => void,
): void {
  const { joinAddr, joinToken, availability } = request;
  const token = joinToken === '' ? undefined : parseJoinToken(joinToken);
  if (joinToken !== '' && !token) {
    done(INVALID_JOIN_TOKEN);
    return;
  }
  retry(
    timers,
    (attempted) => {
      callCa(env, timers, joinAddr, { kind: 'root' }, (answer) => {
        if ('status' in answer) attempted(answer);
        else if (answer.kind !== 'root') attempted(refusalOf(answer));
        else {
          const rootCa = rootCaFromPem(answer.certificate);
          attempted(token && rootCa.digest !== token.digest ? fingerprintMismatch(token.hex) : rootCa);
        }
      });
    },
    (rootCa: RootCa | Refusal) => {
      if ('status' in rootCa) {
        done(rootCa);
        return;
      }
      retry(
        timers,
        (attempted) => {
          timers.after(CERTIFICATE_MS, 'certificate request', () =>
            callCa(env, timers, joinAddr, { kind: 'issue', token: joinToken, availability }, (answer) => {
              if ('status' in answer) attempted(answer);
              else if (answer.kind !== 'issued') attempted(refusalOf(answer));
              else attempted({ certificate: answer.certificate, rootCa, unlockKey: answer.unlockKey });
            }),
          );
        },
        done,
      );
    },
  );
}

/** Asks a manager's CA; a refusal has the text that the engine passes on. */
export function callCa(env: NodeEnvironment, timers: Timers, addr: string, request: CaRequest, done: (answer: CaResponse | Refusal) => void): void {
  const to = env.hostAt(addr);
  if (to === undefined) {
    timers.after(CALL_TIMEOUT_MS, `nobody has the address ${addr}`, () => done(DEADLINE_EXCEEDED));
    return;
  }
  env.rpc.call(to, portOf(addr), CA_SERVICE, request, CALL_TIMEOUT_MS, (answer: RpcAnswer<CaResponse>) => {
    if (answer.kind === 'ok') done(answer.body);
    else done(answer.kind === 'timeout' ? DEADLINE_EXCEEDED : connectionRefused(addr));
  });
}

function refusalOf(answer: CaResponse): Refusal {
  if (answer.kind !== 'error') return DEADLINE_EXCEEDED;
  if (answer.code === 'InvalidArgument') return JOIN_TOKEN_NEEDED;
  return {
    status: answer.code === 'Unavailable' ? 503 : answer.code === 'PermissionDenied' ? 403 : 500,
    message: `rpc error: code = ${answer.code} desc = ${answer.text}`,
  };
}

function retry<T extends object>(timers: Timers, attempt: (attempted: (result: T | Refusal) => void) => void, done: (result: T | Refusal) => void): void {
  let left = ATTEMPTS;
  const once = (): void => {
    attempt((result) => {
      if (!('status' in result)) {
        done(result);
        return;
      }
      left--;
      timers.after(RETRY_MS, 'next attempt to reach the CA', () => (left === 0 ? done(result) : once()));
    });
  };
  once();
}
