//! The coordinator's password: a file holds what it is recognised by (Argon2id), never the password.

use std::io::Write as _;
use std::path::Path;

use argon2::Argon2;
use argon2::password_hash::{PasswordHash, PasswordHasher as _, PasswordVerifier as _, SaltString};

use crate::{Error, chance};

/// The letters of a password that we make: none that looks like another.
const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";
/// How many letters: a hundred bits.
const LENGTH: usize = 20;
/// How many bytes of salt.
const SALT: usize = 16;
/// The longest password that is looked at, in bytes: checking takes longer the longer it is.
const LONGEST: usize = 1_000;

/// What a password is recognised by.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Password")
    }
}

impl Password {
    /// Makes a password that nobody guesses, and what it is recognised by.
    ///
    /// # Errors
    /// When the system has no chance to give.
    pub fn make() -> Result<(String, Self), Error> {
        let letters: [u8; LENGTH] = chance::bytes()?;
        let letter = |byte: &u8| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]);
        let letters: Vec<char> = letters.iter().map(letter).collect();
        let groups: Vec<String> = letters.chunks(5).map(|group| group.iter().collect()).collect();
        let plain = groups.join("-");
        let recognised = Self::of(&plain, &Argon2::default())?;
        Ok((plain, recognised))
    }

    fn of(plain: &str, cost: &Argon2<'_>) -> Result<Self, Error> {
        let fault =
            |why: argon2::password_hash::Error| Error::Internal(format!("a password: {why}"));
        let salt: [u8; SALT] = chance::bytes()?;
        let salt = SaltString::encode_b64(&salt).map_err(fault)?;
        let hash = cost.hash_password(plain.as_bytes(), &salt).map_err(fault)?;
        Ok(Self(hash.to_string()))
    }

    /// What a file that [`Password::write`] made is about.
    ///
    /// # Errors
    /// When it cannot be read, or holds something else.
    pub fn in_file(file: &Path) -> Result<Self, Error> {
        let failed = |why: &dyn std::fmt::Display| {
            Error::Unavailable(format!(
                "the coordinator's password in {}: {why}; make one with `tarjotin coordinator-password FILE`",
                file.display()
            ))
        };
        let line = std::fs::read_to_string(file).map_err(|error| failed(&error))?;
        let line = line.trim();
        PasswordHash::new(line).map_err(|_| failed(&"the file is none that the program made"))?;
        Ok(Self(line.to_owned()))
    }

    /// Writes it into a new file, which only its owner may read; one that is there is replaced.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn write(&self, file: &Path) -> Result<(), Error> {
        let write = || -> std::io::Result<()> {
            let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
            let mut partial = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")))?;
            writeln!(partial, "{}", self.0)?;
            partial.as_file().sync_all()?;
            partial.persist(file).map(drop).map_err(|error| error.error)
        };
        write().map_err(|error| {
            Error::Unavailable(format!("{} cannot be written: {error}", file.display()))
        })
    }

    /// Whether it is this one; in a time that does not tell how near it is.
    pub(super) fn is(&self, plain: &str) -> bool {
        let Ok(hash) = PasswordHash::new(&self.0) else { return false };
        plain.len() <= LONGEST && Argon2::default().verify_password(plain.as_bytes(), &hash).is_ok()
    }

    /// What the sessions' signatures are bound to.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    #[cfg(test)]
    pub(super) fn of_tests(plain: &str) -> Self {
        let cheap = argon2::Params::new(8, 1, 1, None).unwrap();
        let cost = Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, cheap);
        Self::of(plain, &cost).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_was_made_is_recognised_from_its_file_and_no_other_is() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        std::fs::write(&file, "of before").unwrap();
        let (plain, made) = Password::make().unwrap();
        made.write(&file).unwrap();
        let read = Password::in_file(&file).unwrap();
        assert!(read.is(&plain), "{plain}");
        assert!(!read.is(&plain[1..]) && !read.is(""));
        assert!(!std::fs::read_to_string(&file).unwrap().contains(&plain));
        assert_ne!(Password::make().unwrap().0, plain);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let rights = std::fs::metadata(&file).unwrap().permissions().mode();
            assert_eq!(rights & 0o777, 0o600, "only its owner may read it");
        }
    }

    #[test]
    fn a_file_that_holds_a_plain_password_is_refused_with_the_way_to_make_one() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("password");
        let refusal = Password::in_file(&file).unwrap_err().to_string();
        assert!(refusal.contains("coordinator-password"), "{refusal}");
        std::fs::write(&file, "salasana123\n").unwrap();
        let refusal = Password::in_file(&file).unwrap_err().to_string();
        assert!(!refusal.contains("salasana123"), "it is not told: {refusal}");
    }
}
