// Lets the browser keep what it shows without a network (ui/worker/sw.mjs), and tells that keeper when the visitor's
// list is another one. Without this script nothing is kept.
const { serviceWorker } = navigator;

if (serviceWorker) {
  const tell = (what) => serviceWorker.controller?.postMessage(what);
  // The page's policy lets in no other script's address than this.
  const policy = window.trustedTypes?.createPolicy('worker', { createScriptURL: () => '/sw.js' });
  addEventListener('load', () => {
    serviceWorker.register(policy?.createScriptURL('') ?? '/sw.js').catch(() => {});
  });

  document.addEventListener('list-renewed', () => tell('changed'));
  const bar = document.querySelector('html:not(.is-offline) .list-bar');
  if (bar && 'empty' in bar.dataset) caches.delete('list');
  else if (bar?.querySelector('[data-list="notice"] *')) tell('changed');

  // The page without a network leads to the list where there is one.
  const way = document.querySelector('[data-kept]');
  if (way) caches.has('list').then((isKept) => { way.hidden = !isKept; });
}
