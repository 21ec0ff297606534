// The handbook's offline worker. Above this line the build puts `files` (path → hash of its content) and `store`.
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const base = new URL("./", location.href).href;

/** @param {string} path */
const kept = (path) => `${base}${path}?v=${files[path]}`;

// Fetch what this build brings; what the one before it had stays. If one file fails, all of it waits for another day.
worker.addEventListener("install", (event) => {
  event.waitUntil(fetchNew());
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => worker.clients.claim()));
});

worker.addEventListener("message", (event) => {
  if (event.data === "take over") worker.skipWaiting();
});

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(base)) return;
  const path = decodeURI(url.href.slice(base.length).split(/[?#]/)[0]);
  const page = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (page in files) event.respondWith(answer(event.request, page));
  else if (`${path}/index.html` in files) event.respondWith(Response.redirect(`${base}${path}/${url.search}`));
});

async function fetchNew() {
  const cache = await caches.open(store);
  const have = new Set((await cache.keys()).map((request) => request.url));
  const wanted = Object.keys(files).map(kept).filter((url) => !have.has(url));
  for (let start = 0; start < wanted.length; start += 16) {
    await cache.addAll(wanted.slice(start, start + 16).map((url) => new Request(url, { cache: "no-cache" })));
  }
}

async function dropOld() {
  const cache = await caches.open(store);
  const wanted = new Set(Object.keys(files).map(kept));
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

/**
 * @param {Request} request
 * @param {string} path
 */
async function answer(request, path) {
  const cache = await caches.open(store);
  return (await cache.match(kept(path))) ?? fetch(request);
}
