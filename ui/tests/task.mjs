// The thirty-second test: a professional finds a lonely man of 78 in Raisio, who likes to sing, three
// services and gives him the leaflet. Each press, tap or text typed counts as one.
import { words } from './site.mjs';

const most = 8;

// Counts what the professional does; by keyboard, moving on to what is pressed next is no choice and
// so not counted, but must be possible.
function counting(page, isByKeyboard) {
  let count = 0;
  const focused = (target) => target.evaluate((element) => element === document.activeElement);
  return {
    count: () => count,
    async type(target, text) {
      count += 1;
      await target.focus();
      await page.keyboard.type(text);
    },
    async key(key) {
      count += 1;
      await page.keyboard.press(key);
    },
    async press(target) {
      count += 1;
      if (!isByKeyboard) { await target.click(); return; }
      for (let steps = 0; !(await focused(target)); steps += 1) {
        if (steps > 150) throw new Error(`${target} cannot be reached by the Tab key`);
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    },
  };
}

export async function task({ test, check }) {
  for (const [how, options] of [['', {}], [' without JavaScript', { javaScriptEnabled: false }], [' by keyboard', { isByKeyboard: true }], [' on a phone', { viewport: { width: 360, height: 740 }, hasTouch: true }]]) {
    const { isByKeyboard = false, ...context } = options;
    await test(`three services for a lonely singer in Raisio are given in ${most} steps${how}`, context, async (page) => {
      await page.addInitScript(() => {
        window.printed = 0;
        window.print = () => { window.printed += 1; };
      });
      await page.goto('/fi/');
      const doing = counting(page, isByKeyboard);
      await doing.type(page.locator('#q'), 'yksinäinen laulaminen Raisio');
      await doing.key('Enter');
      await page.waitForURL(new RegExp(words.fi.search));
      const names = [];
      for (let place = 0; place < 3; place += 1) {
        const result = page.locator('.results > li').nth(place);
        names.push(await result.locator('h2').innerText());
        await doing.press(result.locator('.list-toggle button[name="add"]'));
        await result.locator('.list-toggle button[name="remove"]').waitFor();
      }
      check(names.some((name) => /laul|kuoro|musiikki|ystäv|kohtaam|tapaam/i.test(name)), `none of them fits: ${names.join(', ')}`);
      await doing.press(page.locator('.list-bar__link'));
      await page.waitForURL(new RegExp(words.fi.list));
      await doing.press(page.getByRole('button', { name: 'Jaa lista' }));
      await page.getByRole('img', { name: 'QR-koodi' }).first().waitFor();
      // Without JavaScript the browser's own command prints; it is one step as well.
      const button = page.getByRole('button', { name: 'Tulosta' });
      if (context.javaScriptEnabled === false) await doing.key('Control+p');
      else {
        await doing.press(button);
        check((await page.evaluate(() => window.printed)) === 1, 'nothing is printed');
      }
      await page.emulateMedia({ media: 'print' });
      const paper = await page.locator('body').innerText();
      check(names.every((name) => paper.includes(name)), 'a service is missing on the paper');
      check(await page.locator('.print-only .qr').first().isVisible(), 'there is no QR code on the paper');
      check(doing.count() <= most, `it took ${doing.count()} steps`);
      console.log(`the task${how}: ${doing.count()} steps`);
    });
  }
}
