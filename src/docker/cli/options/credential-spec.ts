import { OptionError } from './option-error.ts';

/** A credential spec by its kind; `Config` is a config's name until it has been looked up. */
export interface CredentialSpecRequest {
  readonly Config?: string;
  readonly File?: string;
  readonly Registry?: string;
}

/** One `--credential-spec` value: `config://NAME`, `file://F`, `registry://K`; empty: undefined. Throws OptionError. */
export function parseCredentialSpec(text: string): CredentialSpecRequest | undefined {
  if (text === '') return undefined;
  const rest = (prefix: string): string => text.slice(prefix.length);
  if (text.startsWith('config://')) return { Config: rest('config://') };
  if (text.startsWith('file://')) return { File: rest('file://') };
  if (text.startsWith('registry://')) return { Registry: rest('registry://') };
  throw new OptionError('invalid credential spec: value must be prefixed with "config://", "file://", or "registry://"');
}
