// Screenshots for eyes: node shots.mjs http://127.0.0.1:8080 DIRECTORY
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { launchOptions, pagesOf } from './site.mjs';

const [base, directory] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
const browser = await chromium.launch(launchOptions);
const views = [
  ['360', { viewport: { width: 360, height: 780 } }],
  ['768', { viewport: { width: 768, height: 1000 } }],
  ['1280', { viewport: { width: 1280, height: 900 } }],
  ['dark', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
];
for (const language of ['fi', 'sv', 'en']) {
  const pages = await pagesOf(base, language);
  for (const [view, options] of views) {
    if (language !== 'fi' && view !== '360' && view !== '1280') continue;
    const context = await browser.newContext(options);
    const page = await context.newPage();
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(new URL(path, base).href);
      await page.screenshot({ path: `${directory}/${name}-${language}-${view}.png`, fullPage: true });
    }
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
