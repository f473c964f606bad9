// The journeys of the maps: from the list to the map and back, by keyboard to a mark, on a narrow page.

export async function mapJourneys(test, check) {
  for (const javaScriptEnabled of [true, false]) {
    const mode = javaScriptEnabled ? '' : ' without JavaScript';
    await test(`the results are seen on a map, narrowed and listed again${mode}`, { javaScriptEnabled }, async (page) => {
      await page.goto('/fi/haku?q=liikunta');
      check((await page.locator('.map').count()) === 0, 'the list comes first');
      await page.locator('#view-map').click();
      await page.locator('.map__drawing').waitFor();
      check(new URL(page.url()).searchParams.get('nakyma') === 'kartta', `the address is ${page.url()}`);
      const marks = await page.locator('.map__mark').count();
      check(marks > 0, 'there is no mark');
      await page.getByLabel('Ikäihmiset').check();
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Näytä tulokset' }).click();
      await page.locator('.chip', { hasText: 'Ikäihmiset' }).waitFor();
      check((await page.locator('.map__drawing').count()) === 1, 'a filter keeps the map');
      await page.locator('#view-list').click();
      await page.locator('.map__drawing').waitFor({ state: 'detached' });
      check((await page.locator('.chip', { hasText: 'Ikäihmiset' }).count()) === 1, 'the list keeps the filter');
    });

    await test(`a mark leads by keyboard to its item${mode}`, { javaScriptEnabled }, async (page) => {
      await page.goto('/fi/haku?q=liikunta&nakyma=kartta');
      const mark = page.locator('.map__mark').first();
      await mark.focus();
      const seen = await mark.locator('circle').first().evaluate((circle) => getComputedStyle(circle).strokeWidth);
      check(seen === '6px', `the focus is not to be seen: ${seen}`);
      const name = await mark.getAttribute('aria-label');
      const target = await mark.getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL(new RegExp(`${target}$`));
      const item = page.locator(target);
      const heading = await item.locator('.result__name').innerText();
      check(name === `${await item.locator('.map-number').innerText()}. ${heading}`, `${name} is not ${heading}`);
      check(await item.isVisible(), 'the item is not in sight');
    });
  }

  for (const javaScriptEnabled of [true, false]) {
    const mode = javaScriptEnabled ? '' : ' without JavaScript';
    await test(`the nearest come first on the list and the map${mode}`, { javaScriptEnabled }, async (page) => {
      await page.goto('/fi/haku?q=liikunta');
      check((await page.locator('#sort-distance').count()) === 0, 'it is not known from where');
      await page.goto('/fi/haku?q=liikunta&kunta=529');
      await page.locator('#sort-distance').click();
      await page.waitForURL(/jarjestys=etaisyys/);
      await page.getByText('kunnan keskipisteestä (Naantali)').waitFor();
      const distance = /Lähin paikka (alle kilometrin|noin (\d+) km) päässä|(Ei käyntipaikkaa)/;
      const far = (await page.locator('.results > li').allInnerTexts()).map((text) => {
        const [, , kilometres, none] = text.match(distance) ?? [];
        check(distance.test(text), `a result does not say how far it is: ${text}`);
        return none ? Infinity : Number(kilometres ?? 0);
      });
      check(far.length > 1 && far.every((one, place) => place === 0 || far[place - 1] <= one), `the distances are ${far}`);
      const list = await page.locator('.result__name').allInnerTexts();
      await page.locator('#view-map').click();
      await page.locator('.map__drawing').waitFor();
      check(String(await page.locator('.result__name').allInnerTexts()) === String(list), 'the map has another list');
      for (const mark of await page.locator('.map__mark').all()) {
        const [, number, name] = (await mark.getAttribute('aria-label')).match(/^(\d+)\. (.*)$/);
        check(list[number - 1] === name, `mark ${number} is ${name}, not ${list[number - 1]}`);
      }
    });
  }

  await test('a municipality on the map leads to its search', {}, async (page) => {
    await page.goto('/fi/haku?q=liikunta&nakyma=kartta');
    const place = page.locator('.map__to').first();
    const href = await place.getAttribute('href');
    await place.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/kunta=\d{3}/);
    check(page.url().endsWith(href), page.url());
  });

  await test('marks are targets on the narrowest page and nothing is cut', { viewport: { width: 320, height: 640 } }, async (page) => {
    await page.goto('/fi/haku?q=liikunta&nakyma=kartta');
    const boxes = await page.locator('.map__mark circle').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    check(boxes.every((width) => width >= 21), `a mark is ${Math.min(...boxes)} wide`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    check(wide <= 320, `the page is ${wide} wide`);
  });
}
