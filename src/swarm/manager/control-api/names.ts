import { type RpcStatus, rpcStatus } from './rpc-status.ts';

const DNS_NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9_-]*[a-zA-Z0-9])?$/;
const OBJECT_NAME = /^[a-zA-Z0-9](?:[a-zA-Z0-9_.-]*[a-zA-Z0-9])?$/;

/** Names of services and networks (swarmkit controlapi/common.go validateAnnotations). */
export function validateDnsName(name: string): RpcStatus | undefined {
  if (name === '') return rpcStatus('InvalidArgument', 'meta: name must be provided');
  if (!DNS_NAME.test(name)) return rpcStatus('InvalidArgument', 'name must be valid as a DNS name component');
  if (name.length > 63) return rpcStatus('InvalidArgument', 'name must be 63 characters or fewer');
  return undefined;
}

/** Names of configs and secrets (swarmkit controlapi/common.go validateConfigOrSecretAnnotations). */
export function validateObjectName(name: string): RpcStatus | undefined {
  if (name === '') return rpcStatus('InvalidArgument', 'name must be provided');
  if (name.length > 64 || !OBJECT_NAME.test(name)) {
    return rpcStatus('InvalidArgument', 'invalid name, only 64 [a-zA-Z0-9-_.] characters allowed, and the start and end character must be [a-zA-Z0-9]');
  }
  return undefined;
}
