// The visitor's own list in a browser: gathered, ordered, given, read and printed.
import { checkHealth, modes } from './healthy.mjs';
import { words } from './site.mjs';

// The bar's count.
const counted = async (page) => Number((await page.locator('.list-bar__link').innerText()).match(/\((\d+)\)/)[1]);
const listed = (page) => page.locator('.listed__item h2').allInnerTexts();

// Puts the first three results on the list.
async function gather(page, language = 'fi') {
  await page.goto(`/${language}/${words[language].search}?q=${words[language].query}`);
  const names = [];
  for (let place = 0; place < 3; place += 1) {
    const result = page.locator('.results > li').nth(place);
    names.push(await result.locator('h2').innerText());
    await result.locator('.list-toggle button[name="add"]').click();
    await result.locator('.list-toggle button[name="remove"]').waitFor();
  }
  return names;
}

export async function listJourneys({ test, check }) {
  for (const javaScriptEnabled of [true, false]) {
    const mode = javaScriptEnabled ? '' : ' without JavaScript';
    await test(`a list is gathered, ordered, given and read in Swedish${mode}`, { javaScriptEnabled }, async (page) => {
      const names = await gather(page);
      check((await counted(page)) === 3, 'the bar counts three');
      check(new URL(page.url()).pathname === '/fi/haku', 'one is still among the results');
      check((await page.locator('.list-bar__notice').innerText()).includes(names[2]), 'what was added is not told');
      const isSeen = await page.locator('.list-bar').evaluate((bar) => bar.getBoundingClientRect().bottom <= innerHeight + 1);
      check(isSeen, 'the bar is out of sight');
      await page.locator('.list-bar__link').click();
      check((await listed(page)).join() === names.join(), 'the services are in the order of adding');

      await page.locator('.listed__item').nth(2).getByRole('button', { name: 'Ylemmäs' }).click();
      const moved = [names[0], names[2], names[1]];
      await page.locator('.listed__item', { hasText: names[2] }).and(page.locator('li:nth-child(2)')).waitFor();
      check((await listed(page)).join() === moved.join(), 'the third did not rise');

      await page.locator('.listed__item').first().getByRole('button', { name: 'Poista' }).click();
      await page.getByRole('button', { name: 'Kumoa' }).waitFor();
      check((await counted(page)) === 2, 'it is still counted');
      await page.getByRole('button', { name: 'Kumoa' }).click();
      await page.locator('.listed__item').nth(2).waitFor();
      check((await listed(page)).join() === moved.join(), 'undo puts it elsewhere');

      await page.getByLabel('Saajan kieli').selectOption('sv');
      await page.getByLabel('Viesti saajalle').fill('Tunnus 131052-308T');
      await page.getByRole('button', { name: 'Jaa lista' }).click();
      check((await page.getByRole('alert').innerText()).includes('henkilötunnus'), 'it does not say why');
      check((await page.getByLabel('Viesti saajalle').inputValue()) === 'Tunnus 131052-308T', 'what was typed is lost');
      check((await page.getByLabel('Saajan kieli').inputValue()) === 'sv', 'what was chosen is lost');
      await page.getByLabel('Viesti saajalle').fill('Börja med det första.');
      await page.getByRole('button', { name: 'Jaa lista' }).click();

      check(await page.getByRole('img', { name: 'QR-koodi' }).isVisible(), 'there is no QR code');
      check((await page.getByRole('button', { name: 'Kopioi osoite' }).isVisible()) === javaScriptEnabled, 'copying is offered only where it can be done');
      const address = await page.locator('.given__address a').getAttribute('href');
      check(/^\/l\/[2-9A-HJ-NP-Z]{10}$/.test(address), `the address is ${address}`);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Lataa lista PDF-tiedostona' }).click();
      check((await download).suggestedFilename() === 'lista.pdf', 'the leaflet is not a file to keep');
      await page.goto(address);
      check((await page.locator('html').getAttribute('lang')) === 'sv', 'the list is not in Swedish');
      check((await page.locator('main').innerText()).includes('Börja med det första.'), 'the message is missing');
      check((await page.locator('.listed__item').count()) === 3, 'not all services are there');

      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['.list-bar', 'main form', '.govuk-language-navigation']) {
        check(await page.locator(hidden).first().isHidden(), `${hidden} is printed`);
      }
      check(await page.locator('.print-only .qr').isVisible(), 'the QR code is not printed');
      check(await page.locator('.print-only .given__address').isVisible(), 'the address is not printed');
      const width = await page.locator('.print-only .qr').evaluate((qr) => qr.getBoundingClientRect().width);
      check(width >= 113, `the QR code is ${width} px wide, less than 30 mm`);
      await page.emulateMedia({ media: 'screen' });

      await page.getByRole('button', { name: 'Lägg till på min lista' }).click();
      check((await counted(page)) === 3, 'what is there already is not there twice');
    });
  }

  await test('the list by keyboard alone, without losing the place', {}, async (page) => {
    await page.goto('/fi/haku?q=kirjasto');
    const button = page.locator('.list-toggle button').nth(1);
    await button.focus();
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('Enter');
    await page.locator('.list-bar__notice', { hasText: 'Lisätty' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.name === 'remove');
    check((await page.evaluate(() => scrollY)) === before, 'the page jumped');
    await page.keyboard.press('Enter');
    await page.locator('.list-bar__notice', { hasText: 'Poistettu' }).waitFor();
    check((await counted(page)) === 0, 'it is not removed');
    await page.goto('/fi/');
    for (let count = 0; count < 60; count += 1) {
      await page.keyboard.press('Tab');
      const isUnder = await page.evaluate(() => {
        const bar = document.querySelector('.list-bar');
        const focused = document.activeElement;
        if (!focused || bar.contains(focused) || focused === document.body) return false;
        return focused.getBoundingClientRect().top >= bar.getBoundingClientRect().top && bar.getBoundingClientRect().bottom <= innerHeight && !bar.nextElementSibling.contains(focused);
      });
      check(!isUnder, 'the bar hides what has the focus');
    }
  });

  await test('the address is copied', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await gather(page);
    await page.goto('/fi/oma-lista');
    await page.getByRole('button', { name: 'Jaa lista' }).click();
    await page.getByRole('button', { name: 'Kopioi osoite' }).click();
    await page.getByText('Osoite on kopioitu.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const address = await page.locator('.given__address a').getAttribute('href');
    check(copied === new URL(address, page.url()).href, `it copied ${copied}`);
  });

  await test('a list that is emptied and brought back is printed by its button', {}, async (page) => {
    await page.addInitScript(() => {
      window.printed = 0;
      window.print = () => { window.printed += 1; };
    });
    await gather(page);
    await page.goto('/fi/oma-lista');
    const button = page.getByRole('button', { name: 'Tulosta' });
    const printed = () => page.evaluate(() => window.printed);
    await button.click();
    check((await printed()) === 1, 'it does not print at first');
    await page.getByRole('button', { name: 'Tyhjennä lista' }).click();
    await page.locator('#give').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Kumoa' }).click();
    await button.waitFor();
    await button.click();
    check((await printed()) === 2, 'it prints no more, or more than once');
  });

  await test('a script that fails leaves the plain form', {}, async (page, watch) => {
    await page.goto('/fi/haku?q=kirjasto');
    watch.expect('ERR_FAILED');
    await page.route('**/fi/oma-lista', (route) => (route.request().resourceType() === 'xhr' ? route.abort() : route.continue()));
    await page.locator('.list-toggle button').first().click();
    await page.waitForURL(/#l-/);
    check((await counted(page)) === 1, 'it is not added');
  });

  await test('going back shows the list as it is', {}, async (page) => {
    await page.goto('/fi/haku?q=kirjasto');
    await page.locator('.results > li h2 a').first().click();
    await page.locator('.list-toggle button').click();
    await page.locator('.list-toggle button[name="remove"]').waitFor();
    await page.goBack();
    await page.locator('.results > li').first().locator('button[name="remove"]').waitFor();
    check((await counted(page)) === 1, 'the bar is of before');
  });

  await test('for somebody lonely who likes to sing, in eight steps at most', {}, async (page) => {
    await page.goto('/fi/');
    let steps = 0;
    const step = async (work) => { steps += 1; await work; };
    await step(page.locator('#q').fill('yksinäinen laulaminen'));
    await step(page.locator('form.search button').click());
    for (let place = 0; place < 3; place += 1) {
      const result = page.locator('.results > li').nth(place);
      await step(result.locator('.list-toggle button').click());
      await result.locator('button[name="remove"]').waitFor();
    }
    await step(page.locator('.list-bar__link').click());
    await step(page.getByRole('button', { name: 'Jaa lista' }).click());
    check(await page.getByRole('img', { name: 'QR-koodi' }).isVisible(), 'nothing was given');
    check(steps <= 8, `it took ${steps} steps`);
  });

  // The pages that need a list, in every mode.
  for (const language of ['fi', 'sv', 'en']) {
    for (const [mode, options] of Object.entries(modes)) {
      await test(`a list and its sharing in ${language}, ${mode}`, options, async (page, watch) => {
        await gather(page, language);
        await checkHealth(page);
        await page.goto(`/${language}/${words[language].list}`);
        await checkHealth(page);
        await page.locator('#note').fill('040 123 4567');
        await page.locator('.give button[type="submit"]').click();
        await page.getByRole('alert').waitFor();
        await checkHealth(page);
        await page.locator('#note').fill('!');
        await page.locator('.give button[type="submit"]').click();
        await page.locator('.given__address a').waitFor();
        await checkHealth(page);
        await page.goto(await page.locator('.given__address a').getAttribute('href'));
        await checkHealth(page);
        watch.expect('status of 404');
        await page.goto(`/${language}/l/ABCDE23456`);
        await checkHealth(page);
      });
    }
  }
}
