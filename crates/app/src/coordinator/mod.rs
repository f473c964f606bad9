//! Who may see and do what the coordinator does: one password of each county's site, sessions that end by
//! themselves, and the proof that use cases take.
//!
//! A session is a signed line in the browser, as a visitor's list is; nothing of it is on disk here. It is signed
//! with the installation's key, the password and the county together, so that another password ends all of them,
//! and that those of one county's site hold on no other's.

mod attempts;
mod password;
mod session;

use std::path::Path;
use std::sync::Arc;

use domain::coordinator::CoordinatorName;
use jiff::{Timestamp, ToSpan};

pub use password::Password;

use crate::{App, Error, key_file};
use attempts::Attempts;

/// How many hours a session lasts: a working day.
const LASTS: i64 = 10;

/// The proof that the coordinator asks. It is had from a session, or by the operator at the command line, and from
/// nowhere else: a use case that takes it cannot be called without the question being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coordinator {
    name: CoordinatorName,
}

impl Coordinator {
    /// The operator at the command line, who has the database itself at hand.
    #[must_use]
    pub const fn operator(name: CoordinatorName) -> Self {
        Self { name }
    }

    /// The name that the history tells.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }
}

/// What signing in to a county's site needs: the password, the key of the sessions, and how often it was tried. Cheap to
/// clone.
#[derive(Debug, Clone)]
pub struct Access(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    password: Password,
    key: session::Key,
    attempts: Attempts,
}

/// How an attempt to sign in ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignIn {
    /// The line that the browser keeps.
    In(String),
    /// The password is another.
    Wrong,
    /// It was tried as often as may be in a while.
    TooOften,
}

impl Access {
    /// Lets in who knows the password of a county, by its code, or of a site of all counties; with sessions signed by
    /// the key in a file, which is made where it is missing.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds something else.
    pub fn new(password: Password, county: Option<&str>, key: &Path) -> Result<Self, Error> {
        let key = key_file::read_or_make("the key of the coordinator's sessions", key)?;
        Ok(Self::with_key(password, county, key))
    }

    /// The same with a key at hand.
    #[must_use]
    pub fn with_key(password: Password, county: Option<&str>, key: [u8; key_file::LENGTH]) -> Self {
        let key = session::Key::new(key, &password, county);
        Self(Arc::new(Inner { password, key, attempts: Attempts::default() }))
    }

    /// Whom a browser's line names, unless it is none of ours or its session has ended.
    #[must_use]
    pub fn session(&self, line: &str, now: Timestamp) -> Option<Coordinator> {
        let session = self.0.key.read(line)?;
        (now < session.ends).then_some(Coordinator { name: session.name })
    }
}

/// Tries to sign in; `line` is what the browser keeps of an earlier session, if it keeps one. Attempts are bounded
/// for all strangers together, since nothing is kept of who they are; a browser that was signed in before is counted
/// apart from them, so that a flood of attempts does not shut the coordinator out.
///
/// # Errors
/// When the password cannot be checked.
pub async fn sign_in(
    app: &App,
    access: &Access,
    name: CoordinatorName,
    password: String,
    line: Option<&str>,
) -> Result<SignIn, Error> {
    let now = app.now();
    let is_known = line.is_some_and(|line| access.0.key.read(line).is_some());
    if !access.0.attempts.may_try(is_known, now) {
        return Ok(SignIn::TooOften);
    }
    let checking = access.clone();
    // It takes time on purpose: not on a thread that answers requests.
    let is_right = tokio::task::spawn_blocking(move || checking.0.password.is(&password))
        .await
        .map_err(|error| Error::Internal(format!("checking a password: {error}")))?;
    if !is_right {
        return Ok(SignIn::Wrong);
    }
    access.0.attempts.succeeded(is_known);
    let ends = now.checked_add(LASTS.hours()).unwrap_or(now);
    Ok(SignIn::In(access.0.key.sealed(&name, ends)))
}

/// The line that a browser keeps of a session that its owner ended: it names nobody, and shows that the browser is
/// no stranger. None for a line that is none of ours.
#[must_use]
pub fn sign_out(access: &Access, line: &str) -> Option<String> {
    let session = access.0.key.read(line)?;
    Some(access.0.key.sealed(&session.name, Timestamp::UNIX_EPOCH))
}

#[cfg(test)]
mod tests {
    use store::Database;

    use super::*;

    async fn app() -> (App, Access) {
        let now = "2026-11-24T08:00:00Z".parse().unwrap();
        let access = Access::with_key(Password::of_tests("oikea"), Some("05"), [3; 32]);
        let database = Database::open("sqlite::memory:").await.unwrap();
        (App::fixed(database, now), access)
    }

    fn name() -> CoordinatorName {
        CoordinatorName::take("Aino | Östman").unwrap()
    }

    async fn try_with((app, access): &(App, Access), password: &str, line: Option<&str>) -> SignIn {
        sign_in(app, access, name(), password.to_owned(), line).await.unwrap()
    }

    async fn line(town: &(App, Access)) -> String {
        let SignIn::In(line) = try_with(town, "oikea", None).await else { panic!("not let in") };
        line
    }

    #[tokio::test]
    async fn who_knows_the_password_is_the_coordinator_for_a_working_day() {
        let town = app().await;
        assert_eq!(try_with(&town, "väärä", None).await, SignIn::Wrong);
        assert_eq!(try_with(&town, "", None).await, SignIn::Wrong);
        let (line, (app, access)) = (line(&town).await, &town);
        assert_eq!(access.session(&line, app.now()).unwrap().name(), "Aino | Östman");
        let later = |minutes: i64| app.now().checked_add(minutes.minutes()).unwrap();
        assert!(access.session(&line, later(10 * 60 - 1)).is_some());
        assert_eq!(access.session(&line, later(10 * 60)), None);
    }

    #[tokio::test]
    async fn a_line_that_was_changed_or_is_of_another_password_county_or_key_names_nobody() {
        let town = app().await;
        let (line, (app, access)) = (line(&town).await, &town);
        for place in 0..line.len() {
            let mut changed = line.clone().into_bytes();
            changed[place] = if changed[place] == b'0' { b'1' } else { b'0' };
            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(access.session(&changed, app.now()), None, "{place}: {changed}");
        }
        let Access(inner) = access;
        let same = |county, key| Access::with_key(inner.password.clone(), county, key);
        assert!(same(Some("05"), [3; 32]).session(&line, app.now()).is_some());
        for other in [
            Access::with_key(Password::of_tests("toinen"), Some("05"), [3; 32]),
            same(Some("05"), [4; 32]),
            same(Some("02"), [3; 32]),
            same(None, [3; 32]),
        ] {
            assert_eq!(other.session(&line, app.now()), None);
        }
        assert_eq!(access.session("", app.now()), None);
    }

    #[tokio::test]
    async fn who_signs_out_keeps_a_line_that_names_nobody() {
        let town = app().await;
        let (line, (app, access)) = (line(&town).await, &town);
        let ended = sign_out(access, &line).unwrap();
        assert_eq!(access.session(&ended, app.now()), None);
        assert_eq!(sign_out(access, "x"), None);
    }

    #[tokio::test]
    async fn strangers_who_try_too_often_are_told_to_wait_and_do_not_shut_the_coordinator_out() {
        let town = app().await;
        let known = sign_out(&town.1, &line(&town).await).unwrap();
        let mut tried = 0;
        while try_with(&town, "väärä", None).await == SignIn::Wrong {
            tried += 1;
            assert!(tried < 100, "attempts have no bound");
        }
        assert_eq!(tried, attempts::BURST);
        assert_eq!(try_with(&town, "oikea", None).await, SignIn::TooOften);
        assert!(matches!(try_with(&town, "oikea", Some(&known)).await, SignIn::In(_)));
        town.0.set_clock(town.0.now().checked_add(1.minutes()).unwrap());
        assert!(matches!(try_with(&town, "oikea", None).await, SignIn::In(_)));
    }
}
