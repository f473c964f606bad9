//! Builds an index of many made-up bilingual services and prints what it costs:
//! `cargo run --release -p search --example scale -- [services]`.
//!
//! Words are made of syllables and drawn by Zipf's law, so that lists of postings are as long and as
//! short as those of real texts; every fifth says nothing ("and"). There is no meaning in them; the
//! needs are the real ones.

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::Language;
use domain::reference::{municipalities, needs, service_classes};
use finnish::{Dictionary, Memory};
use search::{Coverage, Document, Field, Index, IndexBuilder, Lexicon, Query};

const VOCABULARY: usize = 60_000;
/// How many words the dictionary remembers.
const REMEMBERED: usize = 200_000;
const SYLLABLES: [&str; 24] = [
    "ka", "to", "si", "le", "mu", "vi", "ra", "pe", "ho", "nä", "ky", "tö", "sta", "lin", "ver",
    "nen", "kas", "tuk", "hal", "li", "o", "pää", "va", "rus",
];
const FINNISH_ENDINGS: [&str; 6] = ["", "ssa", "n", "t", "lla", "sta"];
const SWEDISH_ENDINGS: [&str; 6] = ["", "en", "s", "er", "et", "erna"];

/// A small generator of numbers: the same services on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// A place in a list where the n-th is drawn about 1/n as often as the first.
    fn zipf(&mut self, limit: usize) -> usize {
        let bits = usize::BITS - limit.leading_zeros();
        let size = 1_usize << self.below(bits as usize);
        (size + self.below(size) - 1).min(limit - 1)
    }
}

fn word(number: usize) -> String {
    let mut left = number + SYLLABLES.len();
    let mut word = String::new();
    while left > 0 {
        word.push_str(SYLLABLES[left % SYLLABLES.len()]);
        left /= SYLLABLES.len();
    }
    word
}

fn text(dice: &mut Dice, vocabulary: &[String], language: Language, words: usize) -> String {
    let mut text = String::new();
    let endings = if language == Language::Sv { SWEDISH_ENDINGS } else { FINNISH_ENDINGS };
    for place in 0..words {
        if place % 5 == 4 {
            text.push_str(if language == Language::Sv { "och " } else { "sekä " });
            continue;
        }
        text.push_str(&vocabulary[dice.zipf(vocabulary.len())]);
        text.push_str(endings[dice.zipf(endings.len())]);
        text.push(' ');
    }
    text
}

fn service(number: usize, dice: &mut Dice, vocabulary: &[String]) -> Document {
    let mut texts = Vec::new();
    for language in [Language::Fi, Language::Sv] {
        for (field, words) in [
            (Field::Name, 3),
            (Field::Organisation, 2),
            (Field::Term, 1),
            (Field::Term, 1),
            (Field::Class, 2),
            (Field::ChannelName, 3),
            (Field::Summary, 14),
            (Field::Description, 85),
            (Field::Instructions, 40),
        ] {
            texts.push((field, language, text(dice, vocabulary, language, words)));
        }
    }
    let all = municipalities();
    let coverage = match dice.below(10) {
        0 => Coverage::All,
        1 => {
            let county = all[dice.below(all.len())].county;
            let of_county = all.iter().filter(|municipality| municipality.county == county);
            Coverage::Municipalities(of_county.map(|found| found.code.to_owned()).collect())
        }
        _ => Coverage::Municipalities([all[dice.below(all.len())].code.to_owned()].into()),
    };
    let mut one = |of: &[&str]| of[dice.below(of.len())].to_owned();
    let classes = service_classes().all();
    Document {
        id: format!("{number:08x}-0000-4000-8000-{number:012x}"),
        provider_kind: Some(one(&["Municipality", "Organization", "Company"])),
        target_groups: vec![one(&["KR1", "KR1.2", "KR1.3", "KR2"])],
        life_events: Vec::new(),
        languages: vec!["fi".to_owned(), one(&["fi", "sv", "en"])],
        channel_kinds: vec![one(&["Phone", "EChannel", "ServiceLocation"])],
        organisation: Some(format!("organisation-{}", dice.below(5_000))),
        texts,
        coverage,
        themes: [dice.below(8), dice.below(8)]
            .into_iter()
            .filter_map(|theme| theme.try_into().ok())
            .collect(),
        classes: vec![classes[dice.below(classes.len())].code.to_owned()],
        is_free: dice.below(2) == 0,
        is_remote: dice.below(5) == 0,
        places: Vec::new(),
    }
}

/// A line of `/proc/self/status`, in megabytes.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|found| found.strip_prefix(line)).unwrap_or_default();
    found.split_whitespace().find_map(|word| word.parse::<u64>().ok()).unwrap_or_default() / 1024
}

/// The processor time of this thread: other work on the machine is not in it. The kernel brings the
/// figure up to date when a thread gives way, and else only now and then.
fn processor_time() -> Duration {
    std::thread::yield_now();
    let stat = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = stat.split_whitespace().next().and_then(|number| number.parse().ok());
    Duration::from_nanos(nanoseconds.unwrap_or_default())
}

/// What something gives, with the processor time that it took.
fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = processor_time();
    let made = work();
    (made, processor_time().saturating_sub(begun))
}

/// The lexicon, with the dictionary where it is installed.
fn lexicon() -> Result<Arc<Lexicon>, Box<dyn Error>> {
    let dictionary = Dictionary::installed().map(Dictionary::open).transpose()?;
    let memory = dictionary.map(|dictionary| Memory::new(dictionary.into(), REMEMBERED).into());
    let (lexicon, time) = timed(|| Lexicon::new(memory));
    println!("lexicon in {time:.1?}; dictionary: {}", lexicon.has_dictionary());
    Ok(lexicon.into())
}

fn build(services: usize, lexicon: Arc<Lexicon>, vocabulary: &[String], dice: &mut Dice) -> Index {
    let mut builder = IndexBuilder::new(lexicon);
    let (mut building, mut bytes) = (Duration::ZERO, 0);
    for number in 0..services {
        let document = service(number, dice, vocabulary);
        bytes += document.texts.iter().map(|(_, _, text)| text.len()).sum::<usize>();
        building += timed(|| builder.add(&document)).1;
    }
    let before = memory("VmRSS:");
    let (index, finishing) = timed(|| builder.finish(1));
    println!("{services} services, {} bytes of text each", bytes / services.max(1));
    println!("added in {building:.1?}, finished in {finishing:.1?} (processor time)");
    println!("resident: {before} MB before finishing, {} MB after", memory("VmRSS:"));
    println!("peak {} MB; index {} MB", memory("VmHWM:"), index.memory_bytes() >> 20);
    index
}

/// Saves the index and loads it again.
fn reload(index: Index, lexicon: Arc<Lexicon>) -> Result<Index, Box<dyn Error>> {
    let file = std::env::temp_dir().join(format!("search-scale-{}", std::process::id()));
    let begun = Instant::now();
    index.save(&file)?;
    println!("saved in {:.1?}, {} MB", begun.elapsed(), std::fs::metadata(&file)?.len() >> 20);
    drop(index);
    let before = memory("VmRSS:");
    let begun = Instant::now();
    let (index, time) = timed(|| Index::load(&file, lexicon));
    let index = index?;
    println!("loaded in {:.2?}, {time:.2?} of processor time", begun.elapsed());
    println!("resident: {before} MB before loading, {} MB after", memory("VmRSS:"));
    println!("index {} MB", index.memory_bytes() >> 20);
    std::fs::remove_file(&file)?;
    Ok(index)
}

fn main() -> Result<(), Box<dyn Error>> {
    let services = std::env::args().nth(1).map_or(Ok(100_000), |argument| argument.parse())?;
    let mut dice = Dice(7);
    let vocabulary: Vec<String> = (0..VOCABULARY).map(word).collect();
    let lexicon = lexicon()?;
    let index = build(services, lexicon.clone(), &vocabulary, &mut dice);
    let index = reload(index, lexicon)?;
    for (kind, words, has_place) in
        [("one word", 1, false), ("two words", 2, false), ("two words in a municipality", 2, true)]
    {
        let queries: Vec<Query> = (0..2_000)
            .map(|_| {
                let place = municipalities()[dice.below(municipalities().len())].code;
                Query {
                    municipality: has_place.then(|| place.to_owned()),
                    ..Query::new(text(&mut dice, &vocabulary, Language::Fi, words))
                }
            })
            .collect();
        measure(&index, kind, &queries);
    }
    let mistaken: Vec<Query> = (0..2_000)
        .map(|_| Query::new(mistake(&vocabulary[dice.zipf(VOCABULARY)], &mut dice)))
        .collect();
    measure(&index, "a word with a mistake", &mistaken);
    let begun = ["k", "ka", "kat", "kato", "sile", "mu"].repeat(100);
    measure(&index, "a beginning", &begun.into_iter().map(Query::new).collect::<Vec<_>>());
    let phrases = needs().iter().flat_map(|need| &need.phrases);
    let spoken: Vec<Query> = phrases.step_by(17).map(|(_, phrase)| Query::new(*phrase)).collect();
    measure(&index, "a need", &spoken);
    let long: Vec<Query> =
        (0..200).map(|_| Query::new(text(&mut dice, &vocabulary, Language::Fi, 60))).collect();
    measure(&index, "as many words as are read", &long);
    let foreign = (0..24).map(|n| format!("qx{}", word(n * 7919).repeat(3))).collect::<Vec<_>>();
    let strange = ["a-".repeat(500), foreign.join(" "), "ä".repeat(1_000), "x y ".repeat(250)];
    for (kind, text) in ["endless hyphens", "unknown words", "one long word", "short words"]
        .into_iter()
        .zip(strange)
    {
        measure(&index, kind, &vec![Query::new(text); 50]);
    }
    measure(&index, "no words", &vec![Query::new(""); 200]);
    Ok(())
}

/// A word with two letters swapped, as one types.
fn mistake(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let place = dice.below(letters.len().max(2) - 1);
    if place + 1 < letters.len() {
        letters.swap(place, place + 1);
    }
    letters.into_iter().collect()
}

fn measure(index: &Index, kind: &str, queries: &[Query]) {
    let mut times = Vec::new();
    let mut found = 0;
    for query in queries {
        let (hits, time) = timed(|| index.search(query));
        found += hits.total;
        times.push(time);
    }
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap_or(1);
    println!(
        "{kind}: mean {mean:.0?}, median {:.0?}, p95 {:.0?}, p99 {:.0?}, most {:.0?}; {} found on average",
        at(50),
        at(95),
        at(99),
        at(100),
        found / queries.len()
    );
}
