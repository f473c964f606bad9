//! A line over time, drawn by the server as SVG. The table beside it says the same; the drawing is named by a sentence.

use std::fmt::Write as _;

use jiff::Timestamp;

/// The drawing's width and height, and its margins, in its own units.
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 220.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 12.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 34.0;

/// The line, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LineChart {
    /// What a screen reader says of it.
    pub(crate) sentence: String,
    /// The path of the line, which stays as it is from one point to the next.
    pub(crate) line: String,
    /// Where the points are.
    pub(crate) points: Vec<(String, String)>,
    /// Lines across with their values: height and text.
    pub(crate) levels: Vec<(String, String)>,
    /// The first and the last day, below.
    pub(crate) days: (String, String),
}

impl LineChart {
    /// Draws values between 0 and `most` in the order of time, up to now; none of fewer than two.
    pub(crate) fn new(
        values: &[(Timestamp, f64)],
        now: Timestamp,
        most: f64,
        sentence: String,
        day: impl Fn(Timestamp) -> String,
    ) -> Option<Self> {
        let (first, last) = (values.first()?, values.last()?);
        if values.len() < 2 {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "seconds of some years")]
        let seconds = |from: Timestamp, to: Timestamp| to.duration_since(from).as_secs() as f64;
        let whole = seconds(first.0, now.max(last.0)).max(1.0);
        let x = |at: Timestamp| LEFT + (WIDTH - LEFT - RIGHT) * seconds(first.0, at) / whole;
        let y = |value: f64| TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - (value / most).clamp(0.0, 1.0));
        let mut line = format!("M{:.1} {:.1}", x(first.0), y(first.1));
        for (at, value) in &values[1..] {
            // Writing to a String cannot fail.
            let _ = write!(line, "H{:.1}V{:.1}", x(*at), y(*value));
        }
        let _ = write!(line, "H{:.1}", WIDTH - RIGHT);
        let places = values
            .iter()
            .map(|(at, value)| (format!("{:.1}", x(*at)), format!("{:.1}", y(*value))));
        let levels = [0.0, 0.25, 0.5, 0.75, 1.0];
        Some(Self {
            sentence,
            line,
            points: places.collect(),
            levels: levels
                .map(|part| (format!("{:.1}", y(part * most)), format!("{:.0}", part * most)))
                .into(),
            days: (day(first.0), day(now.max(last.0))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn a_line_goes_in_steps_from_the_first_day_to_now_and_stays_within_its_frame() {
        let values = [(at(0), 50.0), (at(100), 100.0), (at(150), 0.0)];
        let chart =
            LineChart::new(&values, at(200), 100.0, String::new(), |at| at.as_second().to_string());
        let chart = chart.unwrap();
        assert_eq!(chart.line, "M44.0 99.0H336.0V12.0H482.0V186.0H628.0");
        assert_eq!(chart.points.len(), 3);
        assert_eq!(chart.days, ("0".to_owned(), "200".to_owned()));
        assert_eq!(chart.levels[4], ("12.0".to_owned(), "100".to_owned()));
    }

    #[test]
    fn one_point_is_no_line() {
        let day = |_| String::new();
        assert_eq!(LineChart::new(&[(at(0), 1.0)], at(9), 100.0, String::new(), day), None);
        assert_eq!(LineChart::new(&[], at(9), 100.0, String::new(), day), None);
    }
}
