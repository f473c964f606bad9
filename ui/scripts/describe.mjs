// The description helper checks while one writes: what was written is sent to the page itself, as the button would,
// and of the answer the findings, the suggestions and the text to paste take their places. Without this script, and
// when anything goes wrong here, the button does the same.
//
// The answer is read by XMLHttpRequest as a document: no text is made into markup by a script.
const PAUSE = 700;
const REGIONS = ['#findings', '#choices', '#pasted'];
const form = document.querySelector('#describe');
const status = document.querySelector('#describe-status');
let pause;
let asking;

const put = (answer) => {
  const { id } = document.activeElement;
  for (const region of REGIONS) {
    const fresh = answer.querySelector(region);
    if (fresh) document.querySelector(region).replaceWith(fresh);
  }
  if (id && document.activeElement.id !== id) document.getElementById(id)?.focus({ preventScroll: true });
  // Chosen from the lists: it stands among the boxes now.
  for (const list of form.querySelectorAll('#more-class, #more-group')) list.value = '';
  const count = document.querySelector('#findings-count')?.textContent ?? '';
  if (status.textContent !== count) status.textContent = count;
};

const check = () => {
  asking?.abort();
  const request = new XMLHttpRequest();
  asking = request;
  request.open('POST', form.action);
  request.responseType = 'document';
  request.onload = () => {
    if (request.status === 200 && request.response?.querySelector('#findings')) put(request.response);
  };
  request.send(new URLSearchParams(new FormData(form)));
};

form.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(check, PAUSE);
});
