/** An image reference taken apart (distribution/reference): `docker.io/library/nginx:1.25@sha256:…`. */
export interface ImageReference {
  /** As people write it: without `docker.io/` and `library/`. */
  readonly name: string;
  /** `latest` when neither tag nor digest was given; empty with a digest only. */
  readonly tag: string;
  /** `sha256:…`, or empty. */
  readonly digest: string;
}

/** Takes a familiar or full reference apart. */
export function parseImageReference(text: string): ImageReference {
  const at = text.indexOf('@');
  const digest = at < 0 ? '' : text.slice(at + 1);
  const rest = at < 0 ? text : text.slice(0, at);
  const colon = rest.lastIndexOf(':');
  const tagged = colon > rest.lastIndexOf('/');
  const full = tagged ? rest.slice(0, colon) : rest;
  const tag = tagged ? rest.slice(colon + 1) : digest === '' ? 'latest' : '';
  const name = full.replace(/^(index\.)?docker\.io\//, '').replace(/^library\//, '');
  return { name, tag, digest };
}

/** The form in which the engine shows it: `nginx:1.25`; a digest stands alone when there is no tag. */
export function familiarImage(text: string): string {
  const { name, tag, digest } = parseImageReference(text);
  return tag === '' ? `${name}@${digest}` : `${name}:${tag}`;
}
