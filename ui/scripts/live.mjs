// Filters answer at once: what is chosen is asked for from the address that the form itself would lead
// to, and the answer takes the place of what is shown. Without this script, and when anything goes
// wrong here, the form and the links lead there as ever.
//
// The answer is read by XMLHttpRequest as a document: no text is made into markup by a script, so the
// page's policy needs no exception for it.
const PATIENCE = 10000;
const SLOW = 300;
// What changes with the address; where there is one language, there is no choice of it.
const REGIONS = ['#live', '.govuk-language-navigation', 'link[rel="canonical"]', '#list-form [name="return"]', '.ease [name="back"]'];
const form = document.querySelector('#search');
const place = form.querySelector('select');
const fields = [form.q, place];
const status = document.querySelector('#live-status');
let asking;
let slow;
let shown = location.pathname + location.search;
let shownPlace = place.value;
document.documentElement.classList.add('has-live');

// Says something to everybody, or only to who listens.
const say = (text, isSeen) => {
  status.textContent = text;
  status.classList.toggle('govuk-visually-hidden', !isSeen);
};

const settle = () => {
  clearTimeout(slow);
  document.querySelector('#live').removeAttribute('aria-busy');
};

// Emergency help and the way out, with its script, are of a whole page: one that has others is gone to.
const care = (page) => [...page.querySelectorAll('.crisis, #leave')].map((part) => part.textContent).join();

// Puts the answer in place; what had the focus or was open keeps it, and so does what was written or
// chosen since it was asked for.
const put = (answer, asked) => {
  const { id } = document.activeElement;
  const open = [...document.querySelectorAll('#live details[open][id]')];
  for (const region of REGIONS) {
    const fresh = answer.querySelector(region);
    if (fresh) document.querySelector(region)?.replaceWith(fresh);
  }
  for (const old of open) document.getElementById(old.id)?.setAttribute('open', '');
  fields.forEach((field, number) => {
    if (field.value === asked[number]) field.value = answer.getElementById(field.id).value;
  });
  shownPlace = answer.getElementById(place.id).value;
  document.title = answer.title;
  const total = document.querySelector('.results-total');
  const focused = id && document.getElementById(id);
  if (id && document.activeElement !== focused) (focused ?? total).focus({ preventScroll: !!focused });
  say(total.textContent, false);
};

const show = (address, isNew) => {
  asking?.abort();
  settle();
  const request = new XMLHttpRequest();
  const asked = fields.map(({ value }) => value);
  asking = request;
  const leave = () => location.assign(address);
  request.open('GET', address);
  request.responseType = 'document';
  request.timeout = PATIENCE;
  request.onerror = leave;
  request.ontimeout = leave;
  request.onload = () => {
    settle();
    const answer = request.response;
    if (request.status !== 200 || !answer?.querySelector('#live') || care(answer) !== care(document)) return leave();
    shown = address;
    if (isNew) history.pushState(null, '', address);
    put(answer, asked);
  };
  document.querySelector('#live').setAttribute('aria-busy', 'true');
  slow = setTimeout(() => say(status.dataset.loading, true), SLOW);
  request.send();
};

// The form's address, with only the parameters that say something; so does an empty municipality where
// one was taken away: that it is to be forgotten.
const chosen = () => {
  const said = [...new FormData(form)].filter(([name, value]) => value || (name === place.name && shownPlace));
  const query = new URLSearchParams(said).toString();
  return new URL(form.action).pathname + (query && `?${query}`);
};

document.addEventListener('change', ({ target }) => {
  if (target.closest('#live') && target.form === form) show(chosen(), true);
});

document.addEventListener('click', (event) => {
  const link = event.target.closest('.chips a, .filters a, .orders a');
  const isOther = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || isOther || event.defaultPrevented) return;
  event.preventDefault();
  show(link.pathname + link.search, true);
});

addEventListener('popstate', () => {
  const address = location.pathname + location.search;
  if (address !== shown) show(address, false);
});
