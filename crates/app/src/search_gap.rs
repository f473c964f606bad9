//! Gaps of the search: counted when a person searches in vain, and told to the staff.
//!
//! Nothing about a person reaches the disk. A text is stripped ([`normalise`]) and then counted under a
//! keyed hash; only the request that brings it to its fifth time writes it down, in clear, since only a
//! request knows its own text. The key lies in a file of the node ([`GapKey`]), not in the database and
//! not in its backups: who has the database alone cannot try out texts. Hashes are forgotten after
//! thirteen weeks, so that five times in ten years make nothing known.
//!
//! A text is counted for all searches and for its municipality, each with its own five times: that
//! somebody in a small place searched for it is known only when five did there.

use std::path::Path;

use domain::search_gap::{Gap, GapKind, KNOWN_FROM, normalise, week_of};
use jiff::ToSpan;
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use store::search_gap as rows;
use store::search_gap::Cell;

pub use store::search_gap::Total;

use crate::schedule::finnish_time;
use crate::{App, Error, key_file};

/// How long a hash is remembered.
const WEEKS_OF_HASHES: i32 = 13;
/// How long counts are kept.
const WEEKS_OF_COUNTS: i32 = 104;
/// How many hashes may be new in a day: a flood of made-up searches must not fill the disk.
const NEW_A_DAY: i64 = 10_000;

/// The key of the hashes. Nodes that count together have the same one.
#[derive(Clone, PartialEq, Eq)]
pub struct GapKey([u8; 32]);

impl std::fmt::Debug for GapKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("GapKey")
    }
}

impl GapKey {
    /// A key of these bytes.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The key in a file, which is made with a new one when it is not there. Only its owner may read it.
    ///
    /// # Errors
    /// When it cannot be read or made, or holds something else.
    pub fn in_file(file: &Path) -> Result<Self, Error> {
        key_file::read_or_make("the key of the search's gaps", file).map(Self)
    }

    /// The hash of what is counted together.
    fn print(&self, kind: GapKind, language: &str, municipality: &str, text: &str) -> [u8; 16] {
        // The key first, and half of the hash left out: nobody goes on from a hash without the key.
        let mut hash = Sha256::new_with_prefix(self.0);
        for part in [kind.name(), language, municipality, text] {
            hash.update(part);
            hash.update([0]);
        }
        let mut print = [0; 16];
        print.copy_from_slice(&hash.finalize()[..16]);
        print
    }
}

/// Counts a search in vain. An app without a key counts nothing; neither is a text counted of which
/// nothing is left when it is stripped. A report counts as an event whatever its text.
pub async fn record(app: &App, gap: &Gap<'_>) -> Result<(), Error> {
    let Some(key) = app.gap_key() else { return Ok(()) };
    let text = normalise(gap.text);
    if text.is_none() && gap.kind != GapKind::Reported {
        return Ok(());
    }
    let today = finnish_time(app.now()).date();
    let place = gap.municipality.map(|place| place.code.to_owned());
    let places = if place.is_some() { vec![None, place] } else { vec![None] };
    let mut counted = Vec::new();
    for municipality in places {
        let cell = |text| Cell {
            week: week_of(today),
            kind: gap.kind,
            language: gap.language,
            municipality: municipality.clone(),
            text,
        };
        if gap.kind == GapKind::Reported {
            counted.push((None, cell(None)));
        }
        if let Some(text) = &text {
            let code = municipality.as_deref().unwrap_or_default();
            let print = key.print(gap.kind, gap.language.code(), code, text);
            counted.push((Some(print), cell(Some(text.clone()))));
        }
    }
    app.database()
        .write(move |on| {
            Box::pin(async move {
                rows::forget(on, before(today, WEEKS_OF_HASHES), before(today, WEEKS_OF_COUNTS))
                    .await?;
                for (print, cell) in counted {
                    let times = match print {
                        Some(print) => rows::see(on, print, today, NEW_A_DAY).await?.unwrap_or(0),
                        None => KNOWN_FROM + 1,
                    };
                    match times {
                        KNOWN_FROM => rows::add(on, &cell, KNOWN_FROM).await?,
                        times if times > KNOWN_FROM => rows::add(on, &cell, 1).await?,
                        _ => {}
                    }
                }
                Ok(())
            })
        })
        .await
}

/// What was searched for in vain in the last weeks, this one included, the most frequent first. A
/// text's four times before it was known are counted in the week of its fifth.
pub async fn report(app: &App, weeks: u16, limit: u32) -> Result<Vec<Total>, Error> {
    let this = week_of(finnish_time(app.now()).date());
    let from = before(this, i32::from(weeks.max(1)) - 1);
    Ok(rows::totals(&mut app.database().begin().await?, from, limit).await?)
}

fn before(day: Date, weeks: i32) -> Date {
    day.checked_sub(weeks.weeks()).unwrap_or(Date::MIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_and_only_its_owner_reads_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("gaps.key");
        let key = GapKey::in_file(&file).unwrap();
        assert!(GapKey::in_file(&file).unwrap() == key);
        assert!(GapKey::in_file(&folder.path().join("other.key")).unwrap() != key);
        assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        std::fs::write(&file, "short").unwrap();
        let refusal = GapKey::in_file(&file).unwrap_err().to_string();
        assert!(refusal.contains("gaps.key") && refusal.contains("32 bytes"), "{refusal}");
    }

    #[test]
    fn a_hash_depends_on_the_key_and_on_every_part() {
        let (key, other) = (GapKey::new([1; 32]), GapKey::new([2; 32]));
        let print = key.print(GapKind::Empty, "fi", "529", "uimahalli");
        assert_eq!(print, key.print(GapKind::Empty, "fi", "529", "uimahalli"));
        for differs in [
            other.print(GapKind::Empty, "fi", "529", "uimahalli"),
            key.print(GapKind::Abandoned, "fi", "529", "uimahalli"),
            key.print(GapKind::Empty, "sv", "529", "uimahalli"),
            key.print(GapKind::Empty, "fi", "", "529uimahalli"),
            key.print(GapKind::Empty, "fi", "529", "uimahallit"),
        ] {
            assert_ne!(print, differs);
        }
    }
}
