//! Coverage: what is counted, when it is counted, and that it is the same as when others count.

use std::collections::BTreeSet;

use app::App;
use app::coverage::values::{
    Counts, CoverageSettings, Population, ProviderKind, Reach, Selection, SupplyLanguage,
    ThemeChoice, Verdict,
};
use app::coverage::{Asked, Extent, lines, neighbours, refresh, services, table};
use domain::catalogue::EntityKind;
use domain::import::Mode;
use domain::reference::{Municipality, counties, county, municipalities, themes};
use jiff::Timestamp;
use jiff::civil::date;
use serde_json::{Value, json};
use sources::Record;

use crate::source::*;

/// Numbers that look like chance and are the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    fn some(&mut self, list: &[&str], most: usize) -> Vec<String> {
        (0..self.below(most + 1)).map(|_| (*self.pick(list)).to_owned()).collect()
    }
}

const CLASSES: [&str; 12] = [
    "P27", "P27.1", "P27.2", "P25", "P25.1", "P4.12", "P5.7", "P5.17", "P10.8", "P16.4", "P99",
    "P6.1",
];
const GROUPS: [&str; 6] = ["KR1", "KR1.1", "KR1.2", "KR2", "KR2.7", "KR3"];
const LANGUAGES: [&str; 7] = ["fi", "sv", "en", "se", "smn", "ru", "ar"];
const KEYWORDS: [&str; 4] = ["unettomuus", "painonhallinta", "insomnia", "muuta"];
const PLACES: [&str; 6] = ["529", "853", "091", "588", "445", "999"];
const KINDS: [&str; 6] = ["Municipality", "Organisation", "Regional", "Company", "State", "Novel"];

fn area(dice: &mut Dice) -> Value {
    match dice.below(8) {
        0 => json!({"kind": "whole_country"}),
        1 => json!({"kind": "whole_country_except_aland"}),
        2 => json!({"kind": "limited", "counties": ["05"]}),
        3 => json!({"kind": "limited", "regions": ["02"], "municipalities": dice.some(&PLACES, 2)}),
        4 => json!({"kind": "other", "value": "Moon"}),
        5 => {
            let all: Vec<&str> = municipalities().iter().map(|one| one.code).collect();
            json!({"kind": "limited", "municipalities": dice.some(&all, 9)})
        }
        _ => json!({"kind": "limited", "municipalities": dice.some(&PLACES, 3)}),
    }
}

fn classification(dice: &mut Dice) -> Value {
    json!({
        "service_classes": dice.some(&CLASSES, 3),
        "target_groups": dice.some(&GROUPS, 2),
        "ontology_terms": dice.some(&["http://example.fi/p1", "http://example.fi/p2"], 1),
    })
}

fn generated_organisation(dice: &mut Dice, number: u32) -> Record {
    let name = if dice.below(4) == 0 { "Kaukolan seurakunta" } else { "Kaukola" };
    let mut document = json!({
        "id": organisation_id(number), "kind": dice.pick(&KINDS), "texts": {"fi": {"name": name}},
    });
    if dice.below(2) == 0 {
        document["area"] = area(dice);
    }
    if number > 1 && dice.below(2) == 0 {
        document["parent"] = json!(organisation_id(number - 1));
    }
    record(EntityKind::Organisation, &document)
}

fn generated_description(dice: &mut Dice, number: u32) -> Record {
    record(
        EntityKind::GeneralDescription,
        &json!({
            "id": id('f', number), "kind": "Service", "classification": classification(dice),
            "texts": {"fi": {"name": "Pohja", "keywords": dice.some(&KEYWORDS, 1)}},
        }),
    )
}

fn generated_service(dice: &mut Dice, number: u32) -> Record {
    let mut document = service_document(number, "Palvelu");
    document["organisation"] = json!(organisation_id(1 + u32::try_from(dice.below(9)).unwrap()));
    document["texts"]["fi"]["keywords"] = json!(dice.some(&KEYWORDS, 1));
    document["classification"] = classification(dice);
    document["languages"] = json!(dice.some(&LANGUAGES, 4));
    if dice.below(3) > 0 {
        document["area"] = area(dice);
    }
    if dice.below(2) == 0 {
        document["general_description"] = json!(id('f', 1 + u32::try_from(dice.below(5)).unwrap()));
    }
    record(EntityKind::Service, &document)
}

fn term(uri: &str, name: &str) -> Record {
    record(EntityKind::OntologyTerm, &json!({"id": uri, "names": {"fi": name}}))
}

/// A round of a catalogue in which much changes from one to the next, and some comes and goes.
fn round(number: u64) -> Source {
    let mut dice = Dice(number);
    let mut records =
        vec![term("http://example.fi/p1", "Unettomuus"), term("http://example.fi/p2", "toinen")];
    records.extend((1..=8).map(|it| generated_organisation(&mut dice, it)));
    records.extend((1..=4).map(|it| generated_description(&mut dice, it)));
    for it in 1..=100 {
        // Two thirds stay as they were in the first round.
        let mut of_first = Dice(u64::from(it) + 1000);
        let service = if it % 3 == 0 {
            generated_service(&mut dice, it)
        } else {
            generated_service(&mut of_first, it)
        };
        if number == 1 || it % 10 != u32::try_from(number).unwrap() {
            records.push(service);
        }
    }
    Source::whole(records)
}

async fn import_round(app: &App, number: u64) {
    app.set_clock(minute(i64::try_from(number).unwrap() * 100));
    let accept_drop = Some("a test".to_owned());
    import_as(app, app::import::Options { accept_drop, ..options(Mode::Full) }, round(number))
        .await
        .unwrap();
}

/// Every cell of every place that there is, counted by both.
async fn compare(app: &App, counts: &Counts, at: Timestamp) -> u64 {
    let recounted = store::testing::recount(app.database(), at).await.unwrap();
    let mut seen = 0;
    // Where neither knows of a service, no choice of services has one.
    let named: BTreeSet<&str> =
        recounted.keys().filter_map(|[place, ..]| place.split(' ').nth(2)).collect();
    let is_served = |one: &&Municipality| {
        counts.local(one.code, Selection::default()) > 0 || named.contains(one.code)
    };
    let served: Vec<&Municipality> = municipalities().iter().filter(is_served).collect();
    let themes_and_any = (0..themes().len()).map(Some).chain([None]);
    for theme in themes_and_any {
        for provider in ProviderKind::ALL.into_iter().map(Some).chain([None]) {
            for language in SupplyLanguage::ALL.into_iter().map(Some).chain([None]) {
                let theme_id = theme.map_or("*", |place| themes()[place].id);
                let key = |place: String| {
                    let provider = provider.map_or("*", ProviderKind::code);
                    let language = language.map_or("*", SupplyLanguage::code);
                    [place, theme_id.into(), provider.into(), language.into()]
                };
                let other = |place: String| recounted.get(&key(place)).copied().unwrap_or(0);
                let theme = theme.map_or(ThemeChoice::Any, ThemeChoice::One);
                let selection = Selection { theme, provider, language };
                for one in &served {
                    let count = counts.local(one.code, selection);
                    let place = format!("local {} {}", one.county, one.code);
                    assert_eq!(count, other(place), "{} {selection:?}", one.name_fi);
                    seen += count;
                }
                for one in counties() {
                    for reach in [Reach::Local, Reach::Regional] {
                        let count = counts.in_county(one.code, reach, selection);
                        let place = format!("{} {}", reach.code(), one.code);
                        assert_eq!(count, other(place), "{} {selection:?}", one.name_fi);
                        seen += count;
                    }
                }
                for reach in [Reach::National, Reach::Unknown] {
                    let count = counts.beyond(reach, selection);
                    assert_eq!(count, other(reach.code().to_owned()), "{reach:?} {selection:?}");
                    seen += count;
                }
            }
        }
    }
    seen
}

#[tokio::test]
async fn a_recount_by_other_means_finds_the_same_today_and_at_every_earlier_time() {
    for app in apps().await {
        for number in 1..=4 {
            import_round(&app, number).await;
            // The second is not followed: the third brings both.
            if number != 2 {
                refresh(&app).await.unwrap();
            }
        }
        let coverage = app.coverage();
        let seen = compare(&app, coverage.now(), minute(1_000)).await;
        assert!(seen > 3_000, "the generated catalogue is too thin: {seen}");
        for number in [1, 3] {
            let time = minute(number * 100 + 50);
            let seen = compare(&app, &coverage.at(time), time).await;
            assert!(seen > 1_000, "{number}: {seen}");
        }
        assert_eq!(coverage.at(minute(50)).beyond(Reach::National, Selection::default()), 0);
    }
}

#[tokio::test]
async fn what_is_counted_step_by_step_is_what_is_counted_at_once() {
    for app in apps().await {
        for number in 1..=3 {
            import_round(&app, number).await;
            refresh(&app).await.unwrap();
        }
        let step_by_step =
            lines(&app.coverage(), &CoverageSettings::default(), county("05").unwrap());
        let other = App::fixed(app.database().clone(), minute(0));
        app.database()
            .write(|on| {
                Box::pin(async move {
                    let state = store::coverage::state(on).await?;
                    store::coverage::advance(on, &state, &store::coverage::State::default())
                        .await
                        .map(drop)
                })
            })
            .await
            .map_err(|error: store::Error| error)
            .unwrap();
        refresh(&other).await.unwrap();
        assert_eq!(other.coverage().generation(), 3);
        let at_once = lines(&other.coverage(), &CoverageSettings::default(), county("05").unwrap());
        assert_eq!(at_once, step_by_step);
    }
}

fn local_service(number: u32, places: &[&str], languages: &[&str]) -> Record {
    let mut document = service_document(number, &format!("Kuoro {number}"));
    document["classification"] = json!({"service_classes": ["P25.1"], "target_groups": ["KR1"]});
    document["area"] = json!({"kind": "limited", "municipalities": places});
    document["languages"] = json!(languages);
    record(EntityKind::Service, &document)
}

fn culture() -> ThemeChoice {
    ThemeChoice::One(themes().iter().position(|theme| theme.id == "culture").unwrap())
}

fn settings(text: &str) -> CoverageSettings {
    serde_json::from_str(text).unwrap()
}

#[tokio::test]
async fn a_table_tells_counts_goals_growth_and_inhabitants() {
    for app in apps().await {
        let town = vec![organisation(1, None), local_service(1, &["529"], &["fi"])];
        import(&app, Source::whole(town.clone())).await;
        app.set_clock(minute(60 * 24 * 10));
        let more =
            [local_service(2, &["529", "680"], &["fi", "sv"]), local_service(3, &["680"], &[])];
        import(&app, Source::whole(town.into_iter().chain(more))).await;
        refresh(&app).await.unwrap();

        let settings = settings(
            r#"{"baseline":"2027-01-20","goals":[{"at_least":2},{"at_least":1,"language":"sv"}]}"#,
        );
        let varha = county("05").unwrap();
        let told = table(&app.coverage(), &settings, varha, None, None);
        let column = told.columns.iter().position(|column| *column == culture()).unwrap();
        let row =
            |code: &str| told.rows.iter().find(|row| row.of.code() == code).unwrap().cells[column];
        let naantali = row("529");
        assert_eq!((naantali.count, naantali.first, naantali.baseline), (2, Some(1), Some(1)));
        assert_eq!(naantali.verdict, Verdict::Met { goal: 2 });
        let inhabitants = f64::from(domain::reference::municipality("529").unwrap().population);
        assert_eq!(naantali.per_thousand, Some(2000.0 / inhabitants));
        assert_eq!(row("853").verdict, Verdict::Missed { goal: 2, missing: 2 });
        assert_eq!(row("local").count, 3, "each once");
        assert_eq!(told.compared.first, Some(minute(0)));

        let swedish = SupplyLanguage::from_code("sv");
        let told = table(&app.coverage(), &settings, varha, None, swedish);
        let raisio = told.rows.iter().find(|row| row.of.code() == "680").unwrap().cells[column];
        assert_eq!((raisio.count, raisio.verdict), (1, Verdict::Met { goal: 1 }));

        let near = neighbours(&app.coverage(), "853", Selection::default().of(culture()));
        let near: Vec<_> = near.iter().map(|one| (one.municipality.code, one.count)).collect();
        assert_eq!(near, [("529", 2), ("680", 2)], "what touches Turku and has some");
    }
}

#[tokio::test]
async fn a_countys_own_inhabitants_are_counted_by_and_nobody_guesses_the_rest() {
    for app in apps().await {
        let town = vec![organisation(1, None), local_service(1, &["529"], &["fi"])];
        import(&app, Source::whole(town)).await;
        refresh(&app).await.unwrap();
        let varha = county("05").unwrap();
        let day = date(2025, 12, 31);
        let with = |rows: &str| CoverageSettings {
            population: Some(
                Population::read(&format!("municipality,population\n{rows}"), day).unwrap(),
            ),
            ..CoverageSettings::default()
        };
        let cell_of = |settings: &CoverageSettings, code: &str| {
            let told = table(&app.coverage(), settings, varha, None, None);
            let column = told.columns.iter().position(|column| *column == culture()).unwrap();
            told.rows.iter().find(|row| row.of.code() == code).unwrap().cells[column]
        };
        let one = with("529,500\n");
        assert_eq!(cell_of(&one, "529").per_thousand, Some(2.0));
        for (code, is_unknown) in
            [("529", false), ("853", true), ("local", true), ("regional", false)]
        {
            let cell = cell_of(&one, code);
            assert_eq!(cell.lacks_population, is_unknown, "{code}");
            assert_eq!(cell.per_thousand.is_some(), code == "529", "{code}");
        }
        let every = varha.municipalities.iter().map(|code| format!("{code},100\n"));
        let every = with(&every.collect::<String>());
        let people = 100.0 * f64::from(u32::try_from(varha.municipalities.len()).unwrap());
        assert_eq!(cell_of(&every, "local").per_thousand, Some(1000.0 / people));

        let told = lines(&app.coverage(), &one, varha);
        for line in told.iter().filter(|line| line.theme == "culture") {
            let is_known = line.municipality == Some("529");
            assert_eq!(line.population_day, is_known.then_some(day), "{line:?}");
        }
    }
}

#[tokio::test]
async fn a_baseline_before_the_first_import_compares_nothing() {
    for app in apps().await {
        import(&app, Source::whole([organisation(1, None), local_service(1, &["529"], &[])])).await;
        refresh(&app).await.unwrap();
        let settings = settings(r#"{"baseline":"2020-01-01"}"#);
        let told = table(&app.coverage(), &settings, county("05").unwrap(), None, None);
        assert_eq!(told.compared.baseline, None);
        assert!(told.rows.iter().flat_map(|row| &row.cells).all(|cell| cell.baseline.is_none()));
    }
}

#[tokio::test]
async fn the_services_behind_a_count_are_as_many_as_it_says() {
    for app in apps().await {
        import_round(&app, 1).await;
        refresh(&app).await.unwrap();
        let varha = county("05").unwrap();
        let (mut looked_at, coverage) = (0, app.coverage());
        for (code, theme) in [
            ("529", ThemeChoice::Any),
            ("529", culture()),
            ("853", ThemeChoice::None),
            ("local", ThemeChoice::Some),
            ("regional", ThemeChoice::Any),
            ("national", culture()),
            ("unknown", ThemeChoice::Any),
        ] {
            for language in [None, SupplyLanguage::from_code("sv")] {
                let of = Extent::from_code(code, varha).unwrap();
                let selection = Selection { theme, provider: None, language };
                let count =
                    app::coverage::cell(&coverage, &settings("{}"), varha, of, selection).count;
                let asked = Asked {
                    reach: of.reach(),
                    county: if matches!(of.reach(), Reach::Local | Reach::Regional) {
                        "05"
                    } else {
                        ""
                    },
                    municipality: (code.len() == 3).then_some(code),
                    selection,
                };
                let mut listed = Vec::new();
                loop {
                    let after = listed.last().cloned();
                    let page = services(&app, asked, after.as_ref(), 7).await.unwrap();
                    if page.is_empty() {
                        break;
                    }
                    listed.extend(page.into_iter().map(|one| one.id));
                }
                assert_eq!(u64::try_from(listed.len()).unwrap(), count, "{code} {selection:?}");
                looked_at += count;
            }
        }
        assert!(looked_at > 50, "{looked_at}");
    }
}

#[tokio::test]
async fn nothing_is_counted_twice_of_one_generation() {
    for app in apps().await {
        import_round(&app, 1).await;
        refresh(&app).await.unwrap();
        let first = app.coverage();
        refresh(&app).await.unwrap();
        assert!(std::sync::Arc::ptr_eq(&first, &app.coverage()));
    }
}
