//! Tests of reading v11: the table of fields against the real data, the real files whole, shuffled
//! lists, bad input, and the rules one by one.

mod bad_inputs;
mod broken;
mod channel_rules;
mod contract;
mod fields;

mod real;
mod rules;
mod shuffled;
mod support;
