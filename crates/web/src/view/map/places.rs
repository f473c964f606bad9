//! The map of a few places: of a service's, or of one.

use app::catalogue::ConnectedChannel;
use domain::catalogue::{Address, Channel, ChannelKind};
use domain::reference::municipality;
use geo::{Bounds, Point};

use super::{Ground, Map, Place, Plan, bounds_of};
use crate::texts::Texts;
use crate::view::text::Text;

/// What a page shows of where its places are.
pub(crate) enum PlaceMap {
    /// On a map.
    Drawn(Box<Map>),
    /// Nobody has said where they are.
    Unknown(String),
}

impl PlaceMap {
    /// The map of a service's places, numbered as they come, each with its part of the page; none where
    /// there is no place.
    pub(crate) fn of_service(
        channels: &[ConnectedChannel],
        ground: Ground<'_>,
        t: Texts,
    ) -> Option<Self> {
        let places: Vec<&ConnectedChannel> = channels
            .iter()
            .filter(|one| one.channel.kind == ChannelKind::ServiceLocation)
            .collect();
        let is_alone = places.len() == 1;
        let marked = places.iter().zip(1..).filter_map(|(one, number)| {
            let (point, code) = point_of(one)?;
            let number = Some(number).filter(|_| !is_alone);
            let href = format!("#k-{}", one.channel.id);
            Some((Place { point, number, name: name(&one.channel, number, t), href }, code))
        });
        (!places.is_empty()).then(|| Self::of(marked.collect(), ground, t))
    }

    /// The map of one place.
    pub(crate) fn of_channel(channel: &Channel, ground: Ground<'_>, t: Texts) -> Option<Self> {
        if channel.kind != ChannelKind::ServiceLocation {
            return None;
        }
        let marked =
            located(channel.addresses.iter().filter(|it| it.is_visited())).map(|(point, code)| {
                let href = "#place".to_owned();
                (Place { point, number: None, name: name(channel, None, t), href }, code)
            });
        Some(Self::of(marked.into_iter().collect(), ground, t))
    }

    fn of(marked: Vec<(Place, Option<String>)>, ground: Ground<'_>, t: Texts) -> Self {
        let Some(points) = Bounds::of(marked.iter().map(|(place, _)| place.point)) else {
            return Self::Unknown(t.get("map-place-unknown").into_owned());
        };
        // With the municipality around it one sees where a place is.
        let around = marked.iter().filter_map(|(_, code)| municipality(code.as_deref()?));
        let around: Vec<_> = around.collect();
        let boxes = around.iter().filter_map(|place| bounds_of(place, ground.borders));
        let here = around.first().copied().filter(|one| around.iter().all(|it| it == one));
        let plan = Plan {
            id: "places-map",
            title: t.count("map-places-title", marked.len()).into_owned(),
            bounds: boxes.fold(points, Bounds::with),
            county: None,
            here,
            places: marked.into_iter().map(|(place, _)| place).collect(),
            link: &|_| None,
        };
        Self::Drawn(Box::new(Map::new(plan, ground, t)))
    }
}

fn name(channel: &Channel, number: Option<usize>, t: Texts) -> String {
    let name = Text::best_or(&channel.names(), t, "name-missing").value;
    let Some(number) = number.map(|number| number.to_string()) else { return name };
    t.with("map-mark", &[("number", number.as_str()), ("name", name.as_str())]).into_owned()
}

/// Where a channel that is a place is, and the code of the municipality: as the connection says, or else
/// the channel.
fn point_of(one: &ConnectedChannel) -> Option<(Point, Option<String>)> {
    located(one.visited())
}

/// The first address to go to of which it is known where it is.
fn located<'a>(visited: impl IntoIterator<Item = &'a Address>) -> Option<(Point, Option<String>)> {
    visited.into_iter().find_map(|address| {
        let coordinate = address.coordinate.as_ref()?;
        let point = Point::rounded(coordinate.easting, coordinate.northing)?;
        Some((point, address.municipality.clone()))
    })
}
