import { RandomStream } from '../../sim/random.ts';
import type { Image, Refusal, RegistryAnswer } from './container.ts';
import { type CatalogueImage, catalogueImage, IMAGE_CATALOGUE } from './image-catalogue.ts';
import { familiarImage, parseImageReference } from './image-reference.ts';

interface StoredImage {
  readonly known: CatalogueImage;
  readonly image: Image;
}

/** Days before the run began on which images are said to have been made, at most. */
const OLDEST_DAYS = 300;

/** What every host begins with, by id; made once for all of them, and anew when the catalogue is another. */
let preloaded: { readonly from: readonly CatalogueImage[]; readonly images: ReadonlyMap<string, StoredImage> } | undefined;

function preloadedImages(): ReadonlyMap<string, StoredImage> {
  const from = preloaded?.from;
  if (preloaded && from?.length === IMAGE_CATALOGUE.length && IMAGE_CATALOGUE.every((known, i) => known === from[i])) return preloaded.images;
  const images = new Map<string, StoredImage>();
  for (const known of IMAGE_CATALOGUE) {
    if (known.from !== 'preloaded') continue;
    for (const tag of known.tags) {
      const image = makeImage(known, tag);
      const before = images.get(image.id)?.image;
      images.set(image.id, { known, image: before ? { ...image, tags: [...before.tags, ...image.tags] } : image });
    }
  }
  preloaded = { from: [...IMAGE_CATALOGUE], images };
  return images;
}

/** The images of one host. Ids depend on name and tag only: every host and every run has the same. */
export class ImageStore {
  private stored = preloadedImages();
  /** What was found for which reference since the last change. */
  private found = new Map<string, StoredImage | undefined>();

  /** Newest first, as `docker images` lists them. */
  list(): readonly Image[] {
    return [...this.stored.values()].map(({ image }) => image).sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
  }

  /** By familiar or full reference, digest, or id prefix with or without `sha256:`. */
  find(ref: string): Image | undefined {
    return this.entry(ref)?.image;
  }

  /** What the catalogue says about an image of this host. */
  known(imageId: string): CatalogueImage | undefined {
    return this.stored.get(imageId)?.known;
  }

  /** Puts an image of the registry here. */
  add(known: CatalogueImage, tag: string, digest?: string): Image {
    const ref = `${known.name}:${tag}`;
    const made = makeImage(known, tag);
    const before = this.stored.get(made.id)?.image;
    const digests = digest === undefined ? [] : [`${known.name}@${digest}`];
    const has = before?.tags.includes(ref) === true && digests.every((one) => before.digests.includes(one));
    if (before && has) return before;
    const { tags, digests: had } = before ?? { ...made, tags: [] };
    return this.put({ known, image: { ...made, tags: [...new Set([...tags, ref])], digests: [...new Set([...had, ...digests])] } });
  }

  /** The catalogue's entry for a reference, and the tag. */
  static catalogued(ref: string): { readonly known: CatalogueImage; readonly tag: string } | undefined {
    const { name, tag } = parseImageReference(ref);
    const known = catalogueImage(name, tag === '' ? 'latest' : tag);
    return known && { known, tag: tag === '' ? 'latest' : tag };
  }

  /** What registries that have the catalogue would say. */
  static inRegistry(ref: string, reach: 'offline' | 'simulated'): RegistryAnswer {
    const { name } = parseImageReference(ref);
    const repository = IMAGE_CATALOGUE.find((image) => image.name === name || (image.from === 'private' && domainOf(image.name) === domainOf(name)));
    if (reach === 'offline' && repository?.from !== 'private') return { kind: 'unreachable' };
    const found = ImageStore.catalogued(ref);
    if (found) return { kind: 'known', digest: `sha256:${new RandomStream(`made-up/digest/${contentOf(found.known, found.tag)}`).hex(64)}` };
    return { kind: repository?.name === name ? 'unknown-tag' : 'unknown-repository' };
  }

  /** moby daemon/images/image_delete.go. `users`: ids of containers made from an image, running ones marked. */
  remove(
    ref: string,
    force: boolean,
    users: (imageId: string) => readonly { readonly id: string; readonly running: boolean }[],
  ): readonly { readonly Untagged?: string; readonly Deleted?: string }[] | Refusal {
    const entry = this.entry(ref);
    if (!entry) return { status: 404, message: `No such image: ${ref.startsWith('sha256:') ? ref : familiarImage(ref)}` };
    const { id } = entry.image;
    const byId = id.startsWith(ref.replace(/^sha256:/, ''));
    const tags = byId ? entry.image.tags : [familiarImage(ref)];
    const rest = entry.image.tags.filter((tag) => !tags.includes(tag));
    const containers = users(id);
    const running = containers.find((container) => container.running);
    const stopped = containers.find((container) => !container.running);
    if (byId) {
      if (running) return idConflict(id, 'cannot be forced', `image is being used by running container ${running.id.slice(0, 12)}`);
      if (stopped && !force) return idConflict(id, 'must be forced', `image is being used by stopped container ${stopped.id.slice(0, 12)}`);
      if (tags.length > 1 && !force) return idConflict(id, 'must be forced', 'image is referenced in multiple repositories');
    }
    const user = running ?? stopped;
    if (!byId && rest.length === 0 && user && !force) {
      const why = `container ${user.id.slice(0, 12)} is using its referenced image ${id.slice(0, 12)}`;
      return { status: 409, message: `conflict: unable to remove repository reference "${ref}" (must force) - ${why}` };
    }
    const answer: { Untagged?: string; Deleted?: string }[] = tags.map((tag) => ({ Untagged: tag }));
    if (rest.length > 0) {
      this.put({ ...entry, image: { ...entry.image, tags: rest } });
      return answer;
    }
    if (!running) {
      this.change().delete(entry.image.id);
      answer.push({ Deleted: `sha256:${entry.image.id}` });
    } else this.put({ ...entry, image: { ...entry.image, tags: [] } });
    return answer;
  }

  /** Gives an image another name. */
  tag(ref: string, target: string): Refusal | undefined {
    const entry = this.entry(ref);
    if (!entry) return { status: 404, message: `No such image: ${familiarImage(ref)}` };
    const name = familiarImage(target);
    for (const other of this.stored.values()) {
      if (other.image.tags.includes(name)) this.put({ ...other, image: { ...other.image, tags: other.image.tags.filter((tag) => tag !== name) } });
    }
    const { image } = this.stored.get(entry.image.id) ?? entry;
    this.put({ ...entry, image: { ...image, tags: [...image.tags, name] } });
    return undefined;
  }

  private put(entry: StoredImage): Image {
    this.change().set(entry.image.id, entry);
    return entry.image;
  }

  /** This host's own images, to be changed. */
  private change(): Map<string, StoredImage> {
    const own = new Map(this.stored);
    this.stored = own;
    this.found = new Map();
    return own;
  }

  private entry(ref: string): StoredImage | undefined {
    if (!this.found.has(ref)) this.found.set(ref, this.lookUp(ref));
    return this.found.get(ref);
  }

  private lookUp(ref: string): StoredImage | undefined {
    const { name, tag, digest } = parseImageReference(ref);
    const wanted = `${name}:${tag}`;
    for (const entry of this.stored.values()) {
      if (tag !== '' && entry.image.tags.includes(wanted)) return entry;
    }
    const id = (digest !== '' ? digest : ref).replace(/^sha256:/, '');
    if (!/^[0-9a-f]{4,64}$/.test(id)) return undefined;
    return [...this.stored.values()].find((entry) => entry.image.id.startsWith(id));
  }
}

function makeImage(known: CatalogueImage, tag: string): Image {
  const random = new RandomStream(`image/${contentOf(known, tag)}`);
  return {
    id: random.hex(64),
    tags: [`${known.name}:${tag}`],
    digests: [],
    imported: known.imported !== undefined,
    sizeBytes: known.sizeMb * 1_000_000 + random.below(900_000),
    createdAt: -random.between(1, OLDEST_DAYS) * 86_400_000 - random.below(86_400_000),
    entrypoint: known.entrypoint,
    command: known.command,
    exposedPorts: known.ports,
    env: [...(known.imported ? [] : ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin']), ...(known.env ?? [])],
    workingDir: known.workingDir ?? '',
    ...(known.health ? { health: known.health } : {}),
  };
}

/** What an image's ids are made from. */
function contentOf(known: CatalogueImage, tag: string): string {
  return known.imported?.content ?? `${known.name}:${tag}`;
}

/** `127.0.0.1:5000` of `127.0.0.1:5000/nginx`; empty for names of the public registry. */
function domainOf(name: string): string {
  const [first = '', ...rest] = name.split('/');
  return rest.length > 0 && /[.:]/.test(first) ? first : '';
}

function idConflict(id: string, how: string, why: string): Refusal {
  return { status: 409, message: `conflict: unable to delete ${id.slice(0, 12)} (${how}) - ${why}` };
}
