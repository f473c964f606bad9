//! Reading a list page by page, until it has stood still for one whole reading.

use std::collections::BTreeSet;

use domain::catalogue::EntityKind;
use domain::import::{ProblemCode, Severity};

use super::FetchError;
use super::run::{Asked, End, Run};
use super::scan::{self, ListPage};

/// A list that moves while it is read is read so many times.
const ROUNDS: u32 = 3;
/// More pages than this are not believed.
const PAGES_LIMIT: i64 = 20_000;

/// A list that was read.
#[derive(Debug, Default)]
pub(super) struct Listed {
    /// Whether all of it is there.
    pub complete: bool,
    /// How many records it has, each counted once.
    pub total: u64,
    /// The questions that its pages answer.
    asked: Vec<String>,
}

/// A list to read.
pub(super) struct Ask<'a> {
    /// The records' kind.
    pub kind: EntityKind,
    /// The name of the files that hold it.
    pub files: &'a str,
    /// The question, without the page.
    pub asked: String,
    /// How a page is asked for.
    pub paging: Paging,
    /// Whether the list is a part of a larger one, whose progress is told.
    pub is_part: bool,
}

/// How a version of the API names its pages.
#[derive(Debug, Clone, Copy)]
pub(super) enum Paging {
    V11,
    V12,
}

impl Ask<'_> {
    /// The name under which progress is told.
    fn told(&self) -> &str {
        if self.is_part { "" } else { self.files }
    }

    fn page(&self, page: i64) -> String {
        let joint = if self.asked.contains('?') { '&' } else { '?' };
        let rest = match self.paging {
            Paging::V11 => format!("page={page}"),
            Paging::V12 => format!("page={page}&pageSize=100"),
        };
        format!("{}{joint}{rest}", self.asked)
    }
}

/// How one reading of a list went.
struct Round {
    listed: Listed,
    moved: bool,
}

impl Run<'_> {
    /// Reads all pages of a list. What cannot be had is noted, and the list is not complete then.
    pub async fn list(&self, ask: &Ask<'_>) -> Result<Listed, End> {
        let mut rounds = 0;
        loop {
            rounds += 1;
            let round = self.round(ask).await?;
            if !round.moved {
                return Ok(round.listed);
            }
            if rounds == ROUNDS {
                let found = format!("the list moved in each of {ROUNDS} readings");
                self.note_incomplete(ask, &found);
                return Ok(Listed { complete: false, ..round.listed });
            }
            self.forget(&round.listed.asked)?;
        }
    }

    async fn round(&self, ask: &Ask<'_>) -> Result<Round, End> {
        let mut listed = Listed { complete: true, ..Listed::default() };
        let mut keys = BTreeSet::new();
        let Some(first) = self.list_page(ask, 1).await? else {
            listed.complete = false;
            return Ok(Round { listed, moved: false });
        };
        listed.asked.push(ask.page(1));
        let pages = first.pages.unwrap_or(1);
        if !(0..=PAGES_LIMIT).contains(&pages) {
            self.note_incomplete(ask, &format!("{pages} pages"));
            listed.complete = false;
        }
        let mut moved = first.items.is_none() && pages > 0;
        listed.total += count(&first, &mut keys);
        let rest: Vec<i64> =
            if (2..=PAGES_LIMIT).contains(&pages) { (2..=pages).collect() } else { Vec::new() };
        let (total, count_of_pages) = (first.total, first.pages);
        drop(first);
        let look = |number: i64| async move {
            let page = self.list_page(ask, number).await?;
            Ok((number, page.map(|page| Summary::of(&page))))
        };
        for (number, page) in self.for_each(ask.told(), rest, look).await? {
            let Some(page) = page else {
                listed.complete = false;
                continue;
            };
            listed.asked.push(ask.page(number));
            moved |= page.null || page.total != total || page.pages != count_of_pages;
            listed.total += page.add_to(&mut keys);
        }
        let expected = total.and_then(|total| u64::try_from(total).ok());
        moved |= listed.complete && expected.is_some_and(|expected| expected != listed.total);
        Ok(Round { listed, moved })
    }

    async fn list_page(&self, ask: &Ask<'_>, page: i64) -> Result<Option<ListPage>, End> {
        let asked = ask.page(page);
        match self.page(ask.files, &asked, false).await? {
            Asked::Page(body) => {
                let page = scan::list_page(&body);
                if page.is_none() {
                    let code = ProblemCode::PageUnreadable;
                    self.note(self.problem(Severity::Failed, code, &asked).found("not a list"));
                    self.forget(&[asked])?;
                }
                Ok(page)
            }
            // v11 says 404 of a list without records, and of an area that it does not know.
            Asked::Missing(body) => {
                let code = ProblemCode::SourceFailed;
                self.note(self.problem(Severity::Failed, code, &asked).found(&body));
                Ok(None)
            }
            Asked::Stumbled(_) | Asked::Failed => Ok(None),
        }
    }

    fn note_incomplete(&self, ask: &Ask<'_>, found: &str) {
        let code = ProblemCode::ListIncomplete;
        let mut problem = self.problem(Severity::Failed, code, &ask.asked).found(found);
        problem.kind = Some(ask.kind);
        self.note(problem);
    }

    /// Looks at each record of a list that was read.
    pub fn look_at(&self, listed: &Listed, mut look: impl FnMut(&str)) -> Result<(), FetchError> {
        for asked in &listed.asked {
            if let Some(Asked::Page(body)) = self.saved(asked)? {
                let items = scan::list_page(&body).and_then(|page| page.items);
                items.unwrap_or_default().iter().for_each(|item| look(item));
            }
        }
        Ok(())
    }
}

/// What is kept of a page while the others are read.
struct Summary {
    null: bool,
    pages: Option<i64>,
    total: Option<i64>,
    keys: Vec<Option<String>>,
}

impl Summary {
    fn of(page: &ListPage) -> Self {
        let items = page.items.iter().flatten();
        Self {
            null: page.items.is_none(),
            pages: page.pages,
            total: page.total,
            keys: items.map(|item| scan::key(item)).collect(),
        }
    }

    /// How many records come in addition to those of the keys; what has no key counts.
    fn add_to(self, keys: &mut BTreeSet<String>) -> u64 {
        self.keys.into_iter().map(|key| u64::from(key.is_none_or(|key| keys.insert(key)))).sum()
    }
}

fn count(page: &ListPage, keys: &mut BTreeSet<String>) -> u64 {
    Summary::of(page).add_to(keys)
}
