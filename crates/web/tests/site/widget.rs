//! What other sites show in a frame, and the page where it is made.

use axum::http::{StatusCode, header};
use web::{Face, WebConfig};

use crate::town::{Answer, LIBRARY, SWIMMING, Town};
use crate::visitor::{Visitor, location};

const WIDGETS: [&str; 3] = ["/fi/upotus", "/sv/inbaddat", "/en/widget"];
const BUILDERS: [&str; 3] = ["/fi/upota", "/sv/badda-in", "/en/embed"];

async fn town() -> Town {
    let may_frame = vec!["www.naantali.example".parse().unwrap()];
    let face = Face { may_frame, ..Face::default() };
    let base_url = Some("https://tarjotin.example".to_owned());
    Town::configured(WebConfig { face, base_url, ..WebConfig::default() }).await
}

fn policy(answer: &Answer) -> &str {
    answer.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap()
}

#[tokio::test]
async fn only_a_widget_may_be_framed_and_only_by_the_sites_of_the_countys_file() {
    let town = town().await;
    for path in WIDGETS {
        let answer = town.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let policy = policy(&answer);
        let ancestors = "; frame-ancestors 'self' https://www.naantali.example; ";
        assert!(policy.contains(ancestors), "{path}: {policy}");
        assert!(policy.contains("require-trusted-types-for 'script'"), "{policy}");
        assert!(!answer.headers.contains_key(header::X_FRAME_OPTIONS), "{path}");
    }
    let service = format!("/fi/palvelu/{LIBRARY}");
    let others = ["/fi/", "/sv/sok?q=bibliotek", "/en/my-list", "/fi/upotusx", &service];
    for path in others.into_iter().chain(BUILDERS) {
        let answer = town.get(path).await;
        assert!(policy(&answer).contains("frame-ancestors 'none'"), "{path}");
        assert_eq!(answer.headers[header::X_FRAME_OPTIONS], "DENY", "{path}");
        assert_eq!(
            policy(&answer).contains("frame-src 'self'"),
            BUILDERS.contains(&path),
            "{path}"
        );
    }
}

#[tokio::test]
async fn without_named_sites_only_our_own_page_may_frame_a_widget() {
    let town = Town::new().await;
    let answer = town.get("/fi/upotus").await;
    assert!(policy(&answer).contains("frame-ancestors 'self';"), "{}", policy(&answer));
    let builder = town.get("/sv/badda-in").await.body;
    assert!(builder.contains("Ingen webbplats har ännu fått tillstånd."));
}

#[tokio::test]
async fn a_widgets_links_and_search_open_in_a_new_tab_and_say_so() {
    let town = town().await;
    let page = town.get("/fi/upotus?teema=kulttuuri").await.body;
    assert!(page.contains(&format!("href=\"/fi/palvelu/{LIBRARY}\" target=\"_blank\"")), "{page}");
    for widget in [page, town.get("/fi/upotus?kunta=529").await.body] {
        for opened in widget.split("<a ").skip(1).chain(widget.split("<form ").skip(1)) {
            let element = opened.split('>').next().unwrap();
            assert!(element.contains("target=\"_blank\" rel=\"noopener\""), "{element}");
        }
        assert!(widget.contains("avautuu uuteen välilehteen"));
    }
    let search = town.get("/en/widget?municipality=529").await.body;
    assert!(search.contains("value=\"529\" selected") && search.contains("action=\"/en/search\""));
}

#[tokio::test]
async fn a_widget_keeps_nothing_of_who_sees_it() {
    let town = town().await;
    let mut visitor = Visitor::new(&town);
    visitor.press("add", SWIMMING, "/fi/").await;
    // The list's last change is told on the next page, which then sets the cookie anew.
    for path in ["/fi/upotus", "/sv/inbaddat?tema=kultur"] {
        let answer = visitor.get(path).await;
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{path}");
        assert!(!answer.body.contains("list-bar") && !answer.body.contains("<script"), "{path}");
    }
    assert!(visitor.get("/fi/").await.headers.contains_key(header::SET_COOKIE));
}

#[tokio::test]
async fn a_widget_shows_a_shared_list_and_tells_nobody_its_address() {
    let town = town().await;
    let mut giver = Visitor::new(&town);
    giver.press("add", SWIMMING, "/").await;
    let gift = [("language", "fi"), ("validity", "month"), ("note", "")];
    let answer = giver.send("/fi/oma-lista/jaa", &gift).await;
    let code = location(&answer).rsplit('/').next().unwrap().to_owned();
    let widget = town.get(&format!("/sv/inbaddat?lista={code}")).await;
    assert!(widget.body.contains("Utvalda tjänster") && widget.body.contains(SWIMMING));
    assert_eq!(widget.headers[header::REFERRER_POLICY], "same-origin");
    let builder = town.get(&format!("/en/embed?list={code}&in=fi&height=99999")).await.body;
    let address = format!("https://tarjotin.example/fi/upotus?lista={code}");
    assert!(builder.contains(&address) && builder.contains("height=&#34;2000&#34;"), "{builder}");
    let gone = town.get("/sv/inbaddat?lista=ABCDE23455").await;
    assert_eq!(gone.status, StatusCode::OK, "the page around it stays");
    assert!(policy(&gone).contains("https://www.naantali.example"));
    assert!(gone.body.contains("Den här listan går inte längre att läsa"), "{}", gone.body);
    let wrong = town.get("/sv/badda-in?lista=xyz").await;
    assert_eq!(wrong.status, StatusCode::OK);
    assert!(wrong.body.contains("Det finns ingen lista med den här koden"));
}

#[tokio::test]
async fn a_widget_in_danger_is_not_kept_and_shows_where_help_is() {
    let town = town().await;
    let answer = town.get("/fi/upotus?q=haluan+kuolla").await;
    assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
    assert!(answer.body.contains("tel:112"));
    let ordinary = town.get("/fi/upotus?q=kirjasto").await;
    assert_eq!(ordinary.headers[header::CACHE_CONTROL], "no-cache");
}

#[tokio::test]
async fn the_code_to_copy_names_the_frame_and_loads_it_late() {
    let town = town().await;
    for (path, told) in BUILDERS.into_iter().zip(["Kopioi", "Kopiera", "Copy"]) {
        let page = town.get(path).await.body;
        for part in ["loading=&#34;lazy&#34;", "title=&#34;", "https://tarjotin.example/", told] {
            assert!(page.contains(part), "{path}: {part}");
        }
        assert!(page.contains("www.naantali.example"), "{path}");
    }
    let hostile = town.get("/fi/upota?q=%22%3E%3Cscript%3Ealert(1)").await.body;
    assert!(!hostile.contains("<script>alert"));
}

#[tokio::test]
async fn a_widgets_faults_are_framed_pages_in_its_own_look_and_language() {
    let town = town().await;
    for (path, status, told) in [
        ("/fi/upotus?kunta=Atlantis", 200, "mitä emme tunne: ”Atlantis”"),
        ("/sv/inbaddat?omrade=99", 200, "som vi inte känner till: ”99”"),
        ("/en/widget?theme=<b>", 200, "that we do not recognise: “&#60;b&#62;”"),
        ("/en/widget?list=xyz", 200, "that we do not recognise: “xyz”"),
        ("/sv/inbaddat?q=qqqxxyy", 200, "Just nu finns det inga tjänster att visa här."),
        ("/fi/upotus/x", 404, "Sivua ei löytynyt"),
    ] {
        let answer = town.get(&path.replace('<', "%3C").replace('>', "%3E")).await;
        assert_eq!(answer.status.as_u16(), status, "{path}: {}", answer.body);
        assert!(answer.body.contains(told), "{path}: {}", answer.body);
        assert!(answer.body.contains("class=\"widget__main\""), "{path}");
        assert!(answer.body.contains("target=\"_blank\" rel=\"noopener\""), "{path}");
        assert!(policy(&answer).contains("https://www.naantali.example"), "{path}");
        assert!(!answer.headers.contains_key(header::X_FRAME_OPTIONS), "{path}");
        assert!(!answer.headers.contains_key(header::SET_COOKIE), "{path}");
    }
}

#[tokio::test]
async fn a_widget_is_kept_as_results_are_and_goes_out_the_same() {
    let town = town().await;
    for path in ["/fi/upotus", "/fi/upotus?teema=kulttuuri"] {
        let (first, again) = (town.get(path).await, town.get(path).await);
        assert_eq!(first.body, again.body);
        assert_eq!(first.headers, again.headers, "{path}: also the address of the frame");
        town.set_clock("2026-11-24T08:00:30Z");
    }
    town.lose_a_service().await;
    let kept = town.get("/fi/upotus?teema=kulttuuri").await;
    assert!(kept.body.contains(LIBRARY), "until the index follows");
}
