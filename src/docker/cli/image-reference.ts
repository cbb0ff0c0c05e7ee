import { familiarImageName, parseImageReference, withDefaultTag as withTag } from '../api/parse/image-reference.ts';

/** The image as a service asks for it: familiar, with `:latest` when it has neither tag nor digest; as written when it is no valid name. */
export function taggedImage(image: string): string {
  const reference = parseImageReference(image);
  return reference.ok ? familiarImageName(withTag(reference.value)) : image;
}

/** The image pinned to the digest a registry answered; unchanged when it has one already or is no valid name. */
export function pinnedImage(image: string, digest: string): string {
  const reference = parseImageReference(image);
  return reference.ok && reference.value.digest === '' ? familiarImageName({ ...reference.value, digest }) : image;
}
