//! What the bench searches for: the same few words, searches of which each is another, and a mix in which
//! some are asked again, as people do.

use domain::Language;
use domain::reference::needs;

/// The searches that are asked again and again.
pub const WORDS: [&str; 6] =
    ["kirjasto", "uimahalli", "ryhmä", "neuvonta", "ikääntyneet", "lapset"];

/// What is searched for beside one of them, each in every municipality.
const SECOND: &str = "yksinäisyys masennus liikunta velat omaishoito päihteet äitiys koti nuoret kuulo muisti asunto \
     apuväline kotihoito ruoka retki kurssi musiikki sauna terveys perhe mies nainen työ opiskelu luonto ilta maksuton \
     puhelin tuki kerho leiri hoito apu taide uinti kävely peli lounas kuljetus";

/// Searches that differ: two words in each of these municipalities, in no order.
pub fn different(address: &str, places: &[String]) -> Vec<String> {
    let mut searches = Vec::new();
    for second in SECOND.split_whitespace() {
        for first in WORDS {
            let search = |place| format!("{address}/fi/haku?q={first}+{second}&kunta={place}");
            searches.extend(places.iter().map(search));
        }
    }
    Chance(SEED).shuffle(&mut searches);
    searches
}

/// Searches as people might make them, and what they are in words.
pub fn mixed(address: &str, places: &[String], count: usize) -> (Vec<String>, String) {
    let mut chance = Chance(SEED);
    let spoken = needs().iter().flat_map(|need| need.phrases.iter());
    let finnish = spoken.filter(|(language, _)| *language == Language::Fi);
    let mut phrases: Vec<&str> = finnish.map(|(_, phrase)| *phrase).collect();
    chance.shuffle(&mut phrases);
    phrases.truncate(PHRASES);
    let mut places = places.to_vec();
    chance.shuffle(&mut places);
    // Who searches in no municipality is the largest group of all.
    let places: Vec<String> = std::iter::once(String::new()).chain(places).collect();
    let searches: Vec<String> = (0..count)
        .map(|_| {
            let phrase = phrases[chance.rank(phrases.len())].replace(' ', "+");
            let place = &places[chance.rank(places.len())];
            format!("{address}/fi/haku?q={phrase}&kunta={place}")
        })
        .collect();
    let mut distinct = searches.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let words = format!(
        "{count} searches of which {} differ: drawn from {} Finnish phrases of the needs vocabulary and from {} places \
         (the whole country the first), each as often as one by its rank (Zipf's law)",
        distinct.len(),
        phrases.len(),
        places.len()
    );
    (searches, words)
}

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;

/// Of how many phrases the mix is drawn.
const PHRASES: usize = 2_000;

/// Chance that comes out the same in each run (xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, bound: usize) -> usize {
        let bound = u64::try_from(bound).expect("a small number");
        usize::try_from(self.next() % bound).expect("a small number")
    }

    /// A place below `bound`, the first twice as often as the second, three times as often as the third …
    fn rank(&mut self, bound: usize) -> usize {
        loop {
            // Each place gets one part of its rank of the draws that fall on it.
            let place = self.below(bound);
            if self.below(place + 1) == 0 {
                return place;
            }
        }
    }

    fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.below(last + 1));
        }
    }
}
