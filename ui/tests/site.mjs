// What the browser tests know of the site: how the browser is started, and one address of each kind
// of page in a language.

export const launchOptions = {
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
};

export const words = {
  fi: { search: 'haku', service: 'palvelu', channel: 'kanava', organisation: 'organisaatio', imports: 'yllapito/tuonnit', about: 'tietoa', accessibility: 'saavutettavuus', report: 'ilmoita-puute', privacy: 'tietosuoja', guide: 'kayttoohje', whyMissing: 'miksi-palvelu-puuttuu', digitalHelp: 'digituki', feeds: 'syotteet', widget: 'upotus', builder: 'upota', feedback: 'palaute', effects: 'nain-palautteesi-vaikutti', offline: 'ei-yhteytta', forgotten: 'tietosuoja/poistettu', list: 'oma-lista', query: 'kirjasto', most: 'uimahalli ja kuntosali illalla', need: 'olen yksinäinen', near: 'lautapelit', crisis: 'haluan kuolla', apart: 'auton katsastus', screen: 'naytto', filters: 'teema=liikunta&kenelle=ikaihmiset&tapa=paikan-paalla&kieli=fi&vain=maksuttomat&jarjestaja=jarjesto&jarjestaja=kunta' },
  sv: { search: 'sok', service: 'tjanst', channel: 'kanal', organisation: 'organisation', imports: 'underhall/importer', about: 'om', accessibility: 'tillganglighet', report: 'anmal-brist', privacy: 'dataskydd', guide: 'anvandarguide', whyMissing: 'varfor-saknas-tjansten', digitalHelp: 'digitalt-stod', feeds: 'floden', widget: 'inbaddat', builder: 'badda-in', feedback: 'respons', effects: 'sa-paverkade-din-respons', offline: 'ingen-anslutning', forgotten: 'dataskydd/raderat', list: 'min-lista', query: 'bibliotek', most: 'dans och musik', need: 'jag känner mig ensam', near: 'paddling', crisis: 'jag vill dö', apart: 'bilbesiktning', screen: 'skarm', filters: 'tema=motion&for-vem=de-aldre&satt=pa-plats&sprak=fi&bara=avgiftsfria&anordnare=organisation&anordnare=kommun' },
  en: { search: 'search', service: 'service', channel: 'channel', organisation: 'organisation', imports: 'admin/imports', about: 'about', accessibility: 'accessibility', report: 'report-gap', privacy: 'privacy', guide: 'guide', whyMissing: 'why-a-service-is-missing', digitalHelp: 'digital-help', feeds: 'feeds', widget: 'widget', builder: 'embed', feedback: 'feedback', effects: 'how-feedback-changed-things', offline: 'offline', forgotten: 'privacy/deleted', list: 'my-list', query: 'library', most: 'library and swimming', need: 'I feel lonely', near: 'canoeing', crisis: 'I want to die', apart: 'car inspection', screen: 'screen', filters: 'theme=exercise&for=seniors&way=in-person&language=fi&only=free&provider=association&provider=municipality' },
};

// Ids are asked from the API: the demonstration's own may change.
export async function pagesOf(base, language) {
  const word = words[language];
  const json = async (path) => (await fetch(new URL(path, base))).json();
  const found = await json(`/api/v1/services?q=${word.query}&lang=${language}&limit=1`);
  const service = await json(`/api/v1/services/${found.items[0].id}`);
  const at = (path) => `/${language}/${path}`;
  const search = (query) => at(`${word.search}?q=${encodeURIComponent(query)}`);
  const pages = {
    home: at(''),
    results: search(word.query),
    map: `${search(word.query)}&view=map`,
    mapOfPlace: `${search(word.query)}&municipality=853&view=map`,
    nearest: `${search(word.query)}&municipality=529&sort=distance`,
    mostWords: search(word.most),
    need: search(word.need),
    near: search(word.near),
    crisis: search(word.crisis),
    apart: search(word.apart),
    nothing: search('qqqxxyy'),
    filtered: at(`${word.search}?${word.filters}`),
    widened: `${search(word.query)}&municipality=704`,
    service: at(`${word.service}/${found.items[0].id}`),
    organisation: at(`${word.organisation}/${found.items[0].organisation.id}`),
    report: at(word.report),
    list: at(word.list),
    missing: at('none'),
    about: at(word.about),
    accessibility: at(word.accessibility),
    privacy: at(word.privacy),
    guide: at(word.guide),
    whyMissing: at(word.whyMissing),
    digitalHelp: at(word.digitalHelp),
    feeds: at(word.feeds),
    widget: at(`${word.widget}?theme=culture`),
    widgetSearch: at(word.widget),
    builder: at(word.builder),
    feedback: at(word.feedback),
    feedbackOnService: at(`${word.feedback}?service=${found.items[0].id}`),
    effects: at(word.effects),
    offline: at(word.offline),
    forgotten: at(word.forgotten),
    screen: at(`${word.screen}?theme=exercise&still=1`),
  };
  // A service that one may need to leave at once.
  const discreet = await json('/api/v1/services?class=P5.7&limit=1');
  if (discreet.items.length > 0) pages.discreet = at(`${word.service}/${discreet.items[0].id}`);
  if (service.channels.length > 0) pages.channel = at(`${word.channel}/${service.channels[0].channel.id}`);
  const imports = await fetch(new URL(at(word.imports), base));
  if (imports.ok) {
    pages.imports = at(word.imports);
    const run = (await imports.text()).match(new RegExp(`href="(/${language}/${word.imports}/[^"]+)"`));
    if (run) pages.import = run[1];
  }
  return pages;
}
