//! The links between the pages of a list.

/// How many entries a page of a list has.
pub(crate) const PAGE_SIZE: usize = 20;
/// The last page that is served: beyond it a search is better made narrower.
pub(crate) const LAST_PAGE: usize = 500;

/// The links around one page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Paging {
    pub(crate) previous: Option<String>,
    pub(crate) next: Option<String>,
    pub(crate) steps: Vec<Step>,
}

/// A number or a gap in the row of pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) number: usize,
    pub(crate) href: String,
    pub(crate) is_current: bool,
    /// Whether pages are left out before this one.
    pub(crate) follows_gap: bool,
}

/// The page that is shown of a list of so many entries: the one that is asked for, or the last where that is beyond it.
pub(crate) fn within(page: usize, total: usize, size: usize) -> usize {
    page.min(last_page(total, size))
}

fn last_page(total: usize, size: usize) -> usize {
    total.div_ceil(size).clamp(1, LAST_PAGE)
}

impl Paging {
    /// The links of a list of so many entries; none when all fit on one page.
    pub(crate) fn new(
        total: usize,
        size: usize,
        current: usize,
        href: impl Fn(usize) -> String,
    ) -> Self {
        let last = last_page(total, size);
        if last == 1 {
            return Self::default();
        }
        let mut steps: Vec<Step> = Vec::new();
        for number in
            (1..=last).filter(|one| *one == 1 || *one == last || one.abs_diff(current) <= 1)
        {
            let follows_gap = steps.last().is_some_and(|before| before.number + 1 < number);
            let (is_current, href) = (number == current, href(number));
            steps.push(Step { number, href, is_current, follows_gap });
        }
        Self {
            previous: (current > 1).then(|| href(current - 1)),
            next: (current < last).then(|| href(current + 1)),
            steps,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(total: usize, current: usize) -> String {
        let paging = Paging::new(total, 20, current, |page| page.to_string());
        let step = |step: &Step| {
            let gap = if step.follows_gap { "… " } else { "" };
            let mark = if step.is_current { "*" } else { "" };
            format!("{gap}{mark}{}", step.number)
        };
        paging.steps.iter().map(step).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_row_of_pages_shows_both_ends_and_the_neighbours() {
        assert_eq!(row(20, 1), "");
        assert_eq!(row(21, 1), "*1 2");
        assert_eq!(row(400, 10), "1 … 9 *10 11 … 20");
        assert_eq!(row(400, 20), "1 … 19 *20");
    }

    #[test]
    fn a_page_beyond_the_last_is_the_last() {
        for (asked, total, shown) in [(1, 0, 1), (9, 0, 1), (2, 21, 2), (3, 21, 2), (2, 20, 1)] {
            assert_eq!(within(asked, total, 20), shown, "{asked} of {total}");
        }
    }
}
