//! The `tarjotin` binary.
fn main() {}
