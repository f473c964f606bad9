//! Builds an index of many made-up bilingual services and prints what it costs:
//! `cargo run --release -p search --example scale -- [services]`.
//!
//! Words are made of syllables and drawn by Zipf's law, so that lists of postings are as long and as
//! short as those of real texts; every fifth says nothing ("and"). There is no meaning in them.

use std::error::Error;
use std::time::{Duration, Instant};

use domain::Language;
use domain::reference::municipalities;
use search::{Coverage, Document, Field, Index, IndexBuilder, Query};

const VOCABULARY: usize = 60_000;
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
    Document {
        id: format!("{number:08x}-0000-4000-8000-{number:012x}"),
        organisation: Some(format!("organisation-{}", dice.below(5_000))),
        texts,
        coverage,
        themes: [dice.below(8), dice.below(8)]
            .into_iter()
            .filter_map(|t| t.try_into().ok())
            .collect(),
        classes: vec![format!("P{}", dice.below(30))],
        provider_kind: Some(["Municipality", "Organisation", "Company"][dice.below(3)].to_owned()),
    }
}

/// A line of `/proc/self/status`, in megabytes.
fn memory(line: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let found = status.lines().find_map(|found| found.strip_prefix(line)).unwrap_or_default();
    found.split_whitespace().find_map(|word| word.parse::<u64>().ok()).unwrap_or_default() / 1024
}

fn main() -> Result<(), Box<dyn Error>> {
    let services = std::env::args().nth(1).map_or(Ok(100_000), |argument| argument.parse())?;
    let mut dice = Dice(7);
    let vocabulary: Vec<String> = (0..VOCABULARY).map(word).collect();
    let mut builder = IndexBuilder::new();
    let (mut building, mut bytes) = (Duration::ZERO, 0);
    for number in 0..services {
        let document = service(number, &mut dice, &vocabulary);
        bytes += document.texts.iter().map(|(_, _, text)| text.len()).sum::<usize>();
        let begun = Instant::now();
        builder.add(&document);
        building += begun.elapsed();
    }
    let before = memory("VmRSS:");
    let begun = Instant::now();
    let index = builder.finish(1);
    println!("{services} services, {} bytes of text each", bytes / services.max(1));
    println!("added in {building:.1?}, finished in {:.1?}", begun.elapsed());
    println!("resident: {before} MB before finishing, {} MB after", memory("VmRSS:"));
    println!("peak {} MB; index {} MB", memory("VmHWM:"), index.memory_bytes() >> 20);

    let file = std::env::temp_dir().join(format!("search-scale-{}", std::process::id()));
    let begun = Instant::now();
    index.save(&file)?;
    println!("saved in {:.1?}, {} MB", begun.elapsed(), std::fs::metadata(&file)?.len() >> 20);
    drop(index);
    let begun = Instant::now();
    let index = Index::load(&file)?;
    std::fs::remove_file(&file)?;
    println!("loaded in {:.1?}; index {} MB", begun.elapsed(), index.memory_bytes() >> 20);

    for (kind, words, municipality) in
        [("one word", 1, false), ("two words", 2, false), ("two words in a municipality", 2, true)]
    {
        let queries: Vec<Query> = (0..2_000)
            .map(|_| {
                let municipality = municipality
                    .then(|| municipalities()[dice.below(municipalities().len())].code.to_owned());
                Query {
                    municipality,
                    ..Query::new(text(&mut dice, &vocabulary, Language::Fi, words))
                }
            })
            .collect();
        measure(&index, kind, &queries);
    }
    measure(&index, "no words", &vec![Query::new(""); 200]);
    Ok(())
}

fn measure(index: &Index, kind: &str, queries: &[Query]) {
    let mut times = Vec::new();
    let mut found = 0;
    for query in queries {
        let begun = Instant::now();
        found += index.search(query).total;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let at = |share: usize| times[(times.len() - 1) * share / 100];
    let mean = times.iter().sum::<Duration>() / u32::try_from(times.len()).unwrap_or(1);
    println!(
        "{kind}: mean {mean:.0?}, median {:.0?}, p95 {:.0?}, p99 {:.0?}; {} found on average",
        at(50),
        at(95),
        at(99),
        found / queries.len()
    );
}
