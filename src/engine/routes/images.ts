import { familiarImageName, parseImageReference, withDefaultTag } from '../../docker/api/parse/image-reference.ts';
import { type Image, isRefusal } from '../../swarm/agent/container.ts';
import type { Call } from '../call.ts';
import { imageHistoryJson, imageItemJson, imageJson } from '../convert/image-json.ts';
import type { Daemon } from '../daemon.ts';
import { readFilters } from '../filters.ts';
import type { Router } from '../router.ts';
import { offline, offlineMessage } from './distribution.ts';
import { flagRefusal } from './flag-refusal.ts';
import { publishPrune } from './prune-event.ts';
import { readPruneFilter } from './prune-filter.ts';

const FILTERS = ['before', 'dangling', 'label', 'label!', 'reference', 'since', 'until'];

/** `/images`. */
export function routeImages(router: Router, daemon: Daemon): void {
  const runtime = daemon.host.containers;

  router.add('GET', '/images/json', (call) => {
    const filters = readFilters(call.query('filters'), FILTERS);
    if (isRefusal(filters)) return call.refuse(filters);
    const odd = flagRefusal(filters, 'dangling');
    if (odd) return call.refuse(odd);
    const [before, since] = ['before', 'since'].map((key) => {
      const term = filters.get(key)[0];
      return term === undefined ? undefined : (runtime.findImage(term) ?? term);
    });
    for (const edge of [before, since]) if (typeof edge === 'string') return withImage(call, () => undefined, edge);
    const dangling = filters.flag('dangling');
    const images = runtime.images().flatMap((image) => {
      if (typeof before === 'object' && image.createdAt >= before.createdAt) return [];
      if (typeof since === 'object' && image.createdAt <= since.createdAt) return [];
      if (dangling === true && image.tags.length > 0) return [];
      if (filters.has('label')) return [];
      if (!filters.has('reference')) return [image];
      const tags = image.tags.filter((tag) => filters.any('reference', (pattern) => fitsReference(pattern, tag)));
      return tags.length > 0 ? [{ ...image, tags }] : [];
    });
    call.reply(
      200,
      images.map((image) => imageItemJson(daemon, image)),
    );
  });

  router.add('GET', '/images/search', (call) => {
    const path = `/v1/search?q=${call.query('term') ?? ''}&n=25`;
    call.refuse({ status: 500, message: offlineMessage('index.docker.io', path) });
  });

  router.add('POST', '/images/create', (call) => pull(daemon, call));

  router.add('POST', '/images/prune', (call) => {
    const filter = readPruneFilter(daemon, call, 'dangling', 'until');
    if (isRefusal(filter)) return call.refuse(filter);
    const odd = flagRefusal(filter.filters, 'dangling');
    if (odd) return call.refuse(odd);
    const deleted = [];
    let reclaimed = 0;
    for (const image of filter.filters.flag('dangling') === false ? runtime.images() : []) {
      if (!filter.takes(undefined, image.createdAt)) continue;
      if (runtime.list().some(({ imageId }) => imageId === image.id)) continue;
      for (const tag of image.tags.length > 0 ? image.tags : [image.id]) {
        const removed = runtime.removeImage(tag, true);
        if (!isRefusal(removed)) deleted.push(...removed);
      }
      reclaimed += image.sizeBytes;
    }
    publishPrune(daemon, 'image', reclaimed);
    call.reply(200, { ImagesDeleted: deleted.length > 0 ? deleted.map((item) => ({ ...item })) : null, SpaceReclaimed: reclaimed });
  });

  const withImage = (call: Call, answer: (image: Image) => void, name = call.param('name')): void => {
    const image = runtime.findImage(name);
    if (image) return answer(image);
    const reference = parseImageReference(name);
    if (reference.ok) return call.refuse({ status: 404, message: `No such image: ${familiarImageName(withDefaultTag(reference.value))}` });
    if (/^(?:sha256:)?[0-9a-f]{64}$/.test(name)) return call.refuse({ status: 404, message: `No such image: ${name}` });
    call.refuse({ status: 400, message: reference.error.startsWith('invalid') ? reference.error : `invalid reference format: ${reference.error}` });
  };

  router.add('GET', '/images/{name*}/json', (call) => withImage(call, (image) => call.reply(200, imageJson(daemon, image))));
  router.add('GET', '/images/{name*}/history', (call) => withImage(call, (image) => call.reply(200, imageHistoryJson(daemon, image))));

  router.add('POST', '/images/{name*}/tag', (call) =>
    withImage(call, (image) => {
      const target = parseImageReference(`${call.query('repo') ?? ''}:${call.query('tag') || 'latest'}`);
      if (!target.ok) return call.refuse({ status: 400, message: target.error });
      const name = familiarImageName(target.value);
      const refused = runtime.tagImage(call.param('name'), name);
      if (refused) return call.refuse(refused);
      daemon.events.publish({ type: 'image', action: 'tag', id: `sha256:${image.id}`, attributes: { name }, scope: 'local' });
      call.reply(201);
    }),
  );

  router.add('POST', '/images/{name*}/push', (call) => {
    const reference = parseImageReference(call.param('name'));
    if (!reference.ok) return call.refuse({ status: 400, message: reference.error });
    const name = familiarImageName(reference.value);
    const stream = call.stream(200, 'application/json');
    stream.chunk({ kind: 'json', value: { status: `The push refers to repository [${reference.value.domain}/${reference.value.path}]` } });
    const message = runtime.findImage(`${name}:${call.query('tag') || 'latest'}`)
      ? offlineMessage('registry-1.docker.io')
      : `An image does not exist locally with the tag: ${name}`;
    stream.chunk({ kind: 'json', value: { errorDetail: { message }, error: message } });
    stream.end();
  });

  router.add('DELETE', '/images/{name*}', (call) =>
    withImage(call, (image) => {
      const removed = runtime.removeImage(call.param('name'), call.flag('force'));
      if (isRefusal(removed)) return call.refuse(removed);
      for (const { Untagged, Deleted } of removed) {
        const attributes = { name: Untagged ?? Deleted ?? '' };
        daemon.events.publish({ type: 'image', action: Untagged ? 'untag' : 'delete', id: `sha256:${image.id}`, attributes, scope: 'local' });
      }
      call.reply(
        200,
        removed.map((item) => ({ ...item })),
      );
    }),
  );
}

/** A pattern of `reference`: a name with or without a tag, where `*` stands for anything but a slash. */
function fitsReference(pattern: string, tag: string): boolean {
  const expression = (text: string): RegExp => new RegExp(`^${text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`);
  return expression(pattern).test(tag) || expression(pattern).test(tag.replace(/:[^:/]*$/, ''));
}

/** Pulls from the registry: lines of progress, or an error before anything else. */
function pull(daemon: Daemon, call: Call): void {
  const from = call.query('fromImage') ?? '';
  const tag = call.query('tag') ?? '';
  const reference = parseImageReference(tag === '' ? from : tag.includes(':') ? `${from}@${tag}` : `${from}:${tag}`);
  if (!reference.ok) return call.refuse({ status: 400, message: reference.error });
  const { domain, path } = reference.value;
  const name = familiarImageName(withDefaultTag(reference.value));
  const answer = daemon.host.containers.registry(name);
  if (answer.kind === 'unreachable') return offline(call, domain);
  if (answer.kind === 'unknown-tag') return call.refuse({ status: 404, message: `manifest for ${name} not found: manifest unknown: manifest unknown` });
  if (answer.kind === 'unknown-repository') {
    const repository = familiarImageName({ ...reference.value, tag: '', digest: '' });
    const why = `repository does not exist or may require 'docker login': denied: requested access to the resource is denied`;
    return call.refuse({ status: 404, message: `pull access denied for ${repository}, ${why}` });
  }
  const { digest } = answer;
  const shownTag = reference.value.tag || reference.value.digest || 'latest';
  const before = daemon.host.containers.findImage(name);
  daemon.host.containers.pull(name, (result) => {
    if (isRefusal(result)) return call.refuse(result);
    const stream = call.stream(200, 'application/json');
    const say = (value: { readonly [key: string]: string }): void => stream.chunk({ kind: 'json', value });
    say({ status: `Pulling from ${path}`, id: shownTag });
    if (!before && !result.imported) {
      const layer = result.id.slice(0, 12);
      for (const status of ['Pulling fs layer', 'Download complete', 'Pull complete']) say({ status, id: layer });
    }
    say({ status: `Digest: ${digest}` });
    say({ status: `Status: ${before ? 'Image is up to date' : 'Downloaded newer image'} for ${name}` });
    daemon.events.publish({ type: 'image', action: 'pull', id: name, attributes: { name: name.replace(/:[^:/]*$/, '') }, scope: 'local' });
    stream.end();
  });
}
