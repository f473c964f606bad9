//! A partner's way to good descriptions in PTV (*PTV-matka*): named steps, each with a state, a day and a note.
//!
//! What is marked is only ever added to: a step's state is what was marked last, and the rest is its history.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::personal_data::{self, PersonalData};
use crate::written::lines;
use crate::{Language, Localized};

/// How long a note is at most.
pub const MOST_CHARACTERS: usize = 500;
/// How many steps a plan has at most.
const MOST_STEPS: usize = 20;
/// How long a step's code is at most.
const LONGEST_CODE: usize = 40;

/// How far a step is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum StepState {
    /// Not begun.
    #[default]
    NotBegun,
    /// Under way.
    UnderWay,
    /// Done.
    Done,
    /// Not needed by this partner.
    NotNeeded,
}

impl StepState {
    /// Every state, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::NotBegun, Self::UnderWay, Self::Done, Self::NotNeeded];

    /// The state's name in forms and rows.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotBegun => "not-begun",
            Self::UnderWay => "under-way",
            Self::Done => "done",
            Self::NotNeeded => "not-needed",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Done | Self::NotNeeded)
    }
}

/// A step of the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What its marks are kept under: small letters, digits and hyphens.
    pub code: String,
    /// What it is called.
    pub name: Localized,
}

/// The steps of a county, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JourneyPlan(Vec<Step>);

/// Steps that cannot be a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPlan {
    /// There are none, or too many.
    #[error("there must be 1 to {MOST_STEPS} steps, and there are {0}")]
    Number(usize),
    /// A code has other characters.
    #[error("the code {0:?} must be 1 to {LONGEST_CODE} small letters a–z, digits and hyphens")]
    Code(String),
    /// A code is there twice.
    #[error("the code {0:?} is there twice")]
    Twice(String),
    /// A step has no name.
    #[error("the step {0:?} has no name")]
    Nameless(String),
}

impl JourneyPlan {
    /// Takes the steps of a county.
    ///
    /// # Errors
    /// With the first that cannot be one.
    pub fn new(steps: Vec<Step>) -> Result<Self, InvalidPlan> {
        if steps.is_empty() || steps.len() > MOST_STEPS {
            return Err(InvalidPlan::Number(steps.len()));
        }
        for (place, step) in steps.iter().enumerate() {
            let is_code = (1..=LONGEST_CODE).contains(&step.code.len())
                && step.code.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'));
            if !is_code {
                return Err(InvalidPlan::Code(step.code.clone()));
            }
            if steps[..place].iter().any(|other| other.code == step.code) {
                return Err(InvalidPlan::Twice(step.code.clone()));
            }
            if step.name.is_empty() {
                return Err(InvalidPlan::Nameless(step.code.clone()));
            }
        }
        Ok(Self(steps))
    }

    /// The steps.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The step of a code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Step> {
        self.0.iter().find(|step| step.code == code)
    }
}

impl Default for JourneyPlan {
    /// The steps that the counties' projects took with municipalities, associations and parishes: from seeing what
    /// PTV is good for to keeping the descriptions up.
    fn default() -> Self {
        let step = |(code, fi, sv, en): &(&str, &str, &str, &str)| Step {
            code: (*code).to_owned(),
            name: [(Language::Fi, *fi), (Language::Sv, *sv), (Language::En, *en)]
                .into_iter()
                .map(|(language, name)| (language, name.to_owned()))
                .collect(),
        };
        Self(DEFAULT_STEPS.iter().map(step).collect())
    }
}

const DEFAULT_STEPS: [(&str, &str, &str, &str); 9] = [
    (
        "contact",
        "Yhteys otettu ja PTV:n hyödyt kerrottu",
        "Kontakt har tagits och nyttan med SDL har presenterats",
        "Contact made and the benefits of PTV explained",
    ),
    (
        "commitment",
        "Johto sitoutunut ja vastuuhenkilö sovittu",
        "Ledningen har förbundit sig och en ansvarig är utsedd",
        "Management committed and a person in charge agreed",
    ),
    (
        "access",
        "Käyttöoikeudet kunnossa (PTV tai Lähellä.fi)",
        "Användarrättigheterna är i ordning (SDL eller Lähellä.fi)",
        "Access rights in order (PTV or Lähellä.fi)",
    ),
    (
        "training",
        "Työpaja, klinikka tai koulutus käyty",
        "Har deltagit i workshop, klinik eller utbildning",
        "Workshop, clinic or training attended",
    ),
    (
        "services",
        "Kuvattavat palvelut tunnistettu",
        "De tjänster som ska beskrivas är identifierade",
        "Services to be described identified",
    ),
    (
        "description",
        "Palvelut ja asiointikanavat kuvattu",
        "Tjänsterna och servicekanalerna är beskrivna",
        "Services and service channels described",
    ),
    (
        "quality",
        "Kuvausten laatu tarkistettu",
        "Beskrivningarnas kvalitet är granskad",
        "Quality of the descriptions checked",
    ),
    (
        "publication",
        "Julkaistu ja löytyy palvelutarjottimelta",
        "Publicerade och finns på servicebrickan",
        "Published and found on the service tray",
    ),
    (
        "upkeep",
        "Ylläpito sovittu: kuka päivittää ja milloin",
        "Underhållet är överenskommet: vem uppdaterar och när",
        "Maintenance agreed: who updates and when",
    ),
];

/// A note on a step, or on none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StepNote(String);

/// Why a note is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepNoteRefusal {
    /// It is longer than [`MOST_CHARACTERS`]; with its length.
    #[error("the note has {0} characters, more than {MOST_CHARACTERS}")]
    TooLong(usize),
    /// It seems to hold something that tells who a person is.
    #[error("the note seems to hold {0:?}")]
    Personal(PersonalData),
}

impl StepNote {
    /// Takes what somebody wrote.
    ///
    /// # Errors
    /// When it is too long or holds a person's number.
    pub fn take(written: &str) -> Result<Self, StepNoteRefusal> {
        let note = lines(written);
        let length = note.chars().count();
        if length > MOST_CHARACTERS {
            return Err(StepNoteRefusal::TooLong(length));
        }
        personal_data::find(&note)
            .map_or(Ok(Self(note)), |found| Err(StepNoteRefusal::Personal(found)))
    }

    /// What was taken before and kept since.
    #[must_use]
    pub fn kept(note: &str) -> Self {
        Self(note.to_owned())
    }

    /// The note; empty where there is none.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What was marked of a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mark {
    /// How far it is.
    pub state: StepState,
    /// The day that the state is of.
    pub day: Option<Date>,
    /// What else there is to say.
    pub note: StepNote,
}

/// A mark, with who made it when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// The step's code.
    pub step: String,
    /// What was marked.
    pub mark: Mark,
    /// The name of who did.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// Where a partner is on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey<'a> {
    /// Each step of the plan with what was marked last.
    pub steps: Vec<(&'a Step, Option<&'a Marked>)>,
}

impl<'a> Journey<'a> {
    /// Puts marks, the oldest first, on the steps of a plan. Marks of steps that it no longer has are left out.
    #[must_use]
    pub fn of(plan: &'a JourneyPlan, marks: &'a [Marked]) -> Self {
        let last = |step: &Step| marks.iter().rev().find(|marked| marked.step == step.code);
        Self { steps: plan.steps().iter().map(|step| (step, last(step))).collect() }
    }

    /// How many steps are done, and how many there are without those that are not needed.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let count = |state| self.states().filter(|one| *one == state).count();
        (count(StepState::Done), self.steps.len() - count(StepState::NotNeeded))
    }

    /// The first step at which something is left to do.
    #[must_use]
    pub fn next(&self) -> Option<&'a Step> {
        let place = self.states().position(|state| !state.is_over())?;
        self.steps.get(place).map(|(step, _)| *step)
    }

    fn states(&self) -> impl Iterator<Item = StepState> {
        self.steps
            .iter()
            .map(|(_, marked)| marked.map_or(StepState::NotBegun, |one| one.mark.state))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(step: &str, state: StepState) -> Marked {
        let mark = Mark { state, ..Mark::default() };
        Marked { step: step.into(), mark, author: "Aino".into(), at: Timestamp::UNIX_EPOCH }
    }

    #[test]
    fn the_steps_that_are_given_are_a_plan_in_each_language() {
        let plan = JourneyPlan::default();
        assert_eq!(JourneyPlan::new(plan.steps().to_vec()), Ok(plan.clone()));
        for step in plan.steps() {
            assert!(
                Language::INTERFACE.iter().all(|one| step.name.get(*one).is_some()),
                "{step:?}"
            );
        }
    }

    #[test]
    fn what_is_no_plan_is_named() {
        let step = |code: &str, name: &str| Step {
            code: code.into(),
            name: Localized::new(Language::Fi, name),
        };
        let plan = |steps: &[Step]| JourneyPlan::new(steps.to_vec()).map(drop);
        assert_eq!(plan(&[]), Err(InvalidPlan::Number(0)));
        assert_eq!(plan(&vec![step("a", "A"); 21]), Err(InvalidPlan::Number(21)));
        for code in ["", "Å", "a b", "A", &"a".repeat(41)] {
            assert_eq!(plan(&[step(code, "A")]), Err(InvalidPlan::Code(code.to_owned())));
        }
        assert_eq!(plan(&[step("a", "A"), step("a", "B")]), Err(InvalidPlan::Twice("a".into())));
        assert_eq!(plan(&[step("a", " ")]), Err(InvalidPlan::Nameless("a".into())));
        assert_eq!(plan(&[step("a", "A"), step("b-2", "B")]), Ok(()));
    }

    #[test]
    fn a_step_is_as_it_was_marked_last_and_the_next_is_the_first_that_is_open() {
        let plan = JourneyPlan::default();
        let none = Journey::of(&plan, &[]);
        assert_eq!((none.progress(), none.next().unwrap().code.as_str()), ((0, 9), "contact"));
        let marks = [
            marked("contact", StepState::UnderWay),
            marked("contact", StepState::Done),
            marked("commitment", StepState::NotNeeded),
            marked("services", StepState::Done),
            marked("of-another-plan", StepState::Done),
        ];
        let journey = Journey::of(&plan, &marks);
        assert_eq!((journey.progress(), journey.next().unwrap().code.as_str()), ((2, 8), "access"));
        let all: Vec<Marked> =
            plan.steps().iter().map(|step| marked(&step.code, StepState::Done)).collect();
        let journey = Journey::of(&plan, &all);
        assert_eq!((journey.progress(), journey.next()), ((9, 9), None));
    }

    #[test]
    fn a_note_holds_nobodys_number_and_has_a_length() {
        assert_eq!(StepNote::take(" Palaveri\r\npidetty ").unwrap().as_str(), "Palaveri\npidetty");
        assert_eq!(
            StepNote::take("soita 040 123 4567"),
            Err(StepNoteRefusal::Personal(PersonalData::Phone))
        );
        assert_eq!(StepNote::take(&"ä".repeat(501)), Err(StepNoteRefusal::TooLong(501)));
    }

    #[test]
    fn every_state_has_a_name() {
        for state in StepState::ALL {
            assert_eq!(StepState::from_name(state.name()), Some(state));
        }
    }
}
