import type { SecretSpec } from '../../../api/specs.ts';

/** A secret as the API gives it. */
export interface SecretAnswer {
  readonly ID: string;
  readonly CreatedAt?: string;
  readonly UpdatedAt?: string;
  readonly Spec: SecretSpec;
}
