//! The results' filters, order, cards and what is further away; the home page's ways in.

use axum::body::Body;
use axum::http::{Request, header};

use crate::town::{Answer, HOSTILE, LIBRARY, STORIES, SWIMMING, Town};

/// The parts of a page between two marks.
fn between<'a>(page: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(start).skip(1).map(move |rest| rest.split(end).next().unwrap_or_default())
}

/// The value of an attribute in a tag, with its marks undone.
fn attribute(tag: &str, name: &str) -> String {
    let value = between(tag, &format!(" {name}=\""), "\"").next().unwrap_or_default().to_owned();
    value.replace("&#38;", "&")
}

/// The boxes to tick: parameter, value, whether it is chosen, and its count.
fn ticks(page: &str) -> Vec<(String, String, bool, Option<usize>)> {
    between(page, "<label class=\"tick\"", "</label>")
        .map(|tick| {
            let input = between(tick, "<input", ">").next().unwrap_or_default();
            let count = between(tick, "filters__count\">", "<").next();
            let count = count.map(|count| count.parse().unwrap());
            (attribute(input, "name"), attribute(input, "value"), input.contains(" checked"), count)
        })
        .collect()
}

/// The chips: id and address.
fn chips(page: &str) -> Vec<(String, String)> {
    between(page, "<a class=\"chip\"", ">")
        .map(|chip| (attribute(chip, "id"), attribute(chip, "href")))
        .collect()
}

fn total(page: &str) -> usize {
    let total = between(page, "class=\"results-total\" tabindex=\"-1\">", " ").next();
    total.and_then(|total| total.parse().ok()).unwrap_or(0)
}

async fn with_cookie(town: &Town, path: &str, cookie: &str) -> Answer {
    town.ask(Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn each_languages_words_narrow_the_results_and_lead_to_the_other_languages_words() {
    let town = Town::new().await;
    let addresses = [
        (
            "fi",
            "/fi/haku",
            [
                "kenelle=lapset-ja-lapsiperheet",
                "tapa=puhelimitse",
                "jarjestaja=jarjesto",
                "kieli=fi",
                "vain=etana",
            ],
        ),
        (
            "sv",
            "/sv/sok",
            [
                "for-vem=barn-och-barnfamiljer",
                "satt=per-telefon",
                "anordnare=organisation",
                "sprak=fi",
                "bara=pa-distans",
            ],
        ),
        (
            "en",
            "/en/search",
            [
                "for=children-and-families-with-children",
                "way=by-phone",
                "provider=association",
                "language=fi",
                "only=remote",
            ],
        ),
    ];
    for (language, path, choices) in addresses {
        for choice in choices {
            let page = town.get(&format!("{path}?{choice}")).await.body;
            assert!(page.contains(SWIMMING), "{path} {choice}");
            assert!(!page.contains(STORIES), "{path} {choice}: it narrows");
            let (name, value) = choice.split_once('=').unwrap();
            let is_chosen = |tick: &(String, String, bool, Option<usize>)| {
                tick.0 == name && tick.1 == value && tick.2
            };
            assert!(ticks(&page).iter().any(is_chosen), "{path} {choice}: its box is ticked");
        }
        let page = town.get(&format!("{path}?{}", choices.join("&"))).await.body;
        for (other, words, theirs) in addresses.iter().filter(|other| other.0 != language) {
            let link = between(&page, "<a class=\"govuk-language-navigation__link\"", ">")
                .map(|link| attribute(link, "href"))
                .find(|href| href.starts_with(words));
            let link = link.unwrap_or_else(|| panic!("{path}: no link to {other}"));
            for choice in theirs {
                assert!(link.contains(choice), "{link} lacks {choice}");
            }
        }
    }
}

#[tokio::test]
async fn no_choice_is_offered_that_gives_nothing_and_each_gives_what_it_says() {
    let town = Town::new().await;
    for path in
        ["/fi/haku?", "/fi/haku?q=kirjasto&", "/sv/sok?bara=avgiftsfria&", "/fi/haku?kunta=680&"]
    {
        let page = town.get(path).await.body;
        let offered: Vec<_> = ticks(&page).into_iter().filter(|tick| !tick.2).collect();
        assert!(!offered.is_empty(), "{path}");
        for (name, value, _, count) in offered {
            let Some(count) = count else { continue };
            assert!(count > 0, "{path} {name}={value}");
            let narrowed = town.get(&format!("{path}{name}={value}")).await.body;
            assert_eq!(total(&narrowed), count, "{path} {name}={value}");
        }
        assert!(!page.contains("filters__count\">0<"), "{path}");
    }
}

#[tokio::test]
async fn a_chip_takes_away_itself_alone_and_one_link_takes_away_all() {
    let town = Town::new().await;
    let all = "/fi/haku?q=uimahalli&kunta=680&teema=liikunta&kenelle=lapset-ja-lapsiperheet&kieli=fi\
               &tapa=puhelimitse&vain=etana&jarjestaja=jarjesto";
    let page = town.get(all).await.body;
    assert!(page.contains(SWIMMING), "all of it fits the swimming hall");
    let chips = chips(&page);
    assert_eq!(chips.len(), 7, "{chips:?}");
    for (id, href) in &chips {
        let left: Vec<&str> = href.split(['?', '&']).skip(1).collect();
        let gone: Vec<&str> =
            all.split(['?', '&']).skip(1).filter(|part| !left.contains(part)).collect();
        assert_eq!(gone.len(), 1, "{id} takes away {gone:?}");
        let more: Vec<&&str> = left.iter().filter(|part| !all.contains(**part)).collect();
        assert!(more.iter().all(|part| **part == "kunta="), "{id} adds {more:?}");
    }
    assert!(page.contains("Palvelun kieli: Suomi") && page.contains("Järjestäjä: Järjestö"));
    let every = between(&page, "id=\"chip-all\"", ">").next().map(|tag| attribute(tag, "href"));
    assert_eq!(every.as_deref(), Some("/fi/haku?q=uimahalli&kunta="));
    let one = town.get("/fi/haku?vain=etana").await.body;
    assert!(!one.contains("id=\"chip-all\""), "one chip is enough");
}

#[tokio::test]
async fn what_a_filter_does_not_know_is_left_out_and_never_markup() {
    let town = Town::new().await;
    let plain = town.get("/fi/haku").await.body;
    for odd in [
        "kenelle=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
        "kieli=%3Cb%3E&tapa=&vain=kaikki&jarjestaja=KR1.2",
        "alue=%00&elamantilanne=%FF&jarjestys=%3Cimg%20src=x%3E",
    ] {
        let page = town.get(&format!("/fi/haku?{odd}")).await.body;
        assert!(chips(&page).is_empty(), "{odd}");
        assert_eq!(total(&page), total(&plain), "{odd}");
        assert_eq!(ticks(&page), ticks(&plain), "{odd}");
        assert!(!page.contains("<script>") && !page.contains("<img"), "{odd}");
    }
    // A language and a kind of channel that the source made up are not offered either.
    assert!(plain.contains(HOSTILE) && !ticks(&plain).iter().any(|tick| tick.1.contains('<')));
}

#[tokio::test]
async fn what_is_chosen_goes_along_with_other_words_also_where_nothing_fits() {
    let town = Town::new().await;
    let page =
        town.get("/sv/sok?q=qqqxxyy&tema=motion&bara=avgiftsfria&omrade=02&ordning=namn").await;
    let hidden: Vec<(String, String)> = between(&page.body, "<input type=\"hidden\"", ">")
        .filter(|input| attribute(input, "form") == "search")
        .map(|input| (attribute(input, "name"), attribute(input, "value")))
        .collect();
    for (name, value) in
        [("tema", "motion"), ("bara", "avgiftsfria"), ("omrade", "02"), ("ordning", "namn")]
    {
        assert!(hidden.contains(&(name.to_owned(), value.to_owned())), "{name}: {hidden:?}");
    }
    assert!(ticks(&page.body).is_empty());
    let found = town.get("/sv/sok?tema=motion&ordning=namn").await.body;
    let theme = ticks(&found).into_iter().filter(|tick| tick.0 == "tema" && tick.2).count();
    assert_eq!(theme, 1, "its own box carries it");
    assert_eq!(found.matches("name=\"tema\" value=\"motion\"").count(), 1, "and nothing else");
    assert!(found.contains("form=\"search\" name=\"ordning\" value=\"namn\""));
}

#[tokio::test]
async fn results_go_by_fit_or_by_name() {
    let town = Town::new().await;
    let names = |page: &str| -> Vec<usize> {
        let at = |id: &str| page.find(&format!("/{id}\"")).unwrap_or(usize::MAX);
        vec![at(LIBRARY), at(SWIMMING)]
    };
    let by_fit = town.get("/fi/haku?q=uimahalli+kirjasto").await.body;
    let [library, swimming] = names(&by_fit)[..] else { panic!() };
    assert!(swimming < library && library < usize::MAX, "{library} {swimming}");
    let by_name = town.get("/fi/haku?q=uimahalli+kirjasto&jarjestys=nimi").await.body;
    let [library, swimming] = names(&by_name)[..] else { panic!() };
    assert!(library < swimming, "K comes before U");
    assert!(
        by_name.contains("id=\"sort-name\"")
            && by_name.contains("jarjestys=nimi\" aria-current=\"true\"")
    );
    assert!(!town.get("/fi/haku").await.body.contains("id=\"sort-name\""), "all fit alike");
}

#[tokio::test]
async fn a_municipality_with_few_of_its_own_shows_what_the_whole_country_has_apart() {
    let town = Town::new().await;
    for (path, own, country) in [
        ("/fi/haku?kunta=529&teema=kulttuuri", "Palvelut kunnassa: Naantali", "Koko maan palvelut"),
        (
            "/sv/sok?kommun=529&tema=kultur",
            "Tjänster i kommunen Nådendal",
            "Tjänster i hela landet",
        ),
        (
            "/en/search?municipality=529&theme=culture",
            "Services in Naantali",
            "Services for the whole country",
        ),
    ] {
        let page = town.get(path).await.body;
        let part = |id: &str| {
            let start = format!("id=\"{id}-heading\">");
            page.split(&start).nth(1).and_then(|rest| rest.split("</section>").next())
        };
        let of_its_own = part("own").unwrap_or_default();
        assert!(of_its_own.starts_with(own), "{path}: {of_its_own}");
        assert!(of_its_own.contains(LIBRARY) && !of_its_own.contains(STORIES), "{path}");
        let nationwide = part("nationwide").unwrap_or_default();
        assert!(nationwide.starts_with(country) && nationwide.contains(STORIES), "{path}");
    }
    // Nothing of its own is said before what the whole country has.
    let none = town.get("/fi/haku?kunta=905&teema=kulttuuri").await.body;
    assert!(
        none.contains("jota tarjottaisiin juuri tässä kunnassa: Vaasa") && none.contains(STORIES)
    );
    // Nobody asked for anything: nothing is widened.
    let plain = town.get("/fi/haku?kunta=529").await.body;
    assert!(!plain.contains("nationwide-heading"));
}

#[tokio::test]
async fn what_is_had_by_phone_alone_is_offered_from_elsewhere_and_what_has_a_place_is_not() {
    let town = Town::new().await;
    // Vaasa is far from the swimming hall's municipalities; one takes part in it by phone and form.
    let page = town.get("/fi/haku?q=uimahalli&kunta=905").await.body;
    let remote = page.split("id=\"remote-heading\">").nth(1).unwrap_or_default();
    let remote = remote.split("</section>").next().unwrap_or_default();
    assert!(remote.starts_with("Etäpalvelut muualta") && remote.contains(SWIMMING), "{remote}");
    assert!(!page.contains("neighbours-heading"), "its neighbours have none");
    let library = town.get("/fi/haku?q=kirjasto&kunta=905").await.body;
    assert!(!library.contains(LIBRARY), "one goes to a library");
}

#[tokio::test]
async fn a_card_tells_for_whom_what_it_costs_where_and_when() {
    let town = Town::new().await;
    let page = town.get("/fi/haku?q=kirjasto+Naantali").await.body;
    let card = page.split(&format!("/{LIBRARY}\"")).nth(1).unwrap_or_default();
    let card = card.split("result__last").next().unwrap_or_default();
    for told in
        ["Maksuton", "Tullikatu 11, 21100 NAANTALI", "Auki nyt, klo 16.30 asti", "02 434 5444"]
    {
        assert!(card.contains(told), "{told}: {card}");
    }
    assert!(!card.contains("Kenelle:"), "it is for everybody");
    let page = town.get("/sv/sok?q=simhall").await.body;
    let card = page.split(&format!("/{SWIMMING}\"")).nth(1).unwrap_or_default();
    let card = card.split("result__last").next().unwrap_or_default();
    for told in ["För vem:</span> Barn och barnfamiljer", "Avgiftsbelagd", "Alltid öppet"] {
        assert!(card.contains(told), "{told}: {card}");
    }
}

#[tokio::test]
async fn the_municipality_is_remembered_by_its_code_alone_until_it_is_taken_away() {
    let town = Town::new().await;
    let set = |answer: &Answer| {
        let cookie = answer.headers.get(header::SET_COOKIE);
        cookie.map(|cookie| cookie.to_str().unwrap().to_owned())
    };
    let searched = town.get("/sv/sok?q=simhall&kommun=680").await;
    let cookie = set(&searched).unwrap();
    assert!(cookie.starts_with("kunta=680; Path=/;") && cookie.contains("HttpOnly"), "{cookie}");
    let home = with_cookie(&town, "/fi/", "kunta=680").await;
    assert_eq!(home.headers[header::CACHE_CONTROL], "private, no-cache");
    assert!(home.body.contains("<option value=\"680\" selected>Raisio</option>"));
    assert!(home.body.contains("/fi/haku?kunta=680&#38;teema=liikunta"));
    assert!(home.body.contains("Raisio: 3 palvelua."), "with its own counts");
    assert!(set(&home).is_none());
    let chip = chips(&searched.body).into_iter().find(|chip| chip.0 == "chip-place").unwrap();
    let cleared = with_cookie(&town, &chip.1, "kunta=680").await;
    assert!(set(&cleared).unwrap().contains("Max-Age=0"));
    let other = with_cookie(&town, "/fi/haku?q=uimahalli", "kunta=680").await;
    assert!(set(&other).is_none(), "it says nothing of a municipality");
    let hostile = with_cookie(&town, "/fi/", "kunta=\"><script>").await.body;
    assert!(!hostile.contains("<script>") && !hostile.contains(" selected>"));
    let plain = town.get("/fi/").await;
    assert!(set(&plain).is_none() && plain.body.contains("Palvelutarjottimella on 4 palvelua."));
}

#[tokio::test]
async fn the_home_page_leads_to_results_for_a_group_and_for_a_life_situation() {
    let town = Town::new().await;
    for (path, group, event) in [
        (
            "/fi/",
            "/fi/haku?kenelle=lapset-ja-lapsiperheet",
            "/fi/haku?elamantilanne=tyottomaksi-jaaminen",
        ),
        (
            "/sv/",
            "/sv/sok?for-vem=barn-och-barnfamiljer",
            "/sv/sok?livssituation=att-bli-arbetslos",
        ),
        (
            "/en/",
            "/en/search?for=children-and-families-with-children",
            "/en/search?life-event=losing-a-job",
        ),
    ] {
        let home = town.get(path).await.body;
        assert!(home.contains(&format!("href=\"{group}\"")), "{path}: {group}");
        assert!(home.contains(&format!("href=\"{event}\"")), "{path}: {event}");
        assert!(town.get(group).await.body.contains(SWIMMING), "{group}");
        let found = town.get(event).await.body;
        assert!(found.contains(LIBRARY) && !found.contains(SWIMMING), "{event}");
    }
    let home = town.get("/fi/").await.body;
    assert!(!home.contains("Ulkosuomalaiset") && !home.contains("Avioero"), "nothing is for these");
}
