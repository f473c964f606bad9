// The site as an application of the visitor's own device: how it is installed, what is there without a network, and
// what of a visitor's list is kept and when it goes.
import { checkHealth, modes } from './healthy.mjs';
import { words } from './site.mjs';

const texts = {
  fi: { offline: 'Ei verkkoyhteyttä', emergency: /Hätänumero 112/, again: 'Yritä uudelleen', list: /Avaa oma lista/ },
  sv: { offline: 'Ingen anslutning', emergency: /Nödnumret 112|Nödnummer 112/, again: 'Försök igen', list: /Öppna din lista/ },
  en: { offline: 'You are offline', emergency: /Emergency number 112/, again: 'Try again', list: /Open your list/ },
};

// Until the worker answers for the page.
const controlled = (page) => page.evaluate(async () => {
  if (navigator.serviceWorker.controller) return;
  await new Promise((resolve) => { navigator.serviceWorker.addEventListener('controllerchange', resolve); });
});

// Until something holds in the page: what the worker does it does behind it.
const until = (page, condition) => page.waitForFunction(condition, null, { polling: 50 });
const isKept = () => caches.has('list');
const isNotKept = async () => !await caches.has('list');

// The addresses of all that is kept beside the page without a network.
const kept = (page) => page.evaluate(async () => {
  const found = [];
  for (const name of await caches.keys()) {
    if (name.startsWith('shell-')) continue;
    for (const one of await (await caches.open(name)).keys()) found.push(new URL(one.url).pathname);
  }
  return found;
});

// Puts the first results of a search on the list.
async function gather(page, count, query = words.fi.query) {
  await page.goto(`/fi/haku?q=${encodeURIComponent(query)}`);
  const names = [];
  for (let place = 0; place < count; place += 1) {
    const result = page.locator('.results > li').nth(place);
    names.push(await result.locator('h2').innerText());
    await result.locator('.list-toggle button[name="add"]').click();
    await result.locator('.list-toggle button[name="remove"]').waitFor();
  }
  return names;
}

// A list of two services that was looked at.
async function listSeen(page) {
  await page.goto('/fi/');
  await controlled(page);
  const names = await gather(page, 2);
  await page.goto('/fi/oma-lista');
  await until(page, isKept);
  return names;
}

const listed = (page) => page.locator('.listed__item h2').allInnerTexts();

export async function offlineJourneys({ test, check, base }) {
  for (const [language, text] of Object.entries(texts)) {
    await test(`the site can be installed in ${language}`, {}, async (page) => {
      await page.goto(`/${language}/`);
      await controlled(page);
      const session = await page.context().newCDPSession(page);
      const { url, errors, data } = await session.send('Page.getAppManifest');
      check(errors.length === 0, `the browser says of the manifest: ${errors.map((one) => one.message).join('; ')}`);
      check(new URL(url).pathname === `/${language}/app.webmanifest`, url);
      const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
      // The tests' browser has no window of its own to install to.
      const hindrances = installabilityErrors.filter((one) => one.errorId !== 'in-incognito');
      check(hindrances.length === 0, hindrances.map((one) => one.errorId).join());
      const manifest = JSON.parse(data);
      check(manifest.lang === language && manifest.start_url === `/${language}/`, data);
      for (const icon of manifest.icons) {
        const size = await page.evaluate(async (src) => {
          const image = new Image();
          image.src = src;
          await image.decode();
          return `${image.naturalWidth}x${image.naturalHeight}`;
        }, icon.src);
        check(size === icon.sizes, `${icon.src} is ${size}, not ${icon.sizes}`);
      }
    });

    await test(`without a network the page says so in ${language}, with numbers to call`, {}, async (page, watch) => {
      await page.goto(`/${language}/`);
      await controlled(page);
      watch.expect('ERR_INTERNET_DISCONNECTED');
      await page.context().setOffline(true);
      await page.goto(`/${language}/${words[language].service}/x`);
      check((await page.locator('h1').innerText()) === text.offline, 'it does not say so');
      check((await page.locator('html').getAttribute('lang')) === language, 'it is in another language');
      const call = page.locator('.crisis a[href="tel:112"]');
      check(text.emergency.test(await call.innerText()), await call.innerText());
      check(await page.getByText(text.list).isHidden(), 'it leads to a list that is not there');
      await until(page, () => [...document.fonts].some((font) => font.status === 'loaded'));
      const styled = await page.locator('.crisis').evaluate((box) => getComputedStyle(box).borderTopWidth);
      check(styled === '3px', 'it has no style');
      await page.context().setOffline(false);
      await page.getByRole('link', { name: text.again }).click();
      await page.locator('.site-error').waitFor();
      watch.faults.length = 0;
    });

    for (const [mode, options] of Object.entries(modes)) {
      await test(`the page without a network in ${language}, ${mode}`, options, async (page, watch) => {
        await page.goto(`/${language}/`);
        await controlled(page);
        watch.expect('ERR_INTERNET_DISCONNECTED');
        await page.context().setOffline(true);
        await page.goto(`/${language}/`);
        check((await page.locator('h1').innerText()) === text.offline, 'it is another page');
        await checkHealth(page);
      });
    }
  }

  await test('the language of a page without a network is changed without one', {}, async (page) => {
    await page.goto('/fi/');
    await controlled(page);
    await page.context().setOffline(true);
    await page.goto('/fi/tietoa');
    await page.locator('.govuk-language-navigation a[lang="sv"]').click();
    check((await page.locator('h1').innerText()) === texts.sv.offline, 'it is not in Swedish');
  });

  await test('the list that was seen last is there without a network', {}, async (page, watch) => {
    const names = await listSeen(page);
    watch.expect('ERR_INTERNET_DISCONNECTED');
    await page.context().setOffline(true);
    await page.goto('/fi/haku?q=uimahalli');
    await page.getByRole('link', { name: texts.fi.list }).click();
    await page.locator('.listed__item').first().waitFor();
    check((await listed(page)).join() === names.join(), 'it is another list');
    check(await page.getByText(/Näet listasi sellaisena kuin se oli \d+\.\d+\.\d+ \d+\.\d\d/).isVisible(), 'it does not say from when it is');
    for (const hidden of ['.listed__buttons', '.give', '.ease', '.listed__actions']) {
      check(await page.locator(hidden).first().isHidden(), `${hidden} needs a network`);
    }
    await checkHealth(page);
    await page.goto('/sv/min-lista');
    check((await listed(page)).join() === names.join(), 'in another language there is none');
    check((await kept(page)).join() === '/fi/oma-lista', 'reading it takes it away');
    await page.context().setOffline(false);
    await page.goto('/fi/oma-lista');
    check(await page.locator('.offline-note').isHidden(), 'with a network it says that there is none');
  });

  await test('only the own list is kept, in one copy', {}, async (page) => {
    await listSeen(page);
    await page.getByRole('button', { name: 'Jaa lista', exact: true }).click();
    await page.locator('.given__address a').waitFor();
    await page.goto(await page.locator('.given__address a').getAttribute('href'));
    await page.goto('/fi/haku?q=uimahalli');
    await page.locator('.result__name a').first().click();
    await page.waitForURL(/palvelu\//);
    check((await kept(page)).join() === '/fi/oma-lista', `kept are ${await kept(page)}`);
    await page.goto('/en/my-list');
    await page.waitForFunction(async () => {
      const [one, ...more] = await (await caches.open('list')).keys();
      return more.length === 0 && one?.url.endsWith('/en/my-list');
    }, null, { polling: 50 });
  });

  for (const where of ['the list', 'the results', 'the results, by a form']) {
    await test(`a change from ${where} renews the copy`, {}, async (page, watch) => {
      const names = await listSeen(page);
      let gone = names[0];
      if (where === 'the list') {
        await page.locator('.listed__item').first().getByRole('button', { name: 'Poista' }).click();
      } else {
        await page.goto(`/fi/haku?q=${words.fi.query}`);
        [gone] = names;
        if (where.endsWith('form')) {
          await page.evaluate(() => { document.querySelector('#list-form').id = 'sent-by-the-browser'; document.querySelectorAll('[form="list-form"]').forEach((one) => one.setAttribute('form', 'sent-by-the-browser')); });
        }
        await page.locator('.results > li').first().locator('button[name="remove"]').click();
      }
      await page.locator('.list-bar__undo').waitFor();
      await page.waitForFunction(async (name) => {
        const copy = await (await caches.open('list')).match('/fi/oma-lista', { ignoreVary: true });
        return copy && !(await copy.text()).includes(`>${name}</a></h2>`);
      }, gone, { polling: 50 });
      watch.expect('ERR_INTERNET_DISCONNECTED');
      await page.context().setOffline(true);
      await page.goto('/fi/oma-lista');
      check((await listed(page)).join() === names[1], `the list is ${await listed(page)}`);
    });
  }

  await test('of a list that is emptied nothing is kept', {}, async (page, watch) => {
    await listSeen(page);
    await page.getByRole('button', { name: 'Tyhjennä lista' }).click();
    await page.getByText('Listallasi ei ole vielä palveluja.').waitFor();
    await until(page, isNotKept);
    watch.expect('ERR_INTERNET_DISCONNECTED');
    await page.context().setOffline(true);
    await page.goto('/fi/oma-lista');
    check((await page.locator('h1').innerText()) === texts.fi.offline, 'there is a list');
  });

  await test('a list that went with its cookie leaves no copy on the next page', {}, async (page) => {
    await listSeen(page);
    await page.context().clearCookies();
    await page.goto('/fi/tietoa');
    await until(page, isNotKept);
  });

  await test('a list with a discreet service is not kept, and takes the copy away', {}, async (page) => {
    await listSeen(page);
    const found = await (await fetch(new URL('/api/v1/services?class=P5.7&limit=1', base))).json();
    check(found.items.length > 0, 'there is no discreet service to try it with');
    await page.goto(`/fi/palvelu/${found.items[0].id}`);
    await page.locator('button[name="add"]').first().click();
    await page.locator('button[name="remove"]').first().waitFor();
    await until(page, isNotKept);
    await page.goto('/fi/oma-lista');
    await page.locator('#leave').waitFor();
    await page.goto('/fi/');
    check((await kept(page)).length === 0, `kept are ${await kept(page)}`);
  });

  await test('the way out takes the copy away', {}, async (page, watch) => {
    await listSeen(page);
    // Somewhere else, and back: the copy is this site's.
    await page.context().route('https://www.yle.fi/**', (route) => route.fulfill({ body: 'news', contentType: 'text/html' }));
    await page.goto(`/fi/haku?q=${encodeURIComponent('haluan kuolla')}`);
    await page.locator('#leave').click();
    await page.waitForURL(/yle\.fi/);
    await page.goto('/fi/tietoa');
    await until(page, isNotKept);
    const faults = watch.faults.filter((fault) => fault !== 'request to https://www.yle.fi');
    watch.faults.splice(0, watch.faults.length, ...faults);
  });

  await test('all that is kept is taken away by one press', {}, async (page) => {
    await listSeen(page);
    await page.evaluate(() => localStorage.setItem('shortcut', 'off'));
    await page.goto('/fi/tietosuoja');
    await page.getByRole('button', { name: 'Poista tallennetut tiedot' }).click();
    await page.waitForURL(/tietosuoja\/poistettu/);
    check((await kept(page)).length === 0, `kept are ${await kept(page)}`);
    check(await page.evaluate(() => localStorage.getItem('shortcut') === null), 'the shortcut is remembered');
    check((await page.context().cookies()).length === 0, 'there are cookies');
  });

  await test('a new version takes the place of the old one, and the copy stays true', {}, async (page) => {
    const names = await listSeen(page);
    const versions = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('shell-')));
    const [old, ...more] = await versions();
    check(old && more.length === 0, `the versions are ${[old, ...more]}`);
    await page.context().route('**/sw.js', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace(/"version":"\w+"/, '"version":"next"') });
    });
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async () => (await caches.keys()).filter((name) => name.startsWith('shell-')).join() === 'shell-next', null, { polling: 50 });
    await until(page, isKept);
    await page.context().setOffline(true);
    await page.goto('/fi/oma-lista');
    check((await listed(page)).join() === names.join(), 'the list is gone');
  });

  for (const [what, path] of [['a lobby\'s screen', '/fi/naytto?teema=liikunta'], ['the widget', '/fi/upotus']]) {
    await test(`${what} keeps nothing`, {}, async (page) => {
      await page.goto(path, { waitUntil: 'networkidle' });
      const has = await page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);
      check(has.join() === '0,0', `it has ${has}`);
    });
  }

  await test('without JavaScript nothing is kept', { javaScriptEnabled: false }, async (page, watch) => {
    await page.goto('/fi/', { waitUntil: 'networkidle' });
    check(page.context().serviceWorkers().length === 0, 'there is a worker');
    watch.expect('ERR_INTERNET_DISCONNECTED');
    await page.context().setOffline(true);
    const failed = await page.goto('/fi/tietoa').then(() => false, () => true);
    check(failed, 'a page comes without a network');
  });
}
