// The worker behind the pages: without a network it shows the page that says so, with the numbers to call, and the
// visitor's own list as it was last seen. The server writes before this what it needs to know of the site, SITE: what
// the page without a network is made of and where it is, where own lists are, and what is left alone.
//
// Kept is, of all pages, the own list alone, in one copy, and only where the server's answer says that it may be.
// Forms are not touched: sent on from here, one of another site would look like our own to the server.
const { version, assets, offline, usual, lists, apart } = SITE;
const SHELL = `shell-${version}`;
const LIST = 'list';
const anyVisitor = { ignoreVary: true };

const stored = async (path) => (await caches.open(SHELL)).match(path, anyVisitor);

// Takes the place of the copy, or of none where there may be none.
const keep = async (path, answer) => {
  await caches.delete(LIST);
  const { headers } = answer;
  if (!headers.has('x-keep-offline') || /no-store/.test(headers.get('cache-control'))) return;
  await (await caches.open(LIST)).put(path, answer);
};

const lastList = async () => {
  if (!await caches.has(LIST)) return null;
  const cache = await caches.open(LIST);
  const [asked] = await cache.keys();
  return asked ? { path: new URL(asked.url).pathname, answer: await cache.match(asked, anyVisitor) } : null;
};

// The list has changed: a copy of what it was is no use, also if the new one does not come.
const renew = async () => {
  const last = await lastList();
  await caches.delete(LIST);
  if (last) await keep(last.path, await fetch(last.path));
};

// One after the other, so that what was asked for first does not come last.
let turn = Promise.resolve();
const inTurn = (work) => {
  turn = turn.then(work).catch(() => {});
  return turn;
};

const withoutNetwork = async (path) => {
  const last = lists.includes(path) && await lastList();
  if (last) {
    const page = (await last.answer.text()).replace('class="', 'class="is-offline ');
    return new Response(page, { headers: last.answer.headers });
  }
  const wished = [path.split('/')[1], ...navigator.languages.map((tag) => tag.split('-')[0])];
  return stored(offline[wished.find((code) => Object.hasOwn(offline, code)) ?? usual]);
};

const page = async (event, path) => {
  try {
    const answer = await event.preloadResponse ?? await fetch(event.request);
    if (lists.includes(path) && answer.ok) {
      const copy = answer.clone();
      event.waitUntil(inTurn(() => keep(path, copy)));
    }
    return answer;
  } catch (error) {
    // In a frame, and on a screen that waits by itself, the browser says it in its own way.
    const isPage = event.request.destination === 'document' && !apart.includes(path);
    return (isPage && await withoutNetwork(path)) || Promise.reject(error);
  }
};

addEventListener('install', (event) => {
  const pages = Object.values(offline).map((path) => new Request(path, { cache: 'reload', credentials: 'omit' }));
  // The copy of the list is of the old files, which go.
  event.waitUntil(caches.open(SHELL).then((cache) => cache.addAll([...assets, ...pages])).then(skipWaiting).then(() => inTurn(renew)));
});

addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== SHELL && name !== LIST) await caches.delete(name);
    await registration.navigationPreload?.enable();
    await clients.claim();
  })());
});

addEventListener('fetch', (event) => {
  const { method, url, mode } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== location.origin) return;
  if (mode === 'navigate') event.respondWith(page(event, pathname));
  else if (assets.includes(pathname)) event.respondWith(stored(pathname).then((found) => found ?? fetch(event.request)));
});

addEventListener('message', (event) => {
  event.waitUntil(inTurn(event.data === 'changed' ? renew : () => caches.delete(LIST)));
});
