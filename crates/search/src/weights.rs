//! Every number that ranking knows, in one place.
//!
//! A posting's impact is a BM25F of its fields, saturated and kept in one byte when the document is
//! added; see [`impact`]. What a search makes of impacts is in `search`.

use crate::analysis::Share;
use crate::document::Field;

/// How much a field counts.
#[derive(Debug, Clone, Copy)]
pub struct FieldWeight {
    /// How many times as much as a word of the description.
    pub weight: f32,
    /// The usual number of words of one such text: longer texts count less a word.
    pub usual_length: f32,
    /// Whether the words are also kept as they are written, for exact words and prefixes.
    pub keeps_surface: bool,
}

impl Field {
    /// The table of weights.
    pub(crate) const fn weight(self) -> FieldWeight {
        #[expect(clippy::match_same_arms, reason = "a table: a line a field")]
        let (weight, usual_length, keeps_surface) = match self {
            Self::Name => (9.0, 3.0, true),
            Self::AlternativeName => (5.0, 3.0, true),
            Self::Organisation => (3.0, 3.0, true),
            Self::Term => (4.0, 1.0, true),
            Self::Class => (3.0, 3.0, true),
            Self::ChannelName => (2.5, 4.0, true),
            Self::Keyword => (3.0, 2.0, true),
            Self::TargetGroup => (1.5, 3.0, false),
            Self::Summary => (2.5, 15.0, false),
            Self::Description => (1.0, 90.0, false),
            Self::Instructions => (0.7, 60.0, false),
        };
        FieldWeight { weight, usual_length, keeps_surface }
    }
}

/// The numbers of ranking.
#[derive(Debug, Clone)]
pub struct Weights {
    /// How much a text's length lessens its words: 0 not at all, 1 in proportion.
    pub length: f32,
    /// The weighted frequency at which a word has half of the highest impact.
    pub saturation: f32,
    /// A word that is written as in the text.
    pub exact: f32,
    /// A word in another form.
    pub inflected: f32,
    /// The word that a word is derived from.
    pub base: f32,
    /// In a query: the last part of a compound, the other parts together, and what the last is
    /// derived from.
    pub head: f32,
    pub modifiers: f32,
    pub head_base: f32,
    /// In a text: the same.
    pub text_head: f32,
    pub text_modifier: f32,
    pub text_base: f32,
    /// A longer word that begins with a last word that is a word by itself.
    pub prefix: f32,
    /// A longer word that begins with a last word that is none, and how much of it that answers.
    pub unfinished: f32,
    pub unfinished_cover: f32,
    /// A word that only begins as a word does that nothing is like.
    pub guess: f32,
    /// A name that begins with the word, whole or unfinished.
    pub start: f32,
    /// A word written as it is spoken.
    pub spoken: f32,
    /// The score of services that the staff's list shows first.
    pub promoted: f32,
    /// A word that the staff's list names.
    pub taught: f32,
    /// What answers a need that a word speaks of, and how much of the word that answers.
    pub need: f32,
    pub need_cover: f32,
    /// How much of a phrase of the needs vocabulary must be in a query.
    pub phrase: f32,
    /// How a phrase that is not wholly there loses surety: 1 in proportion.
    pub phrase_power: f32,
    /// How much a word weighs that people put around what they look for.
    pub faint: f32,
    /// How much words say that are no nouns.
    pub verb: f32,
    pub adjective: f32,
    pub adverb: f32,
    /// How much a word says that names a relative.
    pub person: f32,
    /// What a service gains that has texts in the reader's language.
    pub readers_language: f32,
    /// What a service gains that serves the asked municipality by its own limited area, beside
    /// nationwide ones.
    pub local: f32,
    /// What a service gains that serves the place that the query names, a neighbour of it, or the
    /// whole country.
    pub place_local: f32,
    pub place_near: f32,
    pub place_nationwide: f32,
    /// What is left of the score of a service that answers nothing of the query.
    pub uncovered: f32,
    /// A service is listed that answers this share of what the best one answers.
    pub near: f32,
    /// A service is listed that answers this share, when those that answer more fill a page or two.
    pub fitting: f32,
    /// Services that only words find which together weigh less than this are passed over.
    pub only_known: f32,
    /// An alternative this much worse than the best is left out.
    pub weak: f32,
    /// What a service gains that answers needs of wellbeing as well as can be.
    pub wellbeing: f32,
    /// How much of the phrase a word is that has several base forms.
    pub ambiguous: f32,
    /// From this share on, every word is answered, or most are.
    pub all_words: f32,
    pub most_words: f32,
    /// How sure a need must be that may be one of danger.
    pub crisis: f32,
    /// How surely something fits: a constant, then what the logarithm of the best score, the share of
    /// the query that is understood, the best service's own wellbeing and the number of words add.
    pub confidence: [f32; 5],
    /// What the service classes of a need say, the first, the second, the others.
    pub class: [f32; 3],
    /// How much less each next phrase says by which a need's services are known.
    pub find_step: f32,
    /// A head that says little ("paikka"), and the parts before it.
    pub light_head: f32,
    pub before_light: f32,
    /// What a need is worth that a query is near to in meaning, and how near it must be.
    pub near_need: f32,
    pub near_need_cosine: f32,
    /// How many times its score a service gains that means what the query means.
    pub meaning: f32,
    /// The cosine at which its score stays what it was.
    pub usual_cosine: f32,
    /// What a compound's parts say of its meaning, beside the whole.
    pub meant_part: f32,
    /// Services that answer a need worse than this share of the best are not kept.
    pub least_answer: f32,
    /// The impact of a word in a short name.
    pub named: f32,
}

/// The table.
pub const W: Weights = Weights {
    length: 0.6,
    saturation: 3.75,
    exact: 1.0,
    inflected: 0.95,
    base: 0.5,
    head: 0.625,
    modifiers: 0.45,
    head_base: 0.35,
    text_head: 0.55,
    text_modifier: 0.45,
    text_base: 0.28,
    prefix: 0.375,
    unfinished: 0.8,
    unfinished_cover: 0.9,
    guess: 0.25,
    start: 1.3,
    spoken: 0.95,
    promoted: 5.0,
    taught: 0.9,
    need: 0.75,
    need_cover: 0.9,
    phrase: 0.36,
    phrase_power: 2.0,
    faint: 0.2,
    readers_language: 1.1,
    local: 1.6,
    place_local: 2.0,
    place_near: 1.15,
    place_nationwide: 1.2,
    uncovered: 0.25,
    near: 0.35,
    fitting: 0.65,
    only_known: 0.3,
    weak: 0.2,
    wellbeing: 0.12,
    ambiguous: 0.95,
    light_head: 0.25,
    before_light: 0.65,
    verb: 0.48,
    adjective: 0.8,
    adverb: 0.3,
    person: 0.3,
    all_words: 0.95,
    find_step: 0.06,
    near_need: 0.7,
    near_need_cosine: 0.6,
    meaning: 2.0,
    usual_cosine: 0.5,
    meant_part: 0.5,
    least_answer: 0.3,
    named: 215.0,
    most_words: 0.5,
    crisis: 0.7,
    confidence: [-0.37, 2.45, 1.65, 1.06, 0.46],
    class: [0.28, 0.2, 0.12],
};

/// So many services are enough to leave out those that answer less.
pub const ENOUGH: usize = 60;
/// So many of the best are compared in meaning.
pub const COMPARED: usize = 300;
/// A known last word of more letters than this is not taken for the beginning of another.
pub const SHORT_WORD: usize = 4;
/// The most longer words that one prefix stands for.
pub const PREFIX_TERMS: usize = 64;

/// In a text: how much of an occurrence goes to a term, by what the term is to the word.
pub fn part(share: Share) -> f32 {
    match share {
        Share::Whole => 1.0,
        Share::Head => W.text_head,
        Share::Modifier => W.text_modifier,
        Share::Base | Share::HeadBase => W.text_base,
    }
}

/// How much the n-th phrase by which a need's services are known says.
pub fn find(rank: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "needs have few phrases")]
    let rank = rank as f32;
    (1.0 - W.find_step * rank).max(0.6)
}

/// How much the n-th service class of a need says.
pub fn class(rank: usize) -> f32 {
    W.class[rank.min(2)]
}

/// A value of 0–1 as a byte that is never 0.
pub fn byte(value: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within 1–255")]
    let byte = (value * 255.0).round().clamp(1.0, 255.0) as u8;
    byte
}

/// The weighted frequency that one occurrence adds, in a text of so many words.
pub fn occurrence(field: Field, length: usize) -> f32 {
    let FieldWeight { weight, usual_length, .. } = field.weight();
    #[expect(clippy::cast_precision_loss, reason = "a text has fewer than 2^24 words")]
    let relative = length as f32 / usual_length;
    weight / (1.0 - W.length + W.length * relative)
}

/// The impact of a term's occurrences in a document, 1–255: each with what it adds, and how much of a
/// word the term is there. Parts of words never come to as much as whole words do.
pub fn impact(occurrences: impl Iterator<Item = (f32, f32)>) -> u8 {
    let (mut whole, mut all, mut share) = (0.0, 0.0, 0.0_f32);
    for (weight, part) in occurrences {
        all += weight;
        if part < 1.0 {
            share = share.max(part);
        } else {
            whole += weight;
        }
    }
    let saturated = |frequency: f32| frequency / (frequency + W.saturation);
    byte(saturated(whole) + share * (saturated(all) - saturated(whole)))
}

/// An impact as a share of the highest.
pub fn share_of_impact(impact: u8) -> f32 {
    f32::from(impact) / 255.0
}

/// How telling a word is that `found` of `all` documents have.
pub fn rarity(found: usize, all: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "fewer than 2^24 documents, or near enough")]
    let (found, all) = (found as f32, all as f32);
    (1.0 + (all - found + 0.5) / (found + 0.5)).ln()
}
