// The slash key leads to the search box, except where one writes. It can be switched off, and stays so:
// who speaks to the computer may say a key's name by chance.
const box = document.querySelector('#q');
const line = document.querySelector('.shortcut');
let isOn = true;
try {
  isOn = localStorage.getItem('shortcut') !== 'off';
} catch {
  // The browser keeps nothing: the choice lasts as long as the page.
}

const tell = () => {
  if (isOn) box.setAttribute('aria-keyshortcuts', '/');
  else box.removeAttribute('aria-keyshortcuts');
  if (!line) return;
  line.hidden = false;
  line.querySelector('span').hidden = !isOn;
  const button = line.querySelector('button');
  button.textContent = isOn ? button.dataset.off : button.dataset.on;
};

line?.querySelector('button').addEventListener('click', () => {
  isOn = !isOn;
  tell();
  try {
    localStorage.setItem('shortcut', isOn ? 'on' : 'off');
  } catch {
    // As above.
  }
});

document.addEventListener('keydown', (event) => {
  const isModified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const isWriting = event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
  if (event.key !== '/' || !isOn || isModified || isWriting) return;
  event.preventDefault();
  box.focus();
  box.select();
});

tell();
