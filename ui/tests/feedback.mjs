// Feedback: from a service's page through the form and its errors to the thanks.
import { words } from './site.mjs';

export async function feedbackJourneys({ test, check }) {
  for (const javaScriptEnabled of [true, false]) {
    const mode = javaScriptEnabled ? '' : ' without JavaScript';
    await test(`feedback on a service is given in Swedish, with the keyboard${mode}`, { javaScriptEnabled }, async (page, { context }) => {
      await page.goto(`/sv/${words.sv.search}?q=${words.sv.query}`);
      await page.locator('.results > li a').first().click();
      const service = new URL(page.url()).pathname;
      await page.getByRole('link', { name: 'Ge respons på den här tjänsten' }).click();
      await page.getByRole('button', { name: 'Skicka responsen' }).press('Enter');
      const summary = page.getByRole('alert');
      check((await summary.innerText()).includes('Välj vad du vill berätta.'), 'what is missing is not said');
      check(await summary.evaluate((element) => element === document.activeElement), 'the focus is not at what must be mended');
      await summary.getByRole('link').click();
      const first = page.getByLabel('Något är fel eller fungerar inte');
      check(await first.evaluate((element) => element === document.activeElement), 'the link does not lead to the field');
      await page.keyboard.press('Space');
      await page.getByLabel('Berätta med egna ord').fill('Ring 040 123 4567');
      await page.getByRole('button', { name: 'Skicka responsen' }).press('Enter');
      check((await page.getByRole('alert').innerText()).includes('telefonnummer'), 'a phone number is taken');
      check(await first.isChecked(), 'the choice is lost');
      check((await page.locator('#words').inputValue()) === 'Ring 040 123 4567', 'the words are lost');
      await page.locator('#words').fill('Tiderna är gamla.');
      await page.getByRole('button', { name: 'Skicka responsen' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Tack för din respons' }).waitFor();
      check((await context.cookies()).length === 0, 'a cookie was set');
      await page.getByRole('link', { name: 'Tillbaka till tjänstens sida' }).click();
      check(new URL(page.url()).pathname === service, 'the way back leads elsewhere');
    });
  }
}
