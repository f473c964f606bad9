//! Bars that compare two groups at several points, drawn by the server. The table beside it says the same.

/// How wide the place of a point is, and how high the tallest bar.
const STEP: f64 = 90.0;
const HEIGHT: f64 = 130.0;
/// What is free above the bars, for their figures.
const TOP: f64 = 22.0;
const BAR: f64 = 34.0;

/// A chart with its bars where they lie.
pub(crate) struct Chart {
    pub(crate) width: f64,
    pub(crate) base: f64,
    pub(crate) height: f64,
    pub(crate) bars: Vec<Bar>,
    /// The names of the points, with their middle.
    pub(crate) names: Vec<(f64, String)>,
}

/// A bar.
pub(crate) struct Bar {
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// The middle, where its figure stands.
    pub(crate) middle: f64,
    pub(crate) figure_y: f64,
    pub(crate) figure: String,
    /// Whether it is of the second group.
    pub(crate) is_other: bool,
}

/// A point: its name, and the figure of each group in number and in words, where there is one.
pub(crate) type PointFigures = (String, [Option<(f64, String)>; 2]);

impl Chart {
    /// The chart of these points; none when no point has a figure.
    pub(crate) fn new(points: Vec<PointFigures>) -> Option<Self> {
        let figures = points.iter().flat_map(|(_, figures)| figures.iter().flatten());
        let greatest = figures.map(|(value, _)| *value).reduce(f64::max)?.max(f64::MIN_POSITIVE);
        let (mut bars, mut names, mut left) = (Vec::new(), Vec::new(), 0.0);
        let base = TOP + HEIGHT;
        for (name, figures) in points {
            for (figure, is_other) in figures.into_iter().zip([false, true]) {
                let x = left + if is_other { STEP / 2.0 + 2.0 } else { STEP / 2.0 - BAR - 2.0 };
                let Some((value, figure)) = figure else { continue };
                let height = round(HEIGHT * value.max(0.0) / greatest);
                bars.push(Bar {
                    x,
                    y: base - height,
                    width: BAR,
                    height,
                    middle: x + BAR / 2.0,
                    figure_y: base - height - 5.0,
                    figure,
                    is_other,
                });
            }
            names.push((left + STEP / 2.0, name));
            left += STEP;
        }
        Some(Self { width: left, base, height: base + 24.0, bars, names })
    }
}

fn round(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(value: f64) -> (f64, String) {
        (value, value.to_string())
    }

    #[test]
    fn bars_are_as_high_as_their_figures_and_what_is_not_known_has_none() {
        let chart = Chart::new(vec![
            ("before".into(), [Some(figure(2.0)), Some(figure(1.0))]),
            ("after".into(), [Some(figure(4.0)), None]),
        ])
        .unwrap();
        let heights: Vec<_> = chart.bars.iter().map(|bar| (bar.height, bar.is_other)).collect();
        assert_eq!(heights, [(65.0, false), (32.5, true), (130.0, false)]);
        assert!(chart.bars.iter().all(|bar| (bar.y + bar.height - chart.base).abs() < 1e-9));
        assert_eq!(chart.names.len(), 2);
    }

    #[test]
    fn without_figures_there_is_no_chart_and_noughts_are_flat() {
        assert!(Chart::new(vec![("before".into(), [None, None])]).is_none());
        let flat = Chart::new(vec![("before".into(), [Some(figure(0.0)), None])]).unwrap();
        assert!(flat.bars[0].height.abs() < 1e-9);
    }
}
