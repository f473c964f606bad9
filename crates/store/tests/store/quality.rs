//! What is counted over all that was checked.

use domain::Language;
use domain::catalogue::{EntityId, EntityKind};
use jiff::Timestamp;
use store::quality::{
    Checked, Finding, Place, by_language, by_rule, forget, insert_findings, owners, put_checked,
};
use store::testing::databases;
use store::{Database, Error};

fn id(text: &str) -> EntityId {
    EntityId::new(text).unwrap()
}

/// A service of an organisation with so many points over so many language versions.
fn checked(service: &str, owner: &str, points: i64, versions: i64) -> Checked {
    Checked {
        kind: EntityKind::Service,
        id: id(service),
        owner: Some(id(owner)),
        municipality: None,
        county: Some("05".to_owned()),
        print: [0; 16],
        points,
        versions,
        errors: 0,
        warnings: 0,
        checked: Timestamp::UNIX_EPOCH,
    }
}

async fn keep(database: &Database, all: Vec<Checked>, findings: Vec<Finding>) {
    let written: Result<(), Error> = database
        .write(|on| {
            Box::pin(async move {
                put_checked(on, &all).await?;
                insert_findings(on, &findings).await
            })
        })
        .await;
    written.unwrap();
}

#[tokio::test]
async fn organisations_whose_points_differ_by_less_than_a_thousandth_stand_in_order_of_their_ids() {
    for database in databases().await.unwrap() {
        // Two of three are more than 666 thousandths, and count as many.
        let all =
            vec![checked("s1", "a", 2, 3), checked("s2", "b", 666, 1000), checked("s3", "c", 1, 9)];
        keep(&database, all, vec![]).await;
        let found = owners(&mut database.begin().await.unwrap()).await.unwrap();
        let ids: Vec<String> =
            found.into_iter().filter_map(|(id, ..)| id).map(|id| id.to_string()).collect();
        assert_eq!(ids, ["c", "a", "b"]);
    }
}

fn finding(service: &str, owner: &str, language: Language, field: &str) -> Finding {
    Finding {
        place: Place {
            subject: id(service),
            kind: EntityKind::Service,
            id: id(service),
            rule: "T1".to_owned(),
            language: Some(language),
            field: field.to_owned(),
        },
        severity: "W".to_owned(),
        owner: Some(id(owner)),
        county: Some("05".to_owned()),
        evidence: "[]".to_owned(),
        since: Timestamp::UNIX_EPOCH,
        gone: None,
    }
}

#[tokio::test]
async fn a_rule_is_counted_by_language_version_with_its_descriptions_and_organisations() {
    for database in databases().await.unwrap() {
        let findings = vec![
            finding("s1", "a", Language::Fi, "summary"),
            finding("s1", "a", Language::Fi, "description"),
            finding("s2", "a", Language::Fi, "summary"),
            finding("s3", "b", Language::Sv, "summary"),
        ];
        keep(&database, vec![], findings).await;
        let mut on = database.begin().await.unwrap();
        let counts: Vec<_> = by_language(&mut on)
            .await
            .unwrap()
            .into_iter()
            .map(|one| (one.language, one.counted))
            .map(|(language, it)| (language, it.findings, it.descriptions, it.organisations))
            .collect();
        assert_eq!(counts, [("fi".to_owned(), 3, 2, 1), ("sv".to_owned(), 1, 1, 1)]);
        let all = by_rule(&mut on, &store::quality::Choice::default()).await.unwrap();
        assert_eq!((all[0].findings, all[0].descriptions, all[0].organisations), (4, 3, 2));
    }
}

#[tokio::test]
async fn what_is_forgotten_is_no_longer_among_the_organisations() {
    for database in databases().await.unwrap() {
        keep(&database, vec![checked("s1", "a", 2, 3)], vec![]).await;
        let gone = id("s1");
        let written: Result<(), Error> = database
            .write(|on| {
                Box::pin(async move {
                    forget(on, EntityKind::Service, &gone, Timestamp::UNIX_EPOCH).await
                })
            })
            .await;
        written.unwrap();
        assert!(owners(&mut database.begin().await.unwrap()).await.unwrap().is_empty());
    }
}
