//! A county's own file: the face of its site. One process serves as many as there are files.

mod modules;
pub(crate) mod texts;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use app::coverage::values::{CoverageSettings, Population};
use app::quality::Settings;
use domain::journey::{JourneyPlan, Step};
use domain::reference::county;
use domain::{Colour, Language};
use serde::Deserialize;
use web::{CrisisNumber, Face, FeedbackChange, FramingSite, Logo, Module, Palette, Tones};

use crate::configuration::Contact;
use crate::map_tiles::{TileSettings, TilesFile};
use modules::Modules;
use texts::{HEADING, LEAD, PARAGRAPHS, Texts, languages, own_texts, texts};

/// What the file may say.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountyFile {
    /// The host names that the site has.
    hosts: Vec<String>,
    /// The address by which the public reaches it.
    base_url: Option<String>,
    /// The county's code; without it services of the whole country are shown.
    county: Option<String>,
    /// The name, by language.
    name: Texts,
    /// The name under the icon on a telephone, by language; the site's own by default.
    #[serde(default)]
    short_name: Texts,
    /// A small SVG or PNG file, beside this file.
    logo: Option<PathBuf>,
    /// The file that `tarjotin coordinator-password` made, beside this file; without it nobody signs in here.
    coordinator_password_file: Option<PathBuf>,
    /// The languages of the pages, the usual one first; Finnish, Swedish and English by default.
    #[serde(default = "all_languages")]
    languages: Vec<String>,
    /// What the home page says above the search box, by language.
    #[serde(default)]
    heading: Texts,
    /// The sentence under it.
    #[serde(default)]
    lead: Texts,
    /// What the page about the site says first, by language, in Markdown.
    #[serde(default)]
    about: Texts,
    /// Whom one asks for help in finding a service, by language, in Markdown.
    #[serde(default)]
    help: Texts,
    /// Who answers for personal data, by language, in Markdown.
    #[serde(default)]
    privacy: Texts,
    /// The parts of the site that are there.
    #[serde(default)]
    modules: Modules,
    /// The colours; the site's own by default.
    colours: Option<Colours>,
    /// Who answers for the site; by default whom the configuration names.
    contact: Option<Contact>,
    /// The widget, for other sites.
    #[serde(default)]
    widget: Widget,
    /// The county's own numbers for those in a crisis.
    #[serde(default)]
    crisis_numbers: Vec<Crisis>,
    /// What was changed because of feedback.
    #[serde(default)]
    feedback_changes: Vec<Change>,
    /// What lies under the maps.
    #[serde(default)]
    map: MapFile,
    /// Which rules of quality hold, and their limits.
    #[serde(default)]
    quality: Settings,
    /// What its coverage is compared with.
    #[serde(default)]
    coverage: CoverageSettings,
    /// The steps of its partners to good descriptions; those that most counties take by default.
    journey: Option<JourneyFile>,
}

/// The maps.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct MapFile {
    /// The pictures under them; none by default.
    tiles: Option<TilesFile>,
}

/// A number for those in a crisis.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Crisis {
    /// The number, as people write it.
    number: String,
    /// Whose it is, by language.
    name: Texts,
    /// When to call it, by language.
    when: Texts,
}

/// The steps.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct JourneyFile {
    steps: Vec<StepFile>,
}

/// A step.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StepFile {
    /// What its marks are kept under.
    code: String,
    /// Its name, by language.
    name: Texts,
}

/// A change that feedback made.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    /// The day, as in 2026-11-20.
    day: String,
    /// What people said, by language.
    said: Texts,
    /// What was done, by language.
    done: Texts,
}

/// The widget.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Widget {
    /// The hosts whose pages may show it in a frame.
    #[serde(default)]
    may_frame: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Colours {
    light: Mode,
    dark: Mode,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mode {
    brand: String,
    on_brand: String,
    link: String,
    link_hover: String,
    on_link: String,
    accent: String,
}

/// A county's site: its face and its public address.
#[derive(Debug, Clone)]
pub struct CountySite {
    /// The face.
    pub face: Face,
    /// The public address.
    pub base_url: Option<String>,
    /// Who answers for it.
    pub contact: Option<Contact>,
    /// The pictures under its maps.
    pub tiles: Option<TileSettings>,
    /// What its descriptions are checked by.
    pub quality: Settings,
    /// What its coverage is compared with.
    pub coverage: CoverageSettings,
    /// What its coordinator's password is recognised by.
    pub coordinator_password_file: Option<PathBuf>,
}

fn all_languages() -> Vec<String> {
    Language::INTERFACE.iter().map(|language| language.code().to_owned()).collect()
}

/// Reads the files of counties; hosts must be of one county each.
///
/// # Errors
/// With the file and what in it is not right.
pub fn read_all(files: &[PathBuf]) -> anyhow::Result<Vec<CountySite>> {
    let mut sites: Vec<CountySite> = Vec::new();
    for file in files {
        let site = read(file)
            .with_context(|| format!("the county's file {} is not right", file.display()))?;
        let known = |host: &&String| sites.iter().any(|site| site.face.hosts.contains(host));
        if let Some(host) = site.face.hosts.iter().find(known) {
            bail!("{}: the host {host} is another county's already", file.display());
        }
        sites.push(site);
    }
    Ok(sites)
}

fn read(file: &Path) -> anyhow::Result<CountySite> {
    let text = std::fs::read_to_string(file).context("it cannot be read")?;
    let read: CountyFile = toml::from_str(&text)?;
    read.into_site(file.parent().unwrap_or(Path::new("")))
}

impl CountyFile {
    fn into_site(self, folder: &Path) -> anyhow::Result<CountySite> {
        ensure!(!self.hosts.is_empty(), "hosts: name at least one host");
        if let Some(host) = self.hosts.iter().find(|host| host.contains([':', '/'])) {
            bail!("hosts: \"{host}\" is more than a name: write it without scheme and port");
        }
        let hosts = self.hosts.iter().map(|host| host.to_ascii_lowercase()).collect();
        let languages = languages(&self.languages)?;
        let name = texts("name", &self.name)?;
        for language in &languages {
            ensure!(name.get(*language).is_some(), "name: there is none in {language}");
        }
        let crisis_numbers = self.crisis_numbers.iter().map(|one| one.read(&languages));
        let (widget, changes_told) = (&self.widget.may_frame, &self.feedback_changes);
        self.modules.check(Module::Widget, "widget.may_frame", !widget.is_empty())?;
        self.modules.check(Module::Feedback, "feedback_changes", !changes_told.is_empty())?;
        let own = |key, written, most| own_texts(key, written, most, &languages);
        let face = Face {
            crisis_numbers: crisis_numbers.collect::<anyhow::Result<_>>()?,
            heading: own("heading", &self.heading, HEADING)?,
            lead: own("lead", &self.lead, LEAD)?,
            about: own("about", &self.about, PARAGRAPHS)?,
            help: own("help", &self.help, PARAGRAPHS)?,
            privacy: own("privacy", &self.privacy, PARAGRAPHS)?,
            off: self.modules.off(),
            hosts,
            name,
            short_name: texts("short_name", &self.short_name)?,
            logo: self.logo.map(|logo| read_logo(&folder.join(logo))).transpose()?,
            palette: self.colours.as_ref().map(Colours::palette).transpose()?,
            county: match &self.county {
                Some(code) => {
                    Some(county(code).with_context(|| format!("county: nobody knows \"{code}\""))?)
                }
                None => None,
            },
            may_frame: self.widget.may_frame()?,
            feedback_changes: changes(&self.feedback_changes)?,
            languages,
            journey: self
                .journey
                .as_ref()
                .map_or_else(|| Ok(JourneyPlan::default()), JourneyFile::plan)?,
        };
        let quality = self.quality.checked().context("quality")?;
        let coverage = self.coverage.checked(face.county).context("coverage.goals")?;
        let coverage = with_population(coverage, folder)?;
        let tiles = self.map.tiles.map(|tiles| tiles.read(folder)).transpose()?;
        let (base_url, contact) = (self.base_url, self.contact);
        let coordinator_password_file =
            self.coordinator_password_file.map(|file| folder.join(file));
        Ok(CountySite {
            face,
            base_url,
            contact,
            tiles,
            quality,
            coverage,
            coordinator_password_file,
        })
    }
}

/// Reads the county's own numbers of inhabitants.
fn with_population(mut of: CoverageSettings, folder: &Path) -> anyhow::Result<CoverageSettings> {
    let (file, day) = match (&of.population_file, of.population_day) {
        (Some(file), Some(day)) => (folder.join(file), day),
        (None, None) => return Ok(of),
        (Some(_), None) => bail!("coverage.population_day: say of which day the figures are"),
        (None, Some(_)) => bail!("coverage.population_file: name the file whose day is given"),
    };
    let named = || format!("coverage.population_file: {}", file.display());
    let table = std::fs::read_to_string(&file).with_context(named)?;
    of.population = Some(Population::read(&table, day).with_context(named)?);
    Ok(of)
}

impl JourneyFile {
    fn plan(&self) -> anyhow::Result<JourneyPlan> {
        let step = |step: &StepFile| -> anyhow::Result<Step> {
            Ok(Step { code: step.code.clone(), name: texts("journey.steps.name", &step.name)? })
        };
        let steps: anyhow::Result<Vec<Step>> = self.steps.iter().map(step).collect();
        JourneyPlan::new(steps?).context("journey.steps")
    }
}

impl Widget {
    fn may_frame(&self) -> anyhow::Result<Vec<FramingSite>> {
        self.may_frame.iter().map(|host| host.parse().context("widget.may_frame")).collect()
    }
}

impl Crisis {
    /// Somebody in need reads it in whatever language of the site.
    fn read(&self, languages: &[Language]) -> anyhow::Result<CrisisNumber> {
        let number = self.number.trim();
        let is_number = number.chars().any(|one| one.is_ascii_digit())
            && number.chars().all(|one| one.is_ascii_digit() || " +()-".contains(one));
        ensure!(is_number, "crisis_numbers.number: \"{number}\" is no telephone number");
        let name = texts("crisis_numbers.name", &self.name)?;
        let when = texts("crisis_numbers.when", &self.when)?;
        for language in languages {
            let is_there = name.get(*language).is_some() && when.get(*language).is_some();
            ensure!(is_there, "crisis_numbers: {number} has no name or time to call in {language}");
        }
        Ok(CrisisNumber { name, when, number: number.to_owned() })
    }
}

fn changes(changes: &[Change]) -> anyhow::Result<Vec<FeedbackChange>> {
    changes.iter().map(Change::read).collect()
}

impl Change {
    fn read(&self) -> anyhow::Result<FeedbackChange> {
        let day = &self.day;
        let (said, done) = (
            texts("feedback_changes.said", &self.said)?,
            texts("feedback_changes.done", &self.done)?,
        );
        ensure!(!said.is_empty() && !done.is_empty(), "feedback_changes: {day} says nothing");
        let day = day.parse().with_context(|| {
            format!("feedback_changes.day: \"{day}\" is no day as in 2026-11-20")
        })?;
        Ok(FeedbackChange { day, said, done })
    }
}

fn read_logo(file: &Path) -> anyhow::Result<Logo> {
    let bytes =
        std::fs::read(file).with_context(|| format!("logo: {} cannot be read", file.display()))?;
    Logo::new(bytes).with_context(|| format!("logo: {}", file.display()))
}

impl Colours {
    fn palette(&self) -> anyhow::Result<Palette> {
        let palette = Palette::new(self.light.tones("light")?, self.dark.tones("dark")?);
        let faults = palette.faults();
        ensure!(faults.is_empty(), "colours that cannot be read:\n{}", faults.join("\n"));
        Ok(palette)
    }
}

impl Mode {
    fn tones(&self, mode: &str) -> anyhow::Result<Tones> {
        let colour = |name: &str, text: &str| -> anyhow::Result<Colour> {
            text.parse().with_context(|| format!("colours.{mode}.{name}"))
        };
        Ok(Tones {
            brand: colour("brand", &self.brand)?,
            on_brand: colour("on_brand", &self.on_brand)?,
            link: colour("link", &self.link)?,
            link_hover: colour("link_hover", &self.link_hover)?,
            on_link: colour("on_link", &self.on_link)?,
            accent: colour("accent", &self.accent)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r##"
        hosts = ["Tarjotin.Varha.example"]
        county = "05"
        languages = ["fi", "sv"]
        [name]
        fi = "Varsinais-Suomen palvelutarjotin"
        sv = "Egentliga Finlands servicebricka"
        [contact]
        name = { fi = "Alue", sv = "Området" }
        [help]
        fi = "Palveluohjaus, [02 123 4567](tel:021234567)"
        sv = "Servicehandledningen, [02 123 4567](tel:021234567)"
        [short_name]
        fi = "Varhatarjotin"
        [modules]
        screen = false
        map = true
        [widget]
        may_frame = ["www.naantali.example"]
        [[crisis_numbers]]
        number = "02 313 0000"
        name = { fi = "Sosiaali- ja kriisipäivystys", sv = "Social- och krisjouren" }
        when = { fi = "Soita, jos olet kriisissä.", sv = "Ring om du är i kris." }
        [[feedback_changes]]
        day = "2026-11-20"
        said = { fi = "Aukioloajat puuttuivat" }
        done = { fi = "Lisäsimme ne" }
        [quality]
        off = ["T15"]
        sentence_words = 30
        [coverage]
        baseline = "2026-01-15"
        [[coverage.goals]]
        at_least = 3
        [[coverage.goals]]
        at_least = 1
        municipalities = ["529"]
        language = "sv"
        [[journey.steps]]
        code = "visit"
        name = { fi = "Käynti", sv = "Besök" }
        [colours.light]
        brand = "#00597a"
        on_brand = "#ffffff"
        link = "#00597a"
        link_hover = "#003a50"
        on_link = "#ffffff"
        accent = "#b3541e"
        [colours.dark]
        brand = "#0e3a4c"
        on_brand = "#ffffff"
        link = "#8cd6f2"
        link_hover = "#c8ecf9"
        on_link = "#0b1a28"
        accent = "#ffa271"
    "##;

    fn site(text: &str) -> Result<CountySite, String> {
        let file: CountyFile = toml::from_str(text).map_err(|error| error.to_string())?;
        file.into_site(Path::new("/")).map_err(|error| format!("{error:#}"))
    }

    #[test]
    fn a_whole_file_is_a_face() {
        let site = site(FILE).unwrap();
        assert_eq!(site.face.hosts, ["tarjotin.varha.example"]);
        assert_eq!(site.face.languages, [Language::Fi, Language::Sv]);
        assert_eq!(site.face.county.map(|county| county.code), Some("05"));
        assert_eq!(site.face.short_name.get(Language::Fi), Some("Varhatarjotin"));
        assert!(site.face.palette.is_some());
        let [change] = site.face.feedback_changes.as_slice() else { panic!("one change") };
        assert_eq!(
            (change.day.to_string().as_str(), change.done.get(Language::Fi)),
            ("2026-11-20", Some("Lisäsimme ne"))
        );
        assert_eq!(site.face.crisis_numbers[0].number, "02 313 0000");
        assert_eq!(site.face.may_frame, ["www.naantali.example".parse().unwrap()]);
        assert_eq!(site.face.off, [Module::Screen]);
        let contact = site.contact.as_ref().unwrap();
        assert_eq!(contact.name.0.get(Language::Sv), Some("Området"));
        assert!(site.face.help.get(Language::Sv).unwrap().starts_with("Service"));
        let [step] = site.face.journey.steps() else { panic!("one step") };
        assert_eq!((step.code.as_str(), step.name.get(Language::Sv)), ("visit", Some("Besök")));
        assert_eq!((site.quality.off.len(), site.quality.sentence_words), (1, 30));
        assert_eq!(site.coverage.baseline, Some(jiff::civil::date(2026, 1, 15)));
        assert_eq!(site.coverage.goal("853", "culture", None, None), Some(3));
        assert_eq!(site.quality.passives, Settings::default().passives, "what is not set");
    }

    #[test]
    fn a_file_without_steps_has_those_that_most_counties_take() {
        let steps = "[[journey.steps]]\n        code = \"visit\"\n        name = { fi = \"Käynti\", sv = \"Besök\" }";
        assert!(FILE.contains(steps));
        assert_eq!(site(&FILE.replace(steps, "")).unwrap().face.journey, JourneyPlan::default());
    }

    #[test]
    fn a_countys_own_inhabitants_are_read_and_faults_named_with_file_and_line() {
        let folder = tempfile::tempdir().unwrap();
        let table = folder.path().join("population.csv");
        let with = |settings: &str, rows: &str| {
            std::fs::write(&table, format!("municipality;population\n{rows}")).unwrap();
            let text = FILE.replacen("[coverage]", &format!("[coverage]\n{settings}"), 1);
            let file: CountyFile = toml::from_str(&text).unwrap();
            file.into_site(folder.path()).map_err(|error| format!("{error:#}"))
        };
        let file = "population_file = \"population.csv\"";
        let both = format!("{file}\npopulation_day = \"2025-12-31\"");
        let naantali = domain::reference::municipality("529").unwrap();
        let site = with(&both, "529;20000\n").unwrap();
        assert_eq!(site.coverage.inhabitants(naantali), Some(20000));
        assert_eq!(site.coverage.inhabitants_day(), jiff::civil::date(2025, 12, 31));
        let site = with("", "").unwrap();
        assert_eq!(site.coverage.inhabitants(naantali), Some(naantali.population));
        for (settings, rows, named) in [
            (both.as_str(), "529;20000\n853;many\n", "population.csv: line 3: \"many\""),
            (&both, "", "population.csv: no municipality is in it"),
            (file, "529;1\n", "coverage.population_day: say of which day"),
            ("population_day = \"2025-12-31\"", "529;1\n", "coverage.population_file: name"),
            (&both.replace("population.csv", "none.csv"), "529;1\n", "none.csv"),
        ] {
            let refusal = with(settings, rows).unwrap_err();
            assert!(refusal.contains(named), "{refusal}");
        }
    }

    #[test]
    fn what_is_not_right_is_named() {
        for (good, bad, named) in [
            ("on_brand = \"#ffffff\"", "on_brand = \"#3a6e85\"", "contrast"),
            ("\"#00597a\"", "\"blue\"", "colours.light.brand"),
            ("county = \"05\"", "county = \"99\"", "nobody knows \"99\""),
            ("code = \"visit\"", "code = \"Visit\"", "journey.steps: the code \"Visit\""),
            ("off = [\"T15\"]", "off = [\"T99\"]", "there is no rule \"T99\""),
            ("sentence_words", "sentence_word", "sentence_word"),
            ("\"2026-01-15\"", "\"15.1.2026\"", "15.1.2026"),
            ("municipalities = [\"529\"]", "municipalities = [\"837\"]", "coverage.goals: \"837\""),
            ("at_least = 3", "at_least = -3", "at_least"),
            ("[\"fi\", \"sv\"]", "[\"fi\", \"de\"]", "\"de\" is none of"),
            ("[\"fi\", \"sv\"]", "[\"fi\", \"en\"]", "name: there is none in en"),
            ("[\"fi\", \"sv\"]", "[\"fi\", \"fi\"]", "\"fi\" is there twice"),
            ("Tarjotin.Varha.example\"", "Tarjotin.Varha.example:443\"", "without scheme and port"),
            ("hosts = [\"Tarjotin.Varha.example\"]", "hosts = []", "hosts"),
            ("[\"www.naantali.example\"]", "[\"*\"]", "widget.may_frame"),
            ("\"02 313 0000\"", "\"palveluohjaus\"", "is no telephone number"),
            (", sv = \"Ring om du är i kris.\"", "", "no name or time to call in sv"),
            ("2026-11-20", "20.11.2026", "feedback_changes.day"),
            ("{ fi = \"Lisäsimme ne\" }", "{}", "says nothing"),
            ("screen = false", "screen = \"no\"", "expected a boolean"),
            ("screen = false", "booking = false", "unknown field `booking`"),
            ("screen = false", "widget = false", "widget.may_frame says something"),
            ("screen = false", "feedback = false", "feedback_changes says something"),
            ("sv = \"Servicehandl", "en = \"Servicehandl", "help: there is none in sv"),
            ("[help]", "[heading]\nfi = \"\"\n[help]", "heading: the text in fi is empty"),
            ("sv = \"Området\"", "de = \"Gebiet\"", "contact.name: \"de\" is none of"),
            ("{ fi = \"Alue\", sv = \"Området\" }", "\" \"", "name who answers for the site"),
            ("county =", "conty =", "conty"),
            ("county =", "logo = \"none.svg\"\ncounty =", "none.svg"),
        ] {
            let refusal = site(&FILE.replacen(good, bad, 1)).unwrap_err();
            assert!(refusal.contains(named), "{bad}: {refusal}");
        }
    }

    #[test]
    fn a_host_belongs_to_one_county() {
        let folder = tempfile::tempdir().unwrap();
        let files = ["a.toml", "b.toml"].map(|name| folder.path().join(name));
        for file in &files {
            std::fs::write(file, FILE).unwrap();
        }
        assert_eq!(read_all(&files[..1]).unwrap().len(), 1);
        let refusal = format!("{:#}", read_all(&files).unwrap_err());
        assert!(refusal.contains("b.toml") && refusal.contains("another county's"), "{refusal}");
    }
}
