// What the browser tests know of the site: how the browser is started, and one address of each kind
// of page in a language.

export const launchOptions = {
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export const words = {
  fi: { search: 'haku', service: 'palvelu', channel: 'kanava', organisation: 'organisaatio', imports: 'yllapito/tuonnit', about: 'tietoa', accessibility: 'saavutettavuus', query: 'kirjasto' },
  sv: { search: 'sok', service: 'tjanst', channel: 'kanal', organisation: 'organisation', imports: 'underhall/importer', about: 'om', accessibility: 'tillganglighet', query: 'bibliotek' },
  en: { search: 'search', service: 'service', channel: 'channel', organisation: 'organisation', imports: 'admin/imports', about: 'about', accessibility: 'accessibility', query: 'library' },
};

// Ids are asked from the API: the demonstration's own may change.
export async function pagesOf(base, language) {
  const word = words[language];
  const json = async (path) => (await fetch(new URL(path, base))).json();
  const found = await json(`/api/v1/services?q=${word.query}&lang=${language}&limit=1`);
  const service = await json(`/api/v1/services/${found.items[0].id}`);
  const at = (path) => `/${language}/${path}`;
  const pages = {
    home: at(''),
    results: at(`${word.search}?q=${word.query}`),
    nothing: at(`${word.search}?q=qqqxxyy`),
    service: at(`${word.service}/${found.items[0].id}`),
    organisation: at(`${word.organisation}/${found.items[0].organisation.id}`),
    missing: at('none'),
    about: at(word.about),
    accessibility: at(word.accessibility),
  };
  if (service.channels.length > 0) pages.channel = at(`${word.channel}/${service.channels[0].channel.id}`);
  const imports = await fetch(new URL(at(word.imports), base));
  if (imports.ok) {
    pages.imports = at(word.imports);
    const run = (await imports.text()).match(new RegExp(`href="(/${language}/${word.imports}/[^"]+)"`));
    if (run) pages.import = run[1];
  }
  return pages;
}
