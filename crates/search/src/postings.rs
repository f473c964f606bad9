//! Postings: for each term, the documents that have it in ascending order, each with one byte of
//! impact. In the index each term has them in one piece, parted into chunks of documents whose
//! numbers have the upper sixteen bits in common: those bits, how many documents there are less one,
//! their lower sixteen bits, their impacts. A search reads two plain lists, with nothing to decode.
//!
//! While documents are added, a posting is the distance from the document before (a varint) and the
//! impact, and a term's postings lie in a chain of chunks in one arena, each larger than the one
//! before. Now and then the arena is sealed: its chains are copied, tightly, into a segment. Since
//! distances go on from segment to segment, a term's postings are its runs, one after another; and
//! since a segment is freed block by block as it is read, the whole is never there twice.

use std::collections::VecDeque;

/// The longest posting: five bytes of varint and one of impact. A chunk with less room than this is
/// full; the writer and the reader go by the same rule, so no length is stored.
const POSTING_LIMIT: usize = 6;
/// The room for postings in a term's first, second … chunk; all later ones are as large as the last.
const CHUNKS: [u16; 8] = [12, 20, 36, 64, 120, 248, 508, 1020];
/// The level of the largest chunks.
const LARGEST: u8 = 7;
/// The link to the next chunk behind a chunk's postings.
const LINK: usize = 4;
/// What positions are counted in.
const UNIT: usize = 4;
/// The bytes of a posting in the index, and those that stand before a chunk of them.
const POSTING: usize = 3;
const HEAD: usize = 4;
/// How many documents a chunk spans: as many as have the upper sixteen bits in common.
const SPAN: usize = 1 << 16;
/// How many documents a search looks at before it goes on to the next: a power of two.
pub const WINDOW: usize = 1 << 12;
/// So many postings are looked at first for the end of a window.
const NEAR: usize = 16;
/// The size of the arena at which it is sealed.
const ARENA: usize = 12 << 20;
/// The size of a segment's blocks: large enough that freeing one gives it back to the system.
const BLOCK: usize = 512 << 10;

/// A term's postings in the arena, and where the next goes.
#[derive(Debug, Clone, Copy, Default)]
struct Tail {
    /// How many documents it has in all.
    count: u32,
    /// How many of them are in the arena.
    fresh: u32,
    start: u32,
    last: u32,
    position: u32,
    room: u16,
    level: u8,
}

/// Postings while documents are added.
#[derive(Debug, Default)]
pub struct PostingsBuilder {
    tails: Vec<Tail>,
    arena: Vec<u8>,
    segments: Vec<Segment>,
}

impl PostingsBuilder {
    /// Adds a term; they are numbered from 0.
    pub fn begin(&mut self) -> u32 {
        self.tails.push(Tail::default());
        u32::try_from(self.tails.len() - 1).unwrap_or(u32::MAX)
    }

    /// Adds a document, higher than the last, to a term.
    pub fn push(&mut self, term: u32, document: u32, impact: u8) {
        let mut tail = self.tails[term as usize];
        if tail.fresh == 0 {
            tail.level = 0;
            tail.start = self.grow(&mut tail);
        } else if usize::from(tail.room) < POSTING_LIMIT {
            let link = tail.position as usize + usize::from(tail.room);
            tail.level = (tail.level + 1).min(LARGEST);
            let next = self.grow(&mut tail);
            self.arena[link..link + LINK].copy_from_slice(&next.to_le_bytes());
        }
        let mut distance = document - tail.last;
        let mut at = tail.position as usize;
        while distance >= 0x80 {
            self.arena[at] = distance.to_le_bytes()[0] | 0x80;
            distance >>= 7;
            at += 1;
        }
        self.arena[at] = distance.to_le_bytes()[0];
        self.arena[at + 1] = impact;
        let length = at + 2 - tail.position as usize;
        tail.position += u32::try_from(length).unwrap_or(0);
        tail.room -= u16::try_from(length).unwrap_or(0);
        tail.last = document;
        tail.count += 1;
        tail.fresh += 1;
        self.tails[term as usize] = tail;
    }

    /// Seals the arena when it is large; to be called between documents.
    pub fn rest(&mut self) {
        if self.arena.len() >= ARENA {
            self.seal();
        }
    }

    /// All postings in one piece a term: the bytes, and for each term where it begins and how many
    /// documents it has.
    pub fn finish(mut self) -> (Vec<u8>, Vec<(u32, u32)>) {
        self.seal();
        let Self { tails, arena, mut segments } = self;
        drop(arena);
        let count: usize = tails.iter().map(|tail| tail.count as usize).sum();
        let mut bytes = Vec::with_capacity(count * POSTING + tails.len() * (HEAD + UNIT));
        let mut terms = Vec::with_capacity(tails.len());
        let (mut run, mut postings) = (Vec::new(), Vec::new());
        for segment in &mut segments {
            segment.advance();
        }
        for (term, tail) in (0..).zip(&tails) {
            run.clear();
            for segment in segments.iter_mut().filter(|segment| segment.at == Some(term)) {
                segment.take(&mut run);
            }
            postings.clear();
            postings.extend(Run { bytes: &run, document: 0, position: 0 });
            terms.push((write_postings(&mut bytes, &postings), tail.count));
        }
        bytes.shrink_to_fit();
        (bytes, terms)
    }

    /// Makes a chunk of the tail's level and goes there; gives its position.
    fn grow(&mut self, tail: &mut Tail) -> u32 {
        let (start, room) = (self.arena.len(), CHUNKS[usize::from(tail.level)]);
        self.arena.resize(start + usize::from(room) + LINK, 0);
        tail.position = u32::try_from(start).unwrap_or(u32::MAX);
        tail.room = room;
        tail.position
    }

    fn seal(&mut self) {
        let mut segment = Segment::default();
        let mut run = Vec::new();
        for (term, tail) in (0..).zip(&mut self.tails).filter(|(_, tail)| tail.fresh > 0) {
            run.clear();
            copy_chain(&self.arena, tail.start as usize, tail.fresh, &mut run);
            segment.push(term, &run);
            tail.fresh = 0;
        }
        self.arena.clear();
        self.segments.push(segment);
    }
}

/// Writes a term's postings, ascending by document, behind those that are there; gives where they
/// begin.
pub fn write_postings(bytes: &mut Vec<u8>, postings: &[(u32, u8)]) -> u32 {
    bytes.resize(bytes.len().next_multiple_of(UNIT), 0);
    let start = u32::try_from(bytes.len() / UNIT).unwrap_or(u32::MAX);
    for chunk in postings.chunk_by(|a, b| a.0 >> 16 == b.0 >> 16) {
        bytes.extend_from_slice(&upper(chunk[0].0).to_le_bytes());
        let less_one = u16::try_from(chunk.len() - 1).unwrap_or(u16::MAX);
        bytes.extend_from_slice(&less_one.to_le_bytes());
        for (document, _) in chunk {
            bytes.extend_from_slice(&lower(*document).to_le_bytes());
        }
        bytes.extend(chunk.iter().map(|posting| posting.1));
    }
    start
}

/// The upper sixteen bits of a number.
const fn upper(number: u32) -> u16 {
    let [_, _, a, b] = number.to_le_bytes();
    u16::from_le_bytes([a, b])
}

/// The lower sixteen bits of a number.
const fn lower(number: u32) -> u16 {
    let [a, b, _, _] = number.to_le_bytes();
    u16::from_le_bytes([a, b])
}

/// Copies a chain's postings tightly.
fn copy_chain(arena: &[u8], start: usize, count: u32, run: &mut Vec<u8>) {
    let (mut position, mut level) = (start, 0);
    let mut end = start + usize::from(CHUNKS[0]);
    for _ in 0..count {
        if end - position < POSTING_LIMIT {
            let link = [arena[end], arena[end + 1], arena[end + 2], arena[end + 3]];
            position = u32::from_le_bytes(link) as usize;
            level = (level + 1).min(usize::from(LARGEST));
            end = position + usize::from(CHUNKS[level]);
        }
        let varint = arena[position..end].iter().take_while(|byte| **byte >= 0x80).count() + 1;
        run.extend_from_slice(&arena[position..=position + varint]);
        position += varint + 1;
    }
}

/// Sealed runs, ascending by term: the distance to the term before, the length, the postings.
#[derive(Debug, Default)]
struct Segment {
    blocks: VecDeque<Vec<u8>>,
    last: u32,
    /// The term whose run is next in reading.
    at: Option<u32>,
    position: usize,
}

impl Segment {
    fn push(&mut self, term: u32, run: &[u8]) {
        // Two varints of at most five bytes stand before the run.
        let needed = run.len() + 10;
        if self.blocks.back().is_none_or(|block| block.capacity() - block.len() < needed) {
            self.blocks.push_back(Vec::with_capacity(BLOCK.max(needed)));
        }
        if let Some(block) = self.blocks.back_mut() {
            write_varint(block, term - self.last);
            write_varint(block, u32::try_from(run.len()).unwrap_or(u32::MAX));
            block.extend_from_slice(run);
        }
        self.last = term;
    }

    /// Goes to the next run.
    fn advance(&mut self) {
        if self.blocks.front().is_some_and(|block| self.position >= block.len()) {
            self.blocks.pop_front();
            self.position = 0;
        }
        let block = self.blocks.front();
        let distance = block.and_then(|block| read_varint(block, &mut self.position));
        self.at = distance.map(|distance| self.at.unwrap_or(0) + distance);
    }

    /// Takes the run that is next.
    fn take(&mut self, into: &mut Vec<u8>) {
        if let Some(block) = self.blocks.front()
            && let Some(length) = read_varint(block, &mut self.position)
        {
            let end = self.position + length as usize;
            into.extend_from_slice(&block[self.position..end]);
            self.position = end;
        }
        self.advance();
    }
}

/// A run of postings as it is while documents are added. Ends early when the bytes are not postings.
struct Run<'a> {
    bytes: &'a [u8],
    document: u32,
    position: usize,
}

impl Iterator for Run<'_> {
    type Item = (u32, u8);

    fn next(&mut self) -> Option<(u32, u8)> {
        let distance = read_varint(self.bytes, &mut self.position)?;
        let impact = *self.bytes.get(self.position)?;
        self.position += 1;
        self.document = self.document.checked_add(distance)?;
        Some((self.document, impact))
    }
}

/// The postings of a term in documents whose numbers have the upper bits in common.
#[derive(Debug, Clone, Copy, Default)]
struct Chunk<'a> {
    /// The upper bits.
    number: usize,
    lowers: &'a [[u8; 2]],
    impacts: &'a [u8],
}

impl<'a> Chunk<'a> {
    /// The documents, by their lower bits, with their impacts.
    fn within(self) -> impl Iterator<Item = (u16, u8)> + 'a {
        let lowers = self.lowers.iter().map(|low| u16::from_le_bytes(*low));
        lowers.zip(self.impacts.iter().copied())
    }
}

/// A term's postings, chunk by chunk. Ends early, and never panics, when the bytes are not postings.
#[derive(Debug, Clone)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    left: usize,
}

impl<'a> Postings<'a> {
    /// The postings of a term that begins at `start` and has `count` documents.
    pub fn new(bytes: &'a [u8], start: u32, count: u32) -> Self {
        let bytes = bytes.get(start as usize * UNIT..).unwrap_or_default();
        Self { bytes, left: count as usize }
    }

    /// The impact in a document, when it is there.
    pub fn impact(self, document: u32) -> Option<u8> {
        let chunk = self.chunks().find(|chunk| chunk.number == document as usize / SPAN)?;
        let number = |low: &[u8; 2]| u16::from_le_bytes(*low);
        let place = chunk.lowers.binary_search_by_key(&lower(document), number).ok()?;
        chunk.impacts.get(place).copied()
    }

    /// The documents with their impacts.
    pub fn documents(self) -> impl Iterator<Item = (u32, u8)> + 'a {
        self.chunks().flat_map(|chunk| {
            let base = u32::try_from(chunk.number * SPAN).unwrap_or(u32::MAX);
            chunk.within().map(move |(low, impact)| (base | u32::from(low), impact))
        })
    }

    fn chunks(mut self) -> impl Iterator<Item = Chunk<'a>> {
        std::iter::from_fn(move || self.next())
    }

    /// The chunk that is next.
    fn next(&mut self) -> Option<Chunk<'a>> {
        if self.left == 0 {
            return None;
        }
        let (head, rest) = self.bytes.split_first_chunk::<HEAD>()?;
        let number = usize::from(u16::from_le_bytes([head[0], head[1]]));
        let count = usize::from(u16::from_le_bytes([head[2], head[3]])) + 1;
        let (lowers, rest) = rest.split_at_checked(2 * count)?;
        let (impacts, rest) = rest.split_at_checked(count)?;
        self.left = self.left.checked_sub(count)?;
        self.bytes = rest;
        Some(Chunk { number, lowers: lowers.as_chunks().0, impacts })
    }
}

/// A term's postings, window by window.
#[derive(Debug, Clone)]
pub struct Windows<'a> {
    /// What is left of a chunk.
    chunk: Chunk<'a>,
    others: Postings<'a>,
}

impl<'a> Windows<'a> {
    /// The windows of postings, from the first on.
    pub fn new(mut postings: Postings<'a>) -> Self {
        Self { chunk: postings.next().unwrap_or_default(), others: postings }
    }

    /// Takes the postings in a window, by place in it, with their impacts. Windows are taken in their
    /// order, and none is passed over.
    pub fn take(&mut self, window: usize) -> impl Iterator<Item = (usize, u8)> + use<'a> {
        if self.chunk.lowers.is_empty() {
            self.chunk = self.others.next().unwrap_or_default();
        }
        let Chunk { number, lowers, impacts } = self.chunk;
        let end = (window + 1) * WINDOW;
        let is_before = |low: &[u8; 2]| number * SPAN + usize::from(u16::from_le_bytes(*low)) < end;
        // A window holds little of a long list: to look from its beginning on stays near in memory.
        let mut bound = NEAR;
        while lowers.get(bound).is_some_and(is_before) {
            bound *= 2;
        }
        let count = lowers[..bound.min(lowers.len())].partition_point(is_before);
        let (taken, left) = lowers.split_at(count);
        let (of_taken, of_left) = impacts.split_at(count.min(impacts.len()));
        self.chunk = Chunk { number, lowers: left, impacts: of_left };
        let taken = Chunk { number, lowers: taken, impacts: of_taken };
        taken.within().map(|(low, impact)| (usize::from(low) % WINDOW, impact))
    }
}

fn read_varint(bytes: &[u8], position: &mut usize) -> Option<u32> {
    let (mut number, mut shift) = (0_u32, 0);
    loop {
        let byte = *bytes.get(*position)?;
        *position += 1;
        number |= u32::from(byte & 0x7f).checked_shl(shift)?;
        if byte < 0x80 {
            return Some(number);
        }
        shift += 7;
    }
}

fn write_varint(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_many_segments_and_chunks_come_out_as_they_went_in() {
        let mut builder = PostingsBuilder::default();
        let terms: Vec<u32> = (0..50).map(|_| builder.begin()).collect();
        let has = |term: u32, document: u32| document.is_multiple_of(term * term + 1);
        for document in 0..30_000 {
            for term in terms.iter().filter(|term| has(**term, document)) {
                builder.push(*term, document, document.to_le_bytes()[0]);
            }
            if document % 7_000 == 6_999 {
                builder.seal();
            }
        }
        let (bytes, places) = builder.finish();
        for term in terms {
            let (start, count) = places[term as usize];
            let found: Vec<(u32, u8)> = Postings::new(&bytes, start, count).documents().collect();
            let expected = (0..30_000).filter(|document| has(term, *document));
            assert!(found.into_iter().eq(expected.map(|d| (d, d.to_le_bytes()[0]))), "{term}");
        }
    }

    #[test]
    fn windows_give_all_postings_in_their_order_and_each_its_own() {
        for step in [1, 3, 4_095, 4_096, 70_001] {
            let all: Vec<(u32, u8)> =
                (0..200_000).step_by(step).map(|document| (document, 7)).collect();
            let mut bytes = Vec::new();
            let start = write_postings(&mut bytes, &all);
            let count = u32::try_from(all.len()).unwrap();
            let mut windows = Windows::new(Postings::new(&bytes, start, count));
            let of_window = |window: usize| {
                let taken: Vec<(usize, u8)> = windows.take(window).collect();
                taken.into_iter().map(move |(place, impact)| (window * WINDOW + place, impact))
            };
            let taken = (0..200_000_usize.div_ceil(WINDOW)).flat_map(of_window);
            let taken = taken.map(|(document, impact)| (u32::try_from(document).unwrap(), impact));
            assert_eq!(taken.collect::<Vec<_>>(), all, "{step}");
        }
    }
}
