//! Mail that goes out: kept in the database before anybody is told that it will, and sent from there by whichever node comes
//! first, again and again until the server takes it.

mod unsubscribe;

use std::time::Duration;

use domain::provider_link::{DigestRhythm, ProviderLink};
use domain::task::{Deed, TaskEvent};
use jiff::{SignedDuration, Timestamp};
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use store::Transaction;
use store::mail::{self as rows, About};

use crate::{App, Error};

/// How often it is looked whether a letter is due.
const LOOK: Duration = Duration::from_secs(5);
/// How long one attempt may take.
const ATTEMPT: Duration = Duration::from_mins(2);
/// How long a letter is one node's: longer than its attempt takes, so that no other node sends it too.
const CLAIM: SignedDuration = SignedDuration::from_mins(5);
/// How many attempts there are: over some four days.
const ATTEMPTS: i64 = 14;
/// The longest time between two attempts.
const LONGEST_REST: SignedDuration = SignedDuration::from_hours(12);
/// How long a letter is kept in all: past every attempt, also where no server is named any more.
const KEPT: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How often what is old is looked for.
const LOOK_FOR_OLD: Duration = Duration::from_hours(1);

/// How the connection to the server is kept secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// It begins in clear and must become encrypted (STARTTLS).
    StartTls,
    /// It is encrypted from the beginning.
    Tls,
    /// It is in clear: for a server on the same machine.
    None,
}

/// The server that takes our mail, and whose name it goes out in.
#[derive(Clone)]
pub struct Post {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl std::fmt::Debug for Post {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Post")
    }
}

impl Post {
    /// A server at a host and a port, with the sender's address, as in `Tarjotin <tarjotin@example.fi>`.
    ///
    /// # Errors
    /// When the address is none, or the host cannot be one.
    pub fn new(
        host: &str,
        port: u16,
        encryption: Encryption,
        credentials: Option<(String, String)>,
        from: &str,
    ) -> Result<Self, Error> {
        let wrong = |what: &dyn std::fmt::Display| Error::Refused(format!("mail: {what}"));
        let from = from.parse().map_err(|error| wrong(&format!("from = {from:?}: {error}")))?;
        let builder = match encryption {
            Encryption::StartTls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host),
            Encryption::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host),
            Encryption::None => Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)),
        };
        let builder = builder.map_err(|error| wrong(&error))?;
        let builder = builder.port(port).timeout(Some(Duration::from_mins(1)));
        let builder = match credentials {
            Some((user, password)) => builder.credentials(Credentials::new(user, password)),
            None => builder,
        };
        Ok(Self { transport: builder.build(), from })
    }

    /// Sends a letter, or gives up in time. What the server says may repeat the address: it is no matter for the log.
    async fn send(&self, mail: &rows::Mail) -> Result<(), Refusal> {
        let message = self.letter(mail)?;
        match tokio::time::timeout(ATTEMPT, self.transport.send(message)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) if is_nobody(&error) => {
                Err(Refusal::ForGood("it knows no such receiver"))
            }
            Ok(Err(_)) => Err(Refusal::ForNow("it does not take it now")),
            Err(_) => Err(Refusal::ForNow("it does not answer in time")),
        }
    }

    fn letter(&self, mail: &rows::Mail) -> Result<Message, Refusal> {
        let to: Mailbox =
            mail.recipient.parse().map_err(|_| Refusal::ForGood("the address is none"))?;
        unsubscribe::headed(Message::builder(), &mail.unsubscribe)
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject.clone())
            .message_id(Some(format!("<{}@tarjotin>", mail.id)))
            .header(lettre::message::header::ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|_| Refusal::ForGood("it cannot be written as a letter"))
    }
}

/// Whether a server says that there is nobody of the address (RFC 5321, section 4.2.3). All else that it refuses may be
/// mended on our side, as a password that it does not take: the letter waits.
fn is_nobody(error: &lettre::transport::smtp::Error) -> bool {
    error.status().is_some_and(|code| matches!(u16::from(code), 550 | 551 | 553))
}

/// Why a letter did not go out.
enum Refusal {
    /// It may later.
    ForNow(&'static str),
    /// It never will.
    ForGood(&'static str),
}

/// Keeps a letter that will be sent to whoever reported what became a task.
pub(crate) async fn queue(
    on: &mut Transaction,
    app: &App,
    task: &str,
    recipient: String,
    (subject, body): (String, String),
) -> Result<(), store::Error> {
    let mail = rows::Mail {
        id: app.new_id(),
        recipient,
        subject,
        body,
        unsubscribe: String::new(),
        about: Some(About::Answer(task.to_owned())),
        created: app.now(),
        attempts: 0,
    };
    rows::insert(on, &mail).await
}

/// Tries to send what is due, and says how many letters went out.
///
/// # Errors
/// When the database is not there.
pub async fn send_due(app: &App, post: &Post) -> Result<usize, Error> {
    let mut sent = 0;
    while let Some(mail) = claim(app).await? {
        let id = mail.id.clone();
        if !is_wanted(app, &mail).await? {
            tracing::info!(
                mail = id,
                "a digest does not go out: its link has ended, or its digests"
            );
            delete(app, id).await?;
            continue;
        }
        let outcome = post.send(&mail).await;
        let is_last = mail.attempts >= ATTEMPTS;
        match outcome {
            Ok(()) => {
                sent += 1;
                delete(app, id).await?;
            }
            Err(Refusal::ForNow(why)) if !is_last => {
                tracing::warn!(mail = id, attempts = mail.attempts, "a letter waits: {why}");
                let next = app.now().checked_add(rest(mail.attempts)).unwrap_or(Timestamp::MAX);
                write(app, move |on| {
                    Box::pin(async move { Ok(rows::put_off(on, &id, next).await?) })
                })
                .await?;
            }
            Err(Refusal::ForNow(why) | Refusal::ForGood(why)) => {
                tracing::error!(mail = id, "a letter is given up: {why}");
                give_up(app, mail).await?;
            }
        }
    }
    Ok(sent)
}

/// Whether a letter is to go out still: a digest goes to nobody whose link was revoked or has ended, or who ended the digests
/// or gave them another address, after it was written.
async fn is_wanted(app: &App, mail: &rows::Mail) -> Result<bool, Error> {
    let Some(About::Digest(link)) = &mail.about else { return Ok(true) };
    let link = store::provider::link::get(&mut app.database().begin().await?, link).await?;
    let is_sent_to = |link: &ProviderLink| {
        link.is_open(app.now())
            && link.rhythm != DigestRhythm::Never
            && link.email == mail.recipient
    };
    Ok(link.as_ref().is_some_and(is_sent_to))
}

async fn delete(app: &App, id: String) -> Result<(), Error> {
    write(app, move |on| Box::pin(async move { Ok(rows::delete(on, &id).await?) })).await
}

/// Deletes a letter that does not go out, and tells its task that the reporter was not told.
async fn give_up(app: &App, mail: rows::Mail) -> Result<(), Error> {
    let now = app.now();
    write(app, move |on| {
        Box::pin(async move {
            rows::delete(on, &mail.id).await?;
            match &mail.about {
                Some(About::Answer(task)) => Ok(unreached(on, task, now).await?),
                _ => Ok(()),
            }
        })
    })
    .await
}

async fn unreached(on: &mut Transaction, task: &str, now: Timestamp) -> Result<(), store::Error> {
    let event = TaskEvent { at: now, who: None, deed: Deed::Unreached };
    store::task::insert_event(on, task, &event).await
}

/// Sends what is due for ever.
pub async fn follow(app: App, post: Post) {
    loop {
        if let Err(error) = send_due(&app, &post).await {
            tracing::warn!("mail could not be looked through: {error}");
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// Deletes letters that were written too long ago to be sent any more, and says how many.
///
/// # Errors
/// When the database is not there.
pub async fn delete_old(app: &App) -> Result<u64, Error> {
    let now = app.now();
    let until = now.checked_sub(KEPT).unwrap_or(Timestamp::MIN);
    write(app, move |on| {
        Box::pin(async move {
            let deleted = rows::delete_until(on, until).await?;
            for task in deleted.iter().filter(|task| !task.is_empty()) {
                unreached(on, task, now).await?;
            }
            Ok(u64::try_from(deleted.len()).unwrap_or(u64::MAX))
        })
    })
    .await
}

/// Deletes what is old, now and from then on.
pub async fn forget_old(app: App) {
    loop {
        match delete_old(&app).await {
            Ok(0) => {}
            Ok(count) => tracing::error!(count, "letters that never went out are deleted"),
            Err(error) => tracing::warn!("old letters could not be deleted: {error}"),
        }
        tokio::time::sleep(LOOK_FOR_OLD).await;
    }
}

async fn claim(app: &App) -> Result<Option<rows::Mail>, Error> {
    let now = app.now();
    let until = now.checked_add(CLAIM).unwrap_or(now);
    write(app, move |on| Box::pin(async move { Ok(rows::claim(on, now, until).await?) })).await
}

async fn write<T, F>(app: &App, work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: for<'a> FnOnce(&'a mut Transaction) -> store::database::Work<'a, T, Error> + Send + 'static,
{
    app.database().write(work).await
}

/// How long a letter rests after so many attempts: a minute, two, four, up to half a day.
fn rest(attempts: i64) -> SignedDuration {
    let doubled = u32::try_from(attempts.clamp(1, 16) - 1).unwrap_or(0);
    SignedDuration::from_mins(1 << doubled).min(LONGEST_REST)
}
