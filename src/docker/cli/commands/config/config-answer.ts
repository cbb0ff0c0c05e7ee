import type { ConfigSpec } from '../../../api/specs.ts';

/** A config as the API gives it. */
export interface ConfigAnswer {
  readonly ID: string;
  readonly CreatedAt?: string;
  readonly UpdatedAt?: string;
  readonly Spec: ConfigSpec;
}
