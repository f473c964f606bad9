//! Lists of the catalogue's services, gathered and given.

use app::catalogue::{Found, service_names, services};
use app::shared_list::{self, Gift, give, read};
use app::{App, Error};
use domain::Language;
use domain::catalogue::EntityId;
use domain::my_list::ServiceList;
use domain::shared_list::{Note, SharedList, Validity};

use crate::source::*;

async fn gave(app: &App, ids: impl IntoIterator<Item = EntityId>) -> Result<SharedList, Error> {
    let gift = Gift {
        services: ServiceList::of(ids),
        note: Note::take("Tutustu näihin.").unwrap(),
        language: Language::Sv,
        validity: Validity::Week,
    };
    give(app, gift).await
}

#[tokio::test]
async fn a_given_list_is_read_by_its_code_in_the_givers_order() {
    for app in apps().await {
        import(&app, Source::whole(town(4))).await;
        let given = gave(&app, [service_id(3), service_id(1), service_id(4)]).await.unwrap();
        let Ok(shared_list::Found::There(list)) = read(&app, &given.code).await else {
            panic!("it is not there");
        };
        assert_eq!(list, given);
        assert_eq!(list.services.ids(), [service_id(3), service_id(1), service_id(4)]);
        assert_eq!((list.language, list.note.unwrap().as_str()), (Language::Sv, "Tutustu näihin."));
        assert_eq!(list.created, app.now());
    }
}

#[tokio::test]
async fn what_the_catalogue_never_had_is_not_given() {
    for app in apps().await {
        import(&app, Source::whole(town(2))).await;
        let given = gave(&app, [id('f', 1), service_id(2), channel_id(1)]).await.unwrap();
        assert_eq!(given.services.ids(), [service_id(2)]);
        assert!(matches!(gave(&app, [id('f', 1)]).await, Err(Error::Refused(_))));
    }
}

#[tokio::test]
async fn a_listed_service_keeps_its_place_and_its_name_when_it_is_gone() {
    for app in apps().await {
        import(&app, Source::whole(town(30))).await;
        let mut smaller = town(30);
        smaller.retain(|record| {
            let id = record.entity.id().to_string();
            id != service_id(2).to_string() && id != connection_id(2, 2).to_string()
        });
        import(&app, Source::whole(smaller)).await;
        let ids = [service_id(3), id('f', 1), service_id(2), service_id(1)];
        let listed = services(&app, &ids).await.unwrap();
        assert!(listed.iter().map(|one| &one.id).eq(&ids));
        let Some(Found::Offered(third)) = &listed[0].found else { panic!("it is offered") };
        assert_eq!((third.service.id.clone(), third.channels.len()), (service_id(3), 1));
        assert_eq!(listed[1].found, None);
        let Some(Found::Gone(names)) = &listed[2].found else { panic!("it is gone") };
        assert_eq!(names.best(Language::Fi), Some((Language::Fi, "Palvelu 2")));
        let names = service_names(&app, &ids).await.unwrap();
        assert!(names.contains_key(&service_id(2)) && !names.contains_key(&id('f', 1)));
    }
}
