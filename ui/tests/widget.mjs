// The widget within a page of another site, and the page where its code is made. The site's file must let
// the origin in WIDGET_HOST frame it (tools/browser-tests does).
import { createServer } from 'node:http';
import { checkHealth } from './healthy.mjs';

// A page of another site, with the code in it.
async function served(html, port) {
  const page = `<!doctype html><html lang="fi"><title>Kunta</title><h1>Kunta</h1>${html}`;
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(page));
  await new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
  return server;
}

export async function widgetJourneys({ test, check, base }) {
  const allowed = process.env.WIDGET_HOST;
  if (!allowed) {
    await test('the widget in another site', {}, async () => { throw new Error('WIDGET_HOST names no origin'); });
    return;
  }

  for (const javaScriptEnabled of [true, false]) {
    await test(`the widget's code is made, copied and works on another site${javaScriptEnabled ? '' : ' without JavaScript'}`, { javaScriptEnabled }, async (page, { context }) => {
      await page.goto('/sv/badda-in');
      await page.locator('#theme').selectOption('kultur');
      await page.locator('#height').fill('700');
      await page.locator('.choose button').click();
      const code = await page.locator('.widget-code').inputValue();
      check(code.includes('height="700"') && code.includes('tema=kultur'), code);
      await page.locator('.widget-preview').scrollIntoViewIfNeeded();
      await page.frameLocator('.widget-preview').locator('.widget__name').first().waitFor();
      if (javaScriptEnabled) {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        await page.locator('[data-copy]').click();
        await page.getByText('Koden är kopierad.').waitFor();
        check((await page.evaluate(() => navigator.clipboard.readText())) === code, 'another text was copied');
        await checkHealth(page);
      } else {
        check(!(await page.locator('[data-copy]').isVisible()), 'a button that does nothing is shown');
      }
      const server = await served(code, new URL(allowed).port);
      try {
        // The other site's own page is no fault of ours.
        const host = await context.browser().newPage({ javaScriptEnabled });
        await host.goto(allowed);
        const link = host.frameLocator('iframe').locator('.widget__name').first();
        await link.waitFor();
        const [opened] = await Promise.all([host.waitForEvent('popup'), link.click()]);
        await opened.waitForURL(/\/sv\/tjanst\//);
        check((await host.context().cookies()).length === 0, 'a cookie was set');
        check(new URL(host.url()).origin === allowed, 'the other site was left');
        await host.context().close();
      } finally {
        server.close();
      }
    });
  }

  await test('a site that is not named sees no widget, and nobody sees another page in a frame', {}, async (_, { context }) => {
    const frames = ['/fi/upotus', '/fi/'].map((path) => `<iframe title="t" src="${new URL(path, base)}"></iframe>`);
    for (const [html, origin] of [[frames[0], null], [frames[1], allowed]]) {
      const server = await served(html, origin ? new URL(origin).port : 0);
      try {
        const host = await context.browser().newPage();
        const refused = host.waitForEvent('console', (message) => /frame-ancestors|X-Frame-Options/.test(message.text()));
        await host.goto(origin ?? `http://localhost:${server.address().port}`);
        await refused;
        check((await host.frames()[1].locator('main').count()) === 0, `${html} is shown`);
        await host.context().close();
      } finally {
        server.close();
      }
    }
  });
}
