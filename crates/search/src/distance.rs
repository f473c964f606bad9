//! How far documents are: the nearest of a document's places from a point, in metres.

use crate::document::Spot;
use crate::documents::{NONE, Sets};

/// A point, in metres east and north (ETRS-TM35FIN).
pub type Metres = (u32, u32);

/// The most places of a document that are kept; one with thousands is near in any case.
pub const PLACES: usize = 200;

/// How many numbers the columns keep of a place.
const WIDTH: usize = 3;

/// A document's places as the columns keep them: east, north and channel by turns.
pub fn column(places: &[Spot]) -> Vec<u32> {
    let numbers = |spot: &Spot| [spot.east, spot.north, spot.channel];
    places.iter().take(PLACES).flat_map(numbers).collect()
}

/// Distances from a point.
pub struct Distances<'a> {
    places: &'a Sets,
    from: Metres,
}

impl<'a> Distances<'a> {
    /// The distances of these places from a point.
    pub const fn new(places: &'a Sets, from: Metres) -> Self {
        Self { places, from }
    }

    /// How far a document's nearest place is, in metres; none of one without a place.
    pub fn metres(&self, document: u32) -> Option<u32> {
        let (squared, _) = self.nearest(document)?;
        Some(u32::try_from(squared.isqrt()).unwrap_or(NONE - 1))
    }

    /// Which channel of a document its nearest place is; none of one without a place.
    pub fn channel(&self, document: u32) -> Option<u32> {
        self.nearest(document).map(|(_, channel)| channel)
    }

    /// The square of the distance to a document's nearest place, and the channel that this is.
    fn nearest(&self, document: u32) -> Option<(u64, u32)> {
        let places = self.places.get(document as usize).chunks_exact(WIDTH);
        let measured = |place: &[u32]| {
            let off = |one: u32, other: u32| u64::from(one.abs_diff(other));
            let (east, north) = (off(place[0], self.from.0), off(place[1], self.from.1));
            ((east * east).saturating_add(north * north), place[2])
        };
        places.map(measured).min()
    }

    /// Puts the nearest first, so many of them; those without a place last. What is as far goes by rank.
    pub fn nearest_first(&self, found: &mut Vec<(f32, u32)>, ranks: &[u32], count: usize) {
        let key = |one: &(f32, u32)| {
            (self.metres(one.1).unwrap_or(NONE), ranks[one.1 as usize], one.0, one.1)
        };
        let mut keyed: Vec<(u32, u32, f32, u32)> = found.iter().map(key).collect();
        let order = |one: &(u32, u32, f32, u32), other: &(u32, u32, f32, u32)| {
            (one.0, one.1).cmp(&(other.0, other.1))
        };
        if count > 0 && count < keyed.len() {
            keyed.select_nth_unstable_by(count - 1, order);
        }
        keyed.truncate(count);
        keyed.sort_unstable_by(order);
        found.clear();
        found.extend(keyed.into_iter().map(|(_, _, score, document)| (score, document)));
    }
}
