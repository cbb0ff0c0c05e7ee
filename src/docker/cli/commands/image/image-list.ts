import { familiarImageName, parseImageReference } from '../../../api/parse/image-reference.ts';
import { ago, goTime } from '../../format/age.ts';
import { type ListDescription, shortId } from '../../format/list.ts';
import { humanSize, shortSize } from '../../format/size.ts';
import type { ImageAnswer } from './image-answer.ts';

const none = '<none>';

/** One row of `docker images`: an image under one of its names. */
export interface ListedImage {
  readonly image: ImageAnswer;
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

/** How `docker images` and `system df -v` list. `now`: milliseconds since 1970. */
export function imageList(options: { readonly noTrunc: boolean; readonly digests: boolean; readonly now: number }): ListDescription<ListedImage> {
  const { noTrunc, digests, now } = options;
  const count = (value: number | undefined, text: (value: number) => string): string => (value === undefined || value === -1 ? 'N/A' : text(value));
  return {
    typeName: '*formatter.imageContext',
    fields: {
      ID: { header: 'IMAGE ID', value: ({ image }) => (noTrunc ? image.Id : shortId(image.Id)) },
      Repository: { header: 'REPOSITORY', value: ({ repository }) => repository },
      Tag: { header: 'TAG', value: ({ tag }) => tag },
      Digest: { header: 'DIGEST', value: ({ digest }) => digest },
      CreatedSince: { header: 'CREATED', value: ({ image }) => ago(image.Created * 1000, now) },
      CreatedAt: { header: 'CREATED AT', value: ({ image }) => goTime(new Date(image.Created * 1000).toISOString()) },
      Size: { header: 'SIZE', value: ({ image }) => shortSize(image.Size) },
      VirtualSize: { header: 'SIZE', value: ({ image }) => humanSize(image.Size) },
      SharedSize: { header: 'SHARED SIZE', value: ({ image }) => count(image.SharedSize, humanSize) },
      UniqueSize: {
        header: 'UNIQUE SIZE',
        value: ({ image }) => (image.Size === -1 ? 'N/A' : count(image.SharedSize, (shared) => humanSize(image.Size - shared))),
      },
      Containers: { header: 'CONTAINERS', value: ({ image }) => count(image.Containers, String) },
    },
    table: ['Repository', 'Tag', ...(digests ? ['Digest'] : []), 'ID', 'CreatedSince', 'Size'],
    raw: {
      whole: `repository: {{ .Repository }}\ntag: {{.Tag}}\n${digests ? 'digest: {{.Digest}}\n' : ''}image_id: {{.ID}}\ncreated_at: {{.CreatedAt}}\nvirtual_size: {{.Size}}\n`,
      quiet: 'image_id: {{.ID}}',
    },
    configKey: 'imagesFormat',
  };
}

/** Whether an image has no name at all. */
export function isDangling({ RepoTags, RepoDigests }: ImageAnswer): boolean {
  const tags = RepoTags ?? [];
  const digests = RepoDigests ?? [];
  return (
    (tags.length === 0 && digests.length === 0) || (tags.length === 1 && tags[0] === '<none>:<none>' && digests.length === 1 && digests[0] === '<none>@<none>')
  );
}

/** Names as they are written, by familiar repository, each with the tags (or digests) it has, in the engine's order. */
function byRepository(names: readonly string[], part: 'tag' | 'digest'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const read = parseImageReference(name);
    if (!read.ok || read.value[part] === '') continue;
    const repository = familiarImageName({ ...read.value, tag: '', digest: '' });
    const list = found.get(repository) ?? [];
    list.push(read.value[part]);
    found.set(repository, list);
  }
  return found;
}

/**
 * The rows of an image (docker CLI formatter/image.go): one for each tag; when the template shows digests one for each tag
 * and digest of its repository; then repositories that only have digests, with `--digests` one row for each digest. The
 * order of repositories, left open by docker, is the engine's.
 */
export function listedImages(image: ImageAnswer, shown: { readonly digests: boolean; readonly inTemplate: boolean }): readonly ListedImage[] {
  if (isDangling(image)) return [{ image, repository: none, tag: none, digest: none }];
  const rows: ListedImage[] = [];
  const untagged = byRepository(image.RepoDigests ?? [], 'digest');
  for (const [repository, tags] of byRepository(image.RepoTags ?? [], 'tag')) {
    const known = (shown.digests || shown.inTemplate ? untagged.get(repository) : undefined) ?? [none];
    untagged.delete(repository);
    for (const tag of tags) for (const digest of known) rows.push({ image, repository, tag, digest });
  }
  for (const [repository, known] of untagged) {
    for (const digest of shown.digests ? known : ['']) rows.push({ image, repository, tag: none, digest });
  }
  return rows;
}

/** The only row of an image in `system df -v`: under its first tag. */
export function firstListedImage(image: ImageAnswer): ListedImage {
  const first = isDangling(image) ? undefined : image.RepoTags?.[0];
  const read = first === undefined ? undefined : parseImageReference(first);
  if (read === undefined || !read.ok || read.value.tag === '') return { image, repository: none, tag: none, digest: '' };
  return { image, repository: familiarImageName({ ...read.value, tag: '', digest: '' }), tag: read.value.tag, digest: '' };
}
