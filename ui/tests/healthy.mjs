// What every page must be in every mode: without a finding of axe, and without scrolling sideways.
import { AxeBuilder } from '@axe-core/playwright';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const modes = {
  light: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  narrow: { viewport: { width: 320, height: 640 } },
};

// Throws what is wrong with the page, in a line.
export async function checkHealth(page) {
  // A target that the bar happens to cover half is not a small one: it is scrolled to. Where the focus is,
  // the bar never covers (list.mjs).
  await placeBar(page, 'static');
  // What is still coming into view has no colours to judge yet.
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished)).then(() => null));
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const told = violations.map((one) => `${one.id} at ${one.nodes.slice(0, 2).map((node) => node.target.join(' ')).join(', ')}`);
  if (told.length > 0) throw new Error(told.join('; '));
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) throw new Error(`it scrolls sideways by ${over} px`);
  await placeBar(page, '');
}

// A lobby's screen has no bar.
function placeBar(page, position) {
  return page.locator('.list-bar').evaluateAll((bars, value) => bars.forEach((bar) => { bar.style.position = value; }), position);
}
