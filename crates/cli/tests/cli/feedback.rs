//! `feedback`: what operators see of it.

use crate::Place;

#[test]
fn without_feedback_it_says_so_and_an_unknown_id_is_named() {
    let place = Place::new();
    let said = place.well(&["feedback", "list", "--days", "7"]);
    assert_eq!(said, "No feedback was given in the last 7 days.\n");
    let output = place.run(&["feedback", "delete", "none"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("There is no feedback none."));
}
