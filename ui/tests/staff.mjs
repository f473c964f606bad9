// The coordinator: signing in, the pages about quality and the worklist, by keyboard and without JavaScript.
import { checkHealth, modes } from './healthy.mjs';

const password = process.env.COORDINATOR_PASSWORD ?? '';

const words = {
  fi: { signIn: 'kirjaudu', staff: 'koordinaattori', quality: 'koordinaattori/laatu', findings: 'koordinaattori/laatu/havainnot', tasks: 'koordinaattori/tehtavat', fixes: 'koordinaattori/korjaukset', gaps: 'koordinaattori/aukot', stale: 'koordinaattori/vanhentuneet', make: 'Luo tehtävä', out: 'Kirjaudu ulos' },
  sv: { signIn: 'logga-in', staff: 'koordinator', quality: 'koordinator/kvalitet', findings: 'koordinator/kvalitet/fynd', tasks: 'koordinator/uppgifter', fixes: 'koordinator/korrigeringar', gaps: 'koordinator/luckor', stale: 'koordinator/foraldrade', make: 'Skapa en uppgift', out: 'Logga ut' },
  en: { signIn: 'sign-in', staff: 'coordinator', quality: 'coordinator/quality', findings: 'coordinator/quality/findings', tasks: 'coordinator/tasks', fixes: 'coordinator/fixes', gaps: 'coordinator/gaps', stale: 'coordinator/stale', make: 'Create a task', out: 'Sign out' },
};

export async function signIn(page, language) {
  await page.goto(`/${language}/${words[language].signIn}`);
  await page.locator('#name').fill('Aino Laine');
  await page.locator('#password').fill(password);
  await page.locator('main form button').first().click();
  await page.waitForURL(new RegExp(`/${words[language].staff}$`));
}

// Goes to a page until it shows something: the first check of the descriptions goes on while the site is served already.
async function until(page, path, selector) {
  for (let tries = 0; tries < 500; tries += 1) {
    await page.goto(path);
    if (await page.locator(selector).count() > 0) return;
  }
  throw new Error(`${path} does not show ${selector}`);
}

// A finding's task and a description with findings, as the coordinator finds them.
async function pagesOfStaff(page, language) {
  const word = words[language];
  const at = (path) => `/${language}/${path}`;
  await until(page, at(word.findings), '.finding');
  const description = await page.locator('.finding a.govuk-link').first().getAttribute('href');
  const organisation = await page.locator('.finding a.small').first().getAttribute('href');
  await page.goto(description);
  // Another test may have made a task of it.
  const make = page.locator('.finding').getByRole('button', { name: word.make });
  const see = page.locator(`.finding a[href*="${word.tasks}/"]`);
  await make.or(see).first().click();
  await page.waitForURL(new RegExp(`${word.tasks}/.`));
  const task = new URL(page.url()).pathname;
  // The dashboard follows the first check, and has the beginning of each list.
  await until(page, at(word.staff), '.mending');
  const lists = { fixes: at(word.fixes), gaps: at(word.gaps), stale: at(word.stale) };
  await page.goto(lists.stale);
  const owner = page.locator('tbody a').first();
  if (await owner.count() > 0) lists.staleOf = await owner.getAttribute('href');
  return { dashboard: at(word.staff), ...lists, quality: at(word.quality), findings: at(word.findings), organisation, description, tasks: at(word.tasks), task };
}

export async function staffJourneys(test, check) {
  for (const language of ['fi', 'sv', 'en']) {
    for (const [mode, options] of Object.entries(modes)) {
      if (language !== 'fi' && mode !== 'narrow') continue;
      await test(`staff pages are healthy: ${language} ${mode}`, options, async (page) => {
        await page.goto(`/${language}/${words[language].signIn}`);
        await checkHealth(page);
        await signIn(page, language);
        for (const [kind, path] of Object.entries(await pagesOfStaff(page, language))) {
          await page.goto(path);
          await checkHealth(page).catch((error) => { throw new Error(`${kind}: ${error.message}`); });
        }
      });
    }
  }

  await test('staff: a wrong password is said, without JavaScript too', { javaScriptEnabled: false }, async (page) => {
    await page.goto('/fi/koordinaattori/laatu');
    await page.locator('#name').fill('Aino');
    await page.locator('#password').fill('väärä');
    await page.locator('main form button').first().click();
    check(/Salasana on väärä/.test(await page.locator('.govuk-error-summary').innerText()), 'it does not say so');
    check((await page.locator('#name').inputValue()) === 'Aino', 'the name is lost');
    await page.locator('#password').fill(password);
    await page.locator('main form button').first().click();
    check(new URL(page.url()).pathname === '/fi/koordinaattori/laatu', `it leads to ${page.url()}`);
    await page.getByRole('button', { name: 'Kirjaudu ulos' }).click();
    await page.goto('/fi/koordinaattori');
    check(new URL(page.url()).pathname === '/fi/kirjaudu', 'the session goes on');
  });

  await test('staff: from the dashboard to a finding, a gap and an outdated description, without JavaScript too', { javaScriptEnabled: false }, async (page) => {
    await signIn(page, 'en');
    await until(page, '/en/coordinator', '.mending');
    check((await page.locator('.mending').count()) <= 10, 'more than ten fixes');
    await page.locator('.mending a.govuk-link').first().click();
    check(/coordinator\/quality\/description\//.test(page.url()), `a fix leads to ${page.url()}`);
    await page.goto('/en/coordinator/fixes');
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('.files a').last().click()]);
    check(file.suggestedFilename() === 'fixes.xlsx', file.suggestedFilename());
    await page.goto('/en/coordinator/gaps');
    if (await page.locator('tbody a').count() > 0) {
      await page.locator('tbody a').first().click();
      check(/coordinator\/coverage\/\d{3}\//.test(page.url()), `a gap leads to ${page.url()}`);
    }
    await page.goto('/en/coordinator/stale');
    if (await page.locator('tbody a').count() > 0) {
      await page.locator('tbody a').first().click();
      check(/coordinator\/stale\/./.test(page.url()), `an organisation leads to ${page.url()}`);
      await page.locator('tbody a').first().click();
      check(/coordinator\/quality\/description\//.test(page.url()), `an outdated description leads to ${page.url()}`);
    }
  });

  await test('staff: the dashboard by keyboard alone', {}, async (page) => {
    await signIn(page, 'en');
    await until(page, '/en/coordinator', '.mending');
    for (let count = 0; count < 90; count += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('.mending a'))) break;
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(/coordinator\/quality\/description\//);
  });

  await test('staff: from a finding to a task by keyboard alone', {}, async (page) => {
    const press = async (key, until, most = 90) => {
      for (let count = 0; count < most; count += 1) {
        await page.keyboard.press(key);
        if (await page.evaluate((selector) => document.activeElement?.matches(selector), until)) return;
      }
      throw new Error(`${until} cannot be reached`);
    };
    await page.goto('/en/sign-in');
    await press('Tab', '#name');
    await page.keyboard.type('Aino');
    await press('Tab', '#password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/coordinator$/);
    await page.goto('/en/coordinator/quality/findings?severity=W&page=2');
    await press('Tab', '.finding form button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/coordinator\/tasks\/./);
    await press('Tab', '#owner');
    await page.keyboard.type('Naantali');
    await press('Tab', '#state');
    await page.keyboard.press('ArrowDown');
    await press('Tab', '.task-form button');
    await page.keyboard.press('Enter');
    await page.getByText('New state: Sent').waitFor();
    check((await page.locator('#owner').inputValue()) === 'Naantali', 'the owner is not kept');
    await page.goto('/en/coordinator/tasks?state=sent');
    check((await page.locator('.staff__card').count()) > 0, 'the list does not have it');
  });
}
