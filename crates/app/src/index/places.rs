//! Where one gets services: the points of the places among their channels, read past everything else.

use domain::catalogue::{AddressUse, EntityId};
use search::Spot;
use serde::Deserialize;
use store::Transaction;
use store::catalogue::{Connected, connected};

use crate::Error;

/// The most channels of a service that are looked at.
const CHANNELS: u32 = 200;

/// As much of a connection or a channel as says where it is.
#[derive(Deserialize)]
struct Placed {
    #[serde(default)]
    addresses: Vec<Visited>,
}

#[derive(Deserialize)]
struct Visited {
    purpose: AddressUse,
    coordinate: Option<Point>,
}

#[derive(Deserialize)]
struct Point {
    easting: f64,
    northing: f64,
}

/// The points of these services' places, in order of the services' ids.
pub(super) async fn places(
    reading: &mut Transaction,
    services: &[EntityId],
) -> Result<Vec<(EntityId, Spot)>, Error> {
    let mut found = Vec::new();
    for one in connected(reading, services, CHANNELS, &[]).await? {
        let points = points(&one)?;
        found.extend(points.into_iter().map(|point| (one.service.clone(), point)));
    }
    Ok(found)
}

/// The points of a channel, as the connection says, or else the channel.
fn points(one: &Connected) -> Result<Vec<Spot>, Error> {
    let own = read(&one.connection, one)?;
    if own.is_empty() { read(&one.channel, one) } else { Ok(own) }
}

fn read(document: &str, of: &Connected) -> Result<Vec<Spot>, Error> {
    if !document.contains("\"coordinate\"") {
        return Ok(Vec::new());
    }
    let placed: Placed = serde_json::from_str(document)
        .map_err(|error| Error::Internal(format!("a place of service {}: {error}", of.service)))?;
    let visited = placed.addresses.into_iter().filter(|one| one.purpose == AddressUse::Visiting);
    Ok(visited.filter_map(|one| one.coordinate?.spot(of.place)).collect())
}

impl Point {
    fn spot(&self, channel: u32) -> Option<Spot> {
        let point = geo::Point::rounded(self.easting, self.northing)?;
        let (east, north) = (u32::try_from(point.east).ok()?, u32::try_from(point.north).ok()?);
        Some(Spot { east, north, channel })
    }
}
