import { familiarImageName, parseImageReference } from '../../api/parse/image-reference.ts';

/** An image as lists of services show it: familiar, and without the digest when it has a tag (spec/cli.md §5.3). */
export function listedImage(image: string): string {
  const read = parseImageReference(image);
  if (!read.ok) return image;
  const { value } = read;
  if (value.tag === '' || value.digest === '') return image;
  return familiarImageName({ ...value, digest: '' });
}
