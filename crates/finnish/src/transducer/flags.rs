//! Flags: what a walk remembers of its way, so that a later step may be forbidden.

/// How many different flags a dictionary may have.
pub(crate) const MOST_FLAGS: usize = 64;

const UNSET: u8 = 0;
const ANY: u8 = 1;

/// One demand or change of a flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FlagStep {
    action: Action,
    feature: u8,
    value: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Set,
    Clear,
    Unify,
    Require,
    Disallow,
}

/// The flags of a walk, and how to take changes back.
#[derive(Debug, Clone)]
pub(crate) struct Flags {
    values: [u8; MOST_FLAGS],
    changes: Vec<(u8, u8)>,
}

impl Default for Flags {
    fn default() -> Self {
        Flags { values: [UNSET; MOST_FLAGS], changes: Vec::new() }
    }
}

impl Flags {
    /// Forgets everything.
    pub(crate) fn reset(&mut self) {
        self.values = [UNSET; MOST_FLAGS];
        self.changes.clear();
    }

    /// How many changes there are; to come back to with [`Flags::back_to`].
    pub(crate) fn changes(&self) -> usize {
        self.changes.len()
    }

    /// Takes back all changes but the first ones.
    pub(crate) fn back_to(&mut self, changes: usize) {
        while self.changes.len() > changes {
            if let Some((feature, value)) = self.changes.pop() {
                self.values[usize::from(feature)] = value;
            }
        }
    }

    /// Does a step; false when the flags forbid it.
    pub(crate) fn take(&mut self, step: FlagStep) -> bool {
        let now = self.values[usize::from(step.feature)];
        match step.action {
            Action::Set => self.set(step.feature, step.value),
            Action::Clear => self.set(step.feature, UNSET),
            Action::Unify => {
                if now == UNSET {
                    self.set(step.feature, step.value);
                }
                return now == UNSET || now == step.value;
            }
            Action::Require => {
                return if step.value == ANY { now != UNSET } else { now == step.value };
            }
            Action::Disallow => {
                return if step.value == ANY { now == UNSET } else { now != step.value };
            }
        }
        true
    }

    fn set(&mut self, feature: u8, value: u8) {
        let place = &mut self.values[usize::from(feature)];
        if *place != value {
            self.changes.push((feature, *place));
            *place = value;
        }
    }
}

/// The names of flags and of their values, while a dictionary is read.
#[derive(Default)]
pub(super) struct FlagNames<'a> {
    features: Vec<&'a str>,
    values: Vec<&'a str>,
}

impl<'a> FlagNames<'a> {
    /// Reads a symbol such as `@P.FEATURE.VALUE@`; says what is wrong with it otherwise.
    pub(super) fn read(&mut self, symbol: &'a str) -> Result<FlagStep, &'static str> {
        let inner = symbol.strip_prefix('@').and_then(|rest| rest.strip_suffix('@'));
        let mut pieces = inner.ok_or("a flag does not end with @")?.split('.');
        let action = match pieces.next() {
            Some("P") => Action::Set,
            Some("C") => Action::Clear,
            Some("U") => Action::Unify,
            Some("R") => Action::Require,
            Some("D") => Action::Disallow,
            _ => return Err("a flag has an unknown operation"),
        };
        let feature = pieces.next().ok_or("a flag has no name")?;
        let feature = number(&mut self.features, feature, MOST_FLAGS, "there are too many flags")?;
        let value = match pieces.next() {
            Some(value) => 2 + number(&mut self.values, value, 250, "flags have too many values")?,
            None => ANY,
        };
        Ok(FlagStep { action, feature, value })
    }
}

fn number<'a>(
    names: &mut Vec<&'a str>,
    name: &'a str,
    most: usize,
    too_many: &'static str,
) -> Result<u8, &'static str> {
    let at = names.iter().position(|known| *known == name).unwrap_or_else(|| {
        names.push(name);
        names.len() - 1
    });
    if at >= most {
        return Err(too_many);
    }
    u8::try_from(at).map_err(|_| too_many)
}
