//! A plain array, element by element, without holding it in memory.
//!
//! This only finds where an element ends: strings and brackets are followed, nothing is understood.
//! So a fault within an element is the element's own; only what stands between elements, or an end
//! before its time, is the file's.

use std::io::{self, Read};

/// The longest element that is taken, in bytes.
pub const ELEMENT_LIMIT: usize = 32 * 1024 * 1024;
/// How much is read at a time.
const CHUNK: u64 = 256 * 1024;

/// Why an array cannot be read on.
#[derive(Debug, thiserror::Error)]
pub enum ArrayFault {
    /// Reading failed.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// It ends within an element or before its closing bracket.
    #[error("the array is cut off")]
    CutOff,
    /// Between two elements stands something else than a comma.
    #[error("unexpected {0:?} between elements")]
    Between(char),
    /// An element is longer than we take.
    #[error("an element is longer than 32 MB")]
    TooLong,
}

/// The elements of an array that a reader gives, of which the opening bracket is yet to come.
#[derive(Debug)]
pub struct Elements<R> {
    reader: R,
    chunk: u64,
    buffer: Vec<u8>,
    /// Where the unread part of the buffer begins.
    at: usize,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    BeforeFirst,
    AfterElement,
    Ended,
}

impl<R: Read> Elements<R> {
    /// The elements of an array.
    pub fn new(reader: R) -> Self {
        Self::in_chunks(reader, CHUNK)
    }

    fn in_chunks(reader: R, chunk: u64) -> Self {
        Self { reader, chunk, buffer: Vec::new(), at: 0, state: State::BeforeFirst }
    }

    /// The next element's bytes; none after the last.
    pub fn next(&mut self) -> Result<Option<&[u8]>, ArrayFault> {
        if !self.find_element()? {
            return Ok(None);
        }
        let length = self.element_length()?;
        let start = self.at;
        self.at += length;
        self.state = State::AfterElement;
        Ok(Some(self.buffer[start..start + length].trim_ascii_end()))
    }

    /// Goes to where the next element begins; false at the array's end.
    fn find_element(&mut self) -> Result<bool, ArrayFault> {
        if self.state == State::Ended {
            return Ok(false);
        }
        if self.state == State::BeforeFirst {
            self.expect(b'[')?;
        }
        let first = self.state == State::BeforeFirst;
        let mut byte = self.visible()?.ok_or(ArrayFault::CutOff)?;
        if byte == b']' {
            self.at += 1;
            self.state = State::Ended;
            return match self.visible()? {
                None => Ok(false),
                Some(byte) => Err(ArrayFault::Between(byte.into())),
            };
        }
        if !first {
            self.expect(b',')?;
            byte = self.visible()?.ok_or(ArrayFault::CutOff)?;
        }
        if matches!(byte, b',' | b']' | b'}' | b':') {
            return Err(ArrayFault::Between(byte.into()));
        }
        Ok(true)
    }

    fn expect(&mut self, expected: u8) -> Result<(), ArrayFault> {
        match self.visible()? {
            Some(byte) if byte == expected => {
                self.at += 1;
                Ok(())
            }
            Some(byte) => Err(ArrayFault::Between(byte.into())),
            None => Err(ArrayFault::CutOff),
        }
    }

    /// The next byte that is no white space, which stays unread; none at the end.
    fn visible(&mut self) -> Result<Option<u8>, ArrayFault> {
        loop {
            let rest = &self.buffer[self.at..];
            if let Some(position) = rest.iter().position(|byte| !byte.is_ascii_whitespace()) {
                self.at += position;
                return Ok(Some(self.buffer[self.at]));
            }
            self.at = self.buffer.len();
            if !self.fill()? {
                return Ok(None);
            }
        }
    }

    /// How long the element is that begins here.
    fn element_length(&mut self) -> Result<usize, ArrayFault> {
        let mut scan = Scan::default();
        let mut length = 0;
        loop {
            let rest = &self.buffer[self.at + length..];
            if let Some(end) = scan.end_in(rest) {
                return Ok(length + end);
            }
            length += rest.len();
            if length > ELEMENT_LIMIT {
                return Err(ArrayFault::TooLong);
            }
            if !self.fill()? {
                return Err(ArrayFault::CutOff);
            }
        }
    }

    /// Reads more, and forgets what is behind; false at the end.
    fn fill(&mut self) -> Result<bool, ArrayFault> {
        self.buffer.drain(..self.at);
        self.at = 0;
        let read = self.reader.by_ref().take(self.chunk).read_to_end(&mut self.buffer)?;
        Ok(read > 0)
    }
}

/// How deep in brackets the scan is, and whether it is in a string.
#[derive(Debug, Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Scan {
    /// Where the element ends in the bytes that come next, if it does.
    fn end_in(&mut self, bytes: &[u8]) -> Option<usize> {
        let mut at = 0;
        while at < bytes.len() {
            if self.in_string {
                at += self.string_in(&bytes[at..]);
                continue;
            }
            match bytes[at] {
                b'"' => self.in_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth == 1 => return Some(at + 1),
                b'}' | b']' | b',' if self.depth == 0 => return Some(at),
                b'}' | b']' => self.depth -= 1,
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// How many bytes of the string come next, its closing quote included.
    fn string_in(&mut self, bytes: &[u8]) -> usize {
        if self.escaped {
            self.escaped = false;
            return 1;
        }
        match bytes.iter().position(|byte| matches!(byte, b'"' | b'\\')) {
            None => bytes.len(),
            Some(position) => {
                self.escaped = bytes[position] == b'\\';
                self.in_string = self.escaped;
                position + 1
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The elements, read so many bytes at a time, so that every boundary falls somewhere.
    fn split_in(chunk: u64, bytes: &[u8]) -> (Vec<String>, Option<String>) {
        let mut elements = Elements::in_chunks(bytes, chunk);
        let mut found = Vec::new();
        loop {
            match elements.next() {
                Ok(Some(bytes)) => found.push(String::from_utf8_lossy(bytes).into_owned()),
                Ok(None) => return (found, None),
                Err(fault) => return (found, Some(fault.to_string())),
            }
        }
    }

    fn split(bytes: &[u8]) -> (Vec<String>, Option<String>) {
        split_in(CHUNK, bytes)
    }

    #[test]
    fn elements_are_split_at_their_own_commas() {
        let text = r#" [ {"a": "],}\"\\", "b": [1, 2]} , [3,[4]], "x,]", 12 ,null ] "#;
        let expected = [r#"{"a": "],}\"\\", "b": [1, 2]}"#, "[3,[4]]", r#""x,]""#, "12", "null"];
        assert_eq!(split(text.as_bytes()), (expected.map(str::to_owned).to_vec(), None));
        assert_eq!(split_in(1, text.as_bytes()), split(text.as_bytes()));
        assert_eq!(split(&b"[]"[..]), (vec![], None));
    }

    #[test]
    fn what_is_whole_before_a_fault_is_had() {
        for (text, count) in
            [("[1, {\"a\":", 1), ("[1,", 1), ("[1,]", 1), ("[1] x", 1), ("[1}", 1), ("", 0)]
        {
            let (found, fault) = split(text.as_bytes());
            assert_eq!(found.len(), count, "{text}");
            assert!(fault.is_some(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_array_is_split_as_serde_splits_it(
            strings in prop::collection::vec("[\\[\\]{}\",\\\\ a\n]{0,12}", 0..8),
        ) {
            let values: Vec<_> = strings
                .iter()
                .map(|text| serde_json::json!({"text": text, "list": [text, [1, text]]}))
                .collect();
            let text = serde_json::to_string(&values).unwrap();
            let (found, fault) = split_in(1, text.as_bytes());
            prop_assert_eq!(fault, None);
            let read: Vec<serde_json::Value> =
                found.iter().map(|raw| serde_json::from_str(raw).unwrap()).collect();
            prop_assert_eq!(read, values);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            split_in(1, &bytes);
        }
    }
}
