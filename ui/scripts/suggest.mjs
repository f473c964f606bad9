// Suggestions below the search box while somebody types: the combobox pattern of ARIA with a list.
// Without this script the box is an ordinary one; what goes wrong here leaves it so.
const PAUSE = 120;
const form = document.querySelector('form[data-suggest]');
const input = form.q;
const texts = JSON.parse(form.dataset.suggest);
const make = (name, attributes, ...inside) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
};
const list = make('ul', { id: 'suggestions', role: 'listbox', class: 'suggestions', 'aria-label': texts.list, hidden: '' });
const status = make('div', { role: 'status', class: 'govuk-visually-hidden' });
input.parentElement.append(list, status);
const roles = { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' };
for (const [key, value] of Object.entries(roles)) input.setAttribute(key, value);

let timer;
let asking;
let chosen = -1;

// Marks one of the suggestions, or none.
const mark = (number) => {
  chosen = number;
  [...list.children].forEach((option, place) => option.setAttribute('aria-selected', place === number));
  const option = list.children[number];
  if (option) {
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else {
    input.removeAttribute('aria-activedescendant');
  }
};

// Shows the list, or hides it and stops what is under way.
const show = (isShown) => {
  list.hidden = !isShown;
  input.setAttribute('aria-expanded', isShown);
  mark(-1);
  if (isShown) return;
  clearTimeout(timer);
  asking?.abort();
  status.textContent = '';
};

const take = (option) => {
  input.value = option.dataset.text;
  show(false);
  form.requestSubmit();
};

// The text with what was typed of it marked.
const marked = ({ text, lang, typed }) => {
  const pieces = [];
  let end = 0;
  for (const [from, to] of typed) {
    pieces.push(text.slice(end, from), make('mark', {}, text.slice(from, to)));
    end = to;
  }
  return make('span', { lang }, ...pieces, text.slice(end));
};

const fill = (items) => {
  list.replaceChildren(...items.map((item, number) => {
    const kind = make('span', { class: 'suggestions__kind' }, texts.kinds[item.kind]);
    const id = `suggestion-${number}`;
    return make('li', { role: 'option', id, 'data-text': item.text }, marked(item), ' ', kind);
  }));
  show(items.length > 0);
  status.textContent = [texts.none, texts.one][items.length] ?? texts.several.replace('#', items.length);
};

const ask = async () => {
  asking?.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    const answer = await fetch(texts.from + encodeURIComponent(input.value.trim()), { signal });
    const { items } = await answer.json();
    if (!signal.aborted && document.activeElement === input) fill(items);
  } catch {
    // A newer question came, or the network failed: the box works without an answer.
    if (!signal.aborted) show(false);
  }
};

input.addEventListener('input', () => {
  clearTimeout(timer);
  if (input.value.trim()) timer = setTimeout(ask, PAUSE);
  else show(false);
});

input.addEventListener('keydown', (event) => {
  const count = list.children.length;
  const steps = { ArrowDown: 1, ArrowUp: -1 };
  if (event.isComposing) return;
  if (event.key in steps && count > 0) {
    event.preventDefault();
    if (list.hidden) show(true);
    // One place more than there are: none of them.
    mark((chosen + steps[event.key] + 2 + count) % (count + 1) - 1);
  } else if (event.key === 'Enter' && chosen >= 0) {
    event.preventDefault();
    take(list.children[chosen]);
  } else if (event.key === 'Escape' && !list.hidden) {
    event.preventDefault();
    show(false);
  }
});

input.addEventListener('blur', () => show(false));
form.addEventListener('submit', () => show(false));
// The box keeps the focus while one is pointed at.
list.addEventListener('pointerdown', (event) => event.preventDefault());
list.addEventListener('mousedown', (event) => event.preventDefault());
list.addEventListener('click', (event) => {
  const option = event.target.closest('li');
  if (option) take(option);
});
