//! Tests of reading v11.
