//! use cases and transactions; background jobs
