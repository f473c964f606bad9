// Puts services on the visitor's list and takes them away without leaving the place: sends the form, and takes
// from the page that answers the parts that show the list. Without this script that page itself is the answer.
let isPlain = false;

// An old kind of request, since it reads a page without making markup of text.
const ask = (method, address, body) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open(method, address);
  request.responseType = 'document';
  request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(request.status));
  request.onerror = reject;
  request.send(body);
});

const renew = (page) => {
  for (const part of document.querySelectorAll('[data-list]')) {
    const fresh = page.querySelector(`[data-list="${CSS.escape(part.dataset.list)}"]`);
    // What somebody may have written in stays, as long as it is to be there at all.
    const stays = 'keep' in part.dataset && part.childElementCount > 0 && fresh?.childElementCount > 0;
    if (!stays) part.replaceChildren(...(fresh ? fresh.childNodes : []));
  }
  document.dispatchEvent(new Event('list-renewed'));
};

// The button that was pressed, or the one that is in its place now.
const next = ({ name, value }) => {
  const button = (its) => document.querySelector(`main [form="list-form"][name="${its}"][value="${CSS.escape(value)}"]`);
  const other = { add: 'remove', remove: 'add', up: 'down', down: 'up' }[name];
  return button(name) ?? button(other) ?? document.querySelector('.list-bar button') ?? document.querySelector('.list-bar a');
};

document.addEventListener('submit', async (event) => {
  const { target: form, submitter: button } = event;
  if (isPlain || form.id !== 'list-form' || !button) return;
  event.preventDefault();
  const { name, value } = button;
  try {
    renew(await ask('POST', form.action, new URLSearchParams({ return: location.pathname + location.search, [name]: value })));
    next({ name, value }).focus();
  } catch {
    isPlain = true;
    form.requestSubmit(button);
  }
});

// A page that the browser kept while another one changed the list.
addEventListener('pageshow', (event) => {
  if (event.persisted) ask('GET', location.href).then(renew, () => {});
});
