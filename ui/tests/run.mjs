// Journeys and accessibility checks against a running site with the demonstration county:
//   node ui/tests/run.mjs http://127.0.0.1:8080 [WORDS]
// With words, only what has them in its name. Ends with one line, `N passed, N failed`, and exit status 1 when something failed.
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { coverageJourneys } from './coverage.mjs';
import { eventJourneys } from './events.mjs';
import { feedbackJourneys } from './feedback.mjs';
import { checkHealth, modes } from './healthy.mjs';
import { listJourneys } from './list.mjs';
import { mapJourneys } from './map.mjs';
import { openMailbox } from './mailbox.mjs';
import { offlineJourneys } from './offline.mjs';
import { providerJourneys } from './provider.mjs';
import { resultsJourneys } from './results.mjs';
import { launchOptions, pagesOf, words } from './site.mjs';
import { staffJourneys } from './staff.mjs';
import { standards } from './standards.mjs';
import { task } from './task.mjs';
import { tileJourneys } from './tiles.mjs';
import { weights } from './weight.mjs';
import { widgetJourneys } from './widget.mjs';

const [base, only = ''] = process.argv.slice(2);
if (!base) {
  console.error('usage: node run.mjs BASE-URL [WORDS]');
  process.exit(2);
}
const mailbox = process.env.MAIL_PORT ? await openMailbox(Number(process.env.MAIL_PORT)) : undefined;
const browser = await chromium.launch(launchOptions);
let passed = 0;
let failed = 0;

// A page that notes what no page may do.
async function watched(options = {}) {
  const context = await browser.newContext({ baseURL: base, ...options });
  const page = await context.newPage();
  const faults = [];
  let expected = 'nothing';
  page.on('console', (message) => {
    const isExpected = message.text().includes(expected);
    if (message.type() === 'error' && !isExpected) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error}`));
  page.on('dialog', (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(base).origin) faults.push(`request to ${url.origin}`);
  });
  return { page, faults, context, expect: (text) => { expected = text; } };
}

async function test(name, options, work) {
  if (!name.includes(only)) return;
  const watch = await watched(options);
  try {
    await work(watch.page, watch);
    if (watch.faults.length > 0) throw new Error(watch.faults.join('; '));
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}: ${String(error.message ?? error).split('\n')[0]}`);
  }
  await watch.context.close();
}

function check(condition, what) {
  if (!condition) throw new Error(what);
}

// The journeys.
const searches = [
  ['fi', 'uimahalli', /uimahalli/i],
  ['sv', 'bibliotek', /bibliotek/i],
  ['fi', 'kirjasto Naantali', /kirjasto/i, /Naantal/i],
];
for (const [language, query, name, provider] of searches) {
  for (const javaScriptEnabled of [true, false]) {
    const mode = javaScriptEnabled ? '' : ' without JavaScript';
    await test(`${query} in ${language}${mode}`, { javaScriptEnabled }, async (page) => {
      await page.goto(`/${language}/`);
      await page.locator('#q').fill(query);
      await page.locator('form.search button').click();
      check(new URL(page.url()).pathname === `/${language}/${words[language].search}`, 'the results have their address');
      const first = page.locator('.results > li').first();
      const heading = await first.locator('.result__name').innerText();
      check(name.test(heading), `the first result is ${heading}`);
      if (provider) check(provider.test(await first.innerText()), `the first result is not of the place: ${heading}`);
      await first.locator('.result__name a').click();
      check((await page.locator('h1').innerText()) === heading, 'the result leads to its page');
      await page.goBack();
      check((await page.locator('#q').inputValue()) === query, 'the words are still in the box');
    });
  }
}

await test('by keyboard alone', {}, async (page) => {
  await page.goto('/fi/');
  const press = async (key, until, most = 40) => {
    for (let count = 0; count < most; count += 1) {
      await page.keyboard.press(key);
      if (await page.evaluate((selector) => document.activeElement?.matches(selector), until)) return;
    }
    throw new Error(`${until} cannot be reached`);
  };
  await press('Tab', '.govuk-skip-link', 1);
  await press('Tab', '#q');
  await page.keyboard.type('kirjasto');
  await page.keyboard.press('Enter');
  await page.waitForURL(/haku/);
  await press('Tab', '.to-results');
  await page.keyboard.press('Enter');
  await press('Tab', '.results a', 5);
  const isSeen = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return style.outlineStyle !== 'none' || style.boxShadow !== 'none' || style.backgroundColor !== 'rgba(0, 0, 0, 0)';
  });
  check(isSeen, 'the focus is not to be seen');
  await page.keyboard.press('Enter');
  await page.waitForURL(/palvelu\//);
});

await resultsJourneys(test, check);
await mapJourneys(test, check);

await test('the language changes in place', {}, async (page) => {
  const { service } = await pagesOf(base, 'fi');
  await page.goto(service);
  await page.locator('.govuk-language-navigation a[lang="sv"]').click();
  check((await page.locator('html').getAttribute('lang')) === 'sv', 'the page is in Swedish');
  check(new URL(page.url()).pathname.startsWith('/sv/tjanst/'), 'the same service');
});

// Suggestions while somebody types.
const typed = { fi: ['uimah', /uimahalli/i], sv: ['simh', /simhall/i], en: ['swim', /swim/i] };
for (const [language, [beginning, whole]] of Object.entries(typed)) {
  await test(`a suggestion by keyboard in ${language}`, {}, async (page) => {
    await page.goto(`/${language}/`);
    const box = page.locator('#q[role=combobox]');
    await box.pressSequentially(beginning);
    // The answer to all that was typed, not to the first letters of it.
    await page.locator('#suggestions mark', { hasText: new RegExp(`^${beginning}$`, 'i') }).first().waitFor();
    check(/\d/.test(await page.getByRole('status').innerText()), 'the number of suggestions is not announced');
    await page.keyboard.press('ArrowDown');
    const option = page.locator('#suggestions [aria-selected="true"]');
    check((await box.getAttribute('aria-activedescendant')) === (await option.getAttribute('id')), 'the option is not the active one');
    await page.keyboard.press('ArrowUp');
    check((await box.getAttribute('aria-activedescendant')) === null, 'above the first option is the box itself');
    await page.keyboard.press('ArrowDown');
    const text = await option.getAttribute('data-text');
    check(whole.test(text), `the suggestion is ${text}`);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice']).analyze();
    check(violations.length === 0, violations.map((one) => one.id).join(', '));
    await page.keyboard.press('Escape');
    check(await page.getByRole('listbox').isHidden(), 'Escape closes the list');
    check((await box.inputValue()) === beginning, 'Escape leaves what was typed');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(words[language].search));
    check((await page.locator('#q').inputValue()).length > beginning.length, 'the suggestion is searched for');
    check((await page.locator('.results > li').count()) > 0, 'there are results');
  });
}

await test('a slow network only delays suggestions', {}, async (page, watch) => {
  let asked = 0;
  await page.route('**/api/v1/suggestions*', async (route) => {
    asked += 1;
    const isFirst = asked === 1;
    if (isFirst) await new Promise((resolve) => { setTimeout(resolve, 1500); });
    await route.continue().catch(() => {});
  });
  await page.goto('/fi/');
  await page.locator('#q').pressSequentially('kir');
  while (asked === 0) await page.waitForTimeout(20);
  await page.locator('#q').pressSequentially('jasto');
  await page.locator('#suggestions mark', { hasText: /^kirjasto$/i }).first().waitFor();
  check(asked <= 8, `it asked ${asked} times for eight letters`);
  await page.waitForTimeout(1700);
  check(/kirjasto/i.test(await page.locator('#suggestions li').first().innerText()), 'the answer to the older question is shown');
  await page.unroute('**/api/v1/suggestions*');
  await page.route('**/api/v1/suggestions*', (route) => route.abort());
  watch.expect('ERR_FAILED');
  await page.locator('#q').fill('uinti');
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  await page.waitForURL(/haku/);
});

await test('without JavaScript the box is an ordinary one', { javaScriptEnabled: false }, async (page) => {
  await page.goto('/fi/');
  check((await page.locator('#q').getAttribute('role')) === null, 'it says that it is a combobox');
});

// How results fit, and what is offered where nothing does.
for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? '' : ' without JavaScript';
  await test(`a missing service is reported${mode}`, { javaScriptEnabled }, async (page) => {
    await page.goto(`/fi/haku?q=${encodeURIComponent('auton katsastus')}&kunta=529`);
    check(/Emme löytäneet/.test(await page.locator('main').innerText()), 'the page says that nothing fits');
    await page.getByRole('button', { name: 'Ilmoita puuttuvasta palvelusta' }).click();
    check(new URL(page.url()).pathname === '/fi/ilmoita-puute', `the thanks are at ${page.url()}`);
    check((await page.locator('h1').innerText()) === 'Kiitos ilmoituksesta', 'it is thanked for');
  });
}

await test('a Swedish search finds a service described in Finnish, and says so', {}, async (page) => {
  await page.goto(`/sv/sok?q=${encodeURIComponent('motion för äldre')}`);
  const card = page.locator('.results > li', { hasText: 'Beskrivningen är på finska.' }).first();
  check(await card.isVisible(), 'no result is described in Finnish only');
  check((await card.locator('.result__name span[lang="fi"]').count()) === 1, 'its name is not marked as Finnish');
  await card.getByText('Varför den här?').click();
  check((await card.locator('details li').count()) > 0, 'it does not say why it is there');
});

await test('emergency help is read before all else, on paper too', {}, async (page) => {
  await page.goto(`/fi/haku?q=${encodeURIComponent('haluan kuolla')}`);
  const help = page.getByRole('region', { name: 'Tarvitsetko apua heti?' });
  check((await help.getByRole('link').first().getAttribute('href')) === 'tel:112', '112 is first');
  const isFirst = await help.evaluate((element) => element === document.querySelector('main .crisis, main form, main h1'));
  check(isFirst, 'something comes before it');
  await page.emulateMedia({ media: 'print' });
  check(await help.isVisible(), 'it is not printed');
});

// Easier words, larger letters, and the way out.
for (const javaScriptEnabled of [true, false]) {
  const mode = javaScriptEnabled ? '' : ' without JavaScript';
  await test(`easier words and larger letters${mode}`, { javaScriptEnabled, viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto('/fi/haku?q=kirjasto');
    const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('.results h2')).fontSize));
    const ordinary = await size();
    await page.getByRole('button', { name: 'Suurenna tekstiä' }).click();
    check((await page.locator('#q').inputValue()) === 'kirjasto', 'it leads back to the search');
    check((await size()) > 1.25 * ordinary, 'the letters are not larger');
    await page.getByRole('button', { name: 'Näytä selkokielellä' }).click();
    check(await page.getByText('Miksi tämä palvelu on tässä?').first().isVisible(), 'the words are not easier');
    if (javaScriptEnabled) {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice']).analyze();
      check(violations.length === 0, violations.map((one) => one.id).join(', '));
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(over <= 0, `it scrolls sideways by ${over} px`);
    await page.getByRole('button', { name: 'Näytä tavallisella kielellä' }).click();
    await page.getByRole('button', { name: 'Palauta tavallinen tekstikoko' }).click();
    check((await size()) === ordinary, 'the ordinary view is back');
    check((await page.context().cookies()).length === 0, 'a cookie is left');
  });
}

await test('three presses of Esc leave a discreet page, and its place in the history goes', {}, async (page, watch) => {
  const neutral = 'https://www.yle.fi/';
  await page.route(neutral, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Uutisia</h1>' }));
  const { discreet } = await pagesOf(base, 'fi');
  await page.goto('/fi/');
  await page.goto(discreet);
  await page.keyboard.press('Escape');
  check(/2/.test(await page.locator('#leave-status').innerText()), 'the presses to come are not announced');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForURL(neutral);
  await page.goBack();
  check(new URL(page.url()).pathname === '/fi/', `back leads to ${page.url()}`);
  await page.goto(discreet);
  await page.locator('#leave').click();
  await page.waitForURL(neutral);
  watch.faults.splice(0, watch.faults.length, ...watch.faults.filter((fault) => fault !== 'request to https://www.yle.fi'));
});

await test('without JavaScript the way out is a link', { javaScriptEnabled: false }, async (page) => {
  await page.goto(`/fi/haku?q=${encodeURIComponent('haluan kuolla')}`);
  check((await page.locator('#leave').getAttribute('href')) === 'https://www.yle.fi', 'it leads nowhere');
});

await test('a lobby\'s screen goes on to the next service, and stays while the network is gone', {}, async (page, watch) => {
  await page.clock.install();
  await page.goto('/fi/naytto?teema=liikunta');
  const shown = () => page.locator('.screen__number').innerText();
  check((await shown()).startsWith('1 /'), 'it does not begin with the first');
  watch.expect('ERR_INTERNET_DISCONNECTED');
  await page.context().setOffline(true);
  await page.clock.runFor(30_000);
  check((await shown()).startsWith('1 /'), 'the last one does not stay');
  await page.context().setOffline(false);
  await page.clock.runFor(30_000);
  await page.waitForURL(/nro=2/);
  check((await shown()).startsWith('2 /'), 'the second does not come');
});

await test('a feed is chosen and read', { javaScriptEnabled: false }, async (page) => {
  await page.goto('/fi/syotteet');
  await page.locator('#theme').selectOption('liikunta');
  await page.getByRole('button', { name: 'Valitse syöte' }).click();
  const href = await page.getByRole('link', { name: 'Avaa syöte (Atom)' }).getAttribute('href');
  const feed = await (await fetch(new URL(href, base))).text();
  check(/<title>Uudet ja muuttuneet palvelut: Liikunta<\/title>/.test(feed), 'it is not the theme\'s');
  check((feed.match(/<entry>/g) ?? []).length > 0, 'it has no services');
});
await coverageJourneys({ test, check });
await listJourneys({ test, check });
await offlineJourneys({ test, check, base });
await tileJourneys({ test, check, base });
await staffJourneys(test, check);
if (mailbox) await providerJourneys(test, check, base);
await feedbackJourneys({ test, check });
await eventJourneys({ test, check });
await task({ test, check });
await weights({ base, test, check });
await standards({ base, test, check });
await widgetJourneys({ test, check, base });

// Every kind of page, in every language and mode; two pages at once, since each is alone and most of the time goes here.
const healthChecks = [];
for (const language of ['fi', 'sv', 'en']) {
  for (const [kind, path] of Object.entries(await pagesOf(base, language))) {
    for (const [mode, options] of Object.entries(modes)) {
      healthChecks.push(() => test(`${kind} in ${language}, ${mode}`, options, async (page, watch) => {
        if (kind === 'missing') watch.expect('status of 404');
        await page.goto(path);
        await checkHealth(page);
      }));
    }
  }
}
const inTurn = healthChecks.values();
await Promise.all([1, 2].map(async () => {
  for (const checkNext of inTurn) await checkNext();
}));

await browser.close();
mailbox?.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
