//! What a service must have: PTV's own validators and DVV's guidance.

use domain::Language;
use domain::catalogue::{Area, Charge, OrganisationKind};
use jiff::tz::TimeZone;

use crate::rule::Found;
use crate::{Field, Rule, Settings, Severity, Subject};

macro_rules! rules {
    ($($id:literal $severity:ident $source:literal $check:ident
        [$fi:literal, $sv:literal, $en:literal] [$mend_fi:literal, $mend_sv:literal, $mend_en:literal];)+) => {
        &[$(Rule {
            id: $id, severity: Severity::$severity, source: $source, why: [$fi, $sv, $en],
            mend: [$mend_fi, $mend_sv, $mend_en], check: $check,
        }),+]
    };
}
pub(crate) use rules;

pub(crate) static RULES: &[Rule] = rules![
    "S2" Error "PTV validators, DVV" missing_texts
        ["Kieliversio on kesken: nimi, tiivistelmä tai kuvaus puuttuu.",
         "Språkversionen är ofullständig: namn, sammanfattning eller beskrivning saknas.",
         "The language version is unfinished: name, summary or description is missing."]
        ["Kirjoita puuttuva teksti, tai poista kieliversio julkaisusta.",
         "Skriv den text som saknas, eller avpublicera språkversionen.",
         "Write the missing text, or take the language version out of publication."];
    "S3" Error "PTV validators, field help" summary_is_name
        ["Tiivistelmä toistaa nimen eikä kerro lukijalle mitään uutta.",
         "Sammanfattningen upprepar namnet och berättar inget nytt för läsaren.",
         "The summary repeats the name and tells the reader nothing new."]
        ["Kerro yhdellä tai kahdella virkkeellä, mitä palvelusta saa ja kenelle se on.",
         "Berätta med en eller två meningar vad tjänsten ger och vem den är till för.",
         "Say in one or two sentences what one gets and for whom it is."];
    "S4" Error "PTV, mandatory since 3 March 2026" no_instructions
        ["Toimintaohje puuttuu: lukija ei tiedä, miten palvelun saa.",
         "Handlingsinstruktionerna saknas: läsaren vet inte hur man får tjänsten.",
         "The instructions are missing: the reader does not know how to get the service."]
        ["Kirjoita toimintaohje: mitä lukijan pitää tehdä ensin.",
         "Skriv instruktioner: vad läsaren ska göra först.",
         "Write instructions: what the reader has to do first."];
    "S5" Error "PTV validators, DVV" service_classes
        ["Palveluluokkia pitää olla 1–4 ja vähintään yhden pitää olla alaluokka.",
         "Tjänsten ska ha 1–4 serviceklasser, varav minst en underklass.",
         "A service has 1–4 service classes, at least one of them a sub-class."]
        ["Valitse tarkin sopiva alaluokka ja poista ylimääräiset.",
         "Välj den underklass som passar bäst och ta bort överflödiga.",
         "Choose the sub-class that fits best and remove the superfluous ones."];
    "S6" Error "PTV validators" ontology_terms
        ["Ontologiakäsitteitä pitää olla 1–10: niillä palvelu löytyy.",
         "Tjänsten ska ha 1–10 ontologibegrepp: med dem hittas den.",
         "A service has 1–10 ontology terms: it is found by them."]
        ["Lisää käsitteitä, jotka kertovat palvelun sisällöstä, tai poista epätarkimmat.",
         "Lägg till begrepp som beskriver innehållet, eller ta bort de minst träffande.",
         "Add terms that tell what the service is about, or remove the vaguest."];
    "S7" Error "PTV validators" target_groups
        ["Kohderyhmä puuttuu tai on liian laaja: yrityksille tarkoitettu palvelu tarvitsee alaryhmän.",
         "Målgruppen saknas eller är för vid: en tjänst för företag behöver en undergrupp.",
         "The target group is missing or too wide: a service for businesses needs a sub-group."]
        ["Valitse kohderyhmä.", "Välj målgrupp.", "Choose the target group."];
    "S8" Warning "DVV, field help, Tarmoa" many_groups
        ["Alaryhmä valitaan vain, jos palvelu on tarkoitettu juuri sille ryhmälle. Monta alaryhmää ei rajaa mitään.",
         "En undergrupp väljs bara om tjänsten är avsedd just för den. Många undergrupper avgränsar ingenting.",
         "A sub-group is chosen only if the service is for that group alone. Many sub-groups narrow nothing."]
        ["Jätä ne ryhmät, joille palvelu on varta vasten, tai pelkkä Kansalaiset.",
         "Behåll de grupper som tjänsten är avsedd för, eller bara Medborgare.",
         "Keep the groups that it is made for, or Citizens alone."];
    "S9" Error "DVV" no_channels
        ["Palvelulla ei ole yhtään asiointikanavaa: sitä ei voi saada mistään.",
         "Tjänsten har ingen servicekanal: det går inte att få den någonstans.",
         "The service has no channel: there is no way to get it."]
        ["Liitä palveluun paikka, puhelin, verkkosivu tai muu kanava.",
         "Koppla en plats, telefon, webbsida eller annan kanal till tjänsten.",
         "Connect a place, a phone, a web page or another channel."];
    "S10" Warning "PTV validators, DVV" too_wide
        ["Kunnan palvelun alueeksi on merkitty koko maa.",
         "En kommuns tjänst har hela landet som område.",
         "A municipality's service is said to be offered in the whole country."]
        ["Rajaa alue niihin kuntiin, joiden asukkaille palvelu on.",
         "Begränsa området till de kommuner vars invånare tjänsten är till för.",
         "Limit the area to the municipalities whose inhabitants it is for."];
    "S11" Error "PTV validators" organisation_language
        ["Organisaatiota ei ole julkaistu tällä kielellä, vaikka palvelu on.",
         "Organisationen är inte publicerad på detta språk, fast tjänsten är det.",
         "The organisation is not published in this language, though the service is."]
        ["Julkaise organisaation kuvaus samalla kielellä.",
         "Publicera organisationens beskrivning på samma språk.",
         "Publish the organisation's description in the same language."];
    "S13" Error "PTV validators" no_languages
        ["Palvelun kielet puuttuvat: lukija ei tiedä, millä kielellä häntä palvellaan.",
         "Servicespråken saknas: läsaren vet inte på vilka språk man får service.",
         "The languages of the service are missing: the reader does not know in which one is served."]
        ["Merkitse kielet, joilla palvelua saa. Ne eivät ole samat kuin tekstin kieliversiot.",
         "Ange de språk som tjänsten ges på. De är inte samma sak som textens språkversioner.",
         "Give the languages it is given in. They are not the same as the text's language versions."];
    "S18" Warning "DVV" no_charge_information
        ["Palvelu on maksullinen, mutta hinnasta ei kerrota mitään.",
         "Tjänsten är avgiftsbelagd, men inget sägs om priset.",
         "The service is chargeable, but nothing is said of the price."]
        ["Kirjoita maksullisuuden lisätietoihin, mitä palvelu maksaa tai mistä hinta riippuu.",
         "Skriv i avgiftsuppgifterna vad tjänsten kostar eller vad priset beror på.",
         "Write in the charge information what it costs or what the price depends on."];
    "S19" Warning "DVV, yearly review" stale
        ["Kuvausta ei ole päivitetty vuoteen, eikä lukija voi tietää, pitääkö se paikkansa.",
         "Beskrivningen har inte uppdaterats på ett år, och läsaren kan inte veta om den stämmer.",
         "The description has not been updated for a year, and the reader cannot know whether it holds."]
        ["Lue kuvaus läpi, korjaa vanhentunut ja julkaise uudestaan.",
         "Läs igenom beskrivningen, rätta det föråldrade och publicera på nytt.",
         "Read it through, mend what is out of date and publish it again."];
    "S21" Error "DVV" law_links
        ["Lain linkki vie muualle kuin Finlexiin.",
         "Länken till lagen leder någon annanstans än till Finlex.",
         "The link of a law leads elsewhere than to Finlex."]
        ["Vaihda linkiksi lain sivu finlex.fi:ssä.",
         "Byt till lagens sida på finlex.fi.",
         "Link to the law's page on finlex.fi."];
];

fn is_blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

fn missing_texts(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    for (language, texts) in &subject.service.texts {
        if texts.name.trim().is_empty() {
            found.field(Field::Name, Some(*language), vec![]);
        }
        if is_blank(texts.summary.as_ref()) {
            found.field(Field::Summary, Some(*language), vec![]);
        }
        if is_blank(texts.description.as_ref())
            && !subject.inherits(*language, |texts| texts.description.as_ref())
        {
            found.field(Field::Description, Some(*language), vec![]);
        }
    }
}

fn summary_is_name(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let plain = |text: &str| text.trim().trim_end_matches('.').to_lowercase();
    for (language, texts) in &subject.service.texts {
        if let Some(summary) = &texts.summary
            && !summary.trim().is_empty()
            && plain(summary) == plain(&texts.name)
        {
            let whole = std::iter::once(0..summary.len()).collect();
            found.places((Field::Summary, *language, summary), whole);
        }
    }
}

fn no_instructions(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    for (language, texts) in &subject.service.texts {
        if is_blank(texts.user_instructions.as_ref())
            && !subject.inherits(*language, |texts| texts.user_instructions.as_ref())
        {
            found.field(Field::UserInstructions, Some(*language), vec![]);
        }
    }
}

fn service_classes(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let classes = subject.service.classification_with(subject.description).service_classes;
    if !(1..=4).contains(&classes.len()) || !classes.iter().any(|class| class.contains('.')) {
        found.field(Field::ServiceClasses, None, classes);
    }
}

fn ontology_terms(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let count = subject.service.classification_with(subject.description).ontology_terms.len();
    if !(1..=10).contains(&count) {
        found.field(Field::OntologyTerms, None, vec![count.to_string()]);
    }
}

fn target_groups(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let groups = subject.service.classification_with(subject.description).target_groups;
    let has_business = groups.iter().any(|group| group == "KR2");
    let has_sub_group = groups.iter().any(|group| group.starts_with("KR2."));
    if groups.is_empty() || (has_business && !has_sub_group) {
        found.field(Field::TargetGroups, None, groups);
    }
}

fn many_groups(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let groups = subject.service.classification_with(subject.description).target_groups;
    let narrow: Vec<String> =
        groups.into_iter().filter(|group| group.starts_with("KR1.")).collect();
    if narrow.len() >= 3 {
        found.field(Field::TargetGroups, None, narrow);
    }
}

fn no_channels(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    if subject.channels == Some(0) {
        found.field(Field::Channels, None, vec![]);
    }
}

fn too_wide(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let is_municipality =
        subject.organisation.is_some_and(|it| it.kind == OrganisationKind::Municipality);
    if is_municipality && subject.service.area.as_ref().is_some_and(Area::is_nationwide) {
        found.field(Field::Area, None, vec![]);
    }
}

fn organisation_language(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    let Some(organisation) = subject.organisation else { return };
    let missing = |language: &&Language| !organisation.texts.contains_key(language);
    for language in subject.service.texts.keys().filter(missing) {
        found.field(Field::Name, Some(*language), vec![]);
    }
}

fn no_languages(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    if subject.service.languages.is_empty() {
        found.field(Field::Languages, None, vec![]);
    }
}

fn no_charge_information(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    if subject.service.charge_with(subject.description) != Some(Charge::Charged) {
        return;
    }
    for (language, texts) in &subject.service.texts {
        if is_blank(texts.charge_information.as_ref())
            && !subject.inherits(*language, |texts| texts.charge_information.as_ref())
        {
            found.field(Field::ChargeInformation, Some(*language), vec![]);
        }
    }
}

fn stale(subject: &Subject<'_>, settings: &Settings, found: &mut Found<'_>) {
    let Some(modified) = subject.service.modified else { return };
    let date = modified.to_zoned(TimeZone::UTC).date();
    let days = date.until(subject.today).map_or(0, |span| span.get_days());
    if days > settings.review_days {
        found.field(Field::Modified, None, vec![date.to_string()]);
    }
}

fn law_links(subject: &Subject<'_>, _: &Settings, found: &mut Found<'_>) {
    for (language, texts) in &subject.service.texts {
        let links = texts.legislation.iter().filter_map(|law| law.url.as_deref());
        let wrong: Vec<String> = links.filter(|url| !is_finlex(url)).map(str::to_owned).collect();
        if !wrong.is_empty() {
            found.field(Field::Legislation, Some(*language), wrong);
        }
    }
}

fn is_finlex(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    host == "finlex.fi" || host.ends_with(".finlex.fi")
}
