//! Postings: for each term, the documents that have it in ascending order, each with one byte of
//! impact. A posting is the distance from the document before (a varint) and the impact.
//!
//! While documents are added, a term's postings lie in a chain of chunks in one arena, each chunk
//! larger than the one before, so that neither growing nor finishing copies anything. A loaded
//! snapshot has them in one piece a term. Positions are counted in units of four bytes.

/// The longest posting: five bytes of varint and one of impact. A chunk with less room than this is
/// full; the writer and the reader go by the same rule, so no length is stored.
const POSTING_LIMIT: usize = 6;
/// The room for postings in a term's first, second … chunk; all later ones are as large as the last.
const CHUNKS: [u16; 14] = [8, 12, 16, 24, 36, 56, 84, 124, 188, 280, 420, 632, 948, 1420];
/// The level of the largest chunks.
const LARGEST: u8 = 13;
/// The link to the next chunk behind a chunk's postings.
const LINK: usize = 4;
/// What positions are counted in.
const UNIT: usize = 4;

/// Where a term's next posting goes.
#[derive(Debug, Clone, Copy)]
pub struct Tail {
    /// Where the term begins.
    pub start: u32,
    /// How many documents it has.
    pub count: u32,
    last: u32,
    position: usize,
    room: u16,
    level: u8,
}

/// The arena that postings are added to.
#[derive(Debug, Default)]
pub struct Arena {
    bytes: Vec<u8>,
}

impl Arena {
    /// Begins a term.
    pub fn begin(&mut self) -> Tail {
        let start = self.grow(0);
        Tail {
            start,
            count: 0,
            last: 0,
            position: start as usize * UNIT,
            room: CHUNKS[0],
            level: 0,
        }
    }

    /// Adds a document, higher than the last, to a term.
    pub fn push(&mut self, tail: &mut Tail, document: u32, impact: u8) {
        if usize::from(tail.room) < POSTING_LIMIT {
            self.link(tail);
        }
        let mut distance = document - tail.last;
        let begun = tail.position;
        while distance >= 0x80 {
            self.bytes[tail.position] = distance.to_le_bytes()[0] | 0x80;
            tail.position += 1;
            distance >>= 7;
        }
        self.bytes[tail.position] = distance.to_le_bytes()[0];
        self.bytes[tail.position + 1] = impact;
        tail.position += 2;
        tail.room -= u16::try_from(tail.position - begun).unwrap_or(tail.room);
        tail.last = document;
        tail.count += 1;
    }

    /// All of it, for reading.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// Chains a chunk to the term's last one.
    fn link(&mut self, tail: &mut Tail) {
        tail.level = (tail.level + 1).min(LARGEST);
        let next = self.grow(usize::from(tail.level));
        let link = tail.position + usize::from(tail.room);
        self.bytes[link..link + LINK].copy_from_slice(&next.to_le_bytes());
        tail.position = next as usize * UNIT;
        tail.room = CHUNKS[usize::from(tail.level)];
    }

    /// Makes a chunk. The arena ends at 16 GiB: no machine that we run on has that to spare.
    fn grow(&mut self, level: usize) -> u32 {
        let start = self.bytes.len();
        self.bytes.resize(start + usize::from(CHUNKS[level]) + LINK, 0);
        u32::try_from(start / UNIT).unwrap_or(u32::MAX)
    }
}

/// How postings lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// In chains of chunks, as they were added.
    Chained,
    /// In one piece a term, as a snapshot has them.
    InOnePiece,
}

/// A term's postings, read one after another: document and impact. Ends early, and never panics,
/// when the bytes are not postings.
#[derive(Debug, Clone)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    layout: Layout,
    left: u32,
    document: u32,
    position: usize,
    chunk_end: usize,
    level: usize,
}

impl<'a> Postings<'a> {
    /// The postings of a term that begins at `start` and has `count` documents.
    pub fn new(bytes: &'a [u8], layout: Layout, start: u32, count: u32) -> Self {
        let position = start as usize * UNIT;
        let chunk_end = match layout {
            Layout::Chained => position + usize::from(CHUNKS[0]),
            Layout::InOnePiece => bytes.len(),
        };
        Self { bytes, layout, left: count, document: 0, position, chunk_end, level: 0 }
    }

    fn follow(&mut self) -> Option<()> {
        let link = self.bytes.get(self.chunk_end..self.chunk_end + LINK)?;
        self.position = u32::from_le_bytes(link.try_into().ok()?) as usize * UNIT;
        self.level = (self.level + 1).min(usize::from(LARGEST));
        self.chunk_end = self.position + usize::from(CHUNKS[self.level]);
        Some(())
    }
}

impl Iterator for Postings<'_> {
    type Item = (u32, u8);

    fn next(&mut self) -> Option<(u32, u8)> {
        self.left = self.left.checked_sub(1)?;
        if self.layout == Layout::Chained && self.chunk_end - self.position < POSTING_LIMIT {
            self.follow()?;
        }
        let mut distance = 0_u32;
        let mut shift = 0;
        loop {
            let byte = *self.bytes.get(self.position)?;
            self.position += 1;
            distance |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                break;
            }
            shift += 7;
        }
        let impact = *self.bytes.get(self.position)?;
        self.position += 1;
        self.document = self.document.checked_add(distance)?;
        Some((self.document, impact))
    }
}

/// Writes a posting as it lies in one piece.
pub fn write_posting(bytes: &mut Vec<u8>, mut distance: u32, impact: u8) {
    while distance >= 0x80 {
        bytes.push(distance.to_le_bytes()[0] | 0x80);
        distance >>= 7;
    }
    bytes.push(distance.to_le_bytes()[0]);
    bytes.push(impact);
}

/// Pads what was written to the next unit, where a term can begin.
pub fn pad(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(UNIT), 0);
}

/// A position in bytes, in units.
pub fn in_units(position: usize) -> u32 {
    u32::try_from(position / UNIT).unwrap_or(u32::MAX)
}
