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
  await checkWidth(page);
  await spaceOut(page);
  await checkWidth(page);
  await placeBar(page, '');
}

async function checkWidth(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) throw new Error(`it scrolls sideways by ${over} px`);
}

// Text as far apart as some readers need it (WCAG 1.4.12): nothing is cut off.
async function spaceOut(page) {
  const cut = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
    const isCut = (element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
      const isForEarsOnly = element.clientWidth <= 1 && element.clientHeight <= 1;
      return !isForEarsOnly && element.textContent.trim() !== '' && element.getClientRects().length > 0
        && ((hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1));
    };
    return [...document.querySelectorAll('body *')].filter(isCut).slice(0, 3).map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
  });
  if (cut.length > 0) throw new Error(`spaced text is cut off in ${cut.join(', ')}`);
}

// A lobby's screen has no bar.
function placeBar(page, position) {
  return page.locator('.list-bar').evaluateAll((bars, value) => bars.forEach((bar) => { bar.style.position = value; }), position);
}
