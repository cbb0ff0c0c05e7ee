import { type Parsed, parsed, refused } from './parsed.ts';

/** An image reference in its full form. */
export interface ImageReference {
  /** `docker.io`, `ghcr.io`, `localhost:5000` … */
  readonly domain: string;
  /** `library/nginx`. */
  readonly path: string;
  /** Empty when none was written. */
  readonly tag: string;
  /** `sha256:…`; empty when none was written. */
  readonly digest: string;
}

const component = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const host = `(?:${component}(?:\\.${component})*|\\[(?:[a-fA-F0-9:]+)\\])(?::[0-9]+)?`;
const pathComponent = '[a-z0-9]+(?:(?:[._]|__|[-]+)[a-z0-9]+)*';
const path = `${pathComponent}(?:/${pathComponent})*`;
const digest = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const whole = new RegExp(`^(?:(${host})/)?(${path})(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(${digest}))?$`);
const digestLengths: { readonly [algorithm: string]: number } = { sha256: 64, sha384: 96, sha512: 128 };

/** Reads an image reference (distribution/reference ParseNormalizedNamed), with its error texts. */
export function parseImageReference(text: string): Parsed<ImageReference> {
  if (/^[a-f0-9]{64}$/.test(text)) return refused(`invalid repository name (${text}), cannot specify 64-byte hexadecimal strings`);
  const [domain, remainder] = splitDomain(text);
  const remote = remainder.split(':')[0] ?? '';
  if (remote.toLowerCase() !== remote) return refused(`invalid reference format: repository name (${remote}) must be lowercase`);
  const match = whole.exec(`${domain}/${remainder}`);
  if (match === null) {
    return refused(whole.test(`${domain}/${remainder}`.toLowerCase()) ? 'repository name must be lowercase' : 'invalid reference format');
  }
  const written = { domain: match[1] ?? '', path: match[2] ?? '', tag: match[3] ?? '', digest: match[4] ?? '' };
  if (written.path.length > 255) return refused('repository name must not be more than 255 characters');
  const fault = written.digest === '' ? undefined : digestFault(written.digest);
  return fault === undefined ? parsed(written) : refused(fault);
}

/** The reference with the tag `latest` when it has neither a tag nor a digest (reference.TagNameOnly). */
export function withDefaultTag(reference: ImageReference): ImageReference {
  return reference.tag === '' && reference.digest === '' ? { ...reference, tag: 'latest' } : reference;
}

/** The full form: `docker.io/library/nginx:1.25@sha256:…`. */
export function fullImageName(reference: ImageReference): string {
  return `${reference.domain}/${reference.path}${suffix(reference)}`;
}

/** The form people write: without `docker.io/` and `library/` (reference.FamiliarString). */
export function familiarImageName(reference: ImageReference): string {
  if (reference.domain !== 'docker.io') return fullImageName(reference);
  const official = /^library\/([^/]+)$/.exec(reference.path);
  return `${official?.[1] ?? reference.path}${suffix(reference)}`;
}

/** Whether a text is a digest alone, `sha256:…`, which names an image that is already here. */
export function isDigest(text: string): boolean {
  return new RegExp(`^${digest}$`).test(text) && digestFault(text) === undefined;
}

function suffix(reference: ImageReference): string {
  return `${reference.tag === '' ? '' : `:${reference.tag}`}${reference.digest === '' ? '' : `@${reference.digest}`}`;
}

function splitDomain(text: string): readonly [string, string] {
  const slash = text.indexOf('/');
  if (slash < 0) return ['docker.io', `library/${text}`];
  const first = text.slice(0, slash);
  let domain = 'docker.io';
  let remote = text;
  if (first === 'index.docker.io') remote = text.slice(slash + 1);
  else if (first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first) {
    domain = first;
    remote = text.slice(slash + 1);
  }
  if (domain === 'docker.io' && !remote.includes('/')) remote = `library/${remote}`;
  return [domain, remote];
}

function digestFault(text: string): string | undefined {
  const colon = text.indexOf(':');
  const length = digestLengths[text.slice(0, colon)];
  const encoded = text.slice(colon + 1);
  if (length === undefined) return 'unsupported digest algorithm';
  if (encoded.length !== length) return 'invalid checksum digest length';
  return /^[a-f0-9]+$/.test(encoded) ? undefined : 'invalid checksum digest format';
}
