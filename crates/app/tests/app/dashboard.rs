//! The coordinator's dashboard: what is worth mending most, what is stale, what changed in the week, and where the map is empty.

use app::coordinator::Coordinator;
use app::coverage::values::CoverageSettings;
use app::coverage::{Corner, corners};
use app::quality::{
    Settings, Standards, dashboard, findings, is_counted, mendings, overview, refresh,
    stale_descriptions, stale_owners,
};
use app::{App, Error};
use domain::catalogue::EntityKind;
use domain::coordinator::CoordinatorName;
use domain::import::Mode;
use domain::reference::{county, municipality_exact, themes};
use serde_json::json;
use sources::Record;
use store::quality::{self as rows, Choice};

use crate::source::*;

fn coordinator() -> Coordinator {
    Coordinator::operator(CoordinatorName::take("Aino").unwrap())
}

/// An organisation of its own, at home somewhere.
fn at_home(number: u32, municipality: &str) -> Record {
    let document = json!({
        "id": organisation_id(number), "kind": "Municipality", "municipality": municipality,
        "texts": {"fi": {"name": format!("Kunta {number}")}},
    });
    record(EntityKind::Organisation, &document)
}

/// A service of an organisation, offered in a municipality, changed on a day.
fn offered(number: u32, owner: u32, municipality: &str, modified: &str) -> Record {
    let mut document = service_document(number, &format!("Palvelu {number}"));
    document["organisation"] = json!(organisation_id(owner));
    document["area"] = json!({"kind": "limited", "municipalities": [municipality]});
    document["modified"] = json!(format!("{modified}T10:00:00Z"));
    document["classification"] = json!({"service_classes": ["P25.1"]});
    record(EntityKind::Service, &document)
}

/// Turku and Naantali in one county, Helsinki in another; the clock stands in January 2027.
fn region() -> Vec<Record> {
    vec![
        at_home(1, "853"),
        at_home(2, "529"),
        at_home(3, "091"),
        offered(1, 1, "853", "2026-12-01"),
        offered(2, 2, "529", "2020-03-01"),
        offered(3, 2, "529", "2019-03-01"),
        offered(4, 3, "091", "2018-03-01"),
    ]
}

async fn check(app: &App) {
    app::coverage::refresh(app).await.unwrap();
    refresh(app, &Standards::of_all(Settings::default())).await.unwrap();
}

#[tokio::test]
async fn the_mendings_worth_most_are_those_that_cost_most_points_for_most_inhabitants() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        let (all, total) = mendings(&app, &coordinator(), None, (0, 999)).await.unwrap();
        assert_eq!(all.len(), total);
        let worth: Vec<u64> = all.iter().map(app::reach::Mending::worth).collect();
        assert!(worth.windows(2).all(|two| two[0] >= two[1]), "{worth:?}");
        assert!(worth.iter().all(|worth| *worth > 0), "{worth:?}");
        // Every finding that costs points for somebody, and no other, is there.
        let mut on = app.database().begin().await.unwrap();
        let found = rows::list(&mut on, &Choice::default(), 0, 9999).await.unwrap();
        let costs = found.iter().filter(|one| one.severity != "H").count();
        assert_eq!(total, costs, "all reach somebody here");
        let helsinki = u64::from(municipality_exact("091").unwrap().population);
        assert_eq!(all[0].reach, helsinki, "the most inhabitants come first");
        assert!(all.iter().any(|one| one.finding.kind == EntityKind::Organisation));
        let (own, _) = mendings(&app, &coordinator(), Some("05"), (0, 999)).await.unwrap();
        let turku = u64::from(municipality_exact("853").unwrap().population);
        assert_eq!(own[0].reach, turku, "another county's findings are not among them");
        assert!(own.len() < all.len());
        let (page, _) = mendings(&app, &coordinator(), None, (1, 2)).await.unwrap();
        assert_eq!(page.len(), 2);
        assert_eq!(page[0].finding.id, all[1].finding.id);
    }
}

#[tokio::test]
async fn a_mended_description_is_no_longer_among_the_mendings_after_the_next_check() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        let (before, _) = mendings(&app, &coordinator(), Some("05"), (0, 999)).await.unwrap();
        assert!(before.iter().any(|one| one.finding.subject == service_id(1)));
        app.set_clock(minute(1));
        let gone = sources::Item::Gone { kind: EntityKind::Service, id: service_id(1) };
        import_as(&app, options(Mode::Incremental), Source::part([]).with(gone)).await.unwrap();
        check(&app).await;
        let (after, _) = mendings(&app, &coordinator(), Some("05"), (0, 999)).await.unwrap();
        assert!(after.iter().all(|one| one.finding.subject != service_id(1)));
    }
}

#[tokio::test]
async fn stale_descriptions_are_counted_by_organisation_the_oldest_first() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        let (own, total) = stale_owners(&app, &coordinator(), Some("05"), (0, 9)).await.unwrap();
        assert_eq!(total, 1, "{own:?}");
        assert_eq!(own[0].id, Some(organisation_id(2)));
        assert_eq!((own[0].stale, own[0].descriptions), (2, 3));
        let (all, total) = stale_owners(&app, &coordinator(), None, (0, 9)).await.unwrap();
        assert_eq!(total, 2);
        assert_eq!(all[0].id, Some(organisation_id(3)), "the oldest of all");
        let (names, listed, total) =
            stale_descriptions(&app, &coordinator(), Some("05"), &organisation_id(2), (0, 1))
                .await
                .unwrap();
        assert_eq!(names.iter().next().unwrap().1, "Kunta 2");
        assert_eq!((listed.len(), total), (1, 2));
        assert_eq!(listed[0].id, service_id(3), "the older one first");
    }
}

#[tokio::test]
async fn what_its_provider_confirmed_lately_is_not_stale() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        let now = app.now();
        let confirmed: Result<(), store::Error> = app
            .database()
            .write(move |on| {
                Box::pin(async move {
                    store::provider::confirmation::put(on, &service_id(3), now, 1).await
                })
            })
            .await;
        confirmed.unwrap();
        app.set_clock(minute(1));
        check(&app).await;
        let (own, _) = stale_owners(&app, &coordinator(), Some("05"), (0, 9)).await.unwrap();
        assert_eq!(own[0].stale, 1);
        let of = organisation_id(2);
        let (_, listed, _) =
            stale_descriptions(&app, &coordinator(), None, &of, (0, 9)).await.unwrap();
        assert_eq!(listed.iter().map(|one| &one.id).collect::<Vec<_>>(), [&service_id(2)]);
    }
}

#[tokio::test]
async fn another_countys_organisation_has_no_findings_points_or_stale_descriptions_here() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        let helsinki = organisation_id(3);
        let own = municipality_exact("091").unwrap().county;
        for (county, is_seen) in [(None, true), (Some("05"), false), (Some(own), true)] {
            let choice = Choice {
                county: county.map(str::to_owned),
                owner: Some(helsinki.clone()),
                ..Choice::default()
            };
            let listed = findings(&app, &coordinator(), &choice, (0, 9)).await;
            let stale = stale_descriptions(&app, &coordinator(), county, &helsinki, (0, 9)).await;
            if is_seen {
                assert!(listed.is_ok() && stale.is_ok(), "{county:?}");
            } else {
                assert!(matches!(listed, Err(Error::NotFound)), "{county:?}");
                assert!(matches!(stale, Err(Error::NotFound)), "{county:?}");
            }
        }
    }
}

#[tokio::test]
async fn a_program_that_starts_counts_the_last_check_before_it_checks_again() {
    for app in apps().await {
        assert!(!is_counted(&app));
        import(&app, Source::whole(region())).await;
        assert!(!dashboard(&app, &coordinator(), None, 9).await.unwrap().is_counted);
        check(&app).await;
        assert!(is_counted(&app));
        let started = App::fixed(app.database().clone(), minute(2));
        // Another node has the turn: this one checks nothing, and counts nevertheless.
        let another = Source::part([offered(5, 1, "853", "2026-12-02")]);
        import_as(&app, options(Mode::Incremental), another).await.unwrap();
        let taken: Result<bool, store::Error> = app
            .database()
            .write(|on| {
                Box::pin(async move { rows::take(on, "other", minute(2), minute(9)).await })
            })
            .await;
        assert!(taken.unwrap());
        let done = refresh(&started, &Standards::of_all(Settings::default())).await.unwrap();
        assert_eq!(done.looked_at, 0);
        assert!(is_counted(&started));
        let found = overview(&started, &coordinator(), None, (0, 9)).await.unwrap();
        assert_eq!(found.total, 3);
    }
}

#[tokio::test]
async fn services_that_are_gone_with_their_organisation_are_of_its_countys_week() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        app.set_clock(minute(1));
        let gone =
            [(EntityKind::Organisation, organisation_id(1)), (EntityKind::Service, service_id(1))];
        let gone = gone.map(|(kind, id)| sources::Item::Gone { kind, id });
        let source = gone.into_iter().fold(Source::part([]), Source::with);
        import_as(&app, options(Mode::Incremental), source).await.unwrap();
        check(&app).await;
        let found = dashboard(&app, &coordinator(), Some("05"), 9).await.unwrap();
        assert_eq!(found.week.gone, 1);
    }
}

#[tokio::test]
async fn each_county_has_its_own_limit_of_what_is_stale() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        let patient = Settings { review_days: 9999, ..Settings::default() };
        refresh(&app, &Standards::of_counties([("05", patient)])).await.unwrap();
        let (own, _) = stale_owners(&app, &coordinator(), Some("05"), (0, 9)).await.unwrap();
        assert_eq!(own, []);
        let (all, _) = stale_owners(&app, &coordinator(), None, (0, 9)).await.unwrap();
        assert_eq!(all.len(), 1, "Helsinki's limit is the usual one");
    }
}

#[tokio::test]
async fn the_week_tells_what_came_and_went() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        let first = dashboard(&app, &coordinator(), Some("05"), 10).await.unwrap();
        assert_eq!((first.week.new, first.week.changed, first.week.gone), (3, 0, 0));
        assert_eq!(first.before, None, "nothing was checked a week ago");
        app.set_clock(minute(10 * 24 * 60));
        let changed = offered(1, 1, "853", "2027-01-20");
        let gone = sources::Item::Gone { kind: EntityKind::Service, id: service_id(2) };
        let source = Source::part([changed]).with(gone);
        import_as(&app, options(Mode::Incremental), source).await.unwrap();
        check(&app).await;
        let later = dashboard(&app, &coordinator(), Some("05"), 10).await.unwrap();
        assert_eq!((later.week.new, later.week.changed, later.week.gone), (0, 1, 1));
        assert!(later.week.mended > 0, "its findings went with it");
        assert_eq!(later.before, Some(first.score));
        let all = dashboard(&app, &coordinator(), None, 10).await.unwrap();
        assert_eq!((all.week.changed, all.week.gone), (1, 1));
    }
}

#[tokio::test]
async fn what_is_counted_once_is_what_a_recount_of_the_rows_gives() {
    for app in apps().await {
        import(&app, Source::whole(region())).await;
        check(&app).await;
        for county in [None, Some("05"), Some("01"), Some("02")] {
            let found = overview(&app, &coordinator(), county, (0, 99)).await.unwrap();
            let choice = Choice { county: county.map(str::to_owned), ..Choice::default() };
            let mut on = app.database().begin().await.unwrap();
            let scope = county.map_or(rows::Scope::All, |code| rows::Scope::County(code.into()));
            assert_eq!(found.score, rows::now(&mut on, &scope).await.unwrap(), "{county:?}");
            assert_eq!(found.rules, rows::by_rule(&mut on, &choice).await.unwrap(), "{county:?}");
            drop(on);
            for language in [None, Some("fi"), Some("sv")] {
                for severity in [None, Some("W")] {
                    let choice = Choice {
                        language: language.map(str::to_owned),
                        severity: severity.map(str::to_owned),
                        ..choice.clone()
                    };
                    every_page_is_a_part_of_the_whole(&app, &choice).await;
                }
            }
        }
    }
}

/// The pages of a list put together are what the rows are, each once.
async fn every_page_is_a_part_of_the_whole(app: &App, choice: &Choice) {
    let mut on = app.database().begin().await.unwrap();
    let mut whole: Vec<_> = rows::list(&mut on, choice, 0, 9999).await.unwrap();
    let counted = rows::by_rule(&mut on, choice).await.unwrap();
    drop(on);
    let mut listed = Vec::new();
    loop {
        let offset = u32::try_from(listed.len()).unwrap();
        let page = findings(app, &coordinator(), choice, (offset, 7)).await.unwrap();
        assert_eq!(page.total, whole.len(), "{choice:?}");
        assert_eq!(page.rules, counted, "{choice:?}");
        if page.findings.is_empty() {
            break;
        }
        listed.extend(page.findings);
    }
    let mut listed: Vec<_> = listed
        .iter()
        .map(|one| (one.rule.id.to_owned(), one.id.clone(), one.language, one.field.code()))
        .collect();
    let mut of_rows: Vec<_> = whole
        .drain(..)
        .map(|one| {
            let field = app::quality::Field::ALL.iter().find(|it| it.code() == one.place.field);
            (one.place.rule, one.place.id, one.place.language, field.unwrap().code())
        })
        .collect();
    listed.sort();
    of_rows.sort();
    assert_eq!(listed, of_rows, "{choice:?}");
}

fn of<'a>(found: &'a [Corner], municipality: &str) -> Vec<&'a Corner> {
    found.iter().filter(|one| one.municipality.code == municipality).collect()
}

#[tokio::test]
async fn a_corner_is_empty_where_a_municipality_has_no_local_service_of_a_theme() {
    for app in apps().await {
        let county = county("05").unwrap();
        let settings: CoverageSettings = serde_json::from_value(json!({
            "goals": [{"at_least": 2, "municipalities": ["680"], "themes": ["culture"]}],
        }))
        .unwrap();
        assert_eq!(corners(&app.coverage(), &settings, county), [], "nothing was counted yet");
        import(&app, Source::whole(region())).await;
        check(&app).await;
        let found = corners(&app.coverage(), &settings, county);
        let cells = county.municipalities.len() * themes().len();
        let (turku, naantali) = (of(&found, "853").len(), of(&found, "529").len());
        assert!(turku < themes().len() && naantali < themes().len());
        let elsewhere = (county.municipalities.len() - 2) * themes().len();
        assert_eq!(found.len(), elsewhere + turku + naantali);
        assert!(found.len() < cells);
        assert_eq!((found[0].municipality.code, found[0].goal), ("680", Some(2)), "a goal first");
        let near: Vec<_> =
            found[0].near.iter().map(|one| (one.municipality.code, one.count)).collect();
        assert_eq!(near, [("529", 2), ("853", 1)], "Raisio's neighbours that have some");
        let people: Vec<u32> = found[1..].iter().map(|one| one.municipality.population).collect();
        assert!(people.windows(2).all(|two| two[0] >= two[1]), "{people:?}");
    }
}
