//! rows in and out of SQLite and PostgreSQL; the only crate that contains SQL
