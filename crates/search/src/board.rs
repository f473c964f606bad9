//! What documents come to while the words of a query are added up.
//!
//! Documents are taken window by window, so that what is written for each stays in the processor's
//! nearest memory. In a window each word's terms are offered, then the word is closed: what is best of
//! them in a document is added to what the words before came to. What was touched is marked, so that
//! only that is looked at and cleared.

use crate::marks::Marks;
use crate::plan::Alternative;
use crate::postings::{Postings, WINDOW, Windows};

/// A document's value, and how much of the word or query it answers.
#[derive(Debug, Clone, Copy, Default)]
struct Value {
    score: f32,
    cover: f32,
}

impl Value {
    fn raise(&mut self, to: Self) {
        self.score = larger(self.score, to.score);
        self.cover = larger(self.cover, to.cover);
    }

    fn add(&mut self, times: f32, other: Self) {
        self.score += times * other.score;
        self.cover += times * other.cover;
    }
}

/// The larger of two numbers: `f32::max` takes care of what is none, and costs thrice as much.
pub const fn larger(one: f32, other: f32) -> f32 {
    if one > other { one } else { other }
}

/// The values of a window's documents, by their place in it.
#[derive(Clone)]
struct Values(Vec<Value>);

impl Default for Values {
    fn default() -> Self {
        Self(vec![Value::default(); WINDOW])
    }
}

impl Values {
    fn at(&mut self, place: usize) -> &mut Value {
        &mut self.0[place]
    }

    /// Takes the value of a document; then it has none.
    fn take(&mut self, place: usize) -> Value {
        std::mem::take(self.at(place))
    }
}

/// A term that may stand for a word, with its postings as they are read.
pub struct Offer<'a> {
    factor: f32,
    cover: f32,
    postings: Windows<'a>,
}

impl<'a> Offer<'a> {
    /// An alternative with its postings.
    pub fn new(one: &Alternative, postings: Postings<'a>) -> Self {
        Self { factor: one.factor / 255.0, cover: one.cover, postings: Windows::new(postings) }
    }
}

/// A document with what it comes to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Judged {
    /// The document.
    pub document: u32,
    /// How much of the query it answers; 1 is all.
    pub share: f32,
    /// The sum over words.
    pub score: f32,
}

/// The values of a window's documents while words are added up, and what came of the windows before.
#[derive(Default)]
pub struct Board {
    /// For the word at hand, or one of its parts.
    best: Values,
    touched: Marks,
    /// What the parts of the word at hand add up to.
    parts: Values,
    in_parts: Marks,
    /// For the words before.
    sums: Values,
    found: Marks,
    /// What came of the windows before.
    pub judged: JudgedList,
}

/// What all words come to, one document after another: without those that answer far less than
/// another does.
#[derive(Default)]
pub struct JudgedList {
    /// What is behind the first `count` is room for more.
    all: Vec<Judged>,
    count: usize,
    /// The largest share of all.
    best: f32,
    /// The share of the best below which none are kept.
    least: f32,
}

impl JudgedList {
    /// Nothing is judged yet. Kept will be those that answer this share of what the best does.
    pub const fn begin(&mut self, least: f32) {
        (self.count, self.best, self.least) = (0, 0.0, least);
    }

    /// Makes room for a window.
    fn reserve_window(&mut self) {
        if self.all.len() < self.count + WINDOW {
            self.all.resize(self.count + WINDOW, Judged::default());
        }
    }

    /// Adds a document. It is written in any case: which ones are kept, no processor can guess.
    fn add(&mut self, one: Judged) {
        self.best = larger(self.best, one.share);
        self.all[self.count] = one;
        self.count += usize::from(one.share >= self.least * self.best);
    }

    /// Keeps only documents that answer so much.
    pub fn keep(&mut self, least: f32) {
        let mut count = 0;
        for place in 0..self.count {
            let one = self.all[place];
            self.all[count] = one;
            count += usize::from(one.share >= least);
        }
        self.count = count;
    }

    /// The documents.
    pub fn kept(&self) -> &[Judged] {
        &self.all[..self.count]
    }

    /// Puts some documents in the place of others.
    pub fn replace(&mut self, is_out: impl Fn(u32) -> bool, by: impl Iterator<Item = Judged>) {
        self.all.truncate(self.count);
        self.all.retain(|one| !is_out(one.document));
        self.all.extend(by);
        self.count = self.all.len();
    }
}

impl Board {
    /// Offers a term's postings in a window for the word at hand; with `only_known`, to documents that
    /// the words before have found.
    pub fn offer(&mut self, window: usize, one: &mut Offer<'_>, only_known: bool) {
        let Self { best, sums, touched, .. } = self;
        let (Some(best), Some(sums)) = (best.0.first_chunk_mut::<WINDOW>(), sums.0.first_chunk())
        else {
            return;
        };
        let sums: &[Value; WINDOW] = sums;
        for (place, impact) in one.postings.take(window) {
            if only_known && sums[place % WINDOW].score == 0.0 {
                continue;
            }
            touched.mark(place);
            let score = one.factor * f32::from(impact);
            best[place % WINDOW].raise(Value { score, cover: one.cover });
        }
    }

    /// Closes a part of the word at hand.
    pub fn close_part(&mut self) {
        self.in_parts.add(&self.touched);
        self.touched.drain(|place| self.parts.at(place).add(1.0, self.best.take(place)));
    }

    /// Offers what the parts of the word at hand come to together.
    pub fn join_parts(&mut self) {
        self.touched.add(&self.in_parts);
        self.in_parts.drain(|place| self.best.at(place).raise(self.parts.take(place)));
    }

    /// Closes the word at hand.
    pub fn close(&mut self, weight: f32) {
        self.found.add(&self.touched);
        self.touched.drain(|place| self.sums.at(place).add(weight, self.best.take(place)));
    }

    /// Closes the last word, and judges what was found in the window by what all words weigh. In one:
    /// most queries have one word. Nothing is touched any more.
    pub fn judge(&mut self, window: usize, weight: f32, all: f32) {
        self.found.add(&self.touched);
        self.touched.clear();
        let first = window * WINDOW;
        self.judged.reserve_window();
        self.found.drain(|place| {
            let mut sum = self.sums.take(place);
            sum.add(weight, self.best.take(place));
            self.judged.add(Judged {
                document: u32::try_from(first + place).unwrap_or(u32::MAX),
                share: sum.cover / all,
                score: sum.score,
            });
        });
    }
}
