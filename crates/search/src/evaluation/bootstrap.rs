//! Means with the interval in which another sample of queries would put them.

/// How many samples are drawn. More would move the bounds in the third decimal.
const SAMPLES: usize = 2_000;
/// The seed: the same figures always have the same interval.
const SEED: u64 = 0x5EED;

/// A mean and its 95 % bootstrap interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mean {
    /// The mean.
    pub value: f64,
    /// The interval's lower bound.
    pub low: f64,
    /// The interval's upper bound.
    pub high: f64,
    /// Of how many values. The interval of few is too narrow, that of one says nothing.
    pub count: usize,
}

impl Mean {
    /// The mean of values, with its interval; none where there is none.
    #[must_use]
    pub fn of(values: &[f64]) -> Option<Self> {
        if values.is_empty() {
            return None;
        }
        let mut chance = Chance(SEED);
        let mut means: Vec<f64> = (0..SAMPLES)
            .map(|_| {
                let drawn = values.iter().map(|_| values[chance.below(values.len())]);
                mean(drawn.sum(), values.len())
            })
            .collect();
        means.sort_by(f64::total_cmp);
        let outside = SAMPLES / 40;
        Some(Self {
            value: mean(values.iter().sum(), values.len()),
            low: means[outside],
            high: means[SAMPLES - 1 - outside],
            count: values.len(),
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are few queries")]
fn mean(sum: f64, count: usize) -> f64 {
    sum / count as f64
}

/// Numbers that look like chance and are the same each time (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        // The upper half of the product is even over the limit, to one part in 2^64 / limit.
        let product = u128::from(mixed) * limit as u128;
        usize::try_from(product >> 64).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chance_reaches_every_number_about_as_often() {
        let mut chance = Chance(SEED);
        let mut counts = [0_usize; 7];
        for _ in 0..7_000 {
            counts[chance.below(7)] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
    }

    #[test]
    fn the_interval_of_coin_tosses_is_what_the_normal_curve_says() {
        let tosses: Vec<f64> = (0..400).map(|number| f64::from(number % 2)).collect();
        let mean = Mean::of(&tosses).expect("values");
        // 1.96 · 0.5 / √400 = 0.049.
        assert!((mean.value - 0.5).abs() < 1e-12);
        assert!((mean.low - 0.451).abs() < 0.01 && (mean.high - 0.549).abs() < 0.01, "{mean:?}");
    }

    #[test]
    fn nothing_has_no_mean_and_one_value_no_width() {
        assert_eq!(Mean::of(&[]), None);
        assert_eq!(Mean::of(&[0.5]), Some(Mean { value: 0.5, low: 0.5, high: 0.5, count: 1 }));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn the_interval_holds_nothing_that_was_not_measured_and_is_the_same_each_time(
            values in proptest::collection::vec(0.0..1.0_f64, 1..60),
        ) {
            let mean = Mean::of(&values).expect("values");
            let least = values.iter().copied().fold(f64::INFINITY, f64::min);
            let most = values.iter().copied().fold(0.0, f64::max);
            prop_assert!(mean.low <= mean.high);
            prop_assert!(least - 1e-12 <= mean.low && mean.high <= most + 1e-12);
            prop_assert_eq!(Mean::of(&values), Some(mean));
        }
    }
}
