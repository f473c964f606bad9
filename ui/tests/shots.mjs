// Screenshots for eyes: node shots.mjs http://127.0.0.1:8080 DIRECTORY [KIND]; of all kinds of pages, or of one.
// The kind `my-list` is the list with services on it, given and read.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { launchOptions, pagesOf, words } from './site.mjs';

const [base, directory, kind] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
const browser = await chromium.launch(launchOptions);
const views = [
  ['360', { viewport: { width: 360, height: 780 } }],
  ['768', { viewport: { width: 768, height: 1000 } }],
  ['1280', { viewport: { width: 1280, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
];

// Gathers three services, gives them, and reads what was given, on the screen and on paper.
async function shootList(page, language, view) {
  const shoot = (name) => page.screenshot({ path: `${directory}/${name}-${language}-${view}.png`, fullPage: true });
  await page.goto(new URL(`/${language}/${words[language].search}?q=${words[language].query}`, base).href);
  for (let place = 0; place < 3; place += 1) {
    await page.locator('.results > li').nth(place).locator('button[name="add"]').click();
    await page.locator('.results > li').nth(place).locator('button[name="remove"]').waitFor();
  }
  await page.screenshot({ path: `${directory}/added-${language}-${view}.png` });
  await page.goto(new URL(`/${language}/${words[language].list}`, base).href);
  await page.locator('button[name="remove"]').first().click();
  await page.locator('button[name="restore"]').waitFor();
  await shoot('my-list');
  await page.locator('button[name="restore"]').click();
  await page.locator('#note').fill('Soita 040 123 4567');
  await page.locator('.give button[type="submit"]').click();
  await page.getByRole('alert').waitFor();
  await shoot('give-error');
  await page.locator('#note').fill('Aloita ensimmäisestä.\nHyvää matkaa!');
  await page.locator('.give button[type="submit"]').click();
  await page.locator('.given__address a').waitFor();
  await shoot('given');
  await page.goto(new URL(await page.locator('.given__address a').getAttribute('href'), base).href);
  await shoot('shared-list');
  await page.emulateMedia({ media: 'print' });
  await shoot('shared-list-print');
  await page.emulateMedia({ media: 'screen' });
  await page.goto(new URL(`/${language}/l/ABCDE23456`, base).href);
  await shoot('no-list');
}

for (const language of ['fi', 'sv', 'en']) {
  const pages = await pagesOf(base, language);
  for (const [view, options] of views) {
    if (language !== 'fi' && view !== '360' && view !== '1280') continue;
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      if (kind && kind !== name) continue;
      await page.goto(new URL(path, base).href);
      await page.screenshot({ path: `${directory}/${name}-${language}-${view}.png`, fullPage: true });
    }
    if (!kind || kind === 'my-list') await shootList(page, language, view);
    await context.close();
  }
  const page = await browser.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.goto(new URL(pages.service, base).href);
  await page.screenshot({ path: `${directory}/service-${language}-print.png`, fullPage: true });
  await page.close();
}
await browser.close();
