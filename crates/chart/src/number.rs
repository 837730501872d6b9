//! Numbers written for SVG.

/// A number with at most so many digits behind the point, without zeros that say nothing: `12.5`, `-3`.
///
/// Rust's own way of writing floats is exact for any of them, at the price of 5 kB of the download; for
/// coordinates whole numbers do.
pub fn decimal(value: f64, digits: u32) -> String {
    let scale = 10i64.pow(digits);
    // Coordinates are far within what an i64 holds; the cast keeps to its ends in any case.
    let scaled = (value * scale as f64).round() as i64;
    let (whole, part) = (scaled.abs() / scale, scaled.abs() % scale);
    let sign = if scaled < 0 { "-" } else { "" };
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let part = format!("{part:0width$}", width = digits as usize);
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

/// The nearest number that is not below `low` nor above `high`.
///
/// `f64::clamp` panics where the ends are the wrong way round, and with its message come 15 kB of code that
/// prints floats; here `high` wins.
pub fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

#[cfg(test)]
mod tests {
    use super::decimal;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_short() {
        let cases = [
            (12.5, 1, "12.5"),
            (12.04, 1, "12"),
            (-0.04, 1, "0"),
            (-0.25, 2, "-0.25"),
            (3.0, 4, "3"),
            (0.0301, 4, "0.0301"),
        ];
        for (value, digits, written) in cases {
            assert_eq!(decimal(value, digits), written);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_the_number(value in -1e6f64..1e6, digits in 0u32..5) {
            let read: f64 = decimal(value, digits).parse().unwrap();
            prop_assert!((read - value).abs() <= 0.5 / 10f64.powi(digits as i32) + 1e-9);
        }
    }
}
