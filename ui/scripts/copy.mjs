// What only a script can do, shown only where it can be done: copying an address, and printing.
for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  const item = button.closest('[data-copying]');
  const status = item.querySelector('[role="status"]');
  item.hidden = false;
  button.addEventListener('click', async () => {
    status.textContent = '';
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = button.dataset.done;
    } catch {
      status.textContent = button.dataset.failed;
    }
  });
}

// The button for printing may come anew with a list that is filled again.
const offerPrinting = () => {
  for (const button of document.querySelectorAll('[data-print]')) button.hidden = false;
};
offerPrinting();
document.addEventListener('list-renewed', offerPrinting);
document.addEventListener('click', ({ target }) => {
  if (target.closest('[data-print]')) print();
});
