// Leaves the page at once, by the button or by three presses of Esc: what it shows is hidden before
// another page is there, and the other takes its place in the history. Without this script the button
// is a link. A copy of the own list does not stay behind either.
const PRESSES = 3;
const PAUSE = 5000;
const link = document.getElementById('leave');
const status = document.getElementById('leave-status');
const { presses } = link.dataset;

const leave = () => {
  document.title = '\u200b';
  document.body.hidden = true;
  window.caches?.delete('list');
  navigator.serviceWorker?.controller?.postMessage('left');
  location.replace(link.href);
};

link.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

let count = 0;
let timer;
addEventListener('keydown', (event) => {
  // A press that closed something else is none.
  if (event.key !== 'Escape' || event.repeat || event.defaultPrevented) return;
  clearTimeout(timer);
  timer = setTimeout(() => { count = 0; status.textContent = ''; }, PAUSE);
  count += 1;
  if (count >= PRESSES) leave();
  else status.textContent = presses.replace('#', PRESSES - count);
});
