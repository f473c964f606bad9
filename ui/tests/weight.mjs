// What a page costs somebody with a phone: bytes over the wire, and Lighthouse's judgement.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { launchOptions, pagesOf } from './site.mjs';

const run = promisify(execFile);
// Everything of the first page, fonts too; and what the results add to it.
const firstPage = 60_000;
const resultsMore = 40_000;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

// The bytes that the browser received, headers too, since it was last asked.
async function received(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  return () => { const sum = bytes; bytes = 0; return sum; };
}

// Of a page on a slow phone: the scores of a hundred, and what took points away. On a busy machine the browser
// does not always come up in time: that says nothing of the page, and is tried once more.
async function judged(url) {
  try {
    return await judgement(url);
  } catch (error) {
    console.log(`Lighthouse did not end and is asked again: ${(error.stderr ?? error.message).trim().split('\n').at(-1)}`);
    return judgement(url);
  }
}

async function judgement(url) {
  const folder = await mkdtemp(join(tmpdir(), 'tarjotin-lighthouse-'));
  const command = fileURLToPath(new URL('node_modules/lighthouse/cli/index.js', import.meta.url));
  const report = join(folder, 'report.json');
  try {
    await run(process.execPath, [command, url, '--quiet', '--output=json', `--output-path=${report}`,
      `--only-categories=${categories.join()}`, `--chrome-flags=--headless ${launchOptions.args.join(' ')}`], {
      env: { ...process.env, CHROME_PATH: launchOptions.executablePath }, maxBuffer: 1 << 24,
    });
    const { categories: found, audits } = JSON.parse(await readFile(report, 'utf8'));
    return Object.fromEntries(categories.map((name) => {
      const faults = found[name].auditRefs.filter((one) => one.weight > 0 && audits[one.id].score !== null && audits[one.id].score < 1);
      return [name, { score: Math.round(found[name].score * 100), faults: faults.map((one) => one.id) }];
    }));
  } finally {
    await rm(folder, { recursive: true });
  }
}

export async function weights({ base, test, check }) {
  for (const language of ['fi', 'sv', 'en']) {
    await test(`the first page and the results are light in ${language}`, {}, async (page) => {
      const pages = await pagesOf(base, language);
      const bytes = await received(page);
      await page.goto(pages.home, { waitUntil: 'networkidle' });
      const first = bytes();
      check(first > 1_000 && first <= firstPage, `the first page is ${first} bytes`);
      await page.goto(pages.results, { waitUntil: 'networkidle' });
      const more = bytes();
      check(more > 1_000 && more <= resultsMore, `the results are ${more} bytes more`);
      console.log(`${language}: first page ${first} bytes, results ${more} more`);
    });
  }

  // Search engines are told to leave results alone: of those, theirs is no judgement.
  const { home, filtered, results, service } = await pagesOf(base, 'fi');
  const theme = `${new URL(filtered, base).pathname}?teema=liikunta`;
  for (const [path, isForEngines] of [[home, true], [theme, true], [service, true], [results, false]]) {
    await test(`Lighthouse on a phone: ${path.split('?')[0]}`, {}, async () => {
      const scores = await judged(new URL(path, base).href);
      for (const name of categories) {
        // How fast it was depends on what else the machine does; the others do not.
        const least = name === 'performance' ? 95 : 100;
        const { score, faults } = scores[name];
        if (name !== 'seo' || isForEngines) check(score >= least, `${name} ${score}: ${faults.join(', ')}`);
      }
      console.log(`Lighthouse ${path.split('?')[0]}: ${categories.map((name) => `${name} ${scores[name].score}`).join(', ')}`);
    });
  }
}
