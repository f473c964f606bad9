// The journeys of the results and of the home page: filters, chips, orders, what is further away, the
// remembered municipality, emergency help and the slash key.

const total = (page) => page.locator('.results-total').innerText();

export async function resultsJourneys(test, check) {
  for (const javaScriptEnabled of [true, false]) {
    const mode = javaScriptEnabled ? '' : ' without JavaScript';
    await test(`a search is narrowed, widened again and gone back to${mode}`, { javaScriptEnabled }, async (page) => {
      await page.goto('/fi/haku?q=liikunta');
      const all = await total(page);
      const tick = async (label) => {
        await page.getByLabel(label).check();
        if (!javaScriptEnabled) await page.getByRole('button', { name: 'Näytä tulokset' }).click();
        await page.locator('.chip', { hasText: label }).waitFor();
      };
      await tick('Ikäihmiset');
      const narrowed = await total(page);
      check(narrowed !== all, 'the filter changes the total');
      check(new URL(page.url()).searchParams.get('kenelle') === 'ikaihmiset', `the address is ${page.url()}`);
      await tick('Maksuttomat');
      check((await page.locator('.chip').count()) === 2, 'both are chips');
      check(await page.getByLabel('Ikäihmiset').isChecked(), 'the first is still ticked');
      await page.locator('.chip', { hasText: 'Maksuttomat' }).click();
      await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor({ state: 'detached' });
      check((await total(page)) === narrowed, 'without the second all is as before');
      await page.goBack();
      await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor();
      check(await page.getByLabel('Maksuttomat').isChecked(), 'back, it is ticked again');
      await page.goBack();
      await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor({ state: 'detached' });
      check((await total(page)) === narrowed, 'back once more, it is as it was');
      await page.getByRole('link', { name: 'Nimen mukaan' }).click();
      await page.locator('#sort-name[aria-current]').waitFor();
      const names = await page.locator('.results > li .result__name').allInnerTexts();
      const sorted = [...names].sort(new Intl.Collator('fi').compare);
      check(names[0] === sorted[0], `the first by name is ${names[0]}, not ${sorted[0]}`);
      await page.locator('#q').fill('uinti');
      await page.locator('form.search button').click();
      await page.waitForURL(/q=uinti/);
      check((await page.locator('.chip', { hasText: 'Ikäihmiset' }).count()) === 1, 'other words keep what is chosen');
    });
  }

  await test('filters by keyboard alone keep the focus and say the count', {}, async (page) => {
    await page.goto('/fi/haku?q=liikunta');
    const box = page.getByLabel('Ikäihmiset');
    await box.focus();
    await page.keyboard.press('Space');
    await page.locator('.chip').waitFor();
    const id = await box.getAttribute('id');
    check((await page.evaluate(() => document.activeElement.id)) === id, 'the box has lost the focus');
    check(await page.evaluate(() => document.activeElement.isConnected), 'the focus is on what is gone');
    const status = page.locator('#live-status');
    check(/^\d+ palvelua?$/.test(await status.innerText()), `it says ${await status.innerText()}`);
    check((await status.getAttribute('role')) === 'status', 'nobody hears it');
    const seen = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    check(seen !== 'none', 'the focus is not to be seen');
    await page.locator('.chip').focus();
    await page.keyboard.press('Enter');
    await page.locator('.chip').waitFor({ state: 'detached' });
    const total = await page.evaluate(() => document.activeElement.className);
    check(total.includes('results-total'), `after a chip the focus is on ${total}`);
    check((await page.locator('html').getAttribute('lang')) === 'fi', 'the page is whole');
  });

  await test('the newest of quick choices holds, and the language leads to the same results', {}, async (page) => {
    let first = true;
    await page.route('**/fi/haku?*kenelle=ikaihmiset', async (route) => {
      if (first) await new Promise((resolve) => { setTimeout(resolve, 800); });
      first = false;
      await route.continue().catch(() => {});
    });
    await page.goto('/fi/haku?q=liikunta');
    await page.getByLabel('Ikäihmiset').check();
    await page.getByLabel('Maksuttomat').check();
    await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor();
    await page.waitForTimeout(1000);
    check((await page.locator('.chip', { hasText: 'Maksuttomat' }).count()) === 1, 'the older answer took its place');
    check((await page.locator('.chip', { hasText: 'Ikäihmiset' }).count()) === 1, 'the first choice is lost');
    await page.locator('.govuk-language-navigation a[lang="sv"]').click();
    await page.waitForURL(/\/sv\/sok\?/);
    check((await page.locator('.chip').count()) === 2, 'the Swedish page has not the same filters');
  });

  await test('a slow network shows that something happens', {}, async (page) => {
    await page.goto('/fi/haku?q=liikunta');
    const network = await page.context().newCDPSession(page);
    await network.send('Network.emulateNetworkConditions', { offline: false, latency: 1200, downloadThroughput: 40000, uploadThroughput: 40000 });
    await page.getByLabel('Maksuttomat').check();
    await page.getByText('Haetaan…').waitFor({ timeout: 1000 });
    const isSeen = await page.locator('#live-status').evaluate((one) => one.getBoundingClientRect().width > 50);
    check(isSeen, 'only who listens knows of it');
    check((await page.locator('#live').getAttribute('aria-busy')) === 'true', 'the results are not marked as busy');
    await page.locator('.chip').waitFor({ timeout: 9000 });
    check((await page.locator('#live').getAttribute('aria-busy')) === null, 'they are still marked as busy');
    check(!/Haetaan/.test(await page.locator('#live-status').innerText()), 'it still says so');
  });

  await test('a failed answer becomes an ordinary page', {}, async (page, watch) => {
    watch.expect('ERR_FAILED');
    await page.goto('/fi/haku?q=liikunta');
    await page.route('**/fi/haku?*', (route) => {
      const isLive = route.request().resourceType() === 'xhr';
      return isLive ? route.abort() : route.continue();
    });
    await page.getByLabel('Maksuttomat').check();
    await page.waitForURL(/vain=maksuttomat/);
    await page.locator('.chip').waitFor();
  });

  await test('on a phone the filters fold and the chips stay in sight', { viewport: { width: 360, height: 740 } }, async (page) => {
    await page.goto('/fi/haku?q=liikunta&vain=maksuttomat');
    check(await page.getByLabel('Paikan päällä').isHidden(), 'the filters are open');
    check(await page.locator('.chip').isVisible(), 'the chip is hidden');
    await page.getByText('Rajaa tuloksia (1 valittu)').click();
    await page.getByLabel('Paikan päällä').check();
    await page.locator('.chip').nth(1).waitFor();
    check(await page.getByLabel('Paikan päällä').isVisible(), 'the fold closes when something is chosen');
    await page.getByRole('button', { name: 'Näytä tulokset' }).click();
    await page.locator('.results').waitFor();
    check(await page.getByLabel('Paikan päällä').isHidden(), 'the results are shown with the filters open');
  });

  await test('the municipality is remembered, and forgotten when it is taken away', {}, async (page) => {
    await page.goto('/fi/');
    await page.locator('#municipality').selectOption({ label: 'Raisio' });
    await page.locator('#q').fill('kirjasto');
    await page.locator('form.search button').click();
    await page.waitForURL(/kunta=680/);
    const cookies = await page.context().cookies();
    check(cookies.length === 1 && cookies[0].value === '680', `it keeps ${JSON.stringify(cookies)}`);
    await page.goto('/sv/');
    check((await page.locator('#municipality').inputValue()) === '680', 'the home page has forgotten it');
    await page.locator('.theme__name').first().click();
    check(new URL(page.url()).searchParams.get('kommun') === '680', 'a theme leads elsewhere');
    await page.locator('#chip-place').click();
    await page.locator('#chip-place').waitFor({ state: 'detached' });
    check((await page.locator('#municipality').inputValue()) === '', 'the box still has it');
    check((await page.context().cookies()).length === 0, 'it is still remembered');
  });

  await test('"everywhere" chosen before a filter forgets the municipality', {}, async (page) => {
    await page.goto('/fi/');
    await page.locator('#municipality').selectOption({ label: 'Raisio' });
    await page.locator('#q').fill('liikunta');
    await page.locator('form.search button').click();
    await page.waitForURL(/kunta=680/);
    check((await page.context().cookies()).length === 1, 'it is not remembered at all');
    await page.locator('#municipality').selectOption('');
    await page.getByLabel('Maksuttomat').check();
    await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor();
    check((await page.locator('#chip-place').count()) === 0, 'the results are still of Raisio');
    check((await page.context().cookies()).length === 0, 'it is still remembered');
    await page.getByLabel('Paikan päällä').check();
    await page.locator('.chip', { hasText: 'Paikan päällä' }).waitFor();
    check(!new URL(page.url()).searchParams.has('kunta'), 'what is forgotten is said again and again');
  });

  await test('a filter with new words of danger brings emergency help and the way out', {}, async (page) => {
    await page.goto('/fi/haku?q=liikunta');
    await page.locator('#q').fill('mies lyö minua');
    await page.getByLabel('Maksuttomat').check();
    await page.locator('.crisis').waitFor();
    check(new URL(page.url()).searchParams.get('q') === 'mies lyö minua', `the address is ${page.url()}`);
    check((await page.locator('.crisis a').first().getAttribute('href')) === 'tel:112', '112 is not first');
    check(await page.locator('#leave').isVisible(), 'there is no way out');
    await page.keyboard.press('Escape');
    check(/2/.test(await page.locator('#leave-status').innerText()), 'the way out does not hear Esc');
    await page.goBack();
    await page.locator('.crisis').waitFor({ state: 'detached' });
    await page.locator('.results').waitFor();
    check((await page.locator('#leave').count()) === 0, 'the way out stands where nothing is to be left');
  });

  await test('a way out that is needed no more goes with the words', {}, async (page) => {
    await page.goto(`/fi/haku?q=${encodeURIComponent('mies lyö minua')}`);
    await page.locator('#leave').waitFor();
    await page.locator('#q').fill('uinti');
    await page.locator('#live input[type="checkbox"]:visible').first().check();
    await page.waitForURL(/q=uinti/);
    await page.locator('.crisis').waitFor({ state: 'detached' });
    check((await page.locator('#leave').count()) === 0, 'the way out is still there');
    check((await page.locator('.chip').count()) === 1, 'the filter is lost');
  });

  await test('the box has the words of the results, and keeps what is being written', {}, async (page) => {
    await page.goto('/fi/haku?q=liikunta');
    await page.locator('#q').fill('uinti');
    await page.getByLabel('Maksuttomat').check();
    await page.waitForURL(/q=uinti/);
    await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor();
    await page.goBack();
    await page.locator('.chip').waitFor({ state: 'detached' });
    check((await page.locator('#q').inputValue()) === 'liikunta', 'back, it has the newer words');
    await page.route('**/fi/haku?*', async (route) => {
      await new Promise((resolve) => { setTimeout(resolve, 500); });
      await route.continue();
    });
    await page.getByLabel('Maksuttomat').check();
    await page.locator('#q').fill('tanssi');
    await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor();
    check((await page.locator('#q').inputValue()) === 'tanssi', 'the answer takes away what was written meanwhile');
  });

  await test('after a filter, easier words and a list without a script lead back to the filtered results', {}, async (page, watch) => {
    await page.goto('/fi/haku?q=liikunta');
    await page.getByLabel('Maksuttomat').check();
    await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor();
    watch.expect('ERR_FAILED');
    await page.route('**/fi/oma-lista', (route) => (route.request().resourceType() === 'xhr' ? route.abort() : route.continue()));
    await page.locator('.list-toggle button').first().click();
    await page.waitForURL(/vain=maksuttomat.*#l-/);
    await page.locator('.chip', { hasText: 'Maksuttomat' }).click();
    await page.locator('.chip').waitFor({ state: 'detached' });
    await page.getByLabel('Ikäihmiset').check();
    await page.locator('.chip', { hasText: 'Ikäihmiset' }).waitFor();
    await page.getByRole('button', { name: 'Näytä selkokielellä' }).click();
    await page.getByRole('button', { name: 'Näytä tavallisella kielellä' }).waitFor();
    const { searchParams } = new URL(page.url());
    check(searchParams.get('kenelle') === 'ikaihmiset' && !searchParams.has('vain'), `it leads to ${page.url()}`);
    check(await page.locator('#live input[value="ikaihmiset"]').isChecked(), 'the filter is not ticked');
  });

  await test('filters answer at once where there is one language', {}, async (page) => {
    // As such a county's pages are: without the choice of a language.
    await page.route('**/fi/haku?*', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<nav class="govuk-language-navigation".*?<\/nav>/s, '');
      await route.fulfill({ response, body });
    });
    await page.goto('/fi/haku?q=liikunta');
    check((await page.locator('.govuk-language-navigation').count()) === 0, 'the page has languages');
    await page.getByLabel('Maksuttomat').check();
    await page.locator('.chip', { hasText: 'Maksuttomat' }).waitFor();
    await page.locator('#live-status', { hasText: /^\d+ palvelua?$/ }).waitFor({ state: 'attached' });
    check((await page.evaluate(() => document.activeElement.type)) === 'checkbox', 'the box has lost the focus');
  });

  await test('the slash key leads to the box, but not while one writes, and can be switched off', {}, async (page) => {
    await page.goto('/fi/');
    await page.keyboard.press('/');
    const focused = () => page.evaluate(() => document.activeElement.id);
    check((await focused()) === 'q', 'the box has not the focus');
    await page.keyboard.press('/');
    check((await page.locator('#q').inputValue()) === '/', 'a slash cannot be written');
    check((await page.locator('#q').getAttribute('aria-keyshortcuts')) === '/', 'nobody is told of it');
    await page.getByRole('button', { name: 'Poista pikanäppäin käytöstä' }).click();
    await page.keyboard.press('/');
    check((await focused()) !== 'q', 'it is still on');
    await page.goto('/fi/haku?q=uinti');
    await page.keyboard.press('/');
    check((await focused()) !== 'q', 'it is on again on another page');
  });

  await test('a whole card leads to its service, and its phone number calls', {}, async (page) => {
    await page.goto('/fi/haku?q=kirjasto');
    const card = page.locator('.results > li', { has: page.locator('a[href^="tel:"]') }).first();
    const heading = await card.locator('.result__name').innerText();
    const [middle, phone] = await card.evaluate((one) => {
      const top = (element) => {
        const { left, top: above, width, height } = element.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, above + height / 2)?.closest('a')?.getAttribute('href');
      };
      one.scrollIntoView({ block: 'center' });
      return [top(one.querySelector('p')), top(one.querySelector('a[href^="tel:"]'))];
    });
    check(middle.includes('/palvelu/'), `the middle of the card leads to ${middle}`);
    check(phone.startsWith('tel:'), `the number leads to ${phone}`);
    await card.locator('p').last().click({ force: true });
    check((await page.locator('h1').innerText()) === heading, 'the card leads to another');
  });

  await test('what is further away stands apart and named so', {}, async (page) => {
    await page.goto('/fi/haku?q=uimahalli&kunta=704');
    const apart = page.getByRole('region', { name: 'Naapurikuntien palvelut' });
    const count = await apart.locator('.results > li').count();
    check(count > 0 && count <= 3, `${count} services of the neighbours`);
  });
}
