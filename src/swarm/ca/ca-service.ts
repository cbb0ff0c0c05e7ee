import type { NodeAvailability } from '../../docker/api/specs.ts';
import type { RpcService } from '../../sim/rpc.ts';
import type { NodeCertificate } from './node-certificate.ts';

/** What nodes ask of the CA that every manager offers and the leader answers (swarmkit ca/server.go). */
export type CaRequest =
  | { readonly kind: 'root' }
  | {
      readonly kind: 'issue';
      /** Empty for a renewal, where the certificate shown counts. */
      readonly token: string;
      readonly availability: NodeAvailability;
      /** The certificate the caller shows; absent for a node that is new. */
      readonly certificate?: NodeCertificate;
    };

export type CaResponse =
  | { readonly kind: 'root'; readonly certificate: string }
  | {
      readonly kind: 'issued';
      readonly certificate: NodeCertificate;
      readonly rootCertificate: string /** For managers, with autolock. */;
      readonly unlockKey: string;
    }
  | { readonly kind: 'error'; readonly code: 'InvalidArgument' | 'PermissionDenied' | 'NotFound' | 'Unavailable' | 'Unknown'; readonly text: string };

export const CA_SERVICE: RpcService<CaRequest, CaResponse> = { name: 'ca' };
