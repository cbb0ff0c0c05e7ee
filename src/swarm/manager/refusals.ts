import type { Refusal } from '../agent/container.ts';

/** The engine's texts about managers and swarms (moby daemon/cluster/errors.go, swarm.go; engine-api/README "Not a manager"). */
export const NO_SWARM: Refusal = {
  status: 503,
  message: 'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.',
};
export const NOT_MANAGER: Refusal = {
  status: 503,
  message:
    "This node is not a swarm manager. Worker nodes can't be used to view or modify cluster state. Please run this command on a manager node or promote the current node to a manager.",
};
export const MANAGER_NOT_READY: Refusal = {
  status: 503,
  message: 'This node is not a swarm manager. Manager is being prepared or has trouble connecting to the cluster.',
};
export const LOCKED: Refusal = {
  status: 503,
  message: 'Swarm is encrypted and needs to be unlocked before it can be used. Please use "docker swarm unlock" to unlock it.',
};
export const CERTIFICATES_EXPIRED: Refusal = {
  status: 503,
  message: 'Swarm certificates have expired. To replace them, leave the swarm and join again.',
};
export const NO_LEADER: Refusal = {
  status: 500,
  message:
    "rpc error: code = Unknown desc = The swarm does not have a leader. It's possible that too few managers are online. Make sure more than half of the managers are online.",
};
export const DEADLINE_EXCEEDED: Refusal = { status: 500, message: 'rpc error: code = DeadlineExceeded desc = context deadline exceeded' };
export const IN_SWARM_ALREADY: Refusal = {
  status: 503,
  message: 'This node is already part of a swarm. Use "docker swarm leave" to leave this swarm and join another one.',
};
export const NOT_IN_SWARM: Refusal = { status: 503, message: 'This node is not part of a swarm' };
export const JOIN_TIMEOUT: Refusal = {
  status: 503,
  message:
    'Timeout was reached before node joined. The attempt to join the swarm will continue in the background. Use the "docker info" command to see the current swarm status of your node.',
};
export const LEAVE_LOCKED: Refusal = {
  status: 503,
  message: 'Swarm is encrypted and locked. Please unlock it first or use `--force` to ignore this message.',
};
export const INVALID_JOIN_TOKEN: Refusal = { status: 500, message: 'invalid join token' };
export const JOIN_TOKEN_NEEDED: Refusal = {
  status: 400,
  message: 'rpc error: code = InvalidArgument desc = A valid join token is necessary to join this cluster',
};
export const INVALID_KEY_STRING: Refusal = { status: 400, message: 'invalid key string' };
export const INVALID_UNLOCK_KEY: Refusal = { status: 401, message: 'swarm could not be unlocked: invalid key provided' };
export const NOT_LOCKED: Refusal = { status: 409, message: 'swarm is not locked' };

/** Nothing listens where a manager should be. */
export function connectionRefused(addr: string): Refusal {
  return {
    status: 503,
    message: `rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${addr}: connect: connection refused"`,
  };
}

/** The root certificate that a manager offers is not the one of the join token. */
export function fingerprintMismatch(expectedHex: string): Refusal {
  return { status: 500, message: `remote CA does not match fingerprint. Expected: ${expectedHex}` };
}
