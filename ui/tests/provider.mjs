// The provider's own view by a private link, and the loop from a resident's report to the answer: reported on a service's
// page, made a task, told to the provider by mail, mended in the source, imported, closed by itself, and told of.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkHealth, modes } from './healthy.mjs';
import { letterTo } from './mailbox.mjs';
import { words } from './site.mjs';
import { signIn } from './staff.mjs';

const own = {
  fi: { links: 'koordinaattori/laatu/toimijan-linkki', make: 'Tee linkki', descriptions: 'kuvaukset', end: 'lopeta-kooste', right: 'Kuvaus on yhä oikein', back: 'Peru vahvistus' },
  sv: { links: 'koordinator/kvalitet/aktorens-lank', make: 'Gör en länk', descriptions: 'beskrivningar', end: 'avsluta-utskick', right: 'Beskrivningen stämmer fortfarande', back: 'Ångra bekräftelsen' },
  en: { links: 'coordinator/quality/provider-link', make: 'Make a link', descriptions: 'descriptions', end: 'stop-digest', right: 'The description is still right', back: 'Take back the confirmation' },
};

// A service that one can call, with whose it is and the channel that has the number.
async function callable(base) {
  const json = async (path) => (await fetch(new URL(path, base))).json();
  const found = await json(`/api/v1/services?q=${encodeURIComponent('neuvonta')}&lang=fi&limit=20`);
  for (const { id } of found.items) {
    const service = await json(`/api/v1/services/${id}`);
    const text = JSON.stringify(service.channels);
    const channel = service.channels.map((one) => one.channel).find((one) => JSON.stringify(one).includes('"phones":[{'));
    if (channel && text.includes('"phones":[{') && found.items.find((one) => one.id === id).organisation) {
      return { id, channel: channel.id, organisation: found.items.find((one) => one.id === id).organisation.id };
    }
  }
  throw new Error('no service can be called');
}

async function makeLink(page, language, organisation, email = '') {
  const word = own[language];
  await page.goto(`/${language}/${word.links}/${organisation}`);
  await page.locator('#language').selectOption(language);
  if (email) await page.locator('#email').fill(email);
  else await page.locator('#rhythm').selectOption('never');
  await page.getByRole('button', { name: word.make }).click();
  return page.locator('.made-link').getAttribute('href');
}

// Writes the demonstration county anew with another number for a channel, and imports it beside the program that serves.
function mend(channel) {
  const folder = mkdtempSync(join(process.env.DEMONSTRATION, 'changed-'));
  const tarjotin = (...words) => execFileSync(process.env.TARJOTIN_BINARY, [...process.env.TARJOTIN_ARGUMENTS.split(' '), ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
  tarjotin('demonstration', '--out', folder);
  let mended = 0;
  for (const name of readdirSync(folder).filter((one) => one.startsWith('service_channels'))) {
    const file = join(folder, name);
    const walk = (value, isOurs) => {
      if (Array.isArray(value)) value.forEach((one) => walk(one, isOurs));
      else if (value && typeof value === 'object') {
        const ours = isOurs || value.contentId === channel;
        if (ours && 'dialCode' in value && 'number' in value) { value.number = '297000111'; mended += 1; }
        Object.values(value).forEach((one) => walk(one, ours));
      }
    };
    const pages = JSON.parse(readFileSync(file, 'utf8'));
    walk(pages, false);
    writeFileSync(file, JSON.stringify(pages));
  }
  if (mended === 0) throw new Error('the source has no number of the channel');
  tarjotin('import', 'ptv', '--from', folder);
  rmSync(folder, { recursive: true });
}

export async function providerJourneys(test, check, base) {
  for (const language of ['fi', 'sv', 'en']) {
    for (const [mode, options] of Object.entries(modes)) {
      if (language !== 'fi' && mode !== 'narrow') continue;
      await test(`provider pages are healthy: ${language} ${mode}`, options, async (page, watch) => {
        const { organisation } = await callable(base);
        await signIn(page, language);
        const view = await makeLink(page, language, organisation);
        await checkHealth(page).catch((error) => { throw new Error(`links: ${error.message}`); });
        const unknown = `/${language}/${own[language].end}/${'0'.repeat(26)}`;
        for (const path of [view, `${view}/${own[language].descriptions}`, unknown]) {
          await page.goto(path);
          await checkHealth(page).catch((error) => { throw new Error(`${path}: ${error.message}`); });
        }
        watch.expect('404');
        await page.goto(view.replace(/.{26}$/, '0'.repeat(26)));
        await checkHealth(page).catch((error) => { throw new Error(`no link: ${error.message}`); });
      });
    }
  }

  await test('provider: a description is confirmed by keyboard alone', {}, async (page) => {
    const { organisation } = await callable(base);
    await signIn(page, 'en');
    const view = await makeLink(page, 'en', organisation);
    await page.context().clearCookies();
    await page.goto(view);
    const press = async (target) => {
      for (let steps = 0; steps < 200; steps += 1) {
        await page.keyboard.press('Tab');
        if (await target.evaluate((element) => element === document.activeElement)) { await page.keyboard.press('Enter'); return; }
      }
      throw new Error('it cannot be reached by the Tab key');
    };
    await press(page.locator(`a[href$="/${own.en.descriptions}"]`));
    await page.waitForURL(new RegExp(`${own.en.descriptions}$`));
    await press(page.getByRole('button', { name: own.en.right }).first());
    const confirmed = page.locator('.staff__card', { has: page.locator('.confirmed') }).first();
    await confirmed.waitFor();
    await page.goto(await confirmed.locator('h2 a').getAttribute('href'));
    check(/The provider confirmed this on/.test(await page.locator('main').innerText()), 'the public page does not say so');
  });

  await test('the closed loop: a wrong number is reported, mended and told of', { javaScriptEnabled: false }, async (page) => {
    const service = await callable(base);
    const path = `/fi/${words.fi.service}/${service.id}`;
    const phone = () => page.locator('main a[href^="tel:"]').first().getAttribute('href');
    await page.goto(path);
    const wrong = await phone();
    // A resident reports, and leaves an address.
    await page.getByRole('link', { name: 'Anna palautetta tästä palvelusta' }).click();
    await page.getByLabel('Jokin on väärin').check();
    await page.locator('#words').fill('Puhelinnumero ei vastaa.');
    await page.locator('#email').fill('asukas@example.fi');
    await page.locator('form.feedback button').last().click();
    await page.getByRole('heading', { level: 1, name: /Kiitos/ }).waitFor();
    // The coordinator makes a task of it, and a link with digests for the provider.
    await signIn(page, 'fi');
    const card = page.locator('.staff__card', { hasText: 'Puhelinnumero ei vastaa.' });
    await card.locator('select').selectOption('phones');
    await card.getByRole('button', { name: 'Luo tehtävä' }).click();
    await page.waitForURL(/tehtavat\/./);
    const task = page.url();
    await makeLink(page, 'fi', service.organisation, 'toimija@example.fi');
    // The digest comes by mail, and its link opens the provider's view without signing in.
    const digest = await letterTo('toimija@example.fi');
    check(/List-Unsubscribe: <http:.*>/.test(digest.head) && /List-Unsubscribe-Post: List-Unsubscribe=One-Click/.test(digest.head), `it has no way out: ${digest.head}`);
    check(/puhelinnumero/.test(digest.text), `it does not tell of the number: ${digest.text}`);
    const link = digest.text.match(/http:\S+\/fi\/toimija\/\S+/)[0];
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await page.goto(link);
    check(/Puhelinnumero/.test(await page.locator('[aria-labelledby="reports"]').innerText()), 'the view does not show the report');
    // The provider mends it in the source; the import brings it while the site is served.
    mend(service.channel);
    const answer = await letterTo('asukas@example.fi');
    check(/Nyt se on korjattu/.test(answer.text), `the resident is told: ${answer.text}`);
    await page.goto(path);
    check((await phone()) !== wrong, 'the page still has the wrong number');
    await page.goto(link);
    check((await page.locator('[aria-labelledby="reports"]').count()) === 0, 'the report is still open');
    await page.context().addCookies(cookies);
    await page.goto(task);
    check(/Uusi tila: Korjattu/.test(await page.locator('main').innerText()), 'the task is not closed by itself');
    check(/Palautteen antajalle kerrottiin/.test(await page.locator('main').innerText()), 'the history does not say that the resident was told');
    // One press ends the digests.
    await page.goto(digest.head.match(/List-Unsubscribe: <(\S+)>/)[1]);
    await page.getByRole('button', { name: 'Lopeta viestit' }).click();
    check(/Koostetta ei enää lähetetä/.test(await page.locator('h1').innerText()), 'the digests go on');
  });
}
