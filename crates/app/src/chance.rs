//! Chance, as the system gives it.

use crate::Error;

/// Bytes that nobody can foretell.
///
/// # Errors
/// When the system gives none.
pub(crate) fn bytes<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::Internal(format!("no random numbers: {error}")))?;
    Ok(bytes)
}
