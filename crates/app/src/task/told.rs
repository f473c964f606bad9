//! What a visitor is told of their report, in the language in which they gave it.

use domain::Language;
use domain::task::TaskState;

/// The letter's subject and text; none where there is nothing to tell.
pub(super) fn letter(
    language: Language,
    state: TaskState,
    service: &str,
    note: &str,
) -> Option<(String, String)> {
    let is_fixed = match state {
        TaskState::Fixed => true,
        TaskState::Left => false,
        _ => return None,
    };
    let about =
        |of: &str| if service.is_empty() { String::new() } else { format!("{of} {service}\n\n") };
    let (subject, body) = match (language, is_fixed) {
        (Language::Sv, true) => (
            "Tack för din respons: felet har rättats",
            format!(
                "Hej!\n\n{}Du berättade att något var fel. Nu har det rättats. Tack för hjälpen!",
                about("Tjänst:")
            ),
        ),
        (Language::Sv, false) => (
            "Svar på din respons",
            format!(
                "Hej!\n\n{}Vi har gått igenom din respons. Den leder inte till någon ändring.",
                about("Tjänst:")
            ),
        ),
        (Language::En, true) => (
            "Thank you for your feedback: the mistake has been corrected",
            format!(
                "Hello,\n\n{}You told us that something was wrong. It has now been corrected. Thank you for your help!",
                about("Service:")
            ),
        ),
        (Language::En, false) => (
            "Reply to your feedback",
            format!(
                "Hello,\n\n{}We have looked into your feedback. It will not lead to a change.",
                about("Service:")
            ),
        ),
        (_, true) => (
            "Kiitos palautteestasi: virhe on korjattu",
            format!(
                "Hei!\n\n{}Kerroit, että jokin oli väärin. Nyt se on korjattu. Kiitos avustasi!",
                about("Palvelu:")
            ),
        ),
        (_, false) => (
            "Vastaus palautteeseesi",
            format!(
                "Hei!\n\n{}Kävimme palautteesi läpi. Se ei johda muutokseen.",
                about("Palvelu:")
            ),
        ),
    };
    let note = if note.is_empty() { String::new() } else { format!("\n\n{note}") };
    let end = match language {
        Language::Sv => {
            "Vi har nu raderat din e-postadress. Du kan inte svara på det här meddelandet."
        }
        Language::En => {
            "We have now deleted your e-mail address. You cannot reply to this message."
        }
        _ => "Olemme nyt poistaneet sähköpostiosoitteesi. Tähän viestiin ei voi vastata.",
    };
    Some((subject.to_owned(), format!("{body}{note}\n\n{end}\n")))
}
