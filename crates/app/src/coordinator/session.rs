//! A session as a line: whose it is and when it ends, signed.

use domain::coordinator::CoordinatorName;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha2::Sha256;

use super::Password;
use crate::{hex, key_file};

/// The form of the line; another number is not read.
const FORM: &str = "1";
/// The longest line that is read, in bytes.
const LONGEST: usize = 1_024;

/// What sessions are signed with.
pub(super) struct Key(Hmac<Sha256>);

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Key")
    }
}

/// What a line tells.
pub(super) struct Session {
    pub(super) name: CoordinatorName,
    pub(super) ends: Timestamp,
}

impl Key {
    pub(super) fn new(
        key: [u8; key_file::LENGTH],
        password: &Password,
        county: Option<&str>,
    ) -> Self {
        // Everything that is signed begins with the password and the county, so that sessions of another do not hold.
        let mut block = [0; 64];
        block[..key.len()].copy_from_slice(&key);
        let mut signature = Hmac::<Sha256>::new(&block.into());
        signature.update(b"coordinator\0");
        signature.update(password.as_bytes());
        signature.update(b"\0");
        signature.update(county.unwrap_or_default().as_bytes());
        signature.update(b"\0");
        Self(signature)
    }

    /// The line of a session: digits, letters of a hexadecimal number and dots.
    pub(super) fn sealed(&self, name: &CoordinatorName, ends: Timestamp) -> String {
        let mut line =
            format!("{FORM}.{}.{}.", ends.as_second(), hex::written(name.as_str().as_bytes()));
        let mut signature = self.0.clone();
        signature.update(line.as_bytes());
        line.push_str(&hex::written(&signature.finalize().into_bytes()));
        line
    }

    /// Reads a line; none for one that is not as it was sealed.
    pub(super) fn read(&self, line: &str) -> Option<Session> {
        if line.len() > LONGEST {
            return None;
        }
        let (signed, signature) = line.split_at_checked(line.rfind('.')? + 1)?;
        let mut expected = self.0.clone();
        expected.update(signed.as_bytes());
        expected.verify_slice(&hex::read(signature)?).ok()?;
        let mut parts = signed.split('.');
        if parts.next()? != FORM {
            return None;
        }
        let ends = Timestamp::from_second(parts.next()?.parse().ok()?).ok()?;
        let name = String::from_utf8(hex::read(parts.next()?)?).ok()?;
        Some(Session { name: CoordinatorName::take(&name).ok()?, ends })
    }
}
