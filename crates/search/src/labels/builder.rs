//! The labels while documents are added.

use std::collections::HashMap;

use super::{Kind, LabelSets, Labels};
use crate::document::Document;
use crate::documents::Sets;

/// The labels while documents are added.
#[derive(Debug, Default)]
pub struct LabelsBuilder {
    labels: Labels,
    names: HashMap<String, u32>,
    subjects: HashMap<Vec<u32>, u32>,
    manners: HashMap<Vec<u32>, u32>,
    /// The numbers of sets that were taken over, by their numbers before: of subjects, of manners.
    taken_over: [HashMap<u32, u32>; 2],
}

impl LabelsBuilder {
    /// The numbers of a document's sets of labels.
    pub fn add(&mut self, document: &Document) -> LabelSets {
        let (mut subjects, mut manners) = (Vec::new(), Vec::new());
        for theme in document.themes.iter() {
            subjects.push(self.label(Kind::Theme, &theme.to_string()));
        }
        for (kind, values) in [
            (Kind::Class, &document.classes),
            (Kind::TargetGroup, &document.target_groups),
            (Kind::LifeEvent, &document.life_events),
            (Kind::Language, &document.languages),
            (Kind::Channel, &document.channel_kinds),
        ] {
            let set = if kind.is_subject() { &mut subjects } else { &mut manners };
            set.extend(values.iter().map(|value| self.label(kind, value)));
        }
        manners.extend(document.provider_kind.iter().map(|kind| self.label(Kind::Provider, kind)));
        for (kind, is_so) in [(Kind::Free, document.is_free), (Kind::Remote, document.is_remote)] {
            if is_so {
                manners.push(self.label(kind, ""));
            }
        }
        LabelSets {
            subjects: numbered(&mut self.subjects, &mut self.labels.subjects, subjects),
            manners: numbered(&mut self.manners, &mut self.labels.manners, manners),
        }
    }

    /// The numbers of sets of labels that other labels have, always the same.
    pub fn take_over(&mut self, from: &Labels, sets: LabelSets) -> LabelSets {
        let LabelSets { subjects, manners } = sets;
        let known =
            [self.taken_over[0].get(&subjects).copied(), self.taken_over[1].get(&manners).copied()];
        LabelSets {
            subjects: known[0].unwrap_or_else(|| {
                let set = self.named_as(from, from.subjects.get(subjects as usize));
                let number = numbered(&mut self.subjects, &mut self.labels.subjects, set);
                self.taken_over[0].insert(subjects, number);
                number
            }),
            manners: known[1].unwrap_or_else(|| {
                let set = self.named_as(from, from.manners.get(manners as usize));
                let number = numbered(&mut self.manners, &mut self.labels.manners, set);
                self.taken_over[1].insert(manners, number);
                number
            }),
        }
    }

    /// The labels of the same names as those of a set of other labels.
    fn named_as(&mut self, other: &Labels, set: &[u32]) -> Vec<u32> {
        set.iter().map(|label| self.numbered(other.names.get(*label as usize).to_owned())).collect()
    }

    /// The finished labels.
    pub fn finish(self) -> Labels {
        let Labels { names, subjects, manners, .. } = self.labels;
        Labels::of_parts(names, subjects, manners)
    }

    fn label(&mut self, kind: Kind, value: &str) -> u32 {
        let mut name = String::from(char::from(kind.byte()));
        name.push_str(value);
        self.numbered(name)
    }

    fn numbered(&mut self, name: String) -> u32 {
        let names = &mut self.labels.names;
        *self.names.entry(name).or_insert_with_key(|name| names.push(name))
    }
}

/// The number of a set among those that are there, or a new one.
fn numbered(known: &mut HashMap<Vec<u32>, u32>, sets: &mut Sets, mut set: Vec<u32>) -> u32 {
    set.sort_unstable();
    set.dedup();
    *known.entry(set).or_insert_with_key(|set| sets.push(set))
}
