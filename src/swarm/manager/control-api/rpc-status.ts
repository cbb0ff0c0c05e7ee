import { StoreError } from '../../store/store-error.ts';

/** The gRPC codes that a manager's control API answers with. */
export type RpcCode =
  | 'InvalidArgument'
  | 'FailedPrecondition'
  | 'NotFound'
  | 'AlreadyExists'
  | 'PermissionDenied'
  | 'Unauthenticated'
  | 'Unimplemented'
  | 'Unavailable'
  | 'Unknown';

/** Why the control API refused a request. */
export interface RpcStatus {
  readonly code: RpcCode;
  readonly message: string;
}

const HTTP: { readonly [code in RpcCode]: number } = {
  InvalidArgument: 400,
  FailedPrecondition: 400,
  NotFound: 404,
  AlreadyExists: 409,
  PermissionDenied: 403,
  Unauthenticated: 401,
  Unimplemented: 501,
  Unavailable: 503,
  Unknown: 500,
};

/** A refusal of the control API. */
export function rpcStatus(code: RpcCode, message: string): RpcStatus {
  return { code, message };
}

/** How an engine passes a refusal on: HTTP status and the text with its gRPC prefix (orchestrator.md §10). */
export function httpRefusal(status: RpcStatus): { readonly status: number; readonly message: string } {
  return { status: HTTP[status.code], message: `rpc error: code = ${status.code} desc = ${status.message}` };
}

/** A refusal of the store as the control API passes it on: the plain text under `Unknown`. */
export function storeRefusal(error: StoreError): RpcStatus {
  return rpcStatus('Unknown', error.message);
}
