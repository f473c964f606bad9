//! What goes with an event: links, and small files.

use super::draft::is_address;
use crate::partner::one_line;

/// How long a name is at most.
const NAME: usize = 120;
/// How large a file is at most, in bytes.
pub const LARGEST_FILE: usize = 5_000_000;
/// How many materials an event has at most.
pub const MOST_MATERIALS: usize = 20;

/// What of an event's materials one may take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Material {
    /// Its own id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where or what it is.
    pub content: MaterialContent,
}

/// Where or what a material is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MaterialContent {
    /// An address elsewhere.
    Link(String),
    /// A file; its content is read only when somebody takes it.
    File(FileKind),
}

/// The kinds of file that are taken: documents, without those that run something when they are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileKind {
    /// How the name ends.
    pub ending: &'static str,
    /// The media type.
    pub media: &'static str,
}

/// Every kind, in order.
const KINDS: [FileKind; 8] = [
    FileKind { ending: "pdf", media: "application/pdf" },
    FileKind {
        ending: "docx",
        media: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    },
    FileKind {
        ending: "pptx",
        media: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    },
    FileKind {
        ending: "xlsx",
        media: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    },
    FileKind { ending: "odt", media: "application/vnd.oasis.opendocument.text" },
    FileKind { ending: "odp", media: "application/vnd.oasis.opendocument.presentation" },
    FileKind { ending: "txt", media: "text/plain; charset=utf-8" },
    FileKind { ending: "png", media: "image/png" },
];

impl FileKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &KINDS;

    /// The kind of a file by its name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        KINDS.into_iter().find(|kind| kind.ending.eq_ignore_ascii_case(ending))
    }
}

/// Why a material is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MaterialRefusal {
    /// There is neither an address nor a file, or both.
    #[error("there is neither an address nor a file")]
    Nothing,
    /// It has no name.
    #[error("there is no name")]
    NoName,
    /// The name is too long; with how long it may be.
    #[error("the name has more than {0} characters")]
    LongName(usize),
    /// It is no address.
    #[error("it is no address that begins with https://")]
    NoAddress,
    /// The file is of another kind than those that are taken.
    #[error("the file is of a kind that is not taken")]
    OtherKind,
    /// It is larger than [`LARGEST_FILE`].
    #[error("the file has more than {LARGEST_FILE} bytes")]
    TooLarge,
    /// There are [`MOST_MATERIALS`] already.
    #[error("there are {MOST_MATERIALS} already")]
    TooMany,
}

/// The name and the address of a link as they are kept.
///
/// # Errors
/// When one of them cannot be kept.
pub fn material_link(name: &str, address: &str) -> Result<(String, String), MaterialRefusal> {
    let address = address.trim();
    if !is_address(address) {
        return Err(MaterialRefusal::NoAddress);
    }
    Ok((named(name)?, address.to_owned()))
}

/// The name and the kind of a file as they are kept; without a name of its own the file's.
///
/// # Errors
/// When it cannot be kept.
pub fn material_file(
    name: &str,
    file: &str,
    bytes: usize,
) -> Result<(String, FileKind), MaterialRefusal> {
    let kind = FileKind::of_name(file).ok_or(MaterialRefusal::OtherKind)?;
    if bytes == 0 {
        return Err(MaterialRefusal::Nothing);
    }
    if bytes > LARGEST_FILE {
        return Err(MaterialRefusal::TooLarge);
    }
    let own = file.rsplit(['/', '\\']).next().unwrap_or(file);
    Ok((named(if name.trim().is_empty() { own } else { name })?, kind))
}

fn named(name: &str) -> Result<String, MaterialRefusal> {
    let name = one_line(name);
    if name.is_empty() {
        return Err(MaterialRefusal::NoName);
    }
    if name.chars().count() > NAME {
        return Err(MaterialRefusal::LongName(NAME));
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_a_name_and_an_address_that_is_one() {
        let good = Ok(("Ohje".to_owned(), "https://dvv.example/ohje".to_owned()));
        assert_eq!(material_link(" Ohje ", " https://dvv.example/ohje"), good);
        assert_eq!(material_link(" ", "https://dvv.example"), Err(MaterialRefusal::NoName));
        for address in ["", "javascript:alert(1)", "http://dvv.example", "https://"] {
            assert_eq!(
                material_link("Ohje", address),
                Err(MaterialRefusal::NoAddress),
                "{address}"
            );
        }
        let long = "ä".repeat(121);
        assert_eq!(material_link(&long, "https://a.example"), Err(MaterialRefusal::LongName(120)));
    }

    #[test]
    fn a_file_is_a_document_of_a_size_and_has_its_own_name_unless_another_is_given() {
        let (name, kind) = material_file("", r"C:\temp\Ohje.PDF", 10).unwrap();
        assert_eq!((name.as_str(), kind.media), ("Ohje.PDF", "application/pdf"));
        assert_eq!(material_file("Diat", "a.pptx", 10).unwrap().0, "Diat");
        for file in ["a.exe", "a.html", "a.docm", "a.svg", "pdf", ""] {
            assert_eq!(material_file("", file, 10), Err(MaterialRefusal::OtherKind), "{file}");
        }
        assert_eq!(material_file("", "a.pdf", 0), Err(MaterialRefusal::Nothing));
        assert!(material_file("", "a.pdf", LARGEST_FILE).is_ok());
        assert_eq!(material_file("", "a.pdf", LARGEST_FILE + 1), Err(MaterialRefusal::TooLarge));
    }
}
