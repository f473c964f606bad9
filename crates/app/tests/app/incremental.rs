//! Incremental imports: what the source says has changed, and nothing else.

use domain::catalogue::EntityKind::{Channel, Connection, Service};
use domain::import::{Mode, Outcome};
use serde_json::json;
use sources::Item;
use store::catalogue::Change;

use crate::source::*;

async fn changed(app: &app::App, source: Source) -> domain::import::Report {
    app.set_clock(minute(1));
    import_as(app, options(Mode::Incremental), source).await.unwrap()
}

#[tokio::test]
async fn a_change_is_a_new_version_and_the_rest_stays() {
    for app in apps().await {
        import(&app, Source::whole(town(4))).await;
        let report = changed(&app, Source::part([service(2, "Avoin päiväkoti")])).await;
        assert_eq!((report.outcome, report.generation), (Outcome::Complete, Some(2)));
        assert_eq!(tally(&report, Service), [1, 0, 1, 0, 0, 0]);
        let versions = history(&app, Service, &service_id(2)).await;
        assert_eq!(versions.len(), 2);
        assert!(versions[0].document.contains("Palvelu 2"));
        assert!(versions[1].document.contains("Avoin päiväkoti"));
        assert_eq!(versions[1].run, report.run);
        assert_eq!(stored(&app, Service, &service_id(1)).await.unwrap().generation, 1);
    }
}

#[tokio::test]
async fn an_unpublished_service_is_gone_with_its_connections() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let withdrawn = Item::Gone { kind: Service, id: service_id(1) };
        let unknown = Item::Gone { kind: Service, id: service_id(77) };
        let report = changed(&app, Source::part([]).with(withdrawn).with(unknown)).await;
        assert_eq!(tally(&report, Service), [0, 0, 0, 0, 1, 0]);
        assert_eq!(tally(&report, Connection), [0, 0, 0, 0, 1, 0]);
        assert_eq!(changes(&app, Service, &service_id(1)).await, [Change::New, Change::Gone]);
        assert!(stored(&app, Service, &service_id(77)).await.is_none());
        assert_eq!(stored(&app, Channel, &channel_id(1)).await.unwrap().gone, None);
    }
}

#[tokio::test]
async fn a_connection_changes_alone() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let mut source = Source::part([connection(1, 2, "Ovi B"), connection(2, 2, "Ovi C")]);
        source.completeness.connections_read.insert(service_id(1));
        let report = changed(&app, source).await;
        assert_eq!(tally(&report, Connection), [2, 1, 1, 0, 1, 0]);
        assert_eq!(tally(&report, Service), [0; 6]);
        assert_eq!(
            changes(&app, Connection, &connection_id(1, 1)).await,
            [Change::New, Change::Gone]
        );
        assert_eq!(
            changes(&app, Connection, &connection_id(2, 2)).await,
            [Change::New, Change::Changed]
        );
        assert_eq!(changes(&app, Service, &service_id(1)).await, [Change::New]);
    }
}

#[tokio::test]
async fn a_rule_for_a_holiday_is_a_change_of_the_channel() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        let mut document = channel_document(1);
        document["hours"] = json!({"holidays": [{"holiday": "ChristmasEve", "times": []}]});
        let report = changed(&app, Source::part([record(Channel, &document)])).await;
        assert_eq!(tally(&report, Channel), [1, 0, 1, 0, 0, 0]);
        let versions = history(&app, Channel, &channel_id(1)).await;
        assert!(!versions[0].document.contains("ChristmasEve"));
        assert!(versions[1].document.contains("ChristmasEve"));
    }
}

#[tokio::test]
async fn a_code_changes_in_the_document() {
    for app in apps().await {
        import(&app, Source::whole(town(1))).await;
        let mut document = service_document(1, "Palvelu 1");
        document["classification"] = json!({"service_classes": ["P27.1"]});
        changed(&app, Source::part([record(Service, &document)])).await;
        let versions = history(&app, Service, &service_id(1)).await;
        assert!(!versions[0].document.contains("P27.1"));
        assert!(versions[1].document.contains("P27.1"));
    }
}
