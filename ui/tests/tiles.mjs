// Maps with pictures under them: the site of the county that has a layer, under the name localhost.
import { checkHealth, modes } from './healthy.mjs';
import { words } from './site.mjs';

export async function tileJourneys({ test, check, base }) {
  const pictured = new URL(base);
  pictured.hostname = 'localhost';
  const paths = {
    results: `/fi/haku?q=${words.fi.query}&kunta=853&nakyma=kartta`,
    county: `/fi/haku?q=${words.fi.query}&nakyma=kartta`,
  };
  // All that is asked for comes from the one site, and it is another than the other tests'.
  const ownOnly = (watch) => {
    const faults = watch.faults.filter((fault) => fault !== `request to ${pictured.origin}`);
    watch.faults.splice(0, watch.faults.length, ...faults);
  };

  for (const [name, path] of Object.entries(paths)) {
    for (const [mode, options] of Object.entries(modes)) {
      await test(`pictures lie under the map of the ${name}, ${mode}`, options, async (page, watch) => {
        const tiles = [];
        page.on('response', (answer) => { if (answer.url().includes('/tiles/')) tiles.push(answer); });
        await page.goto(new URL(path, pictured).href, { waitUntil: 'networkidle' });
        check(await page.getByRole('link', { name: 'Testikartta' }).isVisible(), 'it does not say whose they are');
        const shown = await page.locator('.map__pictures image').count();
        check(shown > 0 && shown <= 48, `there are ${shown} pictures`);
        if (mode === 'forced') {
          check(await page.locator('.map__pictures').isHidden(), 'pictures are seen in forced colours');
        } else {
          check(tiles.length === shown, `${tiles.length} of ${shown} pictures came`);
          for (const tile of tiles) check(tile.status() === 200 && (await tile.body()).length > 100, `${tile.url()} is none`);
        }
        check((await page.locator('.map__mark').count()) > 0, 'there are no marks on it');
        check(!(await page.content()).includes('test-key'), 'the key is on the page');
        await checkHealth(page);
        ownOnly(watch);
      });
    }
  }

  await test('the pictures cover the map, and marks lead to the list all the same', {}, async (page, watch) => {
    await page.goto(new URL(paths.results, pictured).href, { waitUntil: 'networkidle' });
    const covered = await page.evaluate(() => {
      const drawing = document.querySelector('.map__drawing').getBoundingClientRect();
      const boxes = [...document.querySelectorAll('.map__pictures image')].map((image) => image.getBoundingClientRect());
      const isIn = (x, y) => boxes.some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
      const steps = [0.01, 0.25, 0.5, 0.75, 0.99];
      return steps.every((across) => steps.every((down) => isIn(drawing.left + drawing.width * across, drawing.top + drawing.height * down)));
    });
    check(covered, 'a part of the map has no picture');
    const mark = page.locator('.map__mark').first();
    const target = await mark.getAttribute('href');
    await mark.click();
    check(new URL(page.url()).hash === target, page.url());
    ownOnly(watch);
  });
}
