//! How far an import is, told while it goes: a bar on a terminal, lines elsewhere, nothing in tests.

/// Whoever wants to know how far it is. The calls may come from several tasks at once.
pub trait Progress: Send + Sync {
    /// A list begins. `total` is how many steps (pages, records) it has, where that is known.
    fn start(&self, list: &str, total: Option<u64>);

    /// The list is at step `done` of `total`; both may be corrected as more becomes known.
    fn advance(&self, list: &str, done: u64, total: Option<u64>);

    /// The list has ended, whole or not.
    fn finish(&self, list: &str);
}

/// Nobody wants to know.
#[derive(Debug, Clone, Copy, Default)]
pub struct Silent;

impl Progress for Silent {
    fn start(&self, _list: &str, _total: Option<u64>) {}
    fn advance(&self, _list: &str, _done: u64, _total: Option<u64>) {}
    fn finish(&self, _list: &str) {}
}
