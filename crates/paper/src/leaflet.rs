//! What a leaflet says.

/// A text and, where it is not the leaflet's, its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The text; a new line is a new line.
    pub text: String,
    /// The language's code, where it is another than the leaflet's.
    pub language: Option<&'static str>,
}

impl Words {
    /// A text in the leaflet's language.
    pub fn own(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None }
    }
}

/// A piece of what is said of a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A number to call, in large figures, and below it whose it is and what it costs.
    Phone(String, Vec<Words>),
    /// A paragraph.
    Text(Words),
    /// A word in bold, and what belongs to it.
    Labelled(String, Words),
}

/// A service on the leaflet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedService {
    /// Its name.
    pub name: Words,
    /// What is said of it, in reading order.
    pub blocks: Vec<Block>,
}

/// Where the list is on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The sentence above the address.
    pub lead: String,
    /// The whole address, printed and in the QR code.
    pub address: String,
    /// What the picture of the code is, for those who do not see it.
    pub picture: String,
}

/// A leaflet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaflet {
    /// The language's code.
    pub language: &'static str,
    /// The county, or whose site it is.
    pub site: String,
    /// The heading; with the site's name, the document's title.
    pub title: String,
    /// The lines below the heading: how many services, when it was printed.
    pub leads: Vec<String>,
    /// The giver's message, below its heading.
    pub note: Option<(String, Words)>,
    /// The services, in their order.
    pub services: Vec<ListedService>,
    /// Where the list is on the web, unless it is nowhere.
    pub link: Option<Link>,
    /// The lines at the end: the source.
    pub ends: Vec<String>,
    /// The word for a page, before its number.
    pub page: String,
}

/// Why there is no PDF.
#[derive(Debug, thiserror::Error)]
pub enum LeafletError {
    /// A font is no font.
    #[error("a font of the leaflet cannot be read")]
    Font,
    /// The leaflet has more pages than are made.
    #[error("the leaflet has more than {0} pages")]
    TooLong(usize),
    /// The library refused, for instance since the result would not be accessible.
    #[error("the PDF cannot be written: {0}")]
    Refused(String),
}
