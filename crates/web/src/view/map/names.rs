//! The names of municipalities on a map: as many as have room, the largest first.

use std::cmp::Reverse;

use domain::Language;
use geo::{Room, View};

use super::{Land, MARK, whole};

/// How high a name is, in units of the drawing: as the style sheet has it on a narrow page.
const LETTER: f64 = 30.0;
/// How wide a letter is, as part of its height.
const WIDE: f64 = 0.56;

/// A name.
pub(crate) struct Label {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) text: &'static str,
    pub(crate) is_here: bool,
}

/// The names that have room beside the marks.
pub(super) fn labels(
    view: &View,
    lands: &[Land],
    marks: &[(f64, f64)],
    language: Language,
) -> Vec<Label> {
    let size = (view.width, view.height);
    let mut room = Room::default();
    for mark in marks {
        room.take(*mark, MARK, MARK);
    }
    // The scale's corner.
    room.take((0.0, view.height), view.width * 0.6, 130.0);
    let mut ours: Vec<&Land> = lands.iter().filter(|land| land.is_ours).collect();
    ours.sort_by_key(|land| Reverse((land.is_here, land.municipality.population)));
    let mut labels = Vec::new();
    for land in ours {
        let text = land.municipality.name(language);
        let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let width = f64::from(letters) * LETTER * WIDE + 8.0;
        let (x, y) = (f64::from(land.centre.0), f64::from(land.centre.1));
        // A point stands free beneath or above its name.
        let offsets: &[f64] = if land.path.is_some() {
            &[0.0, 40.0, -40.0, 70.0, -70.0, 100.0, -100.0]
        } else {
            &[-30.0, 30.0]
        };
        let free = offsets
            .iter()
            .find(|offset| room.take_if_free((x, y + **offset), width, LETTER + 4.0, size));
        if let Some(offset) = free {
            let (x, y) = whole((x, y + offset + LETTER / 3.0));
            labels.push(Label { x, y, text, is_here: land.is_here });
        }
    }
    labels
}
