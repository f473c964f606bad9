// Leads a lobby's screen on to the next service when its time is over and the next page is there; until
// then the one on show stays.
const { next, seconds } = document.body.dataset;
const goOn = async () => {
  try {
    const answer = await fetch(next, { cache: 'no-store' });
    if (answer.ok) {
      location.replace(next);
      return;
    }
  } catch {
    // The network is gone: it is tried again.
  }
  setTimeout(goOn, seconds * 1000);
};
setTimeout(goOn, seconds * 1000);
