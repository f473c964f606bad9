//! The orders of the results, and how far each result is.

use app::catalogue::{FoundService, Results, Sort};

use crate::address::SearchAddress;
use crate::texts::Texts;

/// An order of the results to choose.
pub(super) struct Order {
    pub(super) id: &'static str,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) is_current: bool,
}

/// The order that the results are in: by distance only where it is known from where.
pub(super) fn effective(address: &SearchAddress, results: &Results) -> Sort {
    match address.sort {
        Sort::Distance if results.from.is_none() => Sort::Fit,
        sort => sort,
    }
}

/// The orders to choose from; none where there is but one. Without words all fit alike; distances are
/// there only where the search names a place.
pub(super) fn orders(address: &SearchAddress, results: &Results, t: Texts) -> Vec<Order> {
    let has_words = !address.words.is_empty();
    if results.total < 2 || !(has_words || results.from.is_some()) {
        return Vec::new();
    }
    let now = effective(address, results);
    let order = |sort, id, key| Order {
        id,
        name: t.get(key).into_owned(),
        href: address.sorted(sort).path(t.0),
        is_current: now == sort,
    };
    let fit = if has_words { "sort-fit" } else { "sort-local" };
    let mut orders = vec![order(Sort::Fit, "sort-fit", fit)];
    if results.from.is_some() {
        orders.push(order(Sort::Distance, "sort-distance", "sort-distance"));
    }
    orders.push(order(Sort::Name, "sort-name", "sort-name"));
    orders
}

/// From where distances are reckoned, where the results are ordered by them.
pub(super) fn reckoned(address: &SearchAddress, results: &Results, t: Texts) -> Option<String> {
    let from = results.from.filter(|_| effective(address, results) == Sort::Distance)?;
    Some(t.name("distance-from", from.name(t.0)).into_owned())
}

/// How far a result is, in words, where the results are ordered by it.
pub(super) fn distance(found: &FoundService, t: Texts) -> String {
    match found.distance {
        Some(metres) if metres < 1000 => t.get("distance-under-one").into_owned(),
        Some(metres) => {
            let kilometres = (metres as usize + 500) / 1000;
            t.count("distance-kilometres", kilometres).into_owned()
        }
        None => t.get("distance-no-place").into_owned(),
    }
}
