//! What can go wrong on request.

/// Which requests meet a fault. Requests are counted from 1 since the server began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// The one of this number.
    Request(usize),
    /// That one and all after it.
    From(usize),
    /// Every one whose address has this in it.
    Path(String),
    /// The first so many whose address has this in it.
    First(usize, String),
}

/// What goes wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Another status, with a page of HTML, and perhaps a `Retry-After`.
    Status(u16, Option<String>),
    /// A maintenance page with status 200.
    Maintenance,
    /// A redirect to an address.
    Redirect(String),
    /// This body, as JSON with status 200.
    Body(Vec<u8>),
    /// `itemList: null` or `items: null` in an envelope that is else right.
    NullItems,
    /// The list's totals are off by so much.
    Moved(i64),
    /// The connection ends after so many bytes of the body (of all that were promised).
    CutAt(usize),
    /// The connection ends one byte before the body's end.
    CutBeforeEnd,
    /// A `Content-Length` that is off by so much.
    WrongLength(i64),
    /// Chunks, of which the last is no chunk.
    BadChunk,
    /// Packed, and cut in the middle.
    CutPack,
    /// So many zeros, packed small.
    Bomb(usize),
    /// A body that never ends.
    Endless,
    /// The head of an answer, and then nothing.
    SilentBody,
    /// Nothing.
    Silent,
    /// Body bytes one by one with this pause in milliseconds between.
    Slow(u64),
}

/// A fault and when it comes.
pub(super) struct Planned {
    pub when: When,
    pub fault: Fault,
}

/// The fault that meets the request of a number and an address.
pub(super) fn meets(planned: &mut [Planned], number: usize, address: &str) -> Option<Fault> {
    for Planned { when, fault } in planned {
        let meets = match when {
            When::Request(wanted) => number == *wanted,
            When::From(first) => number >= *first,
            When::Path(part) => address.contains(part.as_str()),
            When::First(left, part) => {
                let meets = *left > 0 && address.contains(part.as_str());
                *left -= usize::from(meets);
                meets
            }
        };
        if meets {
            return Some(fault.clone());
        }
    }
    None
}
