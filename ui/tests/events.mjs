// Workshops and clinics, from the coordinator's form through registering to who came; and a partner on its way.
import { checkHealth, modes } from './healthy.mjs';

const words = {
  fi: { events: 'tapahtumat', signIn: 'kirjaudu', coordinator: 'koordinaattori', new: 'uusi', edit: 'muokkaa', effect: 'vaikutus', partners: 'toimijat', name: 'Nimesi', password: 'Salasana', enter: 'Kirjaudu', save: 'Tallenna', register: 'Ilmoittaudu', fullName: 'Nimi', organisation: 'Organisaatio', email: 'Sähköpostiosoite', seat: 'Olet ilmoittautunut', withdraw: 'Peru ilmoittautuminen', withdrawn: 'Ilmoittautumisesi on peruttu', add: 'Lisää toimija', partner: 'Uusi toimija', done: 'Tehty', saveSteps: 'Tallenna vaiheet', others: 'Muut osallistuneet organisaatiot', saveCame: 'Tallenna osallistuneet' },
  sv: { events: 'evenemang', signIn: 'logga-in', coordinator: 'koordinator', new: 'nytt', edit: 'redigera', effect: 'effekt', partners: 'aktorer', name: 'Ditt namn', password: 'Lösenord', enter: 'Logga in', save: 'Spara', register: 'Anmäl mig', fullName: 'Namn', organisation: 'Organisation', email: 'E-postadress', seat: 'Du är anmäld', withdraw: 'Återkalla anmälan', withdrawn: 'Din anmälan är återkallad', add: 'Lägg till aktören', partner: 'Ny aktör', done: 'Klart', saveSteps: 'Spara stegen', others: 'Andra organisationer som deltog', saveCame: 'Spara deltagarna' },
  en: { events: 'events', signIn: 'sign-in', coordinator: 'coordinator', new: 'new', edit: 'edit', effect: 'effect', partners: 'partners', name: 'Your name', password: 'Password', enter: 'Sign in', save: 'Save', register: 'Register', fullName: 'Name', organisation: 'Organisation', email: 'E-mail address', seat: 'You are registered', withdraw: 'Cancel registration', withdrawn: 'Your registration is cancelled', add: 'Add the partner', partner: 'New partner', done: 'Done', saveSteps: 'Save the steps', others: 'Other organisations that took part', saveCame: 'Save who took part' },
};

async function signIn(page, language) {
  const word = words[language];
  await page.goto(`/${language}/${word.signIn}`);
  await page.locator('#name').fill('Aino Östman');
  await page.locator('#password').fill(process.env.COORDINATOR_PASSWORD ?? '');
  await page.locator('main form button[type=submit]').last().press('Enter');
  await page.waitForURL(new RegExp(`/${language}/${word.coordinator}$`));
}

// Makes an event by the keyboard alone, and gives its id.
async function makeEvent(page, language, day) {
  const word = words[language];
  await page.goto(`/${language}/${word.coordinator}/${word.events}/${word.new}`);
  await page.locator(`#title-${language}`).fill('PTV');
  await page.locator('#day').fill(day);
  await page.locator('#starts').fill('09:00');
  await page.locator('#ends').fill('11:00');
  await page.locator('#place').fill('Kaupungintalo');
  await page.getByRole('button', { name: word.save, exact: true }).press('Enter');
  await page.waitForURL(/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.split('/').at(-1);
}

export async function eventJourneys({ test, check }) {
  for (const language of ['fi', 'sv', 'en']) {
    const word = words[language];
    for (const javaScriptEnabled of [true, false]) {
      const mode = javaScriptEnabled ? '' : ' without JavaScript';
      await test(`events: from the form to who came in ${language}${mode}`, { javaScriptEnabled }, async (page, { context }) => {
        await signIn(page, language);
        await page.goto(`/${language}/${word.coordinator}/${word.events}/${word.new}`);
        await page.getByRole('button', { name: word.save, exact: true }).press('Enter');
        const summary = page.getByRole('alert');
        check(await summary.evaluate((element) => element === document.activeElement), 'the focus is not at what must be mended');
        await summary.getByRole('link').first().press('Enter');
        check(await page.locator('#title-fi').evaluate((element) => element === document.activeElement), 'the link does not lead to the field');
        const id = await makeEvent(page, language, '2099-12-10');

        await page.goto(`/${language}/${word.events}/${id}`);
        await page.getByLabel(word.fullName, { exact: true }).fill('Eka Henkilö');
        await page.getByLabel(word.organisation, { exact: true }).fill('Yhdistys ry');
        await page.getByLabel(word.email).fill('eka');
        await page.locator('form.feedback').evaluate((form) => { form.noValidate = true; });
        await page.getByRole('button', { name: word.register, exact: true }).press('Enter');
        check((await page.getByRole('alert').count()) === 1, 'an address that is none is taken');
        check((await page.getByLabel(word.organisation, { exact: true }).inputValue()) === 'Yhdistys ry', 'the organisation is lost');
        await page.getByLabel(word.email).fill('eka@yhdistys.example');
        await page.getByRole('button', { name: word.register, exact: true }).press('Enter');
        await page.getByRole('heading', { level: 1, name: word.seat }).waitFor();
        const own = page.url();

        await page.goto(`/${language}/${word.coordinator}/${word.events}/${id}`);
        check(await page.getByText('Eka Henkilö').first().isVisible(), 'who registered is not told');
        await page.getByLabel(word.others).fill('Seurakunta');
        await page.getByRole('button', { name: word.saveCame }).press('Enter');
        await page.getByRole('link', { name: 'Seurakunta' }).waitFor();

        await page.goto(own);
        await page.getByRole('button', { name: word.withdraw }).press('Enter');
        await page.getByRole('heading', { level: 1, name: word.withdrawn }).waitFor();
        check((await context.cookies()).length === 1, 'more cookies than the session are set');
      });
    }

    await test(`events: a partner takes a step in ${language}, with the keyboard`, {}, async (page) => {
      await signIn(page, language);
      await page.goto(`/${language}/${word.coordinator}/${word.partners}`);
      await page.getByLabel(word.partner).fill(`Toimija ${language}`);
      await page.getByRole('button', { name: word.add }).press('Enter');
      await page.waitForURL(/[0-9a-f-]{36}$/);
      await page.locator('#state-contact').selectOption({ label: word.done });
      await page.locator('#day-contact').fill('2026-11-20');
      await page.getByRole('button', { name: word.saveSteps }).press('Enter');
      check((await page.locator('#state-contact').inputValue()) === 'done', 'the step is not kept');
      check((await page.locator('#day-contact').inputValue()) === '2026-11-20', 'the day is not kept');
    });

    for (const [mode, options] of Object.entries(modes)) {
      await test(`events: every page in ${language}, ${mode}`, options, async (page) => {
        await signIn(page, language);
        const id = await makeEvent(page, language, '2026-10-01');
        const staff = `/${language}/${word.coordinator}`;
        const event = `${staff}/${word.events}/${id}`;
        await page.getByLabel(word.others).fill('Toimija A\nToimija B\nToimija C\nToimija D\nToimija E');
        await page.getByRole('button', { name: word.saveCame }).press('Enter');
        const partner = await page.getByRole('link', { name: 'Toimija A' }).getAttribute('href');
        const coming = await makeEvent(page, language, '2099-12-10');
        await page.goto(`/${language}/${word.events}/${coming}`);
        await page.getByLabel(word.fullName, { exact: true }).fill('Eka Henkilö');
        await page.getByLabel(word.organisation, { exact: true }).fill('Yhdistys ry');
        await page.getByLabel(word.email).fill('eka@yhdistys.example');
        await page.getByRole('button', { name: word.register, exact: true }).press('Enter');
        await page.getByRole('heading', { level: 1, name: word.seat }).waitFor();
        await checkHealth(page);
        for (const path of [
          `/${language}/${word.events}`, `/${language}/${word.events}/${id}`, `/${language}/${word.events}/${coming}`,
          `${staff}/${word.events}`, event, `${staff}/${word.events}/${coming}`, `${event}/${word.edit}`, `${event}/${word.effect}`,
          `${staff}/${word.effect}`, `${staff}/${word.partners}`, partner,
        ]) {
          await page.goto(path);
          await checkHealth(page).catch((error) => { throw new Error(`${path}: ${error.message}`); });
        }
      });
    }
  }
}
