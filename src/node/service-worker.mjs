// The page without a network. Filled in and written as sw.js when the page is built (src/node/offline-plugin.mjs).
//
// What has a hash in its name is taken from the cache; the page itself and what else has a plain name is asked of the
// server first, so that a new version is there at the next load. A version is cached whole or not at all, and the one
// before stays as long as pages of it may still be open.
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
const PREFIX = `swarmarium ${self.registration.scope} `;
const CACHE = PREFIX + VERSION;
/** A server that has not answered after so many milliseconds is as good as away. */
const PATIENCE_MS = 4000;
/** Files that are fetched at a time: the page that is looked at comes first. */
const AT_A_TIME = 3;

const addressOf = (file) => new URL(file, self.registration.scope).href;
const isHashed = (address) => /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(new URL(address).pathname);

async function fill() {
  const cache = await caches.open(CACHE);
  const waiting = FILES.map(addressOf);
  const worker = async () => {
    for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
      const known = isHashed(address) ? await caches.match(address) : undefined;
      const response = known ?? (await fetch(address, { cache: 'no-cache', priority: 'low' }));
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(address, response);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function dropOld() {
  const own = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(own.slice(0, -1).map((name) => caches.delete(name)));
}

async function fromCache(request) {
  const cache = await caches.open(CACHE);
  if (request.mode === 'navigate') return cache.match(addressOf('index.html'));
  return (await cache.match(request, { ignoreSearch: true })) ?? caches.match(request, { ignoreSearch: true });
}

async function networkFirst(request) {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(fromCache(request)), PATIENCE_MS);
  });
  const asked = fetch(request).then(
    async (response) => (response.status >= 500 ? ((await fromCache(request)) ?? response) : response),
    async (error) => {
      const kept = await fromCache(request);
      if (kept) return kept;
      throw error;
    },
  );
  const first = await Promise.race([asked, late]);
  clearTimeout(timer);
  return first ?? asked;
}

async function cacheFirst(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const response = await fetch(request);
  // A page of a newer version asks for files that are not cached yet.
  if (response.ok) await (await caches.open(CACHE)).put(request, response.clone());
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(self.registration.scope)) return;
  // A stream of events (the live page's) has no end that could be kept.
  if (request.headers.get('accept') === 'text/event-stream') return;
  event.respondWith(isHashed(request.url) ? cacheFirst(request) : networkFirst(request));
});
