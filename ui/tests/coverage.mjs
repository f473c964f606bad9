// The coordinator's pages of coverage, and the description helper. The coordinator's password is in
// COORDINATOR_PASSWORD (tools/browser-tests takes it from what the demonstration says); without one the former fail.
import { AxeBuilder } from '@axe-core/playwright';

const pages = { fi: '/fi/koordinaattori/kattavuus', sv: '/sv/koordinator/tackning', en: '/en/coordinator/coverage' };
const signIn = { fi: '/fi/kirjaudu', sv: '/sv/logga-in', en: '/en/sign-in' };
const describe = { fi: '/fi/kirjoita-kuvaus', sv: '/sv/skriv-beskrivning', en: '/en/write-a-description' };
const narrow = { viewport: { width: 320, height: 640 } };

async function sound(page, check) {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice']).analyze();
  check(violations.length === 0, violations.map((one) => `${one.id}: ${one.nodes[0].html}`).join(', '));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(over <= 0, `it scrolls sideways by ${over} px`);
}

async function enter(page, language = 'fi') {
  await page.goto(signIn[language]);
  await page.locator('#name').fill('Aino');
  await page.locator('#password').fill(process.env.COORDINATOR_PASSWORD ?? '');
  await page.locator('#password').press('Enter');
  await page.waitForURL(/koordina|coordinator/);
}

export async function coverageJourneys({ test, check }) {
  for (const language of ['fi', 'sv', 'en']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [width, options] of [['', {}], [' at 320', narrow]]) {
        await test(`coverage is sound in ${language}, ${colorScheme}${width}`, { colorScheme, ...options }, async (page) => {
          await enter(page, language);
          await page.goto(pages[language]);
          await sound(page, check);
          await page.locator('.heat td a').first().click();
          await page.locator('#listed').waitFor();
          await sound(page, check);
        });
      }
      await test(`the description helper is sound in ${language}, ${colorScheme}`, { colorScheme, ...narrow }, async (page) => {
        await page.goto(describe[language]);
        await sound(page, check);
        await page.locator(`#name-${language}`).fill('Uimahalli');
        await page.locator(`#description-${language}`).fill('Uimahallissa voit uida. Kysy: halli@example.fi.');
        await page.locator('.describe__finding').first().waitFor();
        await sound(page, check);
      });
    }
  }

  for (const javaScriptEnabled of [true, false]) {
    await test(`the coverage is narrowed, drilled into and taken along${javaScriptEnabled ? '' : ' without JavaScript'}`, { javaScriptEnabled }, async (page) => {
      await enter(page);
      await page.goto(pages.fi);
      await page.locator('#language').selectOption('sv');
      await page.locator('.choose button').click();
      check(page.url().includes('kieli=sv'), `the choice is not in the address: ${page.url()}`);
      const cell = page.locator('.heat tbody').first().locator('td a').filter({ hasNotText: /^0$/ }).first();
      const count = Number(await cell.innerText());
      await cell.click();
      check((await page.locator('#listed ~ ul > li').count()) === count, 'the list has another number of services');
      check((await page.locator('#language').inputValue()) === 'sv', 'the choice is forgotten');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('section[aria-labelledby="listed"] .along a').last().click(),
      ]);
      check(file.suggestedFilename() === 'services.xlsx', file.suggestedFilename());
      await page.goBack();
      check(page.url().includes('kieli=sv') && (await page.locator('.heat').isVisible()), 'back does not lead to the table');
    });

    await test(`a description is checked${javaScriptEnabled ? ' while it is written' : ' without JavaScript'}`, { javaScriptEnabled }, async (page) => {
      await page.goto(describe.fi);
      await page.locator('#name-fi').fill('Uimahalli');
      await page.locator('#summary-fi').fill('Uimahalli');
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Tarkista kuvaus' }).click();
      await page.locator('.describe__finding').first().waitFor();
      check((await page.locator('#summary-fi').inputValue()) === 'Uimahalli', 'what was written is gone');
      if (javaScriptEnabled) {
        check((await page.evaluate(() => document.activeElement.id)) === 'summary-fi', 'the focus is gone');
        check(/\d/.test(await page.locator('#describe-status').innerText()), 'the number of findings is not announced');
        check(page.url().endsWith('/fi/kirjoita-kuvaus'), 'the page was left');
      }
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Lataa PTV v12 (JSON)' }).click(),
      ]);
      check(file.suggestedFilename() === 'ptv-v12.json', file.suggestedFilename());
    });
  }

  await test('the table of coverage by keyboard alone', {}, async (page) => {
    await enter(page);
    await page.goto(pages.fi);
    const reach = async (selector, most) => {
      for (let count = 0; count < most; count += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate((one) => document.activeElement?.matches(one), selector)) return;
      }
      throw new Error(`${selector} cannot be reached`);
    };
    await reach('.heat-scroll', 40);
    await reach('.heat td a', 2);
    await page.keyboard.press('Enter');
    await page.waitForURL(/kattavuus\/\d{3}\//);
  });

  await test('the table of coverage on paper', {}, async (page) => {
    await enter(page);
    await page.goto(pages.fi);
    await page.emulateMedia({ media: 'print' });
    check(await page.locator('.heat').isVisible(), 'the table is not printed');
    check(await page.locator('.staff__bar').isHidden(), 'the ways between pages are printed');
    check(await page.locator('.staff .choose').isHidden(), 'the form is printed');
  });
}
