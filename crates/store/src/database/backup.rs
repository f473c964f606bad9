//! A copy of the database, taken while it is in use.

use std::path::Path;

use sqlx::{ConnectOptions, Connection};

use super::{Database, Driver};
use crate::Error;

impl Database {
    /// Copies the database into a new file and says how many bytes it has; writers go on meanwhile.
    /// The copy is of one moment and needs no other file beside it.
    ///
    /// # Errors
    /// On PostgreSQL, which has a program of its own for this; when the file is there already; when
    /// the disk does not take it.
    pub async fn back_up(&self, file: &Path) -> Result<u64, Error> {
        let Driver::Sqlite { readers, .. } = &self.0 else {
            return Err(Error::Address(
                "a PostgreSQL database is backed up with pg_dump, not with this command".into(),
            ));
        };
        let unwritable = |why: String| Error::Unavailable(format!("{}: {why}", file.display()));
        if file.exists() {
            return Err(unwritable("the file is there already; name a new one".into()));
        }
        let name =
            file.to_str().ok_or_else(|| unwritable("the path is not written in UTF-8".into()))?;
        // A reader of its own, since the others are told to write nothing, not even a copy.
        let options = readers.connect_options().as_ref().clone().pragma("query_only", "off");
        let mut reader = options.connect().await?;
        sqlx::query("VACUUM INTO $1").bind(name).execute(&mut reader).await?;
        reader.close().await?;
        let copy = std::fs::File::open(file).map_err(|error| unwritable(error.to_string()))?;
        copy.sync_all().map_err(|error| unwritable(error.to_string()))?;
        Ok(copy.metadata().map_err(|error| unwritable(error.to_string()))?.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_copy_opens_as_a_database_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy.db");
        let database = Database::open("sqlite::memory:").await.unwrap();
        assert!(database.back_up(&copy).await.unwrap() > 0);
        Database::open(&format!("sqlite:{}", copy.display())).await.unwrap();
    }

    #[tokio::test]
    async fn a_file_that_is_there_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("precious");
        std::fs::write(&file, "kept").unwrap();
        let database = Database::open("sqlite::memory:").await.unwrap();
        let refusal = database.back_up(&file).await.unwrap_err().to_string();
        assert!(refusal.contains("there already"), "{refusal}");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "kept");
    }
}
