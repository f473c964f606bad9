//! The municipalities' borders: loaded from an official file by the operator, and followed by every node.
//!
//! The file is not ours to ship; without it maps are drawn of the municipalities' centres.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::time::Duration;

use domain::reference::{County, Municipality, municipalities, municipality};
use geo::Shape;
use sha2::{Digest, Sha256};
use store::border as rows;

use crate::{App, Error};

/// The largest file that is read, in bytes.
pub const FILE_LIMIT: u64 = geo::FILE_LIMIT;
/// How often a running program looks whether other borders were loaded.
const LOOK: Duration = Duration::from_secs(5);
/// How far a kept line may be from the file's, in metres: nobody sees it on the largest map of ours.
const TOLERANCE: f64 = 25.0;
/// How far the lines of coarser maps are from the file's, in metres, the finest first.
const COARSER: [f64; 3] = [120.0, 500.0, 2000.0];
/// The longest name of a source, in letters.
const SOURCE_LIMIT: usize = 200;
/// How many missing municipalities an error names.
const NAMES_TOLD: usize = 8;

/// The borders that maps are drawn of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Borders {
    revision: i64,
    source: String,
    shapes: BTreeMap<&'static str, Shape>,
    /// The same for coarser maps, each with how far its lines may be off.
    coarser: Vec<(f64, BTreeMap<&'static str, Shape>)>,
}

impl Borders {
    /// Which they are: another number, other borders; 0 when none were loaded.
    #[must_use]
    pub const fn revision(&self) -> i64 {
        self.revision
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shapes.is_empty()
    }

    /// How many municipalities they are of.
    #[must_use]
    pub fn len(&self) -> usize {
        self.shapes.len()
    }

    /// Whose they are, as maps name it.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The shape of a municipality.
    #[must_use]
    pub fn of(&self, code: &str) -> Option<&Shape> {
        self.shapes.get(code)
    }

    /// The shape of a municipality for a map of so many metres a unit: no finer than it shows.
    #[must_use]
    pub fn for_scale(&self, code: &str, metres_per_unit: f64) -> Option<&Shape> {
        let coarse = self.coarser.iter().rev().find(|(off, _)| *off <= metres_per_unit * 1.5);
        coarse.map_or(&self.shapes, |(_, shapes)| shapes).get(code)
    }

    /// Borders with what coarser maps need of them.
    fn new(revision: i64, source: String, shapes: BTreeMap<&'static str, Shape>) -> Self {
        let (codes, detailed): (Vec<_>, Vec<_>) =
            shapes.iter().map(|(c, s)| (*c, s.clone())).unzip();
        let coarser = COARSER.map(|off| {
            let simple = geo::simplify(&detailed, off);
            (off, codes.iter().copied().zip(simple).collect())
        });
        Self { revision, source, shapes, coarser: coarser.into() }
    }
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// How many municipalities it has.
    pub municipalities: usize,
    /// Those of today that it does not have.
    pub missing: Vec<&'static Municipality>,
    /// How many points are kept of it.
    pub points: usize,
    /// Whether they were there already, to the last point.
    pub is_unchanged: bool,
}

/// Loads borders from a file, GeoJSON or TopoJSON, in the place of those that were. All of it or nothing.
/// Maps name the source, as its licence asks.
///
/// # Errors
/// When the file cannot be read, or lacks a municipality of these counties (of all counties, when none are
/// named: then it must have one municipality at least). The text says what to do.
pub async fn load(
    app: &App,
    file: &[u8],
    source: &str,
    counties: &[&County],
) -> Result<Loaded, Error> {
    let source = source.trim().to_owned();
    if source.is_empty() || source.chars().count() > SOURCE_LIMIT {
        return Err(Error::Refused(format!(
            "whose the borders are must be said in at most {SOURCE_LIMIT} letters"
        )));
    }
    let areas = geo::read(file, |code| municipality(code).is_some())
        .map_err(|error| Error::Refused(error.to_string()))?;
    let mut shapes: BTreeMap<&'static str, Shape> = BTreeMap::new();
    for area in areas {
        if let Some(found) = municipality(&area.code) {
            shapes.entry(found.code).or_default().rings.extend(area.shape.rings);
        }
    }
    is_whole(&shapes, counties)?;
    let (codes, detailed): (Vec<_>, Vec<_>) = shapes.into_iter().unzip();
    let simple = geo::simplify(&detailed, TOLERANCE);
    let points = simple.iter().flat_map(|shape| &shape.rings).map(Vec::len).sum();
    let borders: Vec<(String, Vec<u8>)> = codes
        .iter()
        .zip(&simple)
        .map(|(code, shape)| ((*code).to_owned(), shape.to_bytes()))
        .collect();
    let print = print(&borders, &source);
    let known: BTreeSet<&str> = codes.iter().copied().collect();
    let missing = municipalities().iter().filter(|one| !known.contains(one.code)).collect();
    let replaced: Result<bool, Error> = app
        .database()
        .write(move |on| {
            Box::pin(async move { Ok(rows::replace(on, &print, &source, &borders).await?) })
        })
        .await;
    let is_unchanged = !replaced?;
    refresh(app).await?;
    Ok(Loaded { municipalities: codes.len(), missing, points, is_unchanged })
}

/// Refuses a file that has not what the site shows.
fn is_whole(shapes: &BTreeMap<&'static str, Shape>, counties: &[&County]) -> Result<(), Error> {
    if shapes.is_empty() {
        return Err(Error::Refused(
            "no feature has a municipality's code. The code is looked for in the properties kunta, \
             natcode, kuntanumero, kuntakoodi, nationalCode, code and koodi, and in the id"
                .into(),
        ));
    }
    let needed = counties.iter().flat_map(|county| &county.municipalities);
    let missing: Vec<&str> = needed
        .filter(|code| !shapes.contains_key(*code))
        .filter_map(|code| municipality(code).map(|one| one.name_fi))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let more = missing.len().saturating_sub(NAMES_TOLD);
    let and_more = if more > 0 { format!(" and {more} more") } else { String::new() };
    let names = missing.iter().take(NAMES_TOLD).copied().collect::<Vec<_>>().join(", ");
    Err(Error::Refused(format!(
        "it lacks municipalities of the configured counties: {names}{and_more}. Take the division of the \
         whole country, of this year"
    )))
}

/// A print of borders, in hexadecimal.
fn print(borders: &[(String, Vec<u8>)], source: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(source);
    for (code, shape) in borders {
        hasher.update(code);
        hasher.update(shape.len().to_le_bytes());
        hasher.update(shape);
    }
    hasher.finalize().iter().fold(String::new(), |mut print, byte| {
        let _ = write!(print, "{byte:02x}");
        print
    })
}

/// Gives readers the borders as they are, if they have moved.
pub async fn refresh(app: &App) -> Result<(), Error> {
    let mut reading = app.database().begin().await?;
    let rows::State { revision, source, .. } = rows::state(&mut reading).await?;
    if revision == app.borders().revision {
        return Ok(());
    }
    let mut shapes = BTreeMap::new();
    for (code, bytes) in rows::list(&mut reading).await? {
        let shape = Shape::from_bytes(&bytes)
            .map_err(|error| Error::Internal(format!("the border of {code}: {error}")))?;
        if let Some(found) = municipality(&code) {
            shapes.insert(found.code, shape);
        }
    }
    let made = tokio::task::spawn_blocking(move || Borders::new(revision, source, shapes)).await;
    app.publish_borders(made.map_err(|error| Error::Internal(error.to_string()))?);
    Ok(())
}

/// Follows the borders for ever.
pub async fn follow(app: App) {
    loop {
        if let Err(error) = refresh(&app).await {
            tracing::warn!("the maps could not follow the borders: {error}");
        }
        tokio::time::sleep(LOOK).await;
    }
}
